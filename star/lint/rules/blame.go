package rules

import (
	"fmt"
	"strings"

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
	Good:     "lesson: The vendor missed the date, and it was not their fault; I had been lazy about their fault tolerance. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := blame.in(p, onOthers)
		if len(found) == 0 {
			return
		}
		severity := lint.Info
		for _, s := range found {
			if s.section.Prose.Words[s.match.First].Text != "refused" { // what somebody did, if put harshly
				severity = lint.Off // as the rule has it
			}
		}
		reportSpots(p, found, severity, fmt.Sprintf("%q blames somebody", found[0].text()), "say what happened and what you did about it")
	},
}

// onOthers reports whether a judgement is passed on somebody: not on the teller,
// who may well own a fault, not on a thing, not denied, and not told as what
// somebody said.
func onOthers(t *prose.Text, m prose.Match) bool {
	if ofTeller(t, m) || saidBySomebody(t, m) {
		return false
	}
	switch word := t.Words[m.First].Text; word {
	case "his", "her", "their":
		return !precededBy(t, m, denialReach, denials) && !faultOf()[wordBehind(t, m)] && !restOf(t, m, concessions)
	case "not", "wasn't":
		return !precededBy(t, m, m.First, concessions) && !restOf(t, m, concessions)
	case "lazy", "toxic", "useless", "stupid", "incompetent", "clueless":
		return !ofInstitution(t, m) && (persons()[wordBehind(t, m)] || judged(t, m))
	case "refused":
		return !precededBy(t, m, 1, denials)
	case "never", "dropped":
		return (ofPerson(t, m) || parties()[wordBefore(t, m)]) && !askedAbout()[wordBehind(t, m)]
	case "micromanaged", "micromanages", "micromanaging", "did", "didn't":
		return ofPerson(t, m) && !askedAbout()[wordBehind(t, m)]
	default:
		if strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "s'") { // "the vendor's fault"
			return !precededBy(t, m, denialReach, denials) && !faultOf()[wordBehind(t, m)] && !restOf(t, m, concessions)
		}
	}
	return true
}

// denialReach is how many words lie between a denial and the fault: "I did not tell
// anyone that it was his fault".
const denialReach = 8

// judged reports "he was lazy": a person, a form of be, the trait.
func judged(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := m.First - 1; i > max(first, m.First-4); i-- {
		switch t.Words[i].Text {
		case "was", "were", "is", "are":
			who := t.Words[i-1].Text
			if who == "there" && i-1 > first {
				who = t.Words[i-2].Text
			}
			return persons()[who] || pronouns()[who]
		case "not", "never":
			return false
		}
	}
	return false
}

// ofPerson reports whether a person stands right before a match, an adverb or
// auxiliary at most between: "my manager never listened".
func ofPerson(t *prose.Text, m prose.Match) bool {
	for i := 1; i <= 2; i++ {
		if word := nearby(t, m, m.First-i); persons()[word] || pronouns()[word] {
			return true
		}
	}
	return false
}

// restOf reports whether one of some words follows a match in its sentence.
func restOf(t *prose.Text, m prose.Match, any func() map[string]bool) bool {
	for i := m.Last; i < t.Sentences[m.Sentence].Last; i++ {
		if any()[t.Words[i].Text] {
			return true
		}
	}
	return false
}

var (
	parties     = words("vendor vendors supplier suppliers client clients customer contractor agency company support they")
	denials     = words("not wasn't isn't didn't never no nor neither nobody without whether if instead than rather whose")
	concessions = words("although though even while whether if but still whose however i until mine my")
	faultOf     = words("tolerance tolerant injection injections detection model models line lines reports report tree trees")
	askedAbout  = words("which what how whether if when where who why enough")
)

var blame = &wording{phrases: []string{"his fault", "her fault", "their fault", "manager's fault", "boss's fault", "boss' fault", "lead's fault", "colleague's fault", "coworker's fault", "teammate's fault",
	"developer's fault", "developers' fault", "engineer's fault", "team's fault", "vendor's fault", "supplier's fault", "contractor's fault", "client's fault", "customer's fault", "management's fault", "not my fault", "wasn't my fault", "incompetent", "clueless", "idiot", "idiots", "moron", "morons", "lazy", "stupid", "useless", "toxic", "threw me under the bus", "thrown under the bus",
	"stabbed me in the back", "refused to cooperate", "did not care", "didn't care", "never listened", "dropped the ball", "micromanaged", "micromanages", "micromanaging"}}
