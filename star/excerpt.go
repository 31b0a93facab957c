package star

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// excerpt is what a story knows of a file whose source it has let go of.
type excerpt struct {
	size  int        // of the file in bytes
	lines []keptLine // in the order of the file
}

// keptLine is a line with its number, counted from 1, and where it begins.
type keptLine struct {
	number, start int
	text          string
}

// Excerpt returns a story that has let go of its source but for the lines in
// which the spans begin and end: enough to say where they are and to show
// them. Ten thousand stories of which each has a finding fit into memory so.
// Any other place is taken to the line kept before it.
func (s *Story) Excerpt(spans ...Span) *Story {
	var numbers []int
	for _, span := range spans {
		for _, offset := range [2]int{span.Start, span.End} {
			numbers = append(numbers, s.line(max(0, min(offset, len(s.Source))))+1)
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	e := &excerpt{size: len(s.Source), lines: make([]keptLine, len(numbers))}
	for i, number := range numbers {
		text, start := s.Line(number)
		e.lines[i] = keptLine{number, start, text}
	}
	return &Story{Path: s.Path, ID: s.ID, Title: Value{Text: strings.Clone(s.Title.Text)}, Status: Value{Text: strings.Clone(s.Status.Text)}, excerpt: e}
}

// position returns the place of an offset.
func (e *excerpt) position(offset int) Position {
	at, is := slices.BinarySearchFunc(e.lines, offset, func(l keptLine, offset int) int { return cmp.Compare(l.start, offset) })
	if !is {
		at--
	}
	if at < 0 {
		return Position{Line: 1, Column: 1}
	}
	line := &e.lines[at]
	return Position{Line: line.number, Column: utf8.RuneCountInString(line.text[:min(offset-line.start, len(line.text))]) + 1}
}

// line returns a line that was kept; of any other nothing.
func (e *excerpt) line(number int) (text string, start int) {
	at, is := slices.BinarySearchFunc(e.lines, number, func(l keptLine, number int) int { return cmp.Compare(l.number, number) })
	if !is {
		return "", e.size
	}
	return e.lines[at].text, e.lines[at].start
}

// size returns the size of the file.
func (s *Story) size() int {
	if s.excerpt != nil {
		return s.excerpt.size
	}
	return len(s.Source)
}
