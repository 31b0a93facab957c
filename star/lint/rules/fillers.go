package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// fillersMin is how many fillers are more than a way of speaking.
const fillersMin = 3

// Fillers reports words that fill a pause.
var Fillers = &lint.Rule{
	ID:       "STAR402",
	Name:     "fillers",
	Title:    "words fill a pause",
	Why:      "What fills a pause in speech takes the listener's attention from what is said.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "action: |\n  So, um, I timed the tests, you know. Basically, I split the suite because the slow tests shared one database. Honestly, I rebuilt the fixtures.",
	Good:     "action: |\n  They actually basically worked in the ER, you know the kind, and I checked what had actually gone wrong. " + steps,
	Check: func(p *lint.Pass) {
		found := fillers.in(p, apart)
		if dense(p, len(found), fillersMin) {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d fillers, the first one %q", len(found), found[0].text()), "leave them out; a pause is better")
		}
	},
}

// apart reports whether a wording stands by itself: it opens the sentence, or
// commas set it off. "Like" needs them on both sides, as it is mostly a verb or a
// preposition.
func apart(t *prose.Text, m prose.Match) bool {
	before, behind := t.Behind(m.First, ","), m.Last < len(t.Words) && t.Behind(m.Last, ",")
	switch first := t.Words[m.First].Text; {
	case first == "like":
		return before && behind
	case sounds()[first]:
		return t.Source[t.Words[m.First].Start+1]|0x20 == t.Source[t.Words[m.First].Start+1] // not the ER
	}
	return opens(t, m.First) || before || behind
}

// sounds are no words at all.
var sounds = words("um uh er uhm erm hmm")

var fillers = &wording{phrases: []string{"um", "uh", "er", "uhm", "erm", "hmm", "like", "you know", "i mean", "basically", "actually", "literally", "honestly", "obviously", "to be honest", "to be fair", "so yeah", "at the end of the day", "or something", "and stuff"}}
