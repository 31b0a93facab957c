// Package report writes what a check found, in formats for people, for programs
// and for services that show findings beside a change. [Kinds] lists them.
//
// A [Format] writes what it is given. It does not sort, filter, count for an
// exit status or choose colours. The same report gives the same bytes, and a
// format for machines gives a valid document of every report, the zero one too.
package report

import (
	"fmt"
	"io"
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
	Troubles       []Trouble    // what could not be done

	// The text format alone heeds these, of a check of what has changed.
	Whole []lint.Result // all that Results are a part of, for the totals; nil means Results
	Since *Since        // what has become of the findings since the check before
}

// Since counts the findings that are gone and those that have come in, and says by
// how much the readiness of the one story has risen or fallen, if it is one.
type Since struct{ Mended, New, Readiness int }

// String returns "2 mended, 1 new; readiness +9".
func (s Since) String() string {
	text := "nothing mended, nothing new"
	switch {
	case s.Mended > 0 && s.New > 0:
		text = fmt.Sprintf("%d mended, %d new", s.Mended, s.New)
	case s.Mended > 0:
		text = fmt.Sprintf("%d mended", s.Mended)
	case s.New > 0:
		text = fmt.Sprintf("%d new", s.New)
	}
	if s.Readiness != 0 {
		text += fmt.Sprintf("; readiness %+d", s.Readiness)
	}
	return text
}

// Trouble is why a file, or with an empty Path the whole of the work, could not be
// done. The formats for services and markdown say it; text, concise and json leave
// it to the caller.
type Trouble struct{ Path, Reason string }

// String returns "path: reason".
func (t Trouble) String() string {
	if t.Path == "" {
		return t.Reason
	}
	return t.Path + ": " + t.Reason
}

// Format writes a report. It returns the first error of the writer.
type Format func(io.Writer, Report) error

// Kind is one of the formats.
type Kind struct {
	Name    string // for flags
	Readers string // who reads it
	People  bool   // read by people, who are told of errors elsewhere
	Write   Format
}

// kinds is the one list of formats: flags, their help, completion, messages and
// the test of the README read it.
var kinds = []Kind{
	{"concise", "people, one line a finding: editors, grep", true, Concise},
	{"github", "GitHub Actions: annotations of a pull request", false, GitHub},
	{"gitlab", "GitLab: the code quality report", false, GitLab},
	{"json", "programs", false, JSON},
	{"junit", "Jenkins and other build servers", false, JUnit},
	{"markdown", "a pull request or a page, to paste", true, Markdown},
	{"rdjson", "reviewdog", false, RDJSON},
	{"sarif", "GitHub code scanning, editors", false, SARIF},
	{"text", "people", true, Text},
}

// Kinds lists the formats in alphabetical order.
func Kinds() []Kind { return slices.Clone(kinds) }

// Lookup returns the format of a name.
func Lookup(name string) (kind Kind, known bool) {
	for _, kind := range kinds {
		if kind.Name == name {
			return kind, true
		}
	}
	return Kind{}, false
}

// Names lists the names of the formats in alphabetical order.
func Names() []string {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return names
}

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
