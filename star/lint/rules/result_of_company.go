package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// million is the amount from which a figure is the company's rather than one
// person's.
const million = 1_000_000

// ResultOfCompany suggests to say how a figure of the company came from the act.
var ResultOfCompany = &lint.Rule{
	ID:       "STAR212",
	Name:     "result-of-company",
	Title:    "figure of the company without the link to the act",
	Why:      "An interviewer asks which part of the millions was yours; the story should say it first.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "result: |\n  The suite went from 50 to 12 minutes within five weeks. Customers now get fixes on the day they are written. The company made $40 million that year.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks. Customers now get fixes on the day they are written. Because of that the partner signed for $2 million.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil {
			return
		}
		for _, n := range section.Prose.Numbers {
			if n.Kind == prose.Money && n.Value >= million && !linked(section.Prose, n.Sentence) {
				p.ReportIn(section, n.Range, fmt.Sprintf("%q stands without the link to what was done", section.Prose.Slice(n.Range)), "say which part of it came of your steps")
				return
			}
		}
	},
}

// linked reports whether a sentence or the one before it says what a figure came
// of.
func linked(t *prose.Text, sentence int) bool {
	for _, change := range t.Changes() {
		if change.Sentence == sentence {
			return true // from one to another: what was set out to change
		}
	}
	for i := range t.Words {
		if s := t.Words[i].Sentence; (s == sentence || s == sentence-1) && links().At(t, i) {
			return true
		}
	}
	return false
}

var links = list("because", "through", "as a result", "thanks to", "resulting", "resulted", "result", "led to", "leading to", "which", "i", "my", "we", "our", "this", "these", "sav*", "prevent*", "avoid*", "protect*", "enabl*", "unlock*", "brought", "secur*", "recover*", "cut", "reduc*", "allow*")
