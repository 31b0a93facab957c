package changes

import (
	"slices"
	"strings"

	"starbank/star/report/cells"
	"starbank/star/revision"
)

// fate is what became of a piece of text.
type fate uint8

const (
	kept fate = iota
	cut
	added
	movedAway
	movedHere
)

// piece is words of one fate.
type piece struct {
	fate  fate
	text  string
	glued bool   // no blank stands before it
	note  string // where it was moved to or from
}

// old and new report in which version the words stand.
func (p piece) old() bool { return p.fate == kept || p.fate == cut || p.fate == movedAway }
func (p piece) new() bool { return p.fate == kept || p.fate == added || p.fate == movedHere }

// paragraph is a paragraph, a step or a heading of either version.
type paragraph struct {
	marker string // "1." or "-", in the newer version that has it
	begin  fate   // of its break
	pieces []piece
}

// changed reports whether anything in it, or its break, is not what it was.
func (p paragraph) changed() bool {
	for _, piece := range p.pieces {
		if piece.fate != kept {
			return true
		}
	}
	return p.begin != kept
}

// paragraphs cuts the operations of a section where paragraphs begin.
func paragraphs(ops []revision.Op) []paragraph {
	var b builder
	for i := range ops {
		b.op(&ops[i])
	}
	return b.done
}

// builder makes paragraphs of operations.
type builder struct{ done []paragraph }

func (b *builder) op(op *revision.Op) {
	switch op.Kind {
	case revision.Equal:
		b.add(&op.New, kept, "")
	case revision.Insert:
		b.add(&op.New, added, "")
	case revision.Delete:
		b.add(&op.Old, cut, "")
	case revision.MoveEnd:
		b.move(op)
	}
}

// move writes one end of a move; the words changed inside stand where the text
// stands now.
func (b *builder) move(op *revision.Op) {
	if op.Old.Given() {
		b.add(&op.Old, movedAway, elsewhere("moved to", op.Move.To, op.Move))
		return
	}
	note := elsewhere("moved from", op.Move.From, op.Move)
	for i := range op.Move.Ops {
		inner := &op.Move.Ops[i]
		switch inner.Kind {
		case revision.Equal:
			b.add(&inner.New, movedHere, note)
			note = ""
		case revision.Insert:
			b.add(&inner.New, added, "")
		case revision.Delete:
			b.add(&inner.Old, cut, "")
		}
	}
}

// elsewhere names the other end of a move.
func elsewhere(verb, section string, move *revision.Move) string {
	if move.From == move.To {
		return strings.Fields(verb)[0]
	}
	return verb + " " + section
}

func (b *builder) add(p *revision.Passage, fate fate, note string) {
	if p.Break || len(b.done) == 0 {
		b.done = append(b.done, paragraph{marker: flat(p.Lead), begin: fate})
	}
	text := flat(p.Text)
	if text == "" {
		return
	}
	last := &b.done[len(b.done)-1]
	made := piece{fate: fate, text: text, note: note}
	made.glued = p.Lead == "" && !p.Break && last.continues(made)
	last.pieces = append(last.pieces, made)
}

// continues reports whether a version of the piece has words before it.
func (p *paragraph) continues(next piece) bool {
	return slices.ContainsFunc(p.pieces, func(before piece) bool {
		return before.old() && next.old() || before.new() && next.new()
	})
}

// flat puts a text on one line that is safe to show.
func flat(text string) string { return cells.Clean(strings.Join(strings.Fields(text), " ")) }
