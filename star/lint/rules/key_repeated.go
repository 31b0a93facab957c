package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// KeyRepeated reports a key that is given twice.
var KeyRepeated = &lint.Rule{
	ID:       "STAR007",
	Name:     "key-repeated",
	Title:    "key is given twice",
	Why:      "Only one of the two can count; tools differ in which.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "role: Security Engineer\nrole: Analyst",
	Good:     "role: Security Engineer",
	Check: func(p *lint.Pass) {
		for _, problem := range p.Story.Problems {
			if problem.Kind == star.Repeated && problem.Span.Start < p.Story.Body.Start && !sectionTwice(p.Story, problem) {
				p.Report(lint.Finding{Span: problem.Span, Message: problem.Message, Help: problem.Help, Related: related(problem)})
			}
		}
	},
}

// sectionTwice reports whether a repetition is of a section and not of a key.
func sectionTwice(s *star.Story, problem star.Problem) bool {
	for _, section := range s.Sections {
		if section.LabelSpan == problem.Span {
			return true
		}
	}
	return false
}
