package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// HeadingMalformed reports text that Markdown reads as a heading against its
// intention, or the reverse.
var HeadingMalformed = &lint.Rule{
	ID:       "STAR016",
	Name:     "heading-malformed",
	Title:    "heading is not read as meant",
	Why:      "A section under a heading that is none belongs to the section above it.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "---\ntitle: A story\n---\n##Situation\n\nOur shop was down.\n",
	Good:     "title: Headings have a space behind the hashes",
	Check:    problems(star.MissedHeading, star.MalformedHeading),
}
