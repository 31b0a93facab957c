package rules

import (
	"fmt"
	"strings"

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
		found := complaints.in(p, func(t *prose.Text, m prose.Match) bool { return endsThere(t, m) && complained(t, m) })
		found = append(found, dire.in(p, func(t *prose.Text, m prose.Match) bool { return ofEmployer(t, m) && complained(t, m) })...)
		found = append(found, blame.in(p, func(t *prose.Text, m prose.Match) bool { return ofInstitution(t, m) && complained(t, m) })...)
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q is a complaint", found[0].text()), "say what was missing, and what you did")
		}
	},
}

// complained reports whether a judgement is the teller's own, and of somebody else.
func complained(t *prose.Text, m prose.Match) bool {
	return !ofTeller(t, m) && !precededBy(t, m, denialReach, denials) && !precededBy(t, m, denialReach, generally) && !saidBySomebody(t, m)
}

// generally are the words of a sentence about anybody: "it makes you a bad manager".
var generally = words("you your makes make")

// ofEmployer reports whether a judgement is said of an employer: "management was
// really awful".
func ofEmployer(t *prose.Text, m prose.Match) bool {
	return endsThere(t, m) && employers()[judgedOf(t, m)]
}

// ofInstitution reports whether one is said of a company or of what it is like: a
// complaint, where the same of a person is blame.
func ofInstitution(t *prose.Text, m prose.Match) bool {
	return institutions()[wordBehind(t, m)] || institutions()[judgedOf(t, m)]
}

// judgedOf returns the word of which a judgement is said by a form of be, or "".
func judgedOf(t *prose.Text, m prose.Match) string {
	i := m.First - 1
	for strings.HasSuffix(nearby(t, m, i), "ly") || degrees()[nearby(t, m, i)] {
		i--
	}
	if word := nearby(t, m, i); word != "was" && word != "were" && word != "is" && word != "are" || t.Behind(i, ",;:()") {
		return ""
	}
	if i--; nearby(t, m, i) == "there" || nearby(t, m, i) == "itself" {
		i--
	}
	return nearby(t, m, i)
}

var (
	degrees      = words("very so too quite just pretty such rather")
	employers    = words("company manager managers management boss bosses employer leadership workplace culture")
	institutions = words("company management employer leadership workplace culture environment")
)

// endsThere reports whether nothing follows that would make the employer another
// thing: "bad management of keys", "the worst company outage".
func endsThere(t *prose.Text, m prose.Match) bool {
	behind := wordBehind(t, m)
	return behind == "" || t.Behind(m.Last, ",;:.()–—") || afterEmployer()[behind]
}

var afterEmployer = words("i we ever about and or but who that which where when because so with in at to was is had has did never kept made let left could would")

// dire are judgements as they are said of an employer; toxic, stupid and their like
// are among those of blame.
var dire = &wording{phrases: []string{"terrible", "awful", "horrible", "dreadful", "crappy", "bad", "dysfunctional"}}

// complaints are pairs of a judgement and an employer. A judgement with a fact
// in it ("a slow company") is none.
var complaints = &wording{
	phrases: []string{"terrible", "awful", "horrible", "dreadful", "stupid", "crappy", "bad", "worst", "dysfunctional", "toxic"},
	nouns:   []string{"company", "manager", "managers", "management", "boss", "bosses", "employer", "leadership", "workplace", "culture", "work culture", "company culture", "environment", "work environment"},
}
