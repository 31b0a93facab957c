package ledger

import (
	"starbank/star/prose"
)

// Pair is two lines, of two stories, that speak of one thing with two values: their
// indexes.
type Pair struct{ A, B int }

// Across finds the lines of two stories of one project that speak of the same thing
// with two values. SameTime says that the stories are of one time, so that what they
// measured, and how many there were, must agree; else only a change that both tell
// is compared. What either story gives as the other does is taken to be settled.
func Across(a, b []Line, sameTime bool) []Pair {
	var found []Pair
	for i := range a[:min(len(a), mostCompared)] {
		for j := range b[:min(len(b), mostCompared)] {
			x, y := &a[i], &b[j]
			if x.measure.dimension == y.measure.dimension && !x.measure.agrees(&y.measure) && shared(a, i, b, j, sameTime) &&
				!settles(b, &x.Entry) && !settles(a, &y.Entry) {
				found = append(found, Pair{i, j})
			}
		}
	}
	return found
}

// shared reports whether two lines of two stories speak of one thing. It asks for
// more than sameThing does within one story: two events of one project have much in
// common that is not the same.
func shared(a []Line, i int, b []Line, j int, sameTime bool) bool {
	x, y := &a[i].Entry, &b[j].Entry
	switch {
	case x.zone() == backup || y.zone() == backup || x.Field == Anchors || y.Field == Anchors || x.Role != y.Role || x.Per != y.Per || x.thing.stat != y.thing.stat || !x.thing.matches(&y.thing):
		return false
	case x.Role == prose.Before || x.Role == prose.After:
		p, q := side(a, i), side(b, j)
		return p != nil && q != nil && p.measure.agrees(&q.measure)
	case !sameTime || !x.thing.within(&y.thing) || !y.thing.within(&x.thing):
		return false
	case x.measure.dimension == "count":
		return x.Role == prose.State && x.owned() && y.owned() && x.thing.own == y.thing.own
	}
	return x.Role == prose.State && x.phase() == y.phase() && x.phase() != anytime && x.thing.mods[0] != 0
}

// owned reports a count of what there was that is not narrowed down.
func (e *Entry) owned() bool {
	return !e.Restricted && (e.thing.own != 0 || e.thing.stock || e.Definite) && e.low() > few
}

// side returns the other side of the change that a line belongs to.
func side(lines []Line, i int) *Entry {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(lines) && lines[i].changesWith(&lines[k].Entry) {
			return &lines[k].Entry
		}
	}
	return nil
}

// settles reports whether a story gives the value of e for something that could be
// the same.
func settles(lines []Line, e *Entry) bool {
	for i := range lines {
		if o := &lines[i].Entry; related(e, o) && e.measure.agrees(&o.measure) {
			return true
		}
	}
	return false
}
