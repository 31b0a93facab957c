package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ResultThin reports a Result without a figure or an event.
var ResultThin = &lint.Rule{
	ID:       "STAR105",
	Name:     "result-thin",
	Title:    "result holds no concrete outcome",
	Why:      "What cannot be checked cannot be written down as evidence.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "result: Morale improved and everything became more stable.",
	Good:     "status: ready",
	Check:    thin(star.Result),
}
