package rules

import (
	"cmp"
	"fmt"

	"starbank/star/ledger"
	"starbank/star/lint"
)

// FigureContradicted reports two figures of one thing with two values. Which
// figures speak of one thing is judged by package ledger, and in doubt not at all.
var FigureContradicted = &lint.Rule{
	ID:       "STAR213",
	Name:     "figure-contradicted",
	Title:    "one thing is given two figures",
	Why:      "Interviewers write figures down and compare notes; one that changes between two sentences casts doubt on all of them.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "result: |\n  The suite went from 45 to 12 minutes within five weeks and the partner launched on time. Customers now get fixes on the day they are written; before, they waited a week.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers now get fixes on the day they are written; before, they waited a week.",
	Check: func(p *lint.Pass) {
		figures := ledger.Of(p.Story)
		for _, c := range figures.Conflicts() {
			p.Report(lint.Finding{
				Span: figures.Span(c.Odd), Section: figures.Section(c.Odd),
				Message: fmt.Sprintf("%q here and %q in %s are said of one thing (%s)", figures.Text(c.Odd), figures.Text(c.Other), c.Other.Field.Place(),
					cmp.Or(figures.SpeaksOf(c.Odd), figures.SpeaksOf(c.Other), "the same change")),
				Help:    "check which is right and write it in both; if they are two things, name what differs",
				Related: []lint.Related{{Span: figures.Span(c.Other), Message: "the other figure"}},
			})
		}
	},
}
