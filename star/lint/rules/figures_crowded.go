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
	Bad:      "result: |\n  Within five weeks the suite went from 50 to 12 minutes. It covers 11 services, 212 tests and 9 teams, cost 700 dollars, serves 60 engineers and 340 customers, and cut failures by 29 %.",
	Good:     "result: |\n  Within five weeks the suite went from 50 to 12 minutes and failures from 33 % to 4 %. Customers now get fixes on the day they are written, and the other teams took the runner over.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil {
			return
		}
		n := 0
		for _, number := range section.Prose.Numbers {
			if number.Metric() && number.Kind != prose.Duration && !number.Spelled {
				n++
			}
		}
		for _, change := range section.Prose.Changes() {
			if change.From >= 0 && change.To >= 0 {
				n-- // a before and an after are one thing to keep
			}
		}
		words := len(section.Prose.Words)
		if n >= crowdedMin && 100*float64(n)/float64(words) > crowded {
			p.ReportAt(section, fmt.Sprintf("result has %d figures in %d words", n, words), "keep the two or three that matter; move the rest to followups")
		}
	},
}
