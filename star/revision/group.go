package revision

import (
	"slices"
	"strings"

	"starbank/star"
)

// group is what is compared: a section of each version, more of them where it
// was split or merged. Index 0 is the old version, 1 the new one.
type group struct {
	blocks [2][]*block
	sides  [2]side
	links  []link
	moved  [2][]*Move // by unit; nil in what stayed
	steps  []step
	ops    []Op
	facts  Change
}

func (g *group) first() *block {
	if len(g.blocks[1]) > 0 {
		return g.blocks[1][0]
	}
	return g.blocks[0][0]
}

func (g *group) name() string {
	if first := g.first(); !first.notes {
		return first.part.String()
	}
	return "notes"
}

// pair puts the sections of two versions together: by name first, then by what
// they say. The groups are in the order of the new version; what was removed
// stands behind what it stood behind.
func (c *comparer) pair(old, new []*block) []*group {
	p := &pairing{comparer: c, of: map[*block]*group{}}
	for _, same := range []func(a, b *block) bool{sameLabel, samePart} {
		p.match(old, new, same)
	}
	p.relabelled(old, new)
	p.grown(old, new)
	return p.ordered(old, new)
}

type pairing struct {
	*comparer
	of map[*block]*group
}

func sameLabel(a, b *block) bool {
	return samePart(a, b) && (a.notes || strings.EqualFold(a.section.Label, b.section.Label))
}

func samePart(a, b *block) bool { return a.notes == b.notes && (a.notes || a.part == b.part) }

// match groups the blocks that are the same by a test, in order.
func (p *pairing) match(old, new []*block, same func(a, b *block) bool) {
	for _, n := range new {
		for _, o := range old {
			if p.of[n] == nil && p.of[o] == nil && same(o, n) {
				p.together(o, n)
			}
		}
	}
}

func (p *pairing) together(o, n *block) {
	g := &group{blocks: [2][]*block{{o}, {n}}}
	p.of[o], p.of[n] = g, g
}

// mostly is the share of a section, in thousandths of its weight, that has to
// stand in another one for the two to belong together.
const mostly = 500

// relabelled groups a section that is gone with one that came and says the same.
func (p *pairing) relabelled(old, new []*block) {
	for _, n := range new {
		for _, o := range old {
			if p.of[n] == nil && p.of[o] == nil && p.share(o, n) >= mostly && p.share(n, o) >= mostly {
				p.together(o, n)
			}
		}
	}
}

// grown adds what came out of a section, or went into one, to its group.
func (p *pairing) grown(old, new []*block) {
	for version, list := range [2][]*block{old, new} {
		for _, b := range list {
			if p.of[b] != nil {
				continue
			}
			for _, other := range [2][]*block{new, old}[version] {
				if g := p.of[other]; g != nil && p.share(b, other) >= mostly {
					p.of[b] = g
					g.blocks[version] = append(g.blocks[version], b)
					slices.SortFunc(g.blocks[version], func(a, b *block) int { return a.index - b.index })
					break
				}
			}
		}
	}
}

// share returns how much of a block stands in another one.
func (c *comparer) share(of, in *block) int {
	a, b := c.sideOf([]*block{of}), c.sideOf([]*block{in})
	list := a.list(a.sentences())
	weight, found := 0, 0
	best := make([]int, len(list))
	for _, p := range c.candidates(list, b.list(b.sentences())) {
		if p.likeness >= alikeMoved {
			best[p.old] = max(best[p.old], list[p.old].weight)
		}
	}
	for i := range list {
		weight += list[i].weight
		found += best[i]
	}
	return wholeThousandth * found / max(1, weight)
}

func (c *comparer) sideOf(blocks []*block) side {
	var s side
	for _, b := range blocks {
		for _, t := range b.texts {
			c.read(&s, t)
		}
	}
	return s
}

// ordered lists the groups, those of a single version included, and reads them.
func (p *pairing) ordered(old, new []*block) []*group {
	var groups []*group
	place := func(b *block, version, at int) int {
		g := p.of[b]
		if g == nil {
			g = &group{}
			g.blocks[version] = []*block{b}
			p.of[b] = g
		}
		if i := slices.Index(groups, g); i >= 0 {
			return i + 1
		}
		groups = slices.Insert(groups, at, g)
		return at + 1
	}
	for _, n := range new {
		place(n, 1, len(groups))
	}
	at := 0
	for _, o := range old {
		at = place(o, 0, at)
	}
	for _, g := range groups {
		g.sides[0], g.sides[1] = p.sideOf(g.blocks[0]), p.sideOf(g.blocks[1])
	}
	markReordered(groups)
	return groups
}

// markReordered finds the sections that left their place among the others: all
// but the longest row of those that kept it. One that moved between the front
// matter and the body had to.
func markReordered(groups []*group) {
	var kept []pair
	var both []*group
	for _, g := range groups {
		if len(g.blocks[0]) > 0 && len(g.blocks[1]) > 0 && !g.first().notes && !g.movedPlace() {
			kept = append(kept, pair{old: g.blocks[0][0].index, new: len(both), common: 1, likeness: 1})
			both = append(both, g)
			g.facts |= Reordered
		}
	}
	for _, p := range chain(kept, len(both)) {
		both[p.new].facts &^= Reordered
	}
}

func (g *group) movedPlace() bool {
	a, b := g.blocks[0][0].section, g.blocks[1][0].section
	return a != nil && b != nil && a.InBody != b.InBody
}

// section says what happened to a group once its ops are written.
func (g *group) section() Section {
	s := Section{Name: g.name(), Change: g.change(), Ops: g.ops}
	for version, lists := range [2]*[]*star.Section{&s.Old, &s.New} {
		for _, b := range g.blocks[version] {
			if b.section != nil {
				*lists = append(*lists, b.section)
			}
		}
		for _, t := range g.sides[version].texts {
			s.Words[version] += len(t.prose.Words)
		}
	}
	return s
}

func (g *group) change() Change {
	old, new := g.blocks[0], g.blocks[1]
	switch {
	case len(old) == 0:
		return Added
	case len(new) == 0:
		return Removed
	}
	facts := g.facts | textChange(g.ops)
	if len(new) > len(old) {
		facts |= Split
	} else if len(old) > len(new) {
		facts |= Merged
	}
	if old[0].section != nil && new[0].section != nil && !sameLabel(old[0], new[0]) {
		facts |= Renamed
	}
	if g.movedPlace() {
		facts |= Moved
	}
	return facts
}

// textChange says whether ops change words, or how they are set, or nothing.
func textChange(ops []Op) Change {
	set := Unchanged
	for i := range ops {
		op := &ops[i]
		switch {
		case op.Kind != Equal:
			return Changed
		case op.Old.Text != op.New.Text || op.Old.Lead != op.New.Lead:
			set = Reflowed
		}
	}
	return set
}
