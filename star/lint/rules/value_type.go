package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ValueType reports a value of the wrong kind, such as a list for a text.
var ValueType = &lint.Rule{
	ID:       "STAR009",
	Name:     "value-type",
	Title:    "value is of the wrong kind",
	Why:      "A value that is not of the kind its key wants is left out.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "title: [Rotated a leaked key]",
	Good:     "title: \"[urgent] Rotated a leaked key\"",
	Check:    problems(star.WrongType),
}
