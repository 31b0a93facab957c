package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// SectionRepeated reports a section that is given twice, be it under two
// labels or in the front matter and in the body.
var SectionRepeated = &lint.Rule{
	ID:       "STAR013",
	Name:     "section-repeated",
	Title:    "section is given twice",
	Why:      "Only the first one is read, so whatever the second one says is lost to every check.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "result: I cut the wait from 40 to 12 minutes within a month.\noutcome: Customers stayed.",
	Good:     "title: Each section stands once",
	Check: func(p *lint.Pass) {
		if repeated(p.Story) >= severalStories {
			return // reported as several stories in one file
		}
		for _, problem := range p.Story.Problems {
			if problem.Kind == star.Repeated && sectionTwice(p.Story, problem) {
				p.Report(lint.Finding{Span: problem.Span, Message: problem.Message, Help: problem.Help, Related: related(problem)})
			}
		}
	},
}
