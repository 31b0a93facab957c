// Package revision says what changed between two versions of a story, section
// by section and word by word, the way a careful person would mark it.
//
// Start with [Compare]. White space is never compared: a paragraph wrapped
// anew has not changed. Headings renamed, split, merged or moved between the
// front matter and the body are facts about a [Section] and no changes of its
// text. What stands elsewhere is a [Move] with the changes inside it.
//
// The answer depends on the two versions alone, never on the clock: where they
// have too little in common for a difference worth reading, it is coarser.
package revision

import (
	"starbank/star"
)

// Difference is what changed between two versions of a story.
type Difference struct {
	Old, New *star.Story // as given to Compare; an absent version is a story without text
	Fields   []Field     // the keys that changed, in the order of the new version
	Sections []Section   // all of them in the order of the new version, the notes last
	Moves    []*Move     // in the order of the old version
	Figures  []Figure    // figures and dates changed, dropped and gained in the sections
}

// Empty reports whether nothing is to be said: at most white space, comments or
// the order of keys differ.
func (d *Difference) Empty() bool {
	if len(d.Fields) > 0 {
		return false
	}
	for i := range d.Sections {
		if d.Sections[i].Change&^Reflowed != Unchanged {
			return false
		}
	}
	return true
}

// Edits counts the edits in the text of all sections, as [Edits] does.
func (d *Difference) Edits() int {
	n := 0
	for i := range d.Sections {
		n += Edits(d.Sections[i].Ops)
	}
	return n
}

// Compare returns the difference between two versions of a story. Either may be
// nil: the story was added or removed.
func Compare(old, new *star.Story) *Difference {
	d := &Difference{Old: orNone(old), New: orNone(new)}
	c := newComparer(words(d.Old) + words(d.New))
	d.Fields = c.fields(d.Old, d.New)
	groups := c.pair(blocks(d.Old), blocks(d.New))
	for _, g := range groups {
		c.align(g)
	}
	d.Moves = c.findMoves(groups)
	for _, g := range groups {
		g.write(c)
		d.Sections = append(d.Sections, g.section())
	}
	c.finish(d.Moves, groups)
	d.Figures = figures(groups, d.Moves)
	return d
}

func orNone(s *star.Story) *star.Story {
	if s == nil {
		return &star.Story{}
	}
	return s
}

func words(s *star.Story) int {
	n := 0
	for _, section := range s.Sections {
		n += len(section.Prose.Words)
	}
	return n
}
