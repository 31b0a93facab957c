package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// NoOtherPerson suggests to say who else was there.
var NoOtherPerson = &lint.Rule{
	ID:       "STAR311",
	Name:     "no-other-person",
	Title:    "nobody else is in the action",
	Why:      "Most principles are about what one did with or for others.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "action: |\n  I timed every test and found that one in ten took most of the time. I split the suite into eight parts and ran the parts side by side, because the slow tests shared one database. I rebuilt the fixtures and compared the results row by row. I moved the copies of the table into memory.",
	Good:     "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil || len(section.Prose.Words) < noteWords || otherPersons().Has(section.Prose) || declares(p, "learn-and-be-curious") || quotes(section.Prose) || calls(section.Prose) || ofLearning(p) {
			return
		}
		p.ReportAt(section, "nobody else is in the action", "say whom you asked, told, convinced or helped")
	},
}

// noteWords is the length below which an Action is notes.
const noteWords = 30

// learningWords is how many words of learning make a story of learning alone.
const learningWords = 2

// ofLearning reports whether a story tells how somebody taught themselves
// something, which needs nobody else.
func ofLearning(p *lint.Pass) bool {
	n := 0
	for _, section := range parts(p, star.Task, star.Action) {
		n += len(learning().Find(section.Prose))
	}
	return n >= learningWords
}

var learning = list("learn*", "read", "reading", "course*", "studied", "study", "studying", "tutorial*", "taught myself", "teach myself", "book*", "lesson*", "practis*", "practic*", "certification*", "exam", "self-taught", "documentation", "lectures", "video*", "class", "classes", "homework*", "practice problem*", "definition*", "exercise*")

// calls reports whether the text names somebody: a word in capitals within a
// sentence, behind with, to or from.
func calls(t *prose.Text) bool {
	for i := 1; i < len(t.Words); i++ {
		if capital(t, i) && !opens(t, i) && toward()[t.Words[i-1].Text] {
			return true
		}
	}
	return false
}

// quotes reports a text of which more stands in quotation marks than not: an
// answer noted as speech, in which no phrase is looked for.
func quotes(t *prose.Text) bool {
	n := 0
	for i := range t.Words {
		if t.Words[i].Quoted {
			n++
		}
	}
	return 2*n > len(t.Words)
}

var toward = words("with to from told asked for")

var otherPersons = list("he", "she", "they", "them", "him", "her", "their", "his", "we", "our", "us", "who", "whom", "everyone", "everybody", "someone", "somebody", "nobody", "people", "person", "manager*", "boss*", "director*", "vp", "ceo", "cto", "executive*", "leader*", "lead", "leads", "team*", "colleague*", "coworker*", "co-worker*",
	"peer*", "engineer*", "developer*", "analyst*", "architect*", "designer*", "customer*", "client*", "user*", "vendor*", "supplier*", "partner*", "legal", "finance", "sales", "marketing", "stakeholder*", "auditor*", "regulator*", "intern", "interns", "mentor*", "junior*", "senior*", "student*", "teacher*", "professor*",
	"owner*", "contractor*", "consultant*", "member*", "staff", "group", "company", "department*", "management", "candidate*", "employee*", "author*", "reviewer*", "maintainer*", "tester*", "operator*", "nurse*", "doctor*", "patient*", "each other", "scrum", "business", "community", "parent*", "pupil*", "kid", "kids", "child", "children", "family", "families", "wife", "husband", "neighbour*", "neighbor*", "guest*", "driver*", "seller*", "volunteer*", "coach*", "mechanic*", "officer*", "police", "council*", "citizen*", "resident*", "tenant*", "player*", "trainer*", "instructor*", "supervisor*", "somebody else", "others", "someone else", "leadership", "squad*", "org", "folks", "guy*", "friend*", "ta", "tas", "technician*", "shift", "personnel", "agent*", "researcher*", "cross-functional", "cross-team", "sre", "sres", "hr", "qa")
