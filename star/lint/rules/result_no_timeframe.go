package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// ResultNoTimeframe reports a Result without a time, unless the Task or the
// Action gives one.
var ResultNoTimeframe = &lint.Rule{
	ID:       "STAR203",
	Name:     "result-no-timeframe",
	Title:    "result has no time frame",
	Why:      "Without a time nobody can tell how fast it came or whether it lasted.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "task: As the owner of the pipeline I had to bring the suite down without dropping a test that guards money.\naction: |\n  " + steps + "\nresult: |\n  The share of failed releases went from 33 % to 4 % and the partner launched. Customers get fixes without waiting, and 9 teams have taken the split runner over.",
	Good:     "result: |\n  The share of failed releases went from 33 % to 4 % within five weeks and the partner launched. Customers get fixes without waiting, and 9 teams have taken the split runner over.",
	Check: func(p *lint.Pass) {
		if isThin(p, star.Result) || !p.Anatomy.Metric || p.Anatomy.Timeframe {
			return
		}
		for _, section := range parts(p, star.Task, star.Action) {
			if timed(section.Prose) {
				return
			}
		}
		p.ReportAt(told(p, star.Result), "result has no time frame", "say within which time it came, or since when it holds")
	},
}

func timed(t *prose.Text) bool {
	for _, n := range t.Numbers {
		if n.Kind == prose.Date || n.Kind == prose.Duration {
			return true
		}
	}
	return false
}

// byPercent reports whether a Result gives a change in percent or by a factor,
// which holds half of a baseline.
func byPercent(section *star.Section) bool {
	for _, n := range section.Prose.Numbers {
		if n.Kind == prose.Percent || n.Kind == prose.Ratio {
			return true
		}
	}
	return false
}

const steps = "I timed every test and found that one in ten took most of the time. I split the suite into eight parts and ran them side by side, because the slow tests shared one database. " +
	"A colleague who owned the ledger refused to give up his fixtures, so I rebuilt them with him and compared the results row by row. I moved the copies of the customer table into memory. " +
	"I decided against a second vendor, since it cost more than idle machines, and wrote a page that names the guard for each test. I told the leads every Friday what was left."
