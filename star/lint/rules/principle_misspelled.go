package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// PrincipleMisspelled reports a name of a principle that is a slip or two away.
var PrincipleMisspelled = &lint.Rule{
	ID:       "STAR018",
	Name:     "principle-misspelled",
	Title:    "name of a principle is misspelled",
	Why:      "The name is understood all the same; other tools and a search of your own files do not find it.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "principles: [dive-deap]",
	Good:     "principles: [Dive Deep]",
	Check: func(p *lint.Pass) {
		references := p.References()
		for i, reference := range references {
			if reference.ID == "" || reference.Exact {
				continue
			}
			value := p.Story.Principles[reference.Item]
			finding := lint.Finding{Span: value.Span, Message: fmt.Sprintf("%q is read as %s", reference.Text, reference.ID), Help: "write " + reference.ID}
			if reference.Text == value.Text && (i+1 == len(references) || references[i+1].Item > reference.Item) {
				finding.Fix = fix("write "+reference.ID, star.Edit{Span: value.Span, Text: reference.ID})
			}
			p.Report(finding)
		}
	},
}
