package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ResultLong reports a Result longer than the Action, outside failure stories,
// where what followed is the point.
var ResultLong = &lint.Rule{
	ID:       "STAR110",
	Name:     "result-long",
	Title:    "result is longer than the action",
	Why:      "Outcomes without the steps that led to them read like an advertisement.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "action: I split the suite into eight parts. I ran them side by side on spare machines. I cut the copies of the table.\nresult: |\n  " + longSituation,
	Good:     "title: The action is the longest section",
	Check: func(p *lint.Pass) {
		if share := shareOf(p, star.Result); share == 0 || share <= shareOf(p, star.Action) || p.Story.HasTag("failure") || isThin(p, star.Action) {
			return
		}
		p.ReportAt(told(p, star.Result), "result is longer than the action", "say more of what you did, or less of what came of it")
	},
}
