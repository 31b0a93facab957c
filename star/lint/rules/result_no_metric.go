package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ResultNoMetric reports a Result without a figure. Where it tells an event
// that others could confirm, the rule is milder.
var ResultNoMetric = &lint.Rule{
	ID:       "STAR201",
	Name:     "result-no-metric",
	Title:    "result has no figure",
	Why:      "Interviewers write down figures; half of published stories have none in the result.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: |\n  The partner launched on time and the team still uses the split suite. Nobody skips it now, and customers get their fixes on the day they are written, which the support lead confirmed.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers now get fixes on the day they are written; before, they waited a week.",
	Check: func(p *lint.Pass) {
		if !isThin(p, star.Result) && !p.Anatomy.Metric {
			p.ReportAt(told(p, star.Result), "result has no figure", "say how much, how many or how long, compared with before")
		}
	},
}
