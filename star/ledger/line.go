package ledger

import (
	"cmp"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/prose"
)

// Line is a figure written out. It holds on to nothing of the story, so that a
// bank can keep the lines of many.
type Line struct {
	Entry
	Text          string // the figure as written, with its unit or noun: "60 product teams"
	SpeaksOf      string // what it counts or measures, as written; "" where the text does not tell
	Before, After string // the rest of its sentence
	From, To      star.Position
	Backing       []star.Position // where the followups begin that answer for it

	entry  int // index in Ledger.Entries
	offset int // of the figure in the file
}

// Lines writes out the figures of a ledger in the order of the file.
func (l *Ledger) Lines() []Line {
	lines := make([]Line, 0, len(l.Entries))
	for i := range l.Entries {
		e := &l.Entries[i]
		span := l.Span(e)
		line := Line{Entry: *e, Text: l.copied(e, e.Range), SpeaksOf: l.copied(e, e.about), entry: i, offset: span.Start,
			Before: l.copied(e, prose.Range{Start: e.sentence.Start, End: e.Start}),
			After:  l.copied(e, prose.Range{Start: e.End, End: max(e.End, e.sentence.End)}),
			From:   l.Story.Position(span.Start), To: l.Story.Position(span.End)}
		line.Unit, line.Per = strings.Clone(e.Unit), strings.Clone(e.Per)
		for _, k := range l.Backing(e) {
			line.Backing = append(line.Backing, l.Story.Position(l.Story.Followups[k].Ask.Span.Start))
		}
		lines = append(lines, line)
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.offset, b.offset) })
	return lines
}

// Repeats reports whether a line gives the value of another, for something that
// could be the same.
func (l *Line) Repeats(o *Line) bool {
	return related(&l.Entry, &o.Entry) && l.measure.low == o.measure.low && l.measure.high == o.measure.high
}

// copied returns words that share nothing with the story.
func (l *Ledger) copied(e *Entry, r prose.Range) string { return strings.Clone(l.words(e, r)) }

// Pairs returns the conflicts of a ledger as indexes into its lines.
func (l *Ledger) Pairs(lines []Line) []Pair {
	at := make([]int, len(l.Entries))
	for k := range lines {
		at[lines[k].entry] = k
	}
	var found []Pair
	for _, c := range l.Conflicts() {
		found = append(found, Pair{at[l.index(c.Odd)], at[l.index(c.Other)]})
	}
	return found
}

func (l *Ledger) index(e *Entry) int {
	for i := range l.Entries {
		if &l.Entries[i] == e {
			return i
		}
	}
	return -1
}
