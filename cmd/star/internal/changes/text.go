package changes

import (
	"fmt"
	"io"
	"strings"

	"starbank/star/report/cells"
	"starbank/star/revision"
)

// Plain writes for people: each story with the judgement of its revision, then the
// words, as much as the detail asks for.
func Plain(w io.Writer, d Document) error {
	p := newPen(w, d)
	if d.Detail == Stat {
		p.stat()
		return p.Flush()
	}
	for i := range d.Stories {
		if i > 0 {
			p.Printf("\n")
		}
		p.story(&d.Stories[i])
	}
	return p.Flush()
}

func (p *pen) story(s *Story) {
	if !p.Bare {
		p.headline(s)
	}
	p.judgement(s)
	if p.Detail == Judgement {
		return
	}
	d := s.Review.Difference
	if s.alone() && !p.Whole {
		return
	}
	for i, field := range d.Fields {
		if i == 0 {
			p.Printf("\n")
		}
		p.field(field)
	}
	for i := range d.Sections {
		p.section(&d.Sections[i])
	}
}

// headline names the story and what became of it.
func (p *pen) headline(s *Story) {
	path := s.To
	switch s.Status {
	case Removed:
		path = s.From
	case Renamed:
		path = s.From + " → " + s.To
	}
	p.Printf("%s  %s\n", p.Paint(cells.Bold, cells.Clean(s.ID)), p.Paint(cells.Dim, cells.Clean(path)+", "+string(s.Status)))
}

// field writes a key of the front matter that changed.
func (p *pen) field(f revision.Field) {
	var runs []cells.Run
	for i, item := range f.Items {
		if i > 0 {
			runs = append(runs, plain(", "))
		}
		for _, paragraph := range paragraphs(item.Ops) {
			runs = append(runs, runsOf(paragraph.pieces)...)
		}
	}
	p.hanging([]cells.Run{{Text: cells.Clean(f.Key), Style: cells.Cyan}, plain(": ")}, runs)
}

// section writes what happened to a section, unless nothing did.
func (p *pen) section(s *revision.Section) {
	if s.Change == revision.Unchanged && !p.Whole {
		return
	}
	p.Printf("\n")
	p.hanging([]cells.Run{{Text: s.Name, Style: cells.Cyan}, plain("  ")}, []cells.Run{{Text: what(s), Style: cells.Dim}})
	if s.Change.Has(revision.Changed) || s.Change.Has(revision.Added) || s.Change.Has(revision.Removed) || p.Whole {
		if p.Detail == Columns {
			p.columns(paragraphs(s.Ops))
		} else {
			p.paragraphs(paragraphs(s.Ops))
		}
	}
}

// phrases say what can happen to a section, beside a change of its words.
var phrases = []struct {
	change revision.Change
	phrase func(*revision.Section) string
}{
	{revision.Added, func(*revision.Section) string { return "added" }},
	{revision.Removed, func(*revision.Section) string { return "removed" }},
	{revision.Renamed, func(s *revision.Section) string { return fmt.Sprintf("renamed %q to %q", label(s.Old), label(s.New)) }},
	{revision.Moved, moved},
	{revision.Reordered, func(*revision.Section) string { return "stands elsewhere" }},
	{revision.Split, func(*revision.Section) string { return "split" }},
	{revision.Merged, func(*revision.Section) string { return "merged" }},
	{revision.Reflowed, func(*revision.Section) string { return "wrapped anew" }},
}

// what says what happened to a section.
func what(s *revision.Section) string {
	said := []string{cells.Plural(s.Words[1], "word", "words")}
	if s.Words[0] != s.Words[1] {
		said[0] = fmt.Sprintf("%d → %s", s.Words[0], said[0])
	}
	for _, p := range phrases {
		if s.Change.Has(p.change) {
			said = append(said, p.phrase(s))
		}
	}
	if s.Change&(revision.Changed|revision.Added|revision.Removed) == 0 {
		said[0] = "the same words"
	}
	return strings.Join(said, ", ")
}

// paragraphs writes those that changed, each behind its margin.
func (p *pen) paragraphs(all []paragraph) {
	p.eachChanged(all, func(paragraph paragraph) {
		p.hanging([]cells.Run{plain(p.margin(paragraph))}, runsOf(p.cropped(paragraph.pieces)))
	})
}

// eachChanged lets write those paragraphs that changed, or all where the document is
// whole, and says between them how many did not.
func (p *pen) eachChanged(all []paragraph, write func(paragraph)) {
	same := 0
	for _, paragraph := range all {
		if !paragraph.changed() && !p.Whole {
			same++
			continue
		}
		p.skipped(same)
		same = 0
		write(paragraph)
	}
	p.skipped(same)
}

func (p *pen) margin(paragraph paragraph) string {
	if paragraph.marker == "" {
		return "  "
	}
	return "  " + paragraph.marker + " "
}

func (p *pen) skipped(n int) {
	if n > 0 {
		p.Printf("  %s\n", p.Paint(cells.Dim, "… "+cells.Plural(n, "paragraph", "paragraphs")+" unchanged"))
	}
}

// The marks around words, and their colours, by fate.
var marks = [...]struct{ open, close, colour string }{
	kept:      {"", "", ""},
	cut:       {"[-", "-]", cells.Red},
	added:     {"{+", "+}", cells.Green},
	movedAway: {"[~", "~]", cells.Magenta},
	movedHere: {"{~", "~}", cells.Magenta},
}

// runsOf marks pieces.
func runsOf(pieces []piece) []cells.Run {
	var runs []cells.Run
	for i, piece := range pieces {
		mark := marks[piece.fate]
		if i > 0 && !piece.glued {
			runs = append(runs, plain(" "))
		}
		runs = append(runs, cells.Run{Text: mark.open + piece.text + mark.close, Style: mark.colour})
		if piece.note != "" {
			runs = append(runs, cells.Run{Text: " (" + piece.note + ")", Style: cells.Dim})
		}
	}
	return runs
}

// context is how many words are shown around a change, in a paragraph that has many
// more.
const context = 12

// cropped leaves out words that are far from any change.
func (p *pen) cropped(pieces []piece) []piece {
	if p.Whole {
		return pieces
	}
	short := make([]piece, len(pieces))
	for i, piece := range pieces {
		if short[i] = piece; piece.fate == kept && len(pieces) > 1 {
			short[i].text = around(piece.text, i > 0, i < len(pieces)-1)
		}
	}
	return short
}

// around keeps the words of a text that stand beside a change.
func around(text string, before, after bool) string {
	words := strings.Fields(text)
	head, tail := 0, 0
	if before {
		head = context
	}
	if after {
		tail = context
	}
	if len(words) <= head+tail+context/2 {
		return text
	}
	return strings.TrimSpace(strings.Join(words[:head], " ") + " … " + strings.Join(words[len(words)-tail:], " "))
}
