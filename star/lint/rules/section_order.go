package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// SectionOrder reports sections that stand in another order than they are told.
var SectionOrder = &lint.Rule{
	ID:       "STAR106",
	Name:     "section-order",
	Title:    "sections are out of order",
	Why:      "A listener expects the context before the action and the action before the result.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      outOfOrder,
	Good:     "title: Situation, task, action and result in this order",
	Check: func(p *lint.Pass) {
		var last *star.Section
		for _, section := range p.Story.Sections {
			if section != p.Story.Section(section.Part) || section.Blank() || section.Part == star.Lesson {
				continue
			}
			if last != nil && last.InBody == section.InBody && section.Part < last.Part {
				p.Report(lint.Finding{Span: section.LabelSpan, Section: section,
					Message: fmt.Sprintf("%s stands behind the %s", section.Part, last.Part),
					Help:    "tell situation, task, action and result in this order",
					Related: []lint.Related{{Span: last.LabelSpan, Message: "stands before it"}}})
				return
			}
			last = section
		}
	},
}

const outOfOrder = `---
title: Stopped a leak
result: The leak stopped within an hour.
situation: Our shop leaked card data in May 2025.
---
`
