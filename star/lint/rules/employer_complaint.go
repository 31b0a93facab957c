package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// EmployerComplaint reports a complaint about an employer.
var EmployerComplaint = &lint.Rule{
	ID:       "STAR409",
	Name:     "employer-complaint",
	Title:    "employer is complained about",
	Why:      "A complaint about a past employer is remembered as a trait of its teller.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: It was a terrible company. Since then I time a suite before I add to it.",
	Good:     "lesson: |\n  I was a terrible manager, and \"a terrible company\" is what he said; the company had no test team. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := complaints.in(p, func(t *prose.Text, m prose.Match) bool {
			return endsThere(t, m) && !ofTeller(t, m) && !precededBy(t, m, denialReach, denials) && !saidBySomebody(t, m)
		})
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q is a complaint", found[0].text()), "say what was missing, and what you did")
		}
	},
}

// endsThere reports whether nothing follows that would make the employer another
// thing: "bad management of keys", "the worst company outage".
func endsThere(t *prose.Text, m prose.Match) bool {
	behind := wordBehind(t, m)
	return behind == "" || t.Behind(m.Last, ",;:.()–—") || afterEmployer()[behind]
}

var afterEmployer = words("and or but who that which where when because so with in at to was is had has did never kept made let left could would")

// complaints are pairs of a judgement and an employer. A judgement with a fact
// in it ("a slow company") is none.
var complaints = &wording{
	phrases: []string{"terrible", "awful", "horrible", "dreadful", "stupid", "crappy", "bad", "worst", "dysfunctional", "toxic"},
	nouns:   []string{"company", "manager", "managers", "management", "boss", "bosses", "employer", "leadership", "workplace", "culture", "work culture", "company culture", "environment", "work environment"},
}
