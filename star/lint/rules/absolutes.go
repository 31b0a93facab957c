package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// absolutesMin is how many absolutes invite the question for an exception.
const absolutesMin = 3

// Absolutes reports claims without exception.
var Absolutes = &lint.Rule{
	ID:       "STAR410",
	Name:     "absolutes",
	Title:    "claims without exception",
	Why:      "Always, everyone and never invite the interviewer to look for the counterexample.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "lesson: Everyone was convinced, and I always time every test. I never fail. Since then nobody complains.",
	Good:     "lesson: Nobody owned it, it never happened again, I had never used it, and the page is for everyone. Since then I always time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := absolutes.in(p, sweeping)
		if dense(p, len(found), absolutesMin) {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d claims without exception, the first one %q", len(found), found[0].text()), "keep those that you could defend")
		}
	},
}

// sweeping reports a claim that a counterexample would meet: what the teller
// always or never does, and what everybody is, does or says. What never happened
// again, what nobody owned and what had never been done are facts and evidence.
func sweeping(t *prose.Text, m prose.Match) bool {
	behind := wordBehind(t, m)
	switch t.Words[m.First].Text {
	case "never", "always":
		return precededBy(t, m, 2, teller) && !precededBy(t, m, 2, perfects) && !happened()[behind]
	case "nobody", "no":
		return doing()[behind] && !precededBy(t, m, 2, purposes)
	case "everyone", "everybody":
		return doing()[behind] || being()[behind] && moods()[nearby(t, m, m.Last+1)]
	}
	return true
}

var (
	teller   = words("i we i'll we'll will")
	perfects = words("had have i'd i've we'd we've")
	purposes = words("so that until because")
	happened = words("happened again asked thought knew heard met saw did told got caused went came")
	moods    = words("so very really completely totally happy satisfied impressed thrilled convinced delighted amazed excited on")
	doing    = words("loves loved likes liked agrees agreed knows uses used complains complained praised felt wanted does thought")
)

var absolutes = &wording{phrases: []string{"never", "always", "everyone", "everybody", "nobody", "no one", "flawlessly", "flawless", "absolutely", "totally", "100 sure", "100 certain", "100 confident", "100 committed"}}
