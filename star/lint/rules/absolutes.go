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
	Bad:      "lesson: Everyone was completely convinced, and I always time every test. It never fails. Since then nobody complains.",
	Good:     "lesson: Nobody owned it, and it never happened again. Since then I always time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, absolutes(), sweeping)
		if len(found) >= absolutesMin {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%d claims without exception, the first one %q", len(found), found[0].text()), "keep those that you could defend")
		}
	},
}

// sweeping leaves out what is evidence or fact: "nobody owned it", "never happened
// again", "had never used it".
func sweeping(t *prose.Text, m prose.Match) bool {
	behind := wordBehind(t, m)
	switch t.Words[m.First].Text {
	case "never":
		return !facts[behind] && wordBefore(t, m) != "had" && wordBefore(t, m) != "i'd" && wordBefore(t, m) != "have"
	case "nobody", "no":
		return !facts[behind] && behind != "had" && behind != "was" && behind != "else"
	}
	return true
}

var facts = set("happened owned happen again knew took noticed wanted asked saw came went broke returned recurred")

var absolutes = list("never", "always", "everyone", "everybody", "nobody", "no one", "completely", "perfectly", "flawlessly", "flawless", "absolutely", "totally", "100%")
