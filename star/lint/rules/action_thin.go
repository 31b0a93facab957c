package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ActionThin reports an Action with fewer than two concrete own steps.
var ActionThin = &lint.Rule{
	ID:       "STAR104",
	Name:     "action-thin",
	Title:    "action has fewer than two concrete steps",
	Why:      "The Action is the section that is scored; without steps there is nothing to credit.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "action: I dedicated time to the problem.",
	Good:     "status: ready",
	Check:    thin(star.Action),
}
