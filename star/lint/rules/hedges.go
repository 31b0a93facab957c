package rules

import (
	"fmt"
	"slices"

	"starbank/star/lint"
	"starbank/star/prose"
)

// hedgesMin is how many hedges make a habit of it.
const hedgesMin = 3

// Hedges reports a story that takes back what it says.
var Hedges = &lint.Rule{
	ID:       "STAR401",
	Name:     "hedges",
	Title:    "hedges take back what is said",
	Why:      "Speakers who hedge are rated less competent and less employable (Hosman 1989, Parton et al. 2002).",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "action: |\n  I guess I timed the tests, kind of. Maybe one in ten took most of the time. I split the suite because the slow tests probably shared one database. I rebuilt the fixtures a bit.",
	Good:     "action: |\n  I thought that this kind of suite was a mistake, and maybe it was. " + steps,
	Check: func(p *lint.Pass) {
		found := hedges.in(p, hedging)
		if dense(p, len(found), hedgesMin) && declares(p, "have-backbone-disagree-and-commit", "are-right-a-lot") {
			found = slices.DeleteFunc(found, ofView)
		}
		if dense(p, len(found), hedgesMin) {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d hedges, the first one %q", len(found), found[0].text()), "say it plainly, or say what you did not know")
		}
	},
}

// hedging tells "kind of fixed it" from "this kind of attack", "in a way" from
// "in a way that scaled", "fairly slow" from "treated fairly", "probably fixed" from
// "probably 40 hours", and "I think" from "I think that it is a mistake", which is a
// judgement.
func hedging(t *prose.Text, m prose.Match) bool {
	if saidBySomebody(t, m) {
		return false
	}
	behind := wordBehind(t, m)
	switch t.Words[m.First].Text {
	case "probably", "maybe", "perhaps", "possibly":
		return !estimateBehind(t, m)
	case "kind", "sort":
		return !precededBy(t, m, 2, determiners) && !somebody()[behind] // kind of you
	case "in":
		return behind == "" || t.Behind(m.Last, ",;:—–")
	case "fairly":
		return behind != "" && !t.Behind(m.Last, ",;:—–") && !afterFairly()[behind]
	case "i":
		return behind != "that" && behind != "of" && behind != "about" && !(behind == "big" && capital(t, m.Last))
	case "a":
		return !bitVerbs()[wordBefore(t, m)] && !bitNouns()[behind]
	}
	return true
}

// estimateBehind reports a figure behind a match, a word at most between: "probably
// about 40 hours" is an estimate, which is said as one.
func estimateBehind(t *prose.Text, m prose.Match) bool {
	for _, n := range t.Numbers {
		if n.Sentence == m.Sentence && n.First >= m.Last && n.First <= m.Last+1 && n.Metric() {
			return true
		}
	}
	return false
}

// What is done to a bit of memory, and what is made of bits.
var (
	bitVerbs = words("flip flips flipped set sets cleared clear toggled checked")
	bitNouns = words("field fields mask flag for in from")
	somebody = words("you him her them me us")
)

// ofView reports "I think" and its like: the content of a story about a view.
func ofView(s spot) bool { return s.section.Prose.Words[s.match.First].Text == "i" }

var determiners = words("this that what which any some every each same a an the one no other another these those of all different new right")

var afterFairly = words("and or with to by across among between for in")

// A possibility that is part of the facts ("the key might have leaked") and an
// attempt ("I tried to reach him, but") are no hedges.
var hedges = &wording{phrases: []string{"maybe", "perhaps", "probably", "possibly", "presumably", "kind of", "sort of", "kinda", "sorta", "somewhat", "fairly", "pretty much", "more or less",
	"i think", "i guess", "i suppose", "i feel like", "i would say", "i'd say", "i might have", "i may have", "hopefully", "a bit", "a little bit", "in a way", "to some extent",
	"as far as i remember", "as far as i recall", "if i recall", "if i remember"}}
