package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// SituationThin reports a Situation without a place or anything at stake.
var SituationThin = &lint.Rule{
	ID:       "STAR102",
	Name:     "situation-thin",
	Title:    "situation gives no place, time or stake",
	Why:      "A listener who does not know what was at stake cannot judge what the action was worth.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "situation: Refactoring the speech module.",
	Good:     "situation: |\n  In March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes. A partner launch was four weeks away. Two fixes for customers had already waited a week, and the engineers had begun to skip the suite.",
	Check:    thin(star.Situation),
}
