package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ApologeticOpener reports a story that begins by making itself small.
var ApologeticOpener = &lint.Rule{
	ID:       "STAR411",
	Name:     "apologetic-opener",
	Title:    "story begins with an apology",
	Why:      "An apology at the start is the frame in which the rest is heard.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "situation: |\n  This is not a great example, but in March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes.",
	Good:     "situation: |\n  In March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes. It was only a pilot.",
	Check: func(p *lint.Pass) {
		for _, section := range parts(p, star.Situation, star.Task) {
			for _, match := range apologies().Find(section.Prose) {
				if match.Sentence < 2 {
					p.ReportIn(section, match.Range, "story begins with an apology", "leave it out and begin with the fact")
					return
				}
			}
		}
	},
}

var apologies = list("not a great example", "not the best example", "not a good example", "not sure if this counts", "don't know if this counts", "do not know if this counts", "not sure this counts", "not much of a story", "not very impressive",
	"nothing special", "sorry for", "sorry if", "might not be the best", "may not be the best", "might not be a great", "this is a small example", "it was only a small", "i don't have a great", "i don't really have")
