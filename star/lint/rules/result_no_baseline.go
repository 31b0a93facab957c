package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ResultNoBaseline reports a Result whose figures have no before.
var ResultNoBaseline = &lint.Rule{
	ID:       "STAR202",
	Name:     "result-no-baseline",
	Title:    "result has no baseline",
	Why:      "An after without a before cannot be judged.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: |\n  The suite takes 12 minutes since the end of April and the partner launched on time. Customers get their fixes on the day they are written, and 9 teams have taken the split runner over.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers get their fixes on the day they are written, and 9 teams have taken the split runner over.",
	Check: func(p *lint.Pass) {
		if section := told(p, star.Result); !isThin(p, star.Result) && p.Anatomy.Metric && !p.Anatomy.Baseline && !byPercent(section) {
			p.ReportAt(section, "result has no baseline", "say what it was before: from X to Y")
		}
	},
}
