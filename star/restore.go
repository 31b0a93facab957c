package star

import (
	"bytes"
	"errors"
	"slices"
	"strings"
)

// ErrNoSection says that a version has no such section, or says nothing in it.
var ErrNoSection = errors.New("there is no such section")

// Restore returns the file with a section that says what it says in another version
// of the story, and all else as it is. The section stays where it is, in the front
// matter or under its heading; one that is not there is made, as by [Story.Add]. It
// is [ErrNotProved] where the text would not read as it did, or would change how
// something else reads.
func (s *Story) Restore(part Part, from *Story) ([]byte, error) {
	old := from.Section(part)
	if old.Blank() {
		return nil, ErrNoSection
	}
	meant := func(later *Story) bool {
		return sameText(later.Section(part).text(), old.Text) && s.sameBeside(s.Section(part), later, later.Section(part))
	}
	for _, edits := range s.restorations(part, old, from) {
		if source, err := s.Carry(edits, meant); err == nil {
			return source, nil
		}
	}
	return nil, ErrNotProved
}

// restorations lists the ways to write a section as it was, the closest first.
func (s *Story) restorations(part Part, old *Section, from *Story) (ways [][]Edit) {
	section := s.Section(part)
	text := strings.TrimSpace(strings.ReplaceAll(old.Text, "\r\n", "\n"))
	switch {
	case section == nil:
		return [][]Edit{s.addSection(part, text)}
	case section.InBody:
		return [][]Edit{{s.fill(section, text)}}
	}
	field := s.fieldAt(section.LabelSpan)
	if field == nil {
		return nil
	}
	if was := from.fieldAt(old.LabelSpan); was != nil { // as it was spelled there
		lines := from.Quote(from.linesOf(was))
		if value, is := strings.CutPrefix(lines, from.Quote(was.KeySpan)); is {
			ways = append(ways, []Edit{{s.linesOf(field), s.Quote(field.KeySpan) + s.ended(whole(value))}})
		}
	}
	return append(ways, []Edit{{s.linesOf(field), s.ended(blockYAML(field.Key, old.Text))}})
}

// fill returns the edit that puts a text below a heading.
func (s *Story) fill(section *Section, text string) Edit {
	eol := s.lineBreak()
	text = s.ended(text)
	if !section.Content.Empty() {
		return Edit{section.Content, text}
	}
	at := section.Content.Start
	before := bytes.TrimRight(s.Source[:at], " \t\r\n")
	breaks := bytes.Count(s.Source[len(before):at], []byte{'\n'})
	text = strings.Repeat(eol, max(0, 2-breaks)) + text + eol
	if at < len(s.Source) {
		text += eol
	}
	return Edit{Span{at, at}, text}
}

// whole returns lines that end as lines do.
func whole(lines string) string {
	lines = strings.ReplaceAll(lines, "\r\n", "\n")
	return strings.TrimSuffix(lines, "\n") + "\n"
}

func (s *Section) text() string {
	if s == nil {
		return ""
	}
	return s.Text
}

// sameText reports whether two texts are the same but for the ends of their lines,
// and for tabs, which a block in front matter has as blanks.
func sameText(a, b string) bool { return even(a) == even(b) }

var evenly = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ")

func even(text string) string {
	lines := strings.Split(evenly.Replace(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n ")
}

// sameBeside reports whether two versions say the same beside one section of each.
func (s *Story) sameBeside(section *Section, later *Story, other *Section) bool {
	return slices.Equal(s.beside(section), later.beside(other))
}

// beside lists what a story says beside one section, whose place among the others
// does not count.
func (s *Story) beside(section *Section) (said []string) {
	for _, o := range s.Sections {
		if o != section {
			said = append(said, o.Label, even(o.Text))
		}
	}
	for _, f := range s.Fields {
		if section == nil || f.KeySpan != section.LabelSpan {
			said = append(said, f.Key, even(s.Quote(f.Value)))
		}
	}
	for _, span := range s.Notes() {
		said = append(said, strings.Fields(s.Quote(span))...)
	}
	return append(said, s.Title.Text)
}
