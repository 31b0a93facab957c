package revision

import "starbank/star/prose"

// step is an op on tokens: old [o0, o1), new [n0, n1).
type step struct {
	kind           Kind
	o0, o1, n0, n1 int
	move           *Move
}

// writer puts the steps of a group together in reading order.
type writer struct {
	*comparer
	g     *group
	steps []step
}

// write makes the ops of a group out of its links and moves.
func (g *group) write(c *comparer) {
	w := &writer{comparer: c, g: g}
	at := link{}
	for _, next := range g.links {
		w.gap(link{at.o1, next.o0, at.n1, next.n0})
		w.link(next)
		at = next
	}
	end := g.end()
	w.gap(link{at.o1, end.o0, at.n1, end.n0})
	g.steps = w.sorted()
	g.ops = ops(&g.sides, g.steps)
}

// gap writes units that match nothing in order.
func (w *writer) gap(l link) {
	old, new := &w.g.sides[0], &w.g.sides[1]
	if old.endsBroken(l.o0, l.o1) && new.endsBroken(l.n0, l.n1) {
		defer w.equalBreak(l.o1-1, l.n1-1)
		l.o1, l.n1 = l.o1-1, l.n1-1
	}
	if l.o0 < l.o1 && l.n0 < l.n1 && old.units[l.o0].isBreak && new.units[l.n0].isBreak {
		w.equalBreak(l.o0, l.n0)
		l.o0, l.n0 = l.o0+1, l.n0+1
	}
	for _, r := range w.g.runs(0, l.o0, l.o1) {
		w.steps = append(w.steps, step{r.kind(Delete), old.units[r.from].first, old.units[r.to-1].last, 0, 0, r.move})
	}
	for _, r := range w.g.runs(1, l.n0, l.n1) {
		w.steps = append(w.steps, step{r.kind(Insert), 0, 0, new.units[r.from].first, new.units[r.to-1].last, r.move})
	}
}

func (s *side) endsBroken(from, to int) bool { return from < to && s.units[to-1].isBreak }

func (w *writer) equalBreak(o, n int) {
	a, b := w.g.sides[0].units[o], w.g.sides[1].units[n]
	w.steps = append(w.steps, step{Equal, a.first, a.last, b.first, b.last, nil})
}

// run is units [from, to) that share a fate.
type run struct {
	from, to int
	move     *Move
}

func (r run) kind(kind Kind) Kind {
	if r.move != nil {
		return MoveEnd
	}
	return kind
}

// runs cuts units into those that moved together and those that did not move. A
// break goes with the sentence behind it.
func (g *group) runs(version, from, to int) []run {
	var runs []run
	for u := from; u < to; u++ {
		owner := u
		if g.sides[version].units[u].isBreak && u+1 < to {
			owner = u + 1
		}
		move := g.moved[version][owner]
		if n := len(runs); n > 0 && runs[n-1].move == move {
			runs[n-1].to = u + 1
			continue
		}
		runs = append(runs, run{u, u + 1, move})
	}
	return runs
}

// link writes the versions of one sentence.
func (w *writer) link(l link) {
	old, new := &w.g.sides[0], &w.g.sides[1]
	o, o1 := old.units[l.o0].first, old.units[l.o1-1].last
	n, n1 := new.units[l.n0].first, new.units[l.n1-1].last
	w.steps = w.words(w.steps, old.tokens[o:o1], new.tokens[n:n1], o, n)
}

// words appends the steps from one run of tokens to another; o and n are the
// indexes of their first tokens.
func (c *comparer) words(steps []step, old, new []token, o, n int) []step {
	at := hunk{}
	for _, h := range append(c.hunks(old, new), hunk{len(old), len(old), len(new), len(new)}) {
		if h.o0 > at.o1 {
			steps = append(steps, step{Equal, o + at.o1, o + h.o0, n + at.n1, n + h.n0, nil})
		}
		if h.o1 > h.o0 {
			steps = append(steps, step{Delete, o + h.o0, o + h.o1, 0, 0, nil})
		}
		if h.n1 > h.n0 {
			steps = append(steps, step{Insert, 0, 0, n + h.n0, n + h.n1, nil})
		}
		at = h
	}
	return steps
}

// sorted puts all that went before all that came in each stretch without equal
// words, and joins steps that follow each other.
func (w *writer) sorted() []step {
	var out, came []step
	for _, s := range w.steps {
		switch {
		case s.kind == Equal:
			out, came = append(append(out, came...), s), came[:0]
		case s.n1 > s.n0:
			came = append(came, s)
		default:
			out = append(out, s)
		}
	}
	return joined(append(out, came...))
}

func joined(steps []step) []step {
	var out []step
	for _, s := range steps {
		if n := len(out); n > 0 && out[n-1].kind == s.kind && out[n-1].move == s.move {
			if last := &out[n-1]; last.o1 == s.o0 && last.n1 == s.n0 || s.kind != Equal {
				last.o1, last.n1 = s.o1, s.n1
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// ops turns steps into ops, none of which reaches over a break.
func ops(sides *[2]side, steps []step) []Op {
	var out []Op
	for _, s := range steps {
		tokens := sides[0].tokens[s.o0:s.o1]
		if s.n1 > s.n0 {
			tokens = sides[1].tokens[s.n0:s.n1]
		}
		for i := 0; i < len(tokens); {
			j := i + 1
			for j < len(tokens) && tokens[j].id != breakID {
				j++
			}
			op := Op{Kind: s.kind, Move: s.move}
			if s.o1 > s.o0 {
				op.Old = sides[0].passage(s.o0+i, s.o0+j)
			}
			if s.n1 > s.n0 {
				op.New = sides[1].passage(s.n0+i, s.n0+j)
			}
			out = append(out, op)
			i = j
		}
	}
	return out
}

// passage returns tokens [from, to) as they are written.
func (s *side) passage(from, to int) Passage {
	t := &s.texts[s.tokens[from].text]
	p := Passage{Break: s.tokens[from].id == breakID, Section: t.section}
	behind, start := s.tokens[from].start, s.tokens[from].start
	switch {
	case p.Break:
		start = s.tokens[from].end
	case from > 0 && s.tokens[from-1].text == s.tokens[from].text:
		behind = s.tokens[from-1].end
	}
	end := max(start, s.tokens[to-1].end)
	p.Lead, p.Text = t.prose.Source[behind:start], t.prose.Source[start:end]
	p.Span = t.place(prose.Range{Start: int(start), End: int(end)})
	return p
}
