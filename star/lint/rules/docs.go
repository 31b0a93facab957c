package rules

import (
	"fmt"
	"strings"
)

//go:generate go test -run TestDocs . -args -update
//go:generate go test -run TestReference ../../../cmd/star -args -update

// Table returns the reference of all rules as a Markdown table.
func Table() string {
	var b strings.Builder
	b.WriteString("| id | name | severity | what is found |\n|---|---|---|---|\n")
	for _, rule := range All {
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s |\n", rule.ID, rule.Name, rule.Severity, rule.Title)
	}
	return b.String()
}
