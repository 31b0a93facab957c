package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ValueCut reports a value whose end YAML drops as a comment.
var ValueCut = &lint.Rule{
	ID:       "STAR005",
	Name:     "value-cut",
	Title:    "end of a value is read as a comment",
	Why:      "YAML drops everything behind a blank and a #, without a word, so part of the text is lost.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "title: Brought C# and #1 team together",
	Good:     "title: \"Brought C# and #1 team together\"",
	Check:    problems(star.Cut),
}
