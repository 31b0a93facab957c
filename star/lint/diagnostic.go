package lint

import (
	"cmp"
	"slices"

	"starbank/star"
)

// Diagnostic is one finding: what is wrong with which words, and what to do.
type Diagnostic struct {
	Rule     *Rule
	Severity Severity
	Story    *star.Story
	Section  string    // the part the finding is about, or ""
	Span     star.Span // in the file; empty where text is missing
	Message  string    // what is wrong; about the text, never about the writer
	Help     string    // what to do
	Related  []Related
	Secret   bool // the words are not to be repeated in reports
	Fix      *Fix // nil where the mend is the writer's
}

// Fix is a mend that changes how a file is read and no word of what it tells.
type Fix struct {
	Title string // what it does
	Edits []star.Edit
}

// Related is another place that a finding speaks of.
type Related struct {
	Span    star.Span
	Message string
}

// Sort puts diagnostics in the order of path, place and rule. What a rule
// finds about the same words stays in the order of the rule.
func Sort(found []Diagnostic) {
	slices.SortStableFunc(found, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Story.Path, b.Story.Path),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Span.End, b.Span.End),
		)
	})
}
