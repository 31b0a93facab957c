package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// reasonWords is the length of an Action from which on a reason is missed.
const reasonWords = 80

// ActionNoReason asks for the why of a long Action. Half of sound stories
// carry no marker of a reason, so it stays a suggestion.
var ActionNoReason = &lint.Rule{
	ID:       "STAR305",
	Name:     "action-no-reason",
	Title:    "action gives no reason",
	Why:      "The next question is why this way and not another.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad: "action: |\n  I timed every test and found that one in ten took most of the time. I split the suite into eight parts and ran them side by side. A colleague who owned the ledger refused to give up his fixtures. " +
		"I rebuilt them with him and compared the results row by row. I moved the copies of the customer table into memory. I wrote a page that names the guard for each test. I told the leads every Friday what was left. I ran the old suite beside the new one for a week and showed both results to the auditors.",
	Good: "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil || isThin(p, star.Action) || len(section.Prose.Words) < reasonWords {
			return
		}
		if lacks(p, star.Action, "a reason") && !because().Has(section.Prose) && (told(p, star.Task) == nil || !plainly().Has(told(p, star.Task).Prose)) {
			p.ReportAt(section, "action gives no reason for its steps", "say why this way and not another, and what you decided against")
		}
	},
}

// plainly are the reasons looked for in the Task, because those of the Action
// have a wide meaning there.
var plainly = list("because", "so that", "since")

var because = list("because", "so that", "since", "to avoid", "instead of", "rather than", "reason", "knowing that", "wanted", "believed", "concluded", "realised", "realized", "so", "if", "whether", "as", "which would", "without")

func lacks(p *lint.Pass, part star.Part, what string) bool {
	for _, lack := range p.Anatomy.Sections[part].Lacks {
		if lack.What == what {
			return true
		}
	}
	return false
}
