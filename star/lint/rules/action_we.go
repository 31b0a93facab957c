package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// The share of steps told as we. 0.34 is the 90th percentile of we among the
// persons of published stories; a sentence that sets the scene may say we.
const (
	weShareMax   = 0.34
	weShareError = 0.5
	weStepsMin   = 4
	weStepsAlone = 2 // where no step is one's own
)

// ActionWe reports an Action told in the plural.
var ActionWe = &lint.Rule{
	ID:       "STAR301",
	Name:     "action-we",
	Title:    "action is told as we",
	Why:      "The interviewer hires one person and has to know which steps were that person's.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "action: |\n  We timed every test. We split the suite into eight parts and ran them side by side because of the database. We rebuilt the fixtures. We moved the copies of the table into memory. I told the leads what was left.",
	Good:     "action: |\n  We were four engineers. " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		own, shared, first := tellers(p.Anatomy.Steps)
		few := own+shared < weStepsMin && (own > 0 || shared < weStepsAlone)
		if few || float64(shared) <= weShareMax*float64(own+shared) {
			return
		}
		severity := lint.Warning
		if float64(shared) > weShareError*float64(own+shared) {
			severity = lint.Error
		}
		p.Report(lint.Finding{Span: section.Span(first), Section: section, Severity: severity,
			Message: fmt.Sprintf("action tells %d steps as we and %d as I", shared, own),
			Help:    "say which steps were yours: I + verb + what"})
	},
}

// tellers counts the steps by who tells them. A "we" that only is or has
// something ("we were green") is no step, and neither is "our service".
func tellers(steps []prose.Clause) (own, shared int, first prose.Range) {
	for _, step := range steps {
		if step.Person != prose.We {
			own++
			continue
		}
		if shared++; shared == 1 {
			first = prose.Range{Start: step.Start, End: step.Start + len("we")}
		}
	}
	return own, shared, first
}

var (
	singular = prose.NewWordSet("i i'm i've i'd i'll me my mine myself")
	plural   = prose.NewWordSet("we we're we've we'd we'll us ourselves")
)
