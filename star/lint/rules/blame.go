package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// Blame reports a judgement on a person in place of a fact.
var Blame = &lint.Rule{
	ID:       "STAR408",
	Name:     "blame",
	Title:    "blame is put on somebody",
	Why:      "A villain in the story counts against the trust that its teller would earn.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad:      "lesson: It was his fault, because the contractor was lazy. Since then I time a suite before I add to it.",
	Good:     "lesson: The vendor missed the date. Since then I time a suite with lazy loading before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, blame(), ofPerson)
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q blames somebody", found[0].text()), "say what happened and what you did about it")
		}
	},
}

// ofPerson tells a lazy colleague from lazy loading, and fault that is denied
// from fault that is put on somebody.
func ofPerson(t *prose.Text, m prose.Match) bool {
	switch t.Words[m.First].Text {
	case "his", "her", "their":
		before := wordBefore(t, m)
		return before != "not" && before != "wasn't" && before != "isn't" && before != "never"
	case "lazy", "toxic", "useless", "stupid":
		return persons[wordBehind(t, m)] || judged(t, m)
	}
	return true
}

// judged reports "he was lazy": a person, a form of be, the trait.
func judged(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := m.First - 1; i > max(first, m.First-3); i-- {
		switch t.Words[i].Text {
		case "was", "were", "is", "are":
			return persons[t.Words[i-1].Text] || pronouns[t.Words[i-1].Text]
		}
	}
	return false
}

var pronouns = set("he she they who")

var persons = set("manager managers boss bosses colleague colleagues coworker coworkers teammate teammates developer developers engineer engineers director lead leads team teams people person guy guys contractor contractors vendor intern analyst analysts admin admins culture environment employee employees leadership management")

var blame = list("his fault", "her fault", "their fault", "incompetent", "clueless", "idiot", "idiots", "idiotic", "moron", "lazy", "stupid", "useless", "toxic", "threw me under the bus", "thrown under the bus", "stabbed me in the back", "too lazy to", "refused to cooperate")
