package rules

import (
	"fmt"

	"starbank/star/lint"
)

// endurance is how much longer than the band a story is an error: beyond four
// minutes, where the band ends at three, interviewers interrupt.
const endurance = 4.0 / 3.0

// StoryLong reports a story that takes longer to tell than the band allows.
var StoryLong = &lint.Rule{
	ID:       "STAR112",
	Name:     "story-long",
	Title:    "story is too long for a first answer",
	Why:      "Two to three minutes is a first answer; a longer one is interrupted before its result.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "lesson: |\n  " + longSituation + "\n\n  " + longSituation,
	Good:     "title: A story under three minutes",
	Check: func(p *lint.Pass) {
		_, longest := p.Config.Band()
		minutes := p.Anatomy.Minutes(p.Config.Rate())
		if minutes <= longest {
			return
		}
		severity := lint.Warning
		if minutes > longest*endurance {
			severity = lint.Error
		}
		p.Report(lint.Finding{Span: p.Story.Anchor(), Severity: severity,
			Message: fmt.Sprintf("story is %d words long, %s", p.Anatomy.Words, spoken(p)),
			Help:    "move backup facts below the front matter, where notes are not counted"})
	},
}
