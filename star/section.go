package star

import (
	"sort"
	"strings"

	"starbank/star/prose"
)

// Section is the text of one part of a story.
type Section struct {
	Part      Part
	Label     string // as written: "situation", "## Context" gives "Context"
	LabelSpan Span   // the key or the text of the heading
	Content   Span   // from the first to the last byte of the text in the file
	InBody    bool   // under a heading; otherwise in the front matter
	Text      string // as meant: without the indentation of a block scalar
	Prose     *prose.Text

	segments []segment
}

// segment says that n bytes of a text stand at one place of the file unchanged.
type segment struct{ text, file, n int }

// Blank reports whether the section says nothing.
func (s *Section) Blank() bool {
	return s == nil || strings.TrimSpace(s.Text) == "" || len(s.Prose.Words) == 0
}

// Span returns where a range of bytes of s.Text stands in the file. Where the
// file spells the text otherwise (escapes in a quoted scalar), it is the span
// of the whole content.
func (s *Section) Span(r prose.Range) Span { return placeOf(r, s.segments, s.Content) }

// Range is Span the other way round: it returns the part of s.Text that stands in a
// span of the file, and whether any does. An empty span in the text is an empty
// range. Of a text that the file spells otherwise, no part is known.
func (s *Section) Range(span Span) (r prose.Range, is bool) {
	for _, segment := range s.segments {
		start, end := max(span.Start, segment.file), min(span.End, segment.file+segment.n)
		if start > end || start == end && !span.Empty() {
			continue
		}
		if !is {
			r.Start = segment.text + start - segment.file
		}
		r.End, is = segment.text+end-segment.file, true
		if span.Empty() {
			break
		}
	}
	return r, is
}

// placeOf returns where a range of a text stands in the file, by the segments that
// align the two; without any it is the place of the whole.
func placeOf(r prose.Range, segments []segment, whole Span) Span {
	if len(segments) == 0 {
		return whole
	}
	first := sort.Search(len(segments), func(i int) bool { return segments[i].text+segments[i].n > r.Start })
	if first == len(segments) {
		return Span{whole.End, whole.End}
	}
	last := sort.Search(len(segments), func(i int) bool { return segments[i].text >= r.End }) - 1
	from, to := segments[first], segments[max(first, last)]
	start := from.file + max(0, r.Start-from.text)
	end := to.file + min(max(0, r.End-to.text), to.n)
	return Span{start, max(start, end)}
}

func newSection(part Part, label Value, text string, segments []segment) *Section {
	section := &Section{Part: part, Label: label.Text, LabelSpan: label.Span, Text: text, segments: segments}
	if n := len(segments); n > 0 {
		section.Content = Span{segments[0].file, segments[n-1].file + segments[n-1].n}
	}
	section.Prose = prose.Analyze(text)
	return section
}
