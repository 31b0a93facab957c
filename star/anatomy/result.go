package anatomy

import "starbank/star/prose"

// praisedWords is the length below which a Result without a figure and without
// an event that somebody could confirm holds no outcome.
const praisedWords = 60

// result asks for a concrete outcome: a figure, or an event that somebody else
// could confirm, such as a decision, a release or a change that stayed.
func (a *Anatomy) result(t *prose.Text) Section {
	a.Metric = metric(t)
	a.Baseline = baseline(t)
	a.Timeframe = datedOrLasting(t)
	event := has(t, events)
	s := Section{State: OK, Level: level(a.Metric || event, a.Metric && a.Baseline && a.Timeframe)}
	if !a.Metric {
		s.lack("a figure", "say how much, how many or how long")
	}
	if !a.Baseline {
		s.lack("a baseline", "say what it was before")
	}
	if !a.Timeframe {
		s.lack("a time frame", "say within which time, or since when")
	}
	if !a.Metric && !event && len(t.Words) < praisedWords {
		s.State = Thin
	}
	return s
}

func metric(t *prose.Text) bool {
	for _, n := range t.Numbers {
		if n.Metric() {
			return true
		}
	}
	return false
}

// baseline reports whether a figure has a before: a pair, a change by a
// percentage or a factor, or a count that speaks for itself, as zero does.
func baseline(t *prose.Text) bool {
	if len(t.Changes()) > 0 || has(t, befores) {
		return true
	}
	for _, n := range t.Numbers {
		if n.Metric() && n.Kind == prose.Count && n.Value == 0 {
			return true
		}
	}
	return false
}
