package star

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
)

// Edit replaces the bytes of a span by a text. An empty span inserts.
type Edit struct {
	Span Span
	Text string
}

// ErrEdits says that edits overlap or lie outside the file.
var ErrEdits = errors.New("edits overlap or lie outside the file")

// Apply returns a copy of source with edits carried out; every other byte stays
// as it is. Edits at one place are carried out in the order given.
func Apply(source []byte, edits []Edit) ([]byte, error) {
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	var out bytes.Buffer
	at := 0
	for _, edit := range sorted {
		if edit.Span.Start < at || edit.Span.End < edit.Span.Start || edit.Span.End > len(source) {
			return nil, ErrEdits
		}
		out.Write(source[at:edit.Span.Start])
		out.WriteString(edit.Text)
		at = edit.Span.End
	}
	out.Write(source[at:])
	return out.Bytes(), nil
}

// lineBreak returns how the lines of the file end.
func (s *Story) lineBreak() string {
	if i := bytes.IndexByte(s.Source, '\n'); i > 0 && s.Source[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// Keeps reports whether a later version of a story still says all that s says:
// each key that touches none of the edits has the value it had, and each section
// but those has its text. It is how an edit is proved harmless before a file is
// written.
func (s *Story) Keeps(later *Story, edits []Edit) bool {
	for _, field := range s.Fields {
		if touches(edits, Span{field.KeySpan.Start, max(field.KeySpan.End, field.Value.End)}) {
			continue
		}
		i := slices.IndexFunc(later.Fields, func(f Field) bool { return f.Key == field.Key })
		if i < 0 || s.Quote(field.Value) != later.Quote(later.Fields[i].Value) {
			return false
		}
	}
	for _, section := range s.Sections {
		if touches(edits, section.Content) || touches(edits, section.LabelSpan) {
			continue
		}
		same := func(o *Section) bool { return o.Part == section.Part && o.Text == section.Text }
		if !slices.ContainsFunc(later.Sections, same) {
			return false
		}
	}
	return true
}

func touches(edits []Edit, span Span) bool {
	return slices.ContainsFunc(edits, func(e Edit) bool { return e.Span.Start <= span.End && span.Start <= e.Span.End })
}
