package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// FrontMatterInvalid reports front matter that YAML refuses.
var FrontMatterInvalid = &lint.Rule{
	ID:       "STAR004",
	Name:     "front-matter-invalid",
	Title:    "front matter is not valid YAML",
	Why:      "The key with the slip is not read, here or by any other tool that opens the file.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "title: Led: the migration of the login service",
	Good:     "title: \"Led: the migration of the login service\"",
	Check:    problems(star.Invalid),
}
