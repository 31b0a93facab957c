package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// Strong answers name three to seven own steps.
const fewSteps = 3

// ActionFewSteps reports an Action that names fewer than three own steps.
var ActionFewSteps = &lint.Rule{
	ID:       "STAR302",
	Name:     "action-few-steps",
	Title:    "action names fewer than three own steps",
	Why:      "Three to seven own steps show how the result came about; one or two leave it to luck.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "action: |\n  I split the suite into eight parts because the slow tests shared one database. The colleague who owned the ledger was against it at first, so I rebuilt his fixtures.",
	Good:     "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		if isThin(p, star.Action) || p.Anatomy.Sections[star.Action].Words > manyWords {
			return
		}
		own, we, _ := tellers(p.Anatomy.Steps)
		if own+p.Anatomy.Soft >= fewSteps || we >= fewSteps {
			return // told as we: another rule
		}
		p.ReportAt(told(p, star.Action), fmt.Sprintf("action names %s", counted(own)), "say what you did next, one step a sentence: I + verb + what")
	},
}

// manyWords is the length of an Action from which on steps are there, if not
// in verbs that the program knows.
const manyWords = 120

func counted(steps int) string {
	switch steps {
	case 0:
		return "no own step"
	case 1:
		return "one own step"
	}
	return fmt.Sprintf("%d own steps", steps)
}
