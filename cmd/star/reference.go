package main

import (
	"fmt"
	"io"

	"starbank/star/lint/rules"
	"starbank/stories"
)

const referenceHead = `# Rules

Written by ` + "`star explain --all --format markdown`" + `. An example shows the keys of a story's front matter that matter to the rule; the
rest of the story is sound. Errors are what nearly every interviewer would object to, warnings what most would, infos are suggestions.

Set a finding aside in the story, with the reason, or change or switch off a rule for the whole bank in star.yaml:

` + "```yaml" + `
ignore: {result-no-metric: the outcome was a decision not to launch}   # in a story
check: {rules: {result-no-metric: error, action-passive: off}}         # in star.yaml
` + "```" + `
`

// writeReference documents every rule on one page.
func writeReference(w io.Writer) {
	io.WriteString(w, referenceHead)
	for _, rule := range rules.All {
		fmt.Fprintf(w, "\n## %s %s\n\n%s; %s, since %s.\n\n%s", rule.ID, rule.Name, sentence(rule.Title), rule.Severity, rule.Since, rule.Markdown())
	}
	for _, rule := range stories.Rules {
		fmt.Fprintf(w, "\n## %s %s\n\n%s; %s, of the bank, reported by `star coverage`.\n\n%s\n\nChange it: `check: {rules: {%s: off}}` in star.yaml (or error, warning, info).\n",
			rule.ID, rule.Name, sentence(rule.Title), rule.Severity, rule.Why, rule.Name)
	}
}
