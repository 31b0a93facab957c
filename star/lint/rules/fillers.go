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
	Good:     "action: |\n  I actually timed them. " + steps,
	Check: func(p *lint.Pass) {
		found := spots(p, fillers(), apart)
		if dense(p, len(found), fillersMin) {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d fillers, the first one %q", len(found), found[0].text()), "leave them out; a pause is better")
		}
	},
}

// apart reports whether a wording stands by itself: it opens the sentence, or
// commas set it off.
func apart(t *prose.Text, m prose.Match) bool {
	return opens(t, m.First) || t.Behind(m.First, ",") || t.Behind(m.Last, ",") && m.Last < len(t.Words) || sounds[t.Words[m.First].Text]
}

// sounds are no words at all.
var sounds = set("um uh er uhm erm hmm")

var fillers = list("um", "uh", "er", "uhm", "erm", "hmm", "you know", "i mean", "basically", "actually", "literally", "honestly", "obviously", "to be honest", "so yeah", "or something", "and stuff", "like i said")
