package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// scope is what a story of a level reaches, and the figures that show it as well:
// an amount of money, or a count of people or of what they use.
type scope struct {
	reach        string
	money, count float64
}

// scopes are those of coaches and of accounts of debriefs, not of Amazon: a
// convention. L4 asks for a task of one's own, which every story has.
var scopes = map[string]scope{
	"L5": {"a service or project of your own", 1000, 10},
	"L6": {"several teams, or the money and risk of an organisation", 100_000, 300},
	"L7": {"an organisation, several years or a standard for others", million, 50_000},
}

// ScopeBelowLevel asks for the reach of a story that shows less than the level of
// star.yaml asks for.
var ScopeBelowLevel = &lint.Rule{
	ID:       "STAR707",
	Name:     "scope-below-level",
	Title:    "no scope of the target level is seen",
	Why:      "What raises the bar is scope, ambiguity and impact: at L5 a service of one's own, at L6 several teams, at L7 an organisation (a convention). Asked only where star.yaml states target: {level: ...}.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad: "title: Brought a test from 50 to 12 minutes\nsituation: |\n  In March 2025 my own test at a small bank took 50 minutes and failed one time in three. My fix had already waited a week.\n" +
		"task: |\n  I had to bring it under 15 minutes by Friday without dropping a check that guards money.\n" +
		"action: |\n  I timed every check and found that one in ten took most of the time. I split the test into eight parts and ran them side by side, because the slow checks shared one table. A colleague refused to give up his rows, so I rebuilt them with him. I moved the copies of the table into memory. I told him every day what was left.\n" +
		"result: |\n  The test went from 50 to 12 minutes within five days. My fixes get out on the day they are written; before, they waited a week.",
	Good: "task: |\n  Nobody had owned the pipeline of our nine teams. I had to bring the suite under 15 minutes before the launch without dropping a test that guards money.",
	Check: func(p *lint.Pass) {
		wanted, asked := scopes[p.Config.Level]
		if !asked || !wholeTold(p) || reaches(p, wanted) {
			return
		}
		section := told(p, star.Result)
		p.ReportAt(section, fmt.Sprintf("how far did it reach? nothing shows the scope of %s: %s", p.Config.Level, wanted.reach),
			"say which teams, how many people or how much money it touched, if it did")
	},
}

// reaches reports whether a story shows a scope, in words or by a figure.
func reaches(p *lint.Pass, wanted scope) bool {
	for _, level := range []string{"L7", "L6", "L5"} {
		if saysAnywhere(p, levelWords()[level]) {
			return true
		}
		if level == p.Config.Level {
			break
		}
	}
	for _, section := range parts(p, star.Parts()...) {
		for _, n := range section.Prose.Numbers {
			if n.Kind == prose.Money && n.Value >= wanted.money || n.Kind == prose.Count && n.Value >= wanted.count && reached()[n.Unit] {
				return true
			}
		}
	}
	return false
}

// reached are what is counted to say how far something went.
var reached = words("people person user customer client engineer developer analyst employee colleague worker driver patient student member seller buyer shopper merchant partner subscriber viewer visitor reader guest passenger citizen resident household family child volunteer team department branch office site store shop school hospital clinic warehouse plant country region city account device laptop host server machine node cluster repository service application system order transaction payment request shipment parcel claim ticket")
