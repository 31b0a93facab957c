package revision

import "slices"

// link says that units [o0, o1) of the old side and [n0, n1) of the new one are
// versions of each other.
type link struct{ o0, o1, n0, n1 int }

// align matches the sentences of a group that are in the same order.
func (c *comparer) align(g *group) {
	for version := range g.sides {
		g.moved[version] = make([]*Move, len(g.sides[version].units))
	}
	old, new := g.sides[0].sentences(), g.sides[1].sentences()
	first, last := g.ends(old, new)
	old, new = old[len(first):len(old)-len(last)], new[len(first):len(new)-len(last)]
	for _, p := range chain(c.candidates(g.sides[0].list(old), g.sides[1].list(new)), len(new)) {
		first = append(first, one(old[p.old], new[p.new]))
	}
	g.links = append(first, last...)
	g.matchRest()
	c.widen(g)
}

func one(o, n int) link { return link{o, o + 1, n, n + 1} }

// sentences lists the units that are no breaks.
func (s *side) sentences() []int { return s.within(0, len(s.units)) }

// within lists the units [from, to) that are no breaks.
func (s *side) within(from, to int) []int {
	var all []int
	for i := from; i < to; i++ {
		if !s.units[i].isBreak {
			all = append(all, i)
		}
	}
	return all
}

func (s *side) list(units []int) []sentence {
	list := make([]sentence, len(units))
	for i, u := range units {
		list[i] = s.sentence(u, u+1)
	}
	return list
}

// sentence returns units [from, to) as one.
func (s *side) sentence(from, to int) sentence {
	weight := 0
	for i := from; i < to; i++ {
		weight += s.units[i].weight
	}
	return sentence{s.tokens[s.units[from].first:s.units[to-1].last], weight}
}

func (g *group) same(o, n int) bool {
	return sameTokens(g.sides[0].sentence(o, o+1).tokens, g.sides[1].sentence(n, n+1).tokens)
}

// ends matches the sentences that are the same at the beginning and at the end.
func (g *group) ends(old, new []int) (first, last []link) {
	for len(old) > 0 && len(new) > 0 && g.same(old[0], new[0]) {
		first = append(first, one(old[0], new[0]))
		old, new = old[1:], new[1:]
	}
	for o, n := len(old)-1, len(new)-1; o >= 0 && n >= 0 && g.same(old[o], new[n]); o, n = o-1, n-1 {
		last = append(last, one(old[o], new[n]))
	}
	slices.Reverse(last)
	return first, last
}

// matchRest matches equal sentences beside those matched already, however light
// they are: "Yes.", a line of code.
func (g *group) matchRest() {
	var all []link
	at := link{}
	for _, next := range append(g.links, g.end()) {
		first, last := g.ends(g.sides[0].within(at.o1, next.o0), g.sides[1].within(at.n1, next.n0))
		all = append(append(append(all, first...), last...), next)
		at = next
	}
	g.links = all[:len(all)-1]
}

// end is the link behind the last one.
func (g *group) end() link {
	o, n := len(g.sides[0].units), len(g.sides[1].units)
	return link{o, o, n, n}
}

func (s *side) skipBreaks(at, end int) int {
	for at < end && s.units[at].isBreak {
		at++
	}
	return at
}

// widen takes the sentences beside a link into it that were cut off from what it
// matches, or joined to it.
func (c *comparer) widen(g *group) {
	for k := range g.links {
		l := &g.links[k]
		if g.same(l.o0, l.n0) {
			continue
		}
		low, high := link{}, g.end()
		if k > 0 {
			low = g.links[k-1]
		}
		if k+1 < len(g.links) {
			high = g.links[k+1]
		}
		bounds := link{low.o1, high.o0, low.n1, high.n0}
		for wider := c.wider(g, *l, bounds); wider != *l; wider = c.wider(g, *l, bounds) {
			*l = wider
		}
	}
}

// wider returns a link with the first of its four neighbours of which it holds
// half, or the link itself.
func (c *comparer) wider(g *group, l, bounds link) link {
	was := c.linked(g, l)
	for _, wider := range [...]link{
		{l.o0, g.sides[0].after(l.o1, bounds.o1), l.n0, l.n1},
		{g.sides[0].before(l.o0, bounds.o0), l.o1, l.n0, l.n1},
		{l.o0, l.o1, l.n0, g.sides[1].after(l.n1, bounds.n1)},
		{l.o0, l.o1, g.sides[1].before(l.n0, bounds.n0), l.n1},
	} {
		if wider == l || !c.spend(g.length(wider)) {
			continue
		}
		is := c.linked(g, wider)
		if added := is.weight - was.weight; added > 0 && 2*(is.common-was.common) >= added {
			return wider
		}
	}
	return l
}

// length counts the tokens of a link.
func (g *group) length(l link) int {
	old, new := g.sides[0].sentence(l.o0, l.o1), g.sides[1].sentence(l.n0, l.n1)
	return len(old.tokens) + len(new.tokens)
}

// linked weighs the two sides of a link together and what they have in common.
func (c *comparer) linked(g *group, l link) (sum struct{ weight, common int }) {
	old, new := g.sides[0].sentence(l.o0, l.o1), g.sides[1].sentence(l.n0, l.n1)
	sum.weight, sum.common = old.weight+new.weight, c.common(old.tokens, new.tokens)
	return sum
}

// after returns the end of the sentence behind at, or at where there is none.
func (s *side) after(at, end int) int {
	if next := s.skipBreaks(at, end); next < end {
		return next + 1
	}
	return at
}

// before returns the start of the sentence before at, or at.
func (s *side) before(at, start int) int {
	for i := at - 1; i >= start; i-- {
		if !s.units[i].isBreak {
			return i
		}
	}
	return at
}
