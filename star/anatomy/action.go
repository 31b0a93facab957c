package anatomy

import (
	"strings"

	"starbank/star/prose"
)

// An Action wants two concrete own steps; strong answers have three to seven.
// One of more than toldSteps words is not called thin for want of verbs that
// the program knows.
const (
	fewestSteps = 2
	strongSteps = 3
	toldSteps   = 80
)

// action asks for concrete steps of the teller.
func (a *Anatomy) action(t *prose.Text) Section {
	a.Steps, a.Soft = steps(t), softSteps(t)
	own := 0
	for _, step := range a.Steps {
		if step.Person != prose.We {
			own++
		}
	}
	reason := has(t, reasons)
	s := Section{State: OK, Level: level(own >= strongSteps, own >= strongSteps && reason && len(t.Words) >= toldSteps/2)}
	if own < strongSteps {
		what := "own steps"
		if own > 0 {
			what = "more steps"
		}
		s.lack(what, "say what you did, one step a sentence: I + verb + what")
	}
	if !reason {
		s.lack("a reason", "say why this way and not another")
	}
	if len(a.Steps)+noted(t)+a.Soft/2 < fewestSteps && len(t.Words) < toldSteps {
		s.State = Thin
	}
	return s
}

// steps lists the clauses that tell a concrete act of the teller or of the
// team the teller speaks for. Thinking, wishing and taking part are no acts.
func steps(t *prose.Text) []prose.Clause {
	found := make([]prose.Clause, 0, len(t.Clauses()))
	for _, clause := range t.Clauses() {
		if clause.Negated || clause.Verb < 0 || !clause.Past && clause.Person == prose.Elided {
			continue
		}
		if !vague().At(t, clause.Verb) {
			found = append(found, clause)
		}
	}
	return found
}

// softSteps counts the acts of the teller alone that leave open what was done.
func softSteps(t *prose.Text) (n int) {
	for _, clause := range t.Clauses() {
		if !clause.Negated && clause.Verb >= 0 && clause.Past && clause.Person != prose.We && soft().At(t, clause.Verb) {
			n++
		}
	}
	return n
}

// noted counts the steps that notes give in other forms: as orders ("Organize
// a workshop. Raise concerns.") and as a row of -ing forms that say how.
func noted(t *prose.Text) int {
	n := 0
	for _, sentence := range t.Sentences {
		if orders().At(t, sentence.First) {
			n++
		}
		for i := sentence.First + 1; i < sentence.Last; i++ {
			before := t.Words[i-1].Text
			if strings.HasSuffix(t.Words[i].Text, "ing") && (before == "by" || before == "and" || t.Behind(i, ",")) {
				n++
			}
		}
	}
	return n / 2
}
