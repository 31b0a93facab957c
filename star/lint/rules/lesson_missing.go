package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// LessonMissing suggests a lesson; for a story of failure, which is asked for
// its lesson, it warns.
var LessonMissing = &lint.Rule{
	ID:       "STAR209",
	Name:     "lesson-missing",
	Title:    "story has no lesson",
	Why:      "Amazon's note on STAR asks what was learned, and every failure question ends there.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "lesson: \"\"",
	Good:     "lesson: Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil || told(p, star.Action) == nil || told(p, star.Lesson) != nil || lesson(section.Prose) {
			return
		}
		severity := lint.Info
		if failures.Of(p) != nil {
			if severity = lint.Warning; changedSince(p) {
				return // what was changed is the lesson
			}
		}
		p.Report(lint.Finding{Span: section.LabelSpan, Section: section, Severity: severity, Message: "story has no lesson",
			Help: "say what you have done differently since"})
	},
}

func lesson(t *prose.Text) bool { return lessons().Has(t) }

var lessons = list("learn*", "lesson*", "takeaway*", "taught", "realised", "realized", "since then", "now i", "i now", "ever since", "next time", "from then on", "i changed",
	"in hindsight", "looking back", "differently", "i still", "we now", "has since", "have since")
