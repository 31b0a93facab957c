package revision

import (
	"strings"

	"starbank/star"
)

// Kind says what an Op does.
type Kind uint8

// The kinds of operations.
const (
	Equal   Kind = iota // the same words in both versions
	Insert              // only in the new version
	Delete              // only in the old version
	MoveEnd             // one end of a Move
)

var kindNames = [...]string{"equal", "insert", "delete", "move"}

// String returns the kind as it is spelled in machine output.
func (k Kind) String() string { return kindNames[k] }

// Op is a step on the way from the old text to the new one. It reaches over no
// paragraph break and over no section. Equal has both passages, Insert has New,
// Delete has Old. A move has two ops: one with Old where the text stood and one
// with New where it stands.
type Op struct {
	Kind     Kind
	Old, New Passage
	Move     *Move // for MoveEnd: what was moved, with the changes inside it
}

// Reflowed reports equal words that are set otherwise: in other lines, under
// another list marker, between other quotation marks.
func (op *Op) Reflowed() bool {
	if op.Kind != Equal {
		return false
	}
	return op.Old.Text != op.New.Text || op.Old.Break && strings.TrimSpace(op.Old.Lead) != strings.TrimSpace(op.New.Lead)
}

// Passage is a run of words in one version.
type Passage struct {
	// Text is the passage as meant, from its first word to its last. It is
	// empty where only a paragraph break is inserted or deleted.
	Text string
	// Lead is what stands between the passage before and this one: white space
	// and, of a passage with a Break, the marker of a list item or a heading. It
	// is never compared. The leads and texts of one side, joined, give that
	// version back.
	Lead string
	// Break says that the passage begins a paragraph, a list item or a heading.
	// Like a word, the break is part of what is equal, inserted or deleted.
	Break   bool
	Span    star.Span     // where Text stands in the file; of a break alone, where the words behind it begin
	Section *star.Section // which holds it; nil in notes and in fields
}

// Given reports whether the op has this side.
func (p *Passage) Given() bool { return p.Break || p.Text != "" }

// Move is a text that stands elsewhere in the new version: sentences in order,
// moved together.
type Move struct {
	From, To string // names of the sections
	Old, New []Passage
	Ops      []Op // the changes from its first word on: Equal, Insert and Delete

	sides [2]side
	runs  [2]run
	steps []step
}

// OldText joins the passages of the old version: the text that ops were made
// from, but for white space at its end.
func OldText(ops []Op) string {
	return join(ops, func(op *Op) *Passage { return &op.Old })
}

// NewText joins the passages of the new version.
func NewText(ops []Op) string {
	return join(ops, func(op *Op) *Passage { return &op.New })
}

func join(ops []Op, side func(*Op) *Passage) string {
	var text strings.Builder
	for i := range ops {
		text.WriteString(side(&ops[i]).Lead)
		text.WriteString(side(&ops[i]).Text)
	}
	return text.String()
}

// Edits counts the marks that a person would make: words replaced by others are
// one edit. A move is one, counted where the text stood, and what changed inside
// it is counted besides.
func Edits(ops []Op) int {
	n := changes(ops)
	seen := map[*Move]bool{}
	for _, op := range ops {
		if op.Kind == MoveEnd && op.Old.Given() && !seen[op.Move] {
			seen[op.Move] = true
			n += 1 + changes(op.Move.Ops)
		}
	}
	return n
}

// changes counts the runs of insertions and deletions.
func changes(ops []Op) int {
	n, open := 0, false
	for _, op := range ops {
		is := op.Kind == Insert || op.Kind == Delete
		if is && !open {
			n++
		}
		open = is
	}
	return n
}
