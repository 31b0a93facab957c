package star

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of bytes in the file of a story.
type Span struct{ Start, End int }

// Empty reports whether s covers no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Position is a place for people: a line and a column, both counted from 1.
// Columns count code points; a byte order mark at the start of the file counts
// as none.
type Position struct{ Line, Column int }

// Position returns the place of a byte offset. An offset outside the file is
// taken to its nearest end; one inside a code point belongs to that code point.
func (s *Story) Position(offset int) Position {
	offset = max(0, min(offset, s.size()))
	if s.excerpt != nil {
		return s.excerpt.position(offset)
	}
	line := s.line(offset)
	start := min(s.lineStart(line), offset)
	end := len(bytes.TrimRight(s.Source[start:offset], "\r\n"))
	return Position{Line: line + 1, Column: utf8.RuneCount(s.Source[start:start+end]) + 1}
}

// Line returns the text of a line counted from 1, without its line break,
// and the offset at which it starts. A line that does not exist is empty.
func (s *Story) Line(number int) (text string, start int) {
	if s.excerpt != nil {
		return s.excerpt.line(number)
	}
	if number < 1 || number > len(s.lines) {
		return "", s.size()
	}
	start = s.lineStart(number - 1)
	end := len(s.Source)
	if number < len(s.lines) {
		end = s.lines[number]
	}
	return string(bytes.TrimRight(s.Source[start:max(start, end)], "\r\n")), start
}

// Quote returns the text that a span covers.
func (s *Story) Quote(span Span) string {
	if s.excerpt != nil {
		text, start := s.Line(s.Position(span.Start).Line)
		from := max(0, min(span.Start-start, len(text)))
		return text[from:max(from, min(span.End-start, len(text)))]
	}
	start := max(0, min(span.Start, len(s.Source)))
	return string(s.Source[start:max(start, min(span.End, len(s.Source)))])
}

func (s *Story) line(offset int) int {
	return sort.SearchInts(s.lines, offset+1) - 1
}

func (s *Story) lineStart(line int) int {
	if line == 0 {
		return s.mark
	}
	return s.lines[line]
}

// lineStarts lists where the lines of src begin; there is always a first one.
func lineStarts(src []byte) []int {
	starts := make([]int, 1, bytes.Count(src, []byte{'\n'})+1)
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// bom returns the byte order mark src starts with, or nothing.
func bom(src []byte) []byte {
	mark := []byte("\ufeff")
	if bytes.HasPrefix(src, mark) {
		return src[:len(mark)]
	}
	return nil
}
