package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// The share of we among the persons of the Action. 0.34 is the 90th percentile
// of published stories; one sentence that sets the scene may say we.
const (
	weShareMax   = 0.34
	weShareError = 0.5
	weTokensMin  = 4
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
		if section == nil {
			return
		}
		i, we, first := doers(section.Prose)
		if i+we < weTokensMin || float64(we) <= weShareMax*float64(i+we) {
			return
		}
		severity := lint.Warning
		if float64(we) > weShareError*float64(i+we) {
			severity = lint.Error
		}
		p.Report(lint.Finding{Span: section.Span(first), Section: section, Severity: severity,
			Message: fmt.Sprintf("action says we %d times and I %d times", we, i),
			Help:    "say which steps were yours: I + verb + what"})
	},
}

// doers counts the persons of the Action as doers: I, me and my against we and
// us. "Our service" is a name for the thing and tells nothing about who acted.
func doers(t *prose.Text) (i, we int, first prose.Range) {
	for _, word := range t.Words {
		switch {
		case word.Quoted:
		case singular[word.Text]:
			i++
		case plural[word.Text]:
			if we == 0 {
				first = word.Range
			}
			we++
		}
	}
	for _, clause := range t.Clauses() {
		if clause.Person == prose.Elided {
			i++
		}
	}
	return i, we, first
}

var (
	singular = map[string]bool{"i": true, "i'm": true, "i've": true, "i'd": true, "i'll": true, "me": true, "my": true, "mine": true, "myself": true}
	plural   = map[string]bool{"we": true, "we're": true, "we've": true, "we'd": true, "we'll": true, "us": true, "ourselves": true}
)
