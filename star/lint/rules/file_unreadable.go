package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// FileUnreadable reports a file that is not text or beyond reading.
var FileUnreadable = &lint.Rule{
	ID:       "STAR001",
	Name:     "file-unreadable",
	Title:    "file cannot be read as text",
	Why:      "Nothing else in the file can be checked until it is UTF-8 text of a sensible size.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "# Situation\n\nThe file holds a NUL byte: \x00\n",
	Good:     "title: A story in plain text",
	Check:    problems(star.Unreadable, star.TooDeep),
}
