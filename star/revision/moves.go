package revision

import (
	"cmp"
	"slices"
)

// What moved must be heavy enough to be known again: five words or so. Sentences
// that were changed besides must be more alike than those that stayed in place.
const (
	leastMoved     = 20
	leastSameMoved = 10
	alikeMoved     = 600
)

// place is a sentence of a group that is in no link.
type place struct {
	g    *group
	unit int
}

// findMoves looks for the sentences that went from one place among those that
// came to another, in all of the story.
func (c *comparer) findMoves(groups []*group) []*Move {
	old, olds := loose(groups, 0)
	new, news := loose(groups, 1)
	if len(olds) == 0 || len(news) == 0 {
		return nil
	}
	pairs := slices.DeleteFunc(c.candidates(olds, news), func(p pair) bool {
		if p.likeness == wholly {
			return p.common < leastSameMoved
		}
		return p.likeness < alikeMoved || p.common < leastMoved
	})
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.likeness*b.common, a.likeness*a.common) })
	to, taken := map[int]int{}, map[int]bool{}
	for _, p := range pairs {
		if _, gone := to[p.old]; !gone && !taken[p.new] {
			to[p.old], taken[p.new] = p.new, true
		}
	}
	return joinMoves(old, new, to)
}

// loose lists the sentences of a version that are in no link.
func loose(groups []*group, version int) (places []place, list []sentence) {
	for _, g := range groups {
		s := &g.sides[version]
		linked := g.linkedUnits(version)
		for u := range s.units {
			if !s.units[u].isBreak && !linked[u] {
				places = append(places, place{g, u})
				list = append(list, s.sentence(u, u+1))
			}
		}
	}
	return places, list
}

func (g *group) linkedUnits(version int) []bool {
	linked := make([]bool, len(g.sides[version].units))
	for _, l := range g.links {
		from, to := l.o0, l.o1
		if version == 1 {
			from, to = l.n0, l.n1
		}
		for u := from; u < to; u++ {
			linked[u] = true
		}
	}
	return linked
}

// joinMoves makes one move of neighbours that stayed neighbours.
func joinMoves(old, new []place, to map[int]int) []*Move {
	var moves []*Move
	for i := range old {
		n, moved := to[i]
		if !moved {
			continue
		}
		from, at := old[i], new[n]
		var move *Move
		if before, ok := to[i-1]; ok && before == n-1 && from.follows(0, old[i-1]) && at.follows(1, new[n-1]) {
			move = from.g.moved[0][old[i-1].unit]
		} else {
			move = &Move{From: from.g.name(), To: at.g.name(), sides: [2]side{from.g.sides[0], at.g.sides[1]}}
			move.runs = [2]run{{from: from.unit}, {from: at.unit}}
			moves = append(moves, move)
		}
		move.runs[0].to, move.runs[1].to = from.unit+1, at.unit+1
		from.g.moved[0][from.unit], at.g.moved[1][at.unit] = move, move
	}
	return moves
}

// follows reports whether p is the next sentence behind another.
func (p place) follows(version int, before place) bool {
	return p.g == before.g && p.g.sides[version].skipBreaks(before.unit+1, p.unit) == p.unit
}

// finish fills in what was moved and what changed inside it.
func (c *comparer) finish(moves []*Move, groups []*group) {
	for _, g := range groups {
		for i := range g.ops {
			op := &g.ops[i]
			switch {
			case op.Kind != MoveEnd:
			case op.Old.Given():
				op.Move.Old = append(op.Move.Old, op.Old)
			default:
				op.Move.New = append(op.Move.New, op.New)
			}
		}
	}
	for _, m := range moves {
		old, new := &m.sides[0], &m.sides[1]
		o, n := old.units[m.runs[0].from].first, new.units[m.runs[1].from].first
		m.steps = c.words(nil, old.tokens[o:old.units[m.runs[0].to-1].last], new.tokens[n:new.units[m.runs[1].to-1].last], o, n)
		m.Ops = ops(&m.sides, m.steps)
	}
}
