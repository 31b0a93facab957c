package revision

import (
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/prose"
)

// Figure is a figure or a date that is no longer what it was: "40 %" became
// "35 %", or went, or came. One that is only written otherwise, or stands
// elsewhere, is the same.
type Figure struct {
	Change   Change // Changed, Added or Removed
	Section  string // the name of the section that has it, or had it
	Old, New FigureText
}

// FigureText is a figure in one version.
type FigureText struct {
	prose.Number
	Text string // as written
	Span star.Span
}

// figures lists what became of the figures in the sections of a story.
func figures(groups []*group, moves []*Move) []Figure {
	var f ledger
	for _, g := range groups {
		if !g.first().notes {
			f.book(&g.sides, g.steps, g.name())
		}
	}
	for _, m := range moves {
		f.book(&m.sides, m.steps, m.To)
	}
	return f.settle()
}

// ledger collects the figures that stand in what was deleted and inserted.
type ledger struct {
	all  []Figure
	from int // where the stretch of changes begins that is read
}

// book enters the figures of steps. In each stretch without equal words those of
// one kind and unit are paired in order.
func (f *ledger) book(sides *[2]side, steps []step, section string) {
	f.from = len(f.all)
	for _, s := range steps {
		switch s.kind {
		case Equal:
			f.pair()
		case Delete:
			for _, text := range sides[0].figures(s.o0, s.o1) {
				f.all = append(f.all, Figure{Change: Removed, Section: section, Old: text})
			}
		case Insert:
			for _, text := range sides[1].figures(s.n0, s.n1) {
				f.all = append(f.all, Figure{Change: Added, Section: section, New: text})
			}
		}
	}
	f.pair()
}

// figures returns the figures and dates among tokens [from, to).
func (s *side) figures(from, to int) []FigureText {
	var found []FigureText
	for _, token := range s.tokens[from:to] {
		if token.number < 0 {
			continue
		}
		t := &s.texts[token.text]
		if n := t.prose.Numbers[token.number]; n.Metric() || n.Kind == prose.Date {
			found = append(found, FigureText{n, t.prose.Slice(n.Range), t.place(n.Range)})
		}
	}
	return found
}

// pair joins what went and what came in a stretch of changes: the same figures
// first, then those of one kind and unit.
func (f *ledger) pair() {
	stretch := f.all[f.from:]
	match(stretch, exactly)
	match(stretch, func(n *prose.Number) figureKey { return figureKey{kind: n.Kind, unit: n.Unit} })
	f.from = len(f.all)
}

// figureKey is what two figures must share to be paired.
type figureKey struct {
	kind  prose.Kind
	unit  string
	value float64
}

func exactly(n *prose.Number) figureKey { return figureKey{n.Kind, n.Unit, n.Value} }

// match pairs, in order, what went with what came by a key.
func match(figures []Figure, key func(*prose.Number) figureKey) {
	gone := map[figureKey][]*Figure{}
	for i := range figures {
		if f := &figures[i]; f.Change == Removed {
			gone[key(&f.Old.Number)] = append(gone[key(&f.Old.Number)], f)
		}
	}
	for i := range figures {
		came := &figures[i]
		if came.Change != Added {
			continue
		}
		if list := gone[key(&came.New.Number)]; len(list) > 0 {
			gone[key(&came.New.Number)] = list[1:]
			*list[0] = Figure{Change: Changed, Section: came.Section, Old: list[0].Old, New: came.New}
			came.Change = Unchanged
		}
	}
}

// settle leaves out the figures that only stand elsewhere or are written
// otherwise, and those that no listener notes.
func (f *ledger) settle() []Figure {
	match(f.all, exactly)
	return slices.DeleteFunc(f.all, func(f Figure) bool {
		switch f.Change {
		case Changed:
			return sameDated(&f)
		case Added:
			return slight(&f.New)
		case Removed:
			return slight(&f.Old)
		}
		return true
	})
}

// slight reports what no listener notes: "one night", "at two". "Within a week"
// is noted.
func slight(f *FigureText) bool {
	return f.Spelled && (f.Unit == "" || strings.EqualFold(strings.SplitN(f.Text, " ", 2)[0], "one"))
}

// sameDated reports whether a pair is one figure written in two ways. Dates have
// no value of their own: their words are compared.
func sameDated(f *Figure) bool {
	return f.Old.Value == f.New.Value && (f.Old.Kind != prose.Date || plain(f.Old.Text, true) == plain(f.New.Text, true))
}
