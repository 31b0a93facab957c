package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// StoryEmpty reports a template that was never filled in: front matter, and
// not a word in any section.
var StoryEmpty = &lint.Rule{
	ID:       "STAR015",
	Name:     "story-empty",
	Title:    "no section says anything yet",
	Why:      "An empty story in the bank looks like one more answer and is none.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "---\ntitle: A story to be written\nrole: Analyst\nsituation:\ntask:\naction:\nresult:\n---\n",
	Good:     "title: A story with words in it",
	Check: func(p *lint.Pass) {
		if p.Anatomy.Words == 0 && (len(p.Story.Sections) > 0 || knownField(p.Story)) && !hasProblem(p.Story, star.Unreadable, star.TooDeep) {
			p.ReportStory("no section says anything yet", "begin with what happened: situation, task, action, result")
		}
	},
}
