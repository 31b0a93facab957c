package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// Guides give the Action 50 to 60 % of the answer. The median of published
// stories is 34 %, so the limits lie well below the advice.
const (
	actionShareMin   = 0.35
	actionShareError = 0.25
)

// ActionShare reports an Action that is too small a part of the story.
var ActionShare = &lint.Rule{
	ID:       "STAR108",
	Name:     "action-share",
	Title:    "action is too small a part of the story",
	Why:      "The action is what is scored; guides give it half of the answer or more.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "action: I split the suite into eight parts. I ran them side by side on spare machines.\nsituation: |\n  " + longSituation,
	Good:     "title: Half of the story is action",
	Check: func(p *lint.Pass) {
		share := shareOf(p, star.Action)
		if share == 0 || share >= actionShareMin || isThin(p, star.Action) {
			return
		}
		severity := lint.Warning
		if share < actionShareError {
			severity = lint.Error
		}
		section := told(p, star.Action)
		p.Report(lint.Finding{Span: section.LabelSpan, Section: section, Severity: severity,
			Message: fmt.Sprintf("action is %.0f %% of the words; half or more is usual", 100*share),
			Help:    "say what you did next, whom you had to win and what you decided against"})
	},
}
