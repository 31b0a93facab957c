package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// FailureNoRecovery reports a failure that is left as it was.
var FailureNoRecovery = &lint.Rule{
	ID:       "STAR604",
	Name:     "failure-no-recovery",
	Title:    "failure is not put right",
	Why:      "A failure alone is half the answer; what was done in the hours and weeks behind it is the other half. An error where the story is filed as a failure, by its tag, its title or its question; a warning where only the text says so.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad: "tags: [failure]\nsituation: |\n  In March 2025 our payment team at a small bank released to 40 shops a week, with a test suite that took 50 minutes. A partner launch was four weeks away.\n" +
		"action: |\n  I timed every test and took one in ten for the rest, because the suite shared one database. I ran the copies of the customer table side by side and wrote a page that names the guard for each test. I was so sure of it that I let it into every build. A colleague who owned the ledger had warned me. The release for the 40 shops went out two days late.\n" +
		"result: |\n  Within a week 12 customers had lost money, from 0 to $400 each, and the partner launched without the bank.",
	Good: "tags: [failure]\n" + ownedFailure,
	Check: func(p *lint.Pass) {
		f := failures.Of(p)
		if f == nil || len(f.losses) == 0 {
			return
		}
		loss, plain := f.main()
		if !plain || repaired(p, loss) || actsBehind(p, loss) {
			return
		}
		p.Report(lint.Finding{Span: loss.section.Span(loss.match.Range), Section: loss.section, Severity: f.severity(),
			Message: fmt.Sprintf("%q: nothing behind it says how it was put right", loss.text()), Help: "say what you did then: whom you told, what you fixed or gave back"})
	},
}

// repaired reports whether something puts a failure right: in Action or Result, or
// behind the loss in what comes before them.
func repaired(p *lint.Pass, loss spot) bool {
	for _, section := range parts(p, star.Situation, star.Task, star.Action, star.Result) {
		from := 0
		switch {
		case section.Part >= star.Action:
		case section.Part < loss.section.Part:
			continue
		case section == loss.section:
			from = loss.match.Last
		}
		for i := from; i < len(section.Prose.Words); i++ {
			if fixes().At(section.Prose, i) {
				return true
			}
		}
	}
	return false
}

// actsBehind reports whether the teller, alone or with others, does something in a
// sentence behind a loss, up to the lesson.
func actsBehind(p *lint.Pass, loss spot) bool {
	for _, section := range parts(p, star.Situation, star.Task, star.Action, star.Result) {
		for _, clause := range section.Prose.Clauses() {
			behind := section.Part > loss.section.Part || section == loss.section && clause.Sentence > loss.match.Sentence
			if behind && clause.Verb >= 0 && !clause.Negated && concrete(section.Prose, clause) && !insights().At(section.Prose, clause.Verb) {
				return true
			}
		}
	}
	return false
}
