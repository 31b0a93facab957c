package ledger

import "starbank/star/prose"

// zone is what part of a file a figure stands in: the story as told, what is kept
// in store for questions, or what sums the story up.
type zone uint8

const (
	told zone = iota
	backup
	summary
)

func (e *Entry) zone() zone {
	switch e.Field {
	case Title, Opening, Anchors:
		return summary
	case Followups:
		return backup
	}
	return told
}

// phase is when in the story a value holds.
type phase uint8

const (
	anytime phase = iota
	early
	late
)

func (e *Entry) phase() phase {
	switch {
	case e.Role == prose.Before:
		return early
	case e.Role == prose.After:
		return late
	case e.Field == situation:
		return early
	case e.Field == result, e.Field == lesson:
		return late
	}
	return anytime
}

// setting reports whether a figure stands in the Situation: what changed before
// the story began is another change than its own.
func (e *Entry) setting() bool { return e.Field == situation }

func (e *Entry) low() float64 { return e.measure.low }

// sameThing reports whether two figures plainly speak of one thing at one time,
// so that they would have to be equal. In doubt it says no.
func sameThing(a, b *Entry) bool {
	switch {
	case a.measure.dimension != b.measure.dimension, a.Per != b.Per, a.thing.stat != b.thing.stat, a.thing.total != b.thing.total, !a.thing.matches(&b.thing):
		return false
	case a.Role == prose.When && b.Role == prose.When:
		return a.zone() != b.zone() && a.sameVerb(b)
	case !comparable(a.Role), !comparable(b.Role):
		return false
	case b.Role == prose.State:
		a, b = b, a
	}
	if a.Role != prose.State {
		return a.Role == b.Role && (a.zone() != b.zone() || a.setting() == b.setting()) && (a.measure.dimension != "count" || a.nests(b))
	}
	if a.measure.dimension == "count" {
		return sameCount(a, b)
	}
	return sameMeasure(a, b)
}

// comparable reports roles in which a figure stands for itself.
func comparable(r prose.Role) bool {
	return r != prose.Part && r != prose.When && r != prose.Supposed
}

func (e *Entry) sameVerb(o *Entry) bool { return e.thing.verb != 0 && e.thing.verb == o.thing.verb }

// nests reports whether of two counts one says nothing of its noun that the other
// does not say, and not both are narrowed down.
func (e *Entry) nests(o *Entry) bool {
	return (e.thing.within(&o.thing) || o.thing.within(&e.thing)) && !(e.Restricted && o.Restricted)
}

// sameMeasure reports whether a state of what is measured and another figure say
// the same: how it was, how it became, or how it is.
func sameMeasure(state, o *Entry) bool {
	switch o.Role {
	case prose.Before:
		return state.phase() != late
	case prose.After:
		return state.phase() == late || state.zone() != told
	case prose.State:
		if state.zone() == told && o.zone() == told {
			return state.phase() == o.phase() && state.phase() != anytime
		}
		return state.zone() != o.zone()
	}
	return false
}

// sameCount reports whether a plain count and another are of one set of things.
// "Three engineers" told twice may be six people: one of the two must point back
// at the whole ("all 12 services"), make up the same group ("a team of 8
// engineers"), tell how many there were before or after, or sum the story up.
func sameCount(state, o *Entry) bool {
	switch {
	case !state.nests(o):
		return false
	case o.Role == prose.Before:
		return state.stock() && state.phase() != late
	case o.Role == prose.After:
		return state.stock() && (state.phase() == late || state.zone() != told)
	case o.Role != prose.State:
		return false
	case state.thing.own != 0 && o.thing.own != 0:
		return state.thing.own == o.thing.own && state.Field != o.Field
	}
	return state.whole(o) || o.whole(state) || state.sums(o) || o.sums(state)
}

// stock reports a count of what there was, not of what somebody did something
// to: "we ran 12 services", "a team of 8 engineers".
func (e *Entry) stock() bool {
	return e.thing.own != 0 || e.thing.stock || e.Definite && !e.Restricted && e.low() > few ||
		e.thing.verb == 0 && (e.phase() == early || e.zone() == summary)
}

// whole reports whether e points back at the set that the other introduced: "all
// 12 services" behind "we ran 12 services". It must not narrow it down.
func (e *Entry) whole(first *Entry) bool {
	if !e.Definite || e.Restricted || !first.stock() || first.behind(e) || !e.thing.within(&first.thing) {
		return false
	}
	return e.low() > few || e.low() > first.low()
}

// behind reports whether e is told later than o.
func (e *Entry) behind(o *Entry) bool {
	return e.zone() == o.zone() && (e.source > o.source || e.source == o.source && e.Start > o.Start)
}

// few is up to when "the two services" are likely to be some of them.
const few = 3

// sums reports whether e, of the title, the opening or a followup, gives a count
// of the story again: of the same act, of what there was, with the same words, or
// one too large to be told by chance.
func (e *Entry) sums(o *Entry) bool {
	if e.zone() == told || o.zone() != told {
		return false
	}
	return e.sameVerb(o) || e.stock() && o.stock() || e.thing.mods[1] != 0 && e.thing.mods == o.thing.mods ||
		e.zone() == summary && e.low() >= specific && o.low() >= specific
}

// specific is from when on a count is no small number that many things have.
const specific = 10
