package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// LessonEmpty reports a lesson that anyone could have written, unless a
// sentence around it says what changed.
var LessonEmpty = &lint.Rule{
	ID:       "STAR210",
	Name:     "lesson-empty",
	Title:    "lesson is a platitude",
	Why:      "A lesson proves something when it changed what was done next.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "lesson: I learned that communication is important.",
	Good:     "lesson: I learned that communication is important. Since then I send a weekly note with the three open risks.",
	Check: func(p *lint.Pass) {
		for _, section := range parts(p, star.Result, star.Lesson) {
			found := platitudes().Find(section.Prose)
			if len(found) > 0 && !changedBehaviour().Has(section.Prose) {
				p.ReportIn(section, found[0].Range, "lesson is one that anyone could have written", "say what you have done differently since")
			}
		}
	},
}

var platitudes = list("communication is important", "communication is key", "communication is crucial", "importance of communication", "importance of clear communication", "importance of good communication", "importance of effective communication", "teamwork is important", "teamwork is key", "importance of teamwork",
	"importance of collaboration", "collaboration is key", "hard work pays", "never give up", "always be prepared", "time management is important", "importance of time management", "to be patient", "to be more careful", "trust the process", "everyone makes mistakes",
	"importance of planning", "planning is important", "importance of testing", "to always test", "importance of listening", "listening is important", "importance of being proactive", "to think outside the box", "practice makes perfect")

var changedBehaviour = list("since then", "now i", "i now", "ever since", "from then on", "i added", "we added", "i have added", "introduced", "checklist", "i built", "changed the", "made it a rule", "put in place", "became our", "i have used", "i began", "i started", "i stopped", "we now", "i write", "i ask", "i send", "before each", "before every", "after each", "after every", "every week", "each week")
