package rules

import (
	"fmt"

	"starbank/star/lint"
)

// mostPrinciples is how many a story of two minutes can prove.
const mostPrinciples = 3

// PrinciplesMany reports a story filed under more principles than it can prove.
var PrinciplesMany = &lint.Rule{
	ID:       "STAR706",
	Name:     "principles-many",
	Title:    "story is filed under more than three principles",
	Why:      "A story proves one to three principles; filed under more, it hides the gaps of the bank.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "principles: [dive-deep, deliver-results, ownership, customer-obsession]",
	Good:     "principles: [dive-deep]",
	Check: func(p *lint.Pass) {
		known := map[string]bool{}
		for _, reference := range p.References() {
			if reference.ID != "" {
				known[reference.ID] = true
			}
		}
		if len(known) > mostPrinciples {
			p.Report(lint.Finding{Span: p.Story.Principles[0].Span,
				Message: fmt.Sprintf("story is filed under %d principles", len(known)), Help: "keep the three that it proves best, the strongest first"})
		}
	},
}
