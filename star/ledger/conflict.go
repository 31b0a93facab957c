package ledger

import (
	"math"
	"slices"

	"starbank/star/prose"
)

// Conflict is two figures of one thing with two values: the odd one, which stands
// alone, and the other.
type Conflict struct{ Odd, Other *Entry }

// mostCompared is how many figures of a story are compared with each other. The
// longest answer has some thirty.
const mostCompared = 300

// Conflicts finds the figures of a story that speak of the same thing with two
// values, each odd one once, with the nearest that it contradicts. A figure that
// the story gives again elsewhere is taken to be meant, and so is one that is the
// sum or the difference of two others.
func (l *Ledger) Conflicts() []Conflict {
	var found []Conflict
	entries := l.Entries[:min(len(l.Entries), mostCompared)]
	for j := range entries {
		for i := range j {
			a, b := &entries[i], &entries[j]
			if a.measure.dimension != b.measure.dimension || a.measure.agrees(&b.measure) || !l.opposed(i, j) {
				continue
			}
			if odd, other := l.odd(a, b); odd != nil {
				found = append(found, Conflict{odd, other})
			}
		}
	}
	return nearest(found)
}

// opposed reports whether two figures claim to be the same.
func (l *Ledger) opposed(i, j int) bool {
	a, b := &l.Entries[i], &l.Entries[j]
	return sameThing(a, b) || l.sameChange(i, j) || a.cues(b) || b.cues(a)
}

// cues reports whether e is an anchor, which holds a figure and little more, and
// the story tells one of the same unit or noun that is not far from it.
func (e *Entry) cues(o *Entry) bool {
	switch {
	case e.Field != Anchors || o.zone() != told || !related(e, o) || !comparable(e.Role) || o.Role == prose.Supposed:
		return false
	case e.measure.dimension == "count" && (e.thing.core == 0 || o.thing.core == 0), e.measure.dimension != "count" && e.Unit != o.Unit:
		return false
	}
	return math.Max(e.low(), o.low()) <= cueReach*math.Min(e.low(), o.low())
}

// cueReach is how many times larger the figure may be that an anchor stands for.
const cueReach = 2

// sameChange reports whether two figures are one side of a change that the story
// tells twice: the other sides are equal.
func (l *Ledger) sameChange(i, j int) bool {
	a, b := &l.Entries[i], &l.Entries[j]
	if a.Role != b.Role || a.Role != prose.Before && a.Role != prose.After || a.Field == b.Field && a.zone() == told || a.Per != b.Per && a.Per != "" && b.Per != "" {
		return false
	}
	x, y := l.otherSide(i), l.otherSide(j)
	return x != nil && y != nil && x.measure.agrees(&y.measure) && (a.thing.core == 0 || b.thing.core == 0 || a.thing.shares(&b.thing))
}

// otherSide returns the other side of the change that an entry belongs to.
func (l *Ledger) otherSide(i int) *Entry {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(l.Entries) && l.Entries[i].changesWith(&l.Entries[k]) {
			return &l.Entries[k]
		}
	}
	return nil
}

// changesWith reports whether two neighbours are the two sides of one change.
func (e *Entry) changesWith(o *Entry) bool {
	return o.source == e.source && o.sentence == e.sentence && o.measure.dimension == e.measure.dimension &&
		(o.Role == prose.Before && e.Role == prose.After || o.Role == prose.After && e.Role == prose.Before)
}

// odd says which of two figures is the odd one: what sums the story up rather than
// what it tells, and what points back rather than what introduced. There is none where the story
// gives both values again, or comes to one by adding or subtracting.
func (l *Ledger) odd(a, b *Entry) (odd, other *Entry) {
	if a.zone() > b.zone() || a.zone() == b.zone() && a.Definite && !b.Definite {
		a, b = b, a
	}
	switch {
	case l.alone(b) && !l.derived(b):
		return b, a
	case b.zone() != summary && b.Definite == a.Definite && l.alone(a) && !l.derived(a):
		return a, b
	}
	return nil, nil
}

// related reports whether two figures could be confused at all: they have one
// dimension and, of counts, one noun or none.
func related(a, b *Entry) bool {
	return a.measure.dimension == b.measure.dimension &&
		(a.measure.dimension != "count" || a.thing.core == b.thing.core || a.thing.core == 0 || b.thing.core == 0)
}

// alone reports whether no other figure of the story has the value of e. What
// sums a story up may call its things otherwise ("410,000 records" for rows), and
// is confirmed by the story alone.
func (l *Ledger) alone(e *Entry) bool {
	for i := range l.Entries {
		o := &l.Entries[i]
		switch {
		case o == e || o.measure.low != e.measure.low || o.measure.high != e.measure.high:
		case e.zone() != summary && related(o, e), e.zone() == summary && o.zone() != summary && o.measure.dimension == e.measure.dimension:
			return false
		}
	}
	return true
}

// derived reports whether e is the sum or the difference of two other figures.
func (l *Ledger) derived(e *Entry) bool {
	for i := range l.Entries {
		a := &l.Entries[i]
		if !e.addend(a) {
			continue
		}
		for j := range i {
			b := &l.Entries[j]
			if e.addend(b) &&
				(near(a.low()+b.low(), e.low()) || near(math.Abs(a.low()-b.low()), e.low())) {
				return true
			}
		}
	}
	return false
}

// addend reports whether o can be a part of the sum e: it has the same unit and,
// of counts, the same noun, or it is called a part ("another 3").
func (e *Entry) addend(o *Entry) bool {
	switch {
	case o == e || !related(o, e) || o.measure.low != o.measure.high:
		return false
	case e.measure.dimension != "count":
		return o.Unit == e.Unit
	}
	return o.thing.core == e.thing.core || o.Role == prose.Part
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b)) }

// nearest keeps of the conflicts of an odd figure one: with what the story tells,
// before others, and with the nearest value.
func nearest(found []Conflict) []Conflict {
	var kept []Conflict
	for _, c := range found {
		i := slices.IndexFunc(kept, func(k Conflict) bool { return k.Odd == c.Odd })
		switch {
		case i < 0:
			kept = append(kept, c)
		case c.rank() < kept[i].rank() || c.rank() == kept[i].rank() && c.apart() < kept[i].apart():
			kept[i] = c
		}
	}
	return kept
}

func (c Conflict) rank() zone { return c.Other.zone() }

func (c Conflict) apart() float64 { return math.Abs(c.Odd.low() - c.Other.low()) }
