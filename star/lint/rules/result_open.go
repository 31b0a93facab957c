package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// ResultOpen reports a Result that is still to come. A figure reached so far
// answers it.
var ResultOpen = &lint.Rule{
	ID:       "STAR211",
	Name:     "result-open",
	Title:    "outcome is still open",
	Why:      "Plans are no evidence; a story is ready when it has an end.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: The new runner is still in progress and should be finished next quarter.",
	Good:     "result: |\n  The split is still in progress. The first half brought the suite from 50 to 12 minutes within five weeks, and customers now get fixes on the day they are written.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil || p.Anatomy.Metric {
			return
		}
		if found := unfinished().Find(section.Prose); len(found) > 0 {
			p.ReportIn(section, found[0].Range, fmt.Sprintf("outcome is still open: %q", section.Prose.Slice(found[0].Range)), "say what has been reached so far, with a figure")
		}
	},
}

var unfinished = list("still in progress", "in progress", "ongoing", "we plan to", "i plan to", "plan to", "planning to", "not yet", "currently working", "to be completed", "in the process of", "about to", "is expected to", "are expected to", "should be finished", "will be finished", "will be completed", "will be done", "hope to", "we will see")
