package rules

import (
	"fmt"
	"strings"

	"starbank/principles"
	"starbank/star/lint"
)

// mostAsks is how many questions a finding asks at once.
const mostAsks = 2

// PrincipleWeak reports a primary principle that one element speaks for and
// nothing else.
var PrincipleWeak = &lint.Rule{
	ID:       "STAR702",
	Name:     "principle-weak",
	Title:    "primary principle rests on one element",
	Why:      "One sentence can be told of any story; the second element is what makes an interviewer write the principle down.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "principles: [are-right-a-lot, deliver-results]",
	Good:     "principles: [dive-deep]",
	Check: primary(func(p *lint.Pass, f filed) {
		if !f.weak() || f.better(p) != nil {
			return
		}
		var related []lint.Related
		for _, quote := range p.Evidence().Best(f.Proof) {
			related = append(related, lint.Related{Span: quote.Words, Message: quote.Element.Means})
		}
		p.Report(lint.Finding{Span: f.Name, Message: fmt.Sprintf("%s rests on one element of %d", f.Principle.Name, len(f.Covered)),
			Help: "answer in the story: " + questions(f.missing()), Related: related})
	}),
}

func (f filed) weak() bool {
	return f.Elements() == 1 && len(f.missing()) > 0 && f.Strength < principles.Solid
}

// questions returns those that bring the first of some elements out.
func questions(elements []*principles.Element) string {
	asks := make([]string, 0, mostAsks)
	for _, element := range elements[:min(mostAsks, len(elements))] {
		asks = append(asks, question(element))
	}
	return strings.Join(asks, " ")
}
