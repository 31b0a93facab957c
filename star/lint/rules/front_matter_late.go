package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// FrontMatterLate reports front matter below blank lines.
var FrontMatterLate = &lint.Rule{
	ID:       "STAR006",
	Name:     "front-matter-late",
	Title:    "front matter does not start on the first line",
	Why:      "Front matter is front matter only on line 1; below a blank line it is text between two rules.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "\n---\ntitle: A story\n---\n",
	Good:     "title: A story from the first line on",
	Check:    problems(star.Late),
}
