package lint_test

import (
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
)

// shout reports each exclamation mark, without a quote.
var shout = &lint.Rule{ID: "STAR999", Name: "shout", Severity: lint.Info, Check: func(p *lint.Pass) {
	for i, c := range p.Story.Source {
		if c == '!' {
			p.Report(lint.Finding{Span: star.Span{Start: i, End: i + 1}, Message: "it is shouted"})
		}
	}
}}

func TestCompare(t *testing.T) {
	const long = "We did what nobody had thought that we would ever be able to do in the short time that we had been given for all of the work that was left"
	tests := []struct {
		name, before, after string // the result of a story
		gone, come          string
	}{
		{"nothing changes", "It got significantly faster.", "It got significantly faster.", "", ""},
		{"the words move", "It got significantly faster.", "It held.\n\nIt got Significantly faster.", "", ""},
		{"a figure in their place", "It got significantly faster.", "It got 3 times faster.", "vague-quantifier", ""},
		{"other vague words", "It got significantly faster.", "It got much faster.", "vague-quantifier", "vague-quantifier"},
		{"one of several in one finding", "The BQX and the ZKW got faster.", "The ZKW got faster.", "", ""},
		{"one of several alike", "It held! It got faster! It stayed!", "It held! It got faster. It stayed!", "shout", ""},
		{"one more", "It held!", "It held! It got faster!", "", "shout"},
		{"a figure of the message", long + ".", long + " for us to do in that year.", "", ""},
		{"from nothing", "", "It got much faster!", "", "vague-quantifier shout"},
		{"to nothing", "It got much faster!", "", "vague-quantifier shout", ""},
	}
	ruleset := []*lint.Rule{rules.VagueQuantifier, rules.AcronymUndefined, rules.SentenceLong, shout}
	for _, test := range tests {
		check := func(result string) []lint.Diagnostic {
			source := "## Action\nI cut the wait.\n## Result\n" + result + "\n"
			return lint.Run(star.Parse("story.md", []byte(source)), ruleset, lint.Config{}).Diagnostics
		}
		before, after := check(test.before), check(test.after)
		gone, come := lint.Compare(before, after)
		if names(gone) != test.gone || names(come) != test.come {
			t.Errorf("%s: gone %q, come %q; want %q, %q", test.name, names(gone), names(come), test.gone, test.come)
		}
		if len(before)-len(gone)+len(come) != len(after) {
			t.Errorf("%s: %d findings less %d and with %d are not %d", test.name, len(before), len(gone), len(come), len(after))
		}
		if len(before)+len(after) == 0 {
			t.Errorf("%s: nothing is found at all", test.name)
		}
	}
}

// TestCompareSections holds that a finding of another section is another one.
func TestCompareSections(t *testing.T) {
	check := func(source string) []lint.Diagnostic {
		return lint.Run(star.Parse("story.md", []byte(source)), []*lint.Rule{rules.SectionMissing}, lint.Config{}).Diagnostics
	}
	gone, come := lint.Compare(check("## Action\nI cut it.\n"), check("## Result\nIt was cut.\n"))
	if len(gone) != 1 || len(come) != 1 || gone[0].Section != "result" || come[0].Section != "action" {
		t.Errorf("gone %q, come %q", names(gone), names(come))
	}
}

func names(found []lint.Diagnostic) string {
	var names []string
	for _, d := range found {
		names = append(names, d.Rule.Name)
	}
	return strings.Join(names, " ")
}
