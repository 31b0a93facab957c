package anatomy

import "starbank/star/prose"

// A Situation shorter than headline words names its subject and no more; one
// longer than told words has had room for a place and a problem, in words no
// list knows. Both are fitted on annotated stories.
const (
	headlineWords = 7
	toldWords     = 45
	placelessMax  = 10
)

// situation asks for a place, a time and something at stake.
func situation(t *prose.Text) Section {
	place := inPlace(t)
	stake := atStake(t)
	when := datedOrLasting(t)
	s := Section{State: OK, Level: level(place && stake, when && stake)}
	if !stake {
		s.lack("what was at stake", "say what was wrong or at risk, and for whom")
	}
	if !place {
		s.lack("a place", "say where this was: the team, the product, your role")
	}
	if !when {
		s.lack("a time", "say when this was")
	}
	words := len(t.Words)
	if words < headlineWords || words < toldWords && !stake || words < placelessMax && !place {
		s.State = Thin
	}
	return s
}

func (s *Section) lack(what, ask string) { s.Lacks = append(s.Lacks, Lack{what, ask}) }

// inPlace reports whether the text says where the story happens: somebody's
// team, product or company, or a role.
func inPlace(t *prose.Text) bool {
	i, we := t.Persons()
	return i+we > 0 || has(t, places)
}

// atStake reports whether something is wrong, wanted or at risk.
func atStake(t *prose.Text) bool {
	if has(t, stakes) {
		return true
	}
	for _, n := range t.Numbers {
		if n.Metric() && n.Kind != prose.Duration && n.Kind != prose.Count {
			return true
		}
	}
	return false
}

// datedOrLasting reports whether the text says when or for how long.
func datedOrLasting(t *prose.Text) bool {
	for _, n := range t.Numbers {
		if n.Kind == prose.Date || n.Kind == prose.Duration {
			return true
		}
	}
	return has(t, times)
}
