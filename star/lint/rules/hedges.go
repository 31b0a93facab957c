package rules

import (
	"fmt"

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
		found := spots(p, hedges(), hedging)
		if dense(p, len(found), hedgesMin) {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d hedges, the first one %q", len(found), found[0].text()), "say it plainly, or say what you did not know")
		}
	},
}

// hedging tells "kind of fixed it" from "this kind of attack".
func hedging(t *prose.Text, m prose.Match) bool {
	switch t.Words[m.First].Text {
	case "kind", "sort":
		return !kinds[wordBefore(t, m)]
	case "i":
		return wordBehind(t, m) != "that"
	}
	return true
}

var kinds = set("this that what which any some every each same a an the one no other another these those of all different new right first certain similar")

var hedges = list("maybe", "perhaps", "probably", "possibly", "presumably", "kind of", "sort of", "kinda", "sorta", "somewhat", "pretty much", "more or less", "i think", "i guess",
	"i suppose", "i feel like", "i would say", "i'd say", "hopefully", "a bit", "a little bit", "in a way", "to some extent", "as far as i remember", "as far as i recall", "if i recall", "if i remember")
