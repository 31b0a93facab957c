package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// InvisibleCharacter reports a key with a character in it that nobody sees.
var InvisibleCharacter = &lint.Rule{
	ID:       "STAR017",
	Name:     "invisible-character",
	Title:    "key holds an invisible character",
	Why:      "The key looks right and is another one, so its value is not read.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "\u00a0role: Analyst",
	Good:     "role: Analyst",
	Check:    problems(star.Invisible),
}
