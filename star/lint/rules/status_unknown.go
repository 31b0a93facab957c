package rules

import (
	"fmt"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/lint"
)

// StatusUnknown reports a status other than the three that mean something.
var StatusUnknown = &lint.Rule{
	ID:       "STAR012",
	Name:     "status-unknown",
	Title:    "status is not draft, ready or retired",
	Why:      "The status decides whether a story counts for coverage and for the plan.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "status: done",
	Good:     "status: ready",
	Check: func(p *lint.Pass) {
		status := p.Story.Status
		if status.Given() && !slices.Contains(star.Statuses(), status.Text) {
			p.Report(lint.Finding{Span: status.Span, Message: fmt.Sprintf("status %q means nothing", status.Text),
				Help: "write " + strings.Join(star.Statuses(), ", "), Fix: lowerStatus(status)})
		}
	},
}

// lowerStatus mends a status in capitals.
func lowerStatus(status star.Value) *lint.Fix {
	if lower := strings.ToLower(status.Text); slices.Contains(star.Statuses(), lower) {
		return fix("write "+lower, star.Edit{Span: status.Span, Text: lower})
	}
	return nil
}
