package revision

import "slices"

// pair puts the sections of two versions together: by name first, then by what
// they say. The groups are in the order of the new version; what was removed
// stands behind what it stood behind.
func (c *comparer) pair(old, new []*block) []*group {
	p := &pairing{comparer: c, of: map[*block]*group{}, sides: map[*block]side{}}
	p.match(old, new, (*block).label)
	p.match(old, new, (*block).name)
	p.relabelled(p.alone(old), p.alone(new))
	p.grown(0, p.alone(old), new)
	p.grown(1, p.alone(new), old)
	groups := p.ordered(old, new)
	for _, g := range groups {
		p.fill(g)
	}
	markReordered(groups)
	return groups
}

// pairing keeps what is known while blocks are put together.
type pairing struct {
	*comparer
	of    map[*block]*group
	sides map[*block]side
}

// match groups the blocks of one key in order.
func (p *pairing) match(old, new []*block, key func(*block) string) {
	waiting := map[string][]*block{}
	for _, o := range p.alone(old) {
		waiting[key(o)] = append(waiting[key(o)], o)
	}
	for _, n := range p.alone(new) {
		if list := waiting[key(n)]; len(list) > 0 {
			p.together(list[:1], 1, n)
			waiting[key(n)] = list[1:]
		}
	}
}

// alone lists the blocks that are in no group.
func (p *pairing) alone(blocks []*block) []*block {
	var list []*block
	for _, b := range blocks {
		if p.of[b] == nil {
			list = append(list, b)
		}
	}
	return list
}

// together makes a group of a block of one version and some of the other.
func (p *pairing) together(others []*block, version int, b *block) {
	if len(others) == 0 {
		return
	}
	g := &group{}
	g.blocks[version], g.blocks[1-version] = []*block{b}, slices.Clone(others)
	for _, members := range g.blocks {
		for _, member := range members {
			p.of[member] = g
		}
	}
}

// mostly is the share of a section, in thousandths of its weight, that has to
// stand in another one for the two to belong together. Files of more sections
// than a story has are not searched for it.
const (
	mostly       = 500
	mostSections = 24
)

// relabelled groups a section that is gone with those that came and say the same,
// and one that came with those that are gone.
func (p *pairing) relabelled(old, new []*block) {
	if len(old) > mostSections || len(new) > mostSections {
		return
	}
	for _, o := range old {
		p.together(p.pieces(o, new), 0, o)
	}
	for _, n := range new {
		if p.of[n] == nil {
			p.together(p.pieces(n, old), 1, n)
		}
	}
}

// pieces lists the blocks, not in a group yet, that mostly stand in another one,
// where they make up most of it.
func (p *pairing) pieces(of *block, others []*block) []*block {
	var list []*block
	share := 0
	for _, b := range others {
		if p.of[b] == nil && p.share(b, of) >= mostly {
			list = append(list, b)
			share += p.share(of, b)
		}
	}
	if share < mostly {
		return nil
	}
	return list
}

// grown adds what came out of a section, or went into one, to its group.
func (p *pairing) grown(version int, alone, others []*block) {
	if len(alone) > mostSections || len(others) > mostSections {
		return
	}
	for _, b := range alone {
		for _, other := range others {
			if g := p.of[other]; g != nil && p.share(b, other) >= mostly {
				p.of[b] = g
				g.blocks[version] = append(g.blocks[version], b)
				slices.SortFunc(g.blocks[version], func(a, b *block) int { return a.index - b.index })
				break
			}
		}
	}
}

// share returns how much of a block stands in another one.
func (p *pairing) share(of, in *block) int {
	a, b := p.side(of), p.side(in)
	list := a.list(a.sentences())
	weight, found := 0, 0
	best := make([]int, len(list))
	for _, pair := range p.candidates(list, b.list(b.sentences())) {
		if pair.likeness >= alikeMoved {
			best[pair.old] = list[pair.old].weight
		}
	}
	for i := range list {
		weight += list[i].weight
		found += best[i]
	}
	return wholly * found / max(1, weight)
}

// side reads a block, once.
func (p *pairing) side(b *block) side {
	s, known := p.sides[b]
	if !known {
		for _, t := range b.texts {
			p.read(&s, t)
		}
		p.sides[b] = s
	}
	return s
}

// fill reads the blocks of a group. A section that is the same byte for byte is
// read once.
func (p *pairing) fill(g *group) {
	if old, new := g.blocks[0], g.blocks[1]; len(old) == 1 && len(new) == 1 && old[0].same(new[0]) {
		g.sides[0] = p.side(old[0])
		g.sides[1] = g.sides[0]
		g.sides[1].texts = new[0].texts
		return
	}
	for version, blocks := range g.blocks {
		if len(blocks) == 1 {
			g.sides[version] = p.side(blocks[0])
			continue
		}
		for _, b := range blocks {
			for _, t := range b.texts {
				p.read(&g.sides[version], t)
			}
		}
	}
}

// ordered lists the groups, those of a single version included.
func (p *pairing) ordered(old, new []*block) []*group {
	gone := map[*group][]*group{} // by the group behind which they stood
	var before *group
	for _, o := range old {
		if g := p.of[o]; g != nil {
			before = g
			continue
		}
		g := &group{blocks: [2][]*block{{o}, nil}}
		gone[before] = append(gone[before], g)
	}
	groups := gone[nil]
	listed := map[*group]bool{}
	for _, n := range new {
		g := p.of[n]
		if g == nil {
			g = &group{blocks: [2][]*block{nil, {n}}}
		}
		if !listed[g] {
			listed[g] = true
			groups = append(append(groups, g), gone[g]...)
		}
	}
	return groups
}

// markReordered finds the sections that left their place among the others: all
// but the longest text that is still in one order. One that moved between the
// front matter and the body had to.
func markReordered(groups []*group) {
	var kept []pair
	var both []*group
	for _, g := range groups {
		if len(g.blocks[0]) > 0 && len(g.blocks[1]) > 0 && !g.first().notes && !g.movedPlace() {
			kept = append(kept, pair{old: g.blocks[0][0].index, new: len(both), common: 1 + g.blocks[0][0].words(), likeness: 1})
			both = append(both, g)
			g.facts |= Reordered
		}
	}
	for _, p := range chain(kept, len(both)) {
		both[p.new].facts &^= Reordered
	}
}
