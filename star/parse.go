package star

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"
)

// MaxSize is the size in bytes above which a file is not read as a story. Ten
// minutes of talk are under ten kilobytes; Markdown parsers take quadratic
// time on input made to hurt them.
const MaxSize = 1 << 20

// Parse reads a story from the bytes of its file. It keeps source and does not
// change it. It never fails: see [Story.Problems].
func Parse(path string, source []byte) *Story {
	s := &Story{Path: path, ID: storyID(path), Source: source, lines: lineStarts(source), mark: len(bom(source))}
	if problem, ok := unreadable(source); ok {
		problem.Span = Span{len(bom(source)), len(bom(source))}
		if problem.Related.Start > 0 {
			problem.Span = Span{problem.Related.Start, problem.Related.Start + 1}
		}
		problem.Related = Span{}
		s.Problems = append(s.Problems, problem)
		return s
	}
	s.parseFrontMatter()
	s.parseBody()
	s.findRepeated()
	slices.SortStableFunc(s.Problems, func(a, b Problem) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return s
}

// unreadable finds what keeps a file from being read as text at all; Related
// holds the offset of the offending byte.
func unreadable(source []byte) (Problem, bool) {
	if len(source) > MaxSize {
		return Problem{Kind: Unreadable,
			Message: "file is larger than 1 MiB, too large for a story",
			Help:    "keep one story per file and move attachments elsewhere"}, true
	}
	if utf16(source) {
		return Problem{Kind: Unreadable, Message: "file is UTF-16, not UTF-8", Help: "save it as UTF-8"}, true
	}
	if i := bytes.IndexByte(source, 0); i >= 0 {
		return Problem{Kind: Unreadable, Message: "file holds a NUL byte; it is not text",
			Help: "save the story as plain UTF-8 text", Related: Span{i, i + 1}}, true
	}
	if i := invalidUTF8(source); i >= 0 {
		return Problem{Kind: Unreadable, Message: fmt.Sprintf("byte 0x%02X is not UTF-8", source[i]),
			Help: "save the file as UTF-8", Related: Span{i, i + 1}}, true
	}
	return Problem{}, false
}

func utf16(source []byte) bool {
	return bytes.HasPrefix(source, []byte{0xff, 0xfe}) || bytes.HasPrefix(source, []byte{0xfe, 0xff})
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(source []byte) int {
	if utf8.Valid(source) {
		return -1
	}
	for i := 0; i < len(source); {
		r, n := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func (s *Story) report(p Problem) { s.Problems = append(s.Problems, p) }

// findRepeated reports sections that are given twice, in two places or under
// two labels. The first one counts.
func (s *Story) findRepeated() {
	var first [len(partNames)]*Section
	for _, section := range s.Sections {
		earlier := first[section.Part]
		if earlier == nil {
			first[section.Part] = section
			continue
		}
		if section.Part == Lesson || section.Part == Task && section.Label != earlier.Label {
			continue // SHARE and PARLA say the lesson twice, SOAR the task and the obstacle
		}
		s.report(Problem{Kind: Repeated, Span: section.LabelSpan, Related: earlier.LabelSpan,
			Message: fmt.Sprintf("%s is given twice; only the first one is read", section.Part),
			Help:    "merge the two, or keep one story per file"})
	}
}
