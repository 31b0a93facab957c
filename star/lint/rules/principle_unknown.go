package rules

import (
	"fmt"

	"starbank/principles"
	"starbank/star/lint"
)

// PrincipleUnknown reports a declared principle that is none.
var PrincipleUnknown = &lint.Rule{
	ID:       "STAR010",
	Name:     "principle-unknown",
	Title:    "declared principle is not known",
	Why:      "A story filed under a name that is no principle counts for none of them.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "principles: [Navigate Ambiguity]",
	Good:     "principles: [dive-deep, Are Right, A Lot, HBDC]",
	Check: func(p *lint.Pass) {
		for _, reference := range p.References() {
			if reference.ID == "" {
				p.Report(lint.Finding{Span: p.Story.Principles[reference.Item].Span,
					Message: fmt.Sprintf("%q is no Leadership Principle", reference.Text), Help: nearestPrinciple(p.Config.Set(), reference.Text)})
			}
		}
	},
}

func nearestPrinciple(set *principles.Set, text string) string {
	if nearest := set.Nearest(text); nearest != nil {
		return fmt.Sprintf("the nearest is %s", nearest.ID)
	}
	return "use a name such as ownership or dive-deep; tags: takes any word"
}

// builtin resolves names of Amazon's principles to their ids.
func builtin(names []string) []string {
	var ids []string
	for _, reference := range principles.Builtin().Resolve(names) {
		ids = append(ids, reference.ID)
	}
	return ids
}
