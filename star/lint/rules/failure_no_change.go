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

// lastThird is where the part of the Action begins that may hold what was changed,
// beside Result and Lesson; what stands behind the loss may, too.
const lastThird = 2.0 / 3

// changedSince reports whether a story says in its last part what changed: in so
// many words, or by a lesson that is more than an insight ("Orders close on
// Thursday").
func changedSince(p *lint.Pass) bool {
	if lesson := told(p, star.Lesson); lesson != nil {
		for i := range lesson.Prose.Sentences {
			if !says(lesson.Prose, i, insights()) {
				return true
			}
		}
	}
	for _, section := range parts(p, star.Result, star.Lesson) {
		if changesMade().Has(section.Prose) || practices().Has(section.Prose) || inPresent(section.Prose) {
			return true
		}
	}
	action := told(p, star.Action)
	from := int(lastThird * float64(len(action.Prose.Words)))
	if f := failures.Of(p); len(f.losses) > 0 {
		if loss, _ := f.main(); loss.section != action {
			from = 0
		} else {
			from = min(from, loss.match.Last)
		}
	}
	for i := from; i < len(action.Prose.Words); i++ {
		if changesMade().At(action.Prose, i) {
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
