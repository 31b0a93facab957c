package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// FrontMatterUnclosed reports a front matter without its closing line.
var FrontMatterUnclosed = &lint.Rule{
	ID:       "STAR003",
	Name:     "front-matter-unclosed",
	Title:    "front matter is never closed",
	Why:      "Without the closing --- every key is read as running text, and the story has no sections.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "---\ntitle: A story\nsituation: Our shop was down.\n",
	Good:     "title: A story between two lines of dashes",
	Check:    problems(star.Unclosed),
}
