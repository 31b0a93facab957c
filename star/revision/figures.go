package revision

import (
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

// pair joins what went and what came in a stretch of changes.
func (f *ledger) pair() {
	stretch := f.all[f.from:]
	for _, same := range []func(a, b *prose.Number) bool{sameFigure, sameKind} {
		for i := range stretch {
			for j := range stretch {
				gone, came := &stretch[i], &stretch[j]
				if gone.Change == Removed && came.Change == Added && same(&gone.Old.Number, &came.New.Number) {
					*gone = Figure{Change: Changed, Section: came.Section, Old: gone.Old, New: came.New}
					came.Change = Unchanged
				}
			}
		}
	}
	f.from = len(f.all)
}

func sameFigure(a, b *prose.Number) bool { return sameKind(a, b) && a.Value == b.Value }

// sameKind reports whether one figure may have become the other.
func sameKind(a, b *prose.Number) bool {
	return a.Kind == b.Kind && (a.Unit == b.Unit || a.Kind == prose.Count && (a.Unit == "" || b.Unit == ""))
}

// settle leaves out the figures that only stand elsewhere or are written
// otherwise.
func (f *ledger) settle() []Figure {
	f.from = 0
	for i := range f.all {
		for j := range f.all {
			gone, came := &f.all[i], &f.all[j]
			if gone.Change == Removed && came.Change == Added && sameFigure(&gone.Old.Number, &came.New.Number) {
				gone.Change, came.Change = Unchanged, Unchanged
			}
		}
	}
	var out []Figure
	for i := range f.all {
		if e := f.all[i]; e.Change != Unchanged && !(e.Change == Changed && sameDated(&e)) {
			out = append(out, e)
		}
	}
	return out
}

// sameDated reports whether a pair is one figure written in two ways. Dates have
// no value of their own: their words are compared.
func sameDated(f *Figure) bool {
	return f.Old.Value == f.New.Value && (f.Old.Kind != prose.Date || plain(f.Old.Text, true) == plain(f.New.Text, true))
}
