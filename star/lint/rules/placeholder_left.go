package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// PlaceholderLeft reports a gap that was meant to be filled in.
var PlaceholderLeft = &lint.Rule{
	ID:       "STAR014",
	Name:     "placeholder-left",
	Title:    "placeholder is left in the text",
	Why:      "A gap looks like a figure until it has to be said aloud.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "result: |\n  I cut the wait from [X] to 12 minutes in the first month, and the shop lost no customer.",
	Good:     "result: |\n  I cut the wait from 40 to 12 minutes in the first month, and the shop has lost no customer over it since then.",
	Check: func(p *lint.Pass) {
		for _, section := range p.Story.Sections {
			for _, r := range placeholders(section) {
				p.ReportIn(section, r, fmt.Sprintf("placeholder %q is left in", section.Prose.Slice(r)), "put the fact in, or take the sentence out")
			}
		}
	},
}

// gap matches [X], [Y]%, <number>, {{name}}, TODO, TBD, XX% and ____. A word in
// square brackets alone may be a wiki link or a checkbox, so it must be one
// letter, capitals, or begin with a word of instruction.
var gap = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[(?:[A-Z]{1,3}|[Ii]nsert [^\]\n]{1,60}|[Yy]our [^\]\n]{1,60}|[Aa]dd [^\]\n]{1,60}|number|metric|name|date|company|team|percentage|amount|placeholder)\]%?|\{\{[^}\n]{1,60}\}\}|<(?:insert|your|number|metric|name|date|company|team)\b[^>\n]{0,60}>|\b(?:TODO|TBD|FIXME|XX+%|X%|\$X+)|\b(?:TODO|TBD)\b|_{4,}|\?\?\?+`)
})

// gapMarks are what a gap cannot do without; a regular expression over every
// section would take half of the time of a check.
var gapMarks = []string{"[", "{{", "<", "TODO", "TBD", "FIXME", "XX", "X%", "$X", "____", "???"}

func placeholders(section *star.Section) []prose.Range {
	var found []prose.Range
	if !slices.ContainsFunc(gapMarks, func(mark string) bool { return strings.Contains(section.Text, mark) }) {
		return nil
	}
	for _, at := range gap().FindAllStringIndex(section.Text, -1) {
		if !link(section.Text[at[1]:]) {
			found = append(found, prose.Range{Start: at[0], End: at[1]})
		}
	}
	return found
}

// link reports whether brackets are followed by the target of a link.
func link(rest string) bool {
	return len(rest) > 0 && (rest[0] == '(' || rest[0] == ']' || rest[0] == '[')
}
