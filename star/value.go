package star

import (
	"strings"

	"starbank/star/prose"
)

// Value is a text of the front matter and the place it stands.
type Value struct {
	Text string
	Span Span
}

// Given reports whether the value was written and is not blank.
func (v Value) Given() bool { return strings.TrimSpace(v.Text) != "" }

// Within returns where a range of bytes of the text of a value stands in the file.
// Where the file spells the text otherwise (escapes), it is the span of the whole
// value.
func (s *Story) Within(v Value, r prose.Range) Span {
	file := yamlText{text: s.Source[:v.Span.End]}
	segments := file.walk(v.Text, v.Span.Start, 0)
	if len(segments) == 0 && !v.Span.Empty() {
		segments = file.walk(v.Text, v.Span.Start+1, s.Source[v.Span.Start]) // behind a quotation mark
	}
	return placeOf(r, segments, v.Span)
}
