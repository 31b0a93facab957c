package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// crowded is the number of figures in 100 words above which nobody keeps them;
// crowdedMin keeps a short Result of three figures out of it.
const (
	crowded    = 8.0
	crowdedMin = 6
)

// FiguresCrowded reports a Result with more figures than can be remembered.
var FiguresCrowded = &lint.Rule{
	ID:       "STAR208",
	Name:     "figures-crowded",
	Title:    "result has more figures than anyone keeps",
	Why:      "Two or three figures stay with a listener, and each one must be defended when probed.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "result: |\n  Within five weeks the suite went from 50 to 12 minutes, failures from 33 % to 4 %, cost from 900 to 700 dollars, waits from 7 days to 1 day, and 9 teams and 60 engineers took it over from 3 customers.",
	Good:     "result: |\n  Within five weeks the suite went from 50 to 12 minutes and failures from 33 % to 4 %. Customers now get fixes on the day they are written, and the other teams took the runner over.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil {
			return
		}
		n := 0
		for _, number := range section.Prose.Numbers {
			if number.Metric() && number.Kind != prose.Duration {
				n++
			}
		}
		words := len(section.Prose.Words)
		if n >= crowdedMin && 100*float64(n)/float64(words) > crowded {
			p.ReportAt(section, fmt.Sprintf("result has %d figures in %d words", n, words), "keep the two or three that matter; move the rest to followups")
		}
	},
}
