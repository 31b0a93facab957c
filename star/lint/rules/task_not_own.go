package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// TaskNotOwn reports a Task that names a goal and nobody who owned it. Notes
// that give the order itself ("Find the cause") are understood as one's own.
var TaskNotOwn = &lint.Rule{
	ID:       "STAR116",
	Name:     "task-not-own",
	Title:    "task does not say whose it was",
	Why:      "The Task is where personal responsibility is stated; without it the credit is anybody's.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "task: The goal was a suite that runs in under 15 minutes before the launch.",
	Good:     "task: My goal was a suite that runs in under 15 minutes before the launch.",
	Check: func(p *lint.Pass) {
		if section := told(p, star.Task); section != nil && !isThin(p, star.Task) {
			for _, lack := range p.Anatomy.Sections[star.Task].Lacks {
				if lack.What == "a duty" {
					p.ReportAt(section, "task does not say whose it was", lack.Ask)
				}
			}
		}
	},
}
