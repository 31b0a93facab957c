// Package report writes what a check found: for people as text, for scripts as
// json, and one line a finding for both.
//
// A [Format] writes what it is given. It does not sort, filter, count for an
// exit status or choose colours.
package report

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"starbank/star/lint"
)

// Report is the outcome of a check.
type Report struct {
	Results        []lint.Result // one a story, in the order to print
	WordsPerMinute int
	Width          int          // columns of the terminal
	Colour         bool         // may use colour
	Quiet          bool         // findings only, no summary
	Version        string       // of the program
	Rules          []*lint.Rule // that ran; those of the findings, when empty
	Troubles       []string     // files that could not be read, with the reason
}

// Format writes a report. It returns the first error of the writer.
type Format func(io.Writer, Report) error

var formats = map[string]Format{"text": Text, "concise": Concise, "json": JSON, "sarif": SARIF, "github": GitHub, "gitlab": GitLab,
	"rdjson": RDJSON, "junit": JUnit, "markdown": Markdown}

// Lookup returns the format of a name, or nil.
func Lookup(name string) Format { return formats[name] }

// Names lists the formats in alphabetical order.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

// rules returns the rules that ran, or those of the findings.
func (r Report) rules() []*lint.Rule {
	rules := slices.Clone(r.Rules)
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			if !slices.Contains(rules, d.Rule) {
				rules = append(rules, d.Rule)
			}
		}
	}
	return rules
}

// Count returns how many findings there are of each severity.
func (r Report) Count() map[lint.Severity]int {
	counts := map[lint.Severity]int{}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			counts[d.Severity]++
		}
	}
	return counts
}

// plural returns "1 story", "2 stories".
func plural(n int, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("1 %s", one)
	}
	return fmt.Sprintf("%d %s", n, many)
}
