package rules

import (
	"fmt"

	"starbank/star/lint"
)

// FailureNoImpact reports a failure of unknown size.
var FailureNoImpact = &lint.Rule{
	ID:       "STAR603",
	Name:     "failure-no-impact",
	Title:    "failure has no figure and hits nobody",
	Why:      "Without a size the listener takes the failure for a slip, or for worse than it was.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad: "tags: [failure]\nsituation: |\n  In March 2025 I owned the test suite for payments at a small bank, which took most of an hour.\n" +
		"action: |\n  I had let the ledger tests into the build without timing them, and it failed.\n\n  I reverted it and looked for the reason.\n\n  I timed every test and found where most of the time went. I divided the suite into eight parts and ran them side by side, because one database served them all. I rebuilt the fixtures with a colleague who knew the ledger, and compared the results row by row. I moved the copies of the table into memory, to spare the disk. I told the leads every Friday what was left.",
	Good: "tags: [failure]\n" + ownedFailure,
	Check: func(p *lint.Pass) {
		f := failures.Of(p)
		if f == nil || len(f.losses) == 0 {
			return
		}
		for _, loss := range f.losses {
			if sized(loss) {
				return
			}
		}
		loss, _ := f.main()
		p.Report(lint.Finding{Span: loss.section.Span(loss.match.Range), Section: loss.section, Severity: f.severity(),
			Message: fmt.Sprintf("%q: no figure says how bad it was, and nobody is hit by it", loss.text()), Help: "say how long, how much or how many, and whom it cost what"})
	},
}

// sized reports whether a figure or somebody hit stands in the sentence of a
// loss, or in one beside it.
func sized(loss spot) bool {
	t := loss.section.Prose
	for s := max(0, loss.match.Sentence-1); s <= min(len(t.Sentences)-1, loss.match.Sentence+1); s++ {
		if hasMetric(t, s) || says(t, s, affected()) {
			return true
		}
	}
	return false
}
