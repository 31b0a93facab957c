package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/secret"
)

// SecretFound reports credentials, personal data and names of internal systems
// anywhere in the file: comments, followups and notes are in git as well. Neither
// its messages nor the reports repeat the words.
var SecretFound = &lint.Rule{
	ID:       "STAR503",
	Name:     "secret-or-contact",
	Title:    "secret, personal or internal data stands in the file",
	Why:      "It never belongs in a story, and the file lies in git and is shown to others. Reports leave the words out. Numbers that are published as samples are left alone, and an address of a private network counts only beside a machine or with a port.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad:      "lesson: Since then I write to anna.schmidt@acme-bank.de before I add to a suite.",
	Good:     "lesson: Since then I check AES-256, CVE-2024-12345 and 192.0.2.1, or ask help@example.com.",
	Check: func(p *lint.Pass) {
		for _, found := range secret.Find(p.Story.Source) {
			finding := lint.Finding{Span: star.Span{Start: found.Start, End: found.End}, Secret: true, Help: "take it out",
				Message: fmt.Sprintf("%s stands in the file", found.Kind)}
			finding.Section = sectionAt(p.Story, finding.Span)
			switch found.Class {
			case secret.Credential:
				finding.Help = "take it out, and revoke it if it was ever real: git keeps it"
			case secret.Internal:
				finding.Severity = lint.Warning
			}
			p.Report(finding)
		}
	},
}

// sectionAt returns the section in which a span stands, or nil.
func sectionAt(story *star.Story, span star.Span) *star.Section {
	for _, section := range story.Sections {
		if section.Content.Start <= span.Start && span.End <= section.Content.End {
			return section
		}
	}
	return nil
}
