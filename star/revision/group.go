package revision

import "starbank/star"

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

// first is the block that a group is named after: the whole that was split, or
// the newer one.
func (g *group) first() *block {
	if old, new := g.blocks[0], g.blocks[1]; len(new) == 0 || len(old) == 1 && len(new) > 1 {
		return old[0]
	}
	return g.blocks[1][0]
}

func (g *group) name() string { return g.first().name() }

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
	if len(old) == 1 && len(new) == 1 && old[0].label() != new[0].label() {
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
		case op.Reflowed():
			set = Reflowed
		}
	}
	return set
}
