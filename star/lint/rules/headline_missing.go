package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// headlineWords is the length up to which a first sentence can serve as the
// headline of a story without a title.
const headlineWords = 30

// HeadlineMissing reports a story without a title whose first sentence does
// not say what it is about.
var HeadlineMissing = &lint.Rule{
	ID:       "STAR114",
	Name:     "headline-missing",
	Title:    "story has no headline",
	Why:      "An interviewer who takes notes wants the point first.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "title: \"\"\nsituation: |\n  In March 2025 our payment team at a small bank, which had grown from two services to eleven in a year, lost one release in three to a test suite that took 50 minutes, while a partner launch was four weeks away.",
	Good:     "title: Brought a test suite from 50 to 12 minutes",
	Check: func(p *lint.Pass) {
		section := told(p, star.Situation)
		if p.Story.Title.Given() || section == nil || len(section.Prose.Sentences) == 0 {
			return
		}
		first := section.Prose.Sentences[0]
		if n := first.Last - first.First; n > headlineWords {
			p.ReportIn(section, first.Range, fmt.Sprintf("story has no title, and its first sentence runs to %d words", n),
				"add a title that says what you did and what came of it")
		}
	},
}
