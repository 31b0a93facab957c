package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// FailureNoChange reports a failure after which everything went on as before.
var FailureNoChange = &lint.Rule{
	ID:       "STAR605",
	Name:     "failure-no-change",
	Title:    "nothing changed after the failure",
	Why:      "A lesson counts when it altered something: a check, a rule, a habit. Else the failure can happen again. An error where the story is filed as a failure, by its tag, its title or its question; a warning where only the text says so.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad: "tags: [failure]\naction: |\n  I had let the ledger tests into every build without timing them, and a release for 40 shops went out two days late. I told the leads that it was my mistake. I timed every test and found that one in ten took most of the time. I took those out, because the shops waited. I called the owner of the ledger, who refused at first, and we went through his tests row by row. I told the leads every Friday what was left.\n" +
		"result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. The 40 shops had waited for two days.\nlesson: |\n  I learned how much a late release costs.",
	Good: "tags: [failure]\n" + ownedFailure,
	Check: func(p *lint.Pass) {
		f := failures.Of(p)
		if f == nil || changedSince(p) {
			return
		}
		section := told(p, star.Lesson)
		if section == nil {
			if section = told(p, star.Result); section == nil {
				section = told(p, star.Action)
			}
		}
		p.Report(lint.Finding{Span: section.LabelSpan, Section: section, Severity: f.severity(),
			Message: "nothing says what is done differently since", Help: "say what you changed: a check, a rule, a habit, and that it held"})
	},
}

// lastThird is the share of the Action that may hold what was changed, beside
// Result and Lesson.
const lastThird = 2.0 / 3

// changedSince reports whether a story says in its last part what changed.
func changedSince(p *lint.Pass) bool {
	for _, section := range parts(p, star.Result, star.Lesson) {
		if changesMade().Has(section.Prose) || inPresent(section.Prose) {
			return true
		}
	}
	t := told(p, star.Action).Prose
	for i := int(lastThird * float64(len(t.Words))); i < len(t.Words); i++ {
		if changesMade().At(t, i) {
			return true
		}
	}
	return false
}

// inPresent reports whether a text tells what its teller does today, as in "I
// begin with the exception".
func inPresent(t *prose.Text) bool {
	for _, clause := range t.Clauses() {
		if clause.Subject >= 0 && clause.Verb >= 0 && !clause.Past && acts(t, clause) {
			return true
		}
	}
	return false
}
