package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// A story of fewer words cannot fill two minutes at 110 to 160 words a minute.
const (
	storyWordsMin   = 180
	storyWordsError = 120
)

// StoryShort reports a story that is over before it has begun.
var StoryShort = &lint.Rule{
	ID:       "STAR111",
	Name:     "story-short",
	Title:    "story is too short for an answer",
	Why:      "A first answer takes about two minutes; a shorter one leaves the interviewer to ask for every fact.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "situation: In March 2025 our test suite took 50 minutes and customers waited for fixes.\naction: I split the suite into eight parts. I ran them side by side. I cut the copies of the table.",
	Good:     "title: A story of two minutes",
	Check: func(p *lint.Pass) {
		words := p.Anatomy.Words
		if words >= storyWordsMin || !whole(p) {
			return
		}
		severity := lint.Warning
		if words < storyWordsError {
			severity = lint.Error
		}
		p.Report(lint.Finding{Span: p.Story.Anchor(), Severity: severity,
			Message: fmt.Sprintf("story is %d words long, %s", words, spoken(p)),
			Help:    "add steps, numbers and reasons until it fills about two minutes"})
	},
}

// whole reports whether all four parts are there and none is thin; a story
// with gaps is short because of them.
func whole(p *lint.Pass) bool {
	for part := star.Situation; part <= star.Result; part++ {
		if p.Anatomy.Sections[part].State != "ok" {
			return false
		}
	}
	return true
}

// Speaking rates that people keep up in an interview, in words a minute.
const (
	slowRate = 120
	fastRate = 160
)

// spoken says how long the story takes to tell: at the bank's own rate, with
// the range for slow and fast speakers.
func spoken(p *lint.Pass) string {
	return fmt.Sprintf("about %.1f minutes spoken (%.1f to %.1f)", p.Anatomy.Minutes(p.Config.Rate()),
		p.Anatomy.Minutes(fastRate), p.Anatomy.Minutes(slowRate))
}
