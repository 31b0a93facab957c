package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// MoneyNamed reports an exact amount in one sentence with a named party.
var MoneyNamed = &lint.Rule{
	ID:       "STAR504",
	Name:     "money-named",
	Title:    "amount stands beside a named party",
	Why:      "What a named client pays is theirs to tell; a magnitude proves the point as well.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Our client Brightwell paid $48,000 for it. Since then I time a suite before I add to it.",
	Good:     "lesson: A client paid $48,000 for it. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		for _, name := range namesGiven(p) {
			for _, n := range name.section.Prose.Numbers {
				if n.Sentence == name.match.Sentence && n.Kind == prose.Money {
					p.ReportIn(name.section, n.Range, fmt.Sprintf("%q stands beside %q", name.section.Prose.Slice(n.Range), name.text()), "take the name out, or give a magnitude: five figures")
				}
			}
		}
	},
}
