package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// weakMin is how many weak verbs in the Action make a pattern.
const weakMin = 3

// WeakVerbs reports verbs that hide what the contribution was.
var WeakVerbs = &lint.Rule{
	ID:       "STAR306",
	Name:     "weak-verbs",
	Title:    "weak verbs hide the contribution",
	Why:      "Helped, was involved and worked on leave open what was done; the verb is the evidence.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "action: |\n  I worked on the suite because it was slow. I was involved in the split. I participated in the design. I timed the tests. I rebuilt the fixtures. I moved the copies into memory.",
	Good:     "action: |\n  I helped a colleague by rebuilding his fixtures. " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil {
			return
		}
		found := weak(section.Prose)
		if len(found) < weakMin {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("%d weak verbs hide what was done, the first one %q", len(found), section.Prose.Slice(found[0])),
			Help:    "use the verb of the act: measured, wrote, persuaded", Related: more(section, found[1:])})
	},
}

// weak returns the weak verbs of the teller, without "helped X by doing Y",
// which is specific.
func weak(t *prose.Text) []prose.Range {
	var found []prose.Range
	for _, match := range weakVerbs().Find(t) {
		if own(t, t.Sentences[match.Sentence]) && !byDoing(t, match) {
			found = append(found, match.Range)
		}
	}
	return found
}

func byDoing(t *prose.Text, match prose.Match) bool {
	end := t.Sentences[match.Sentence].Last
	for i := match.Last; i+1 < end; i++ {
		if t.Words[i].Text == "by" && strings.HasSuffix(t.Words[i+1].Text, "ing") {
			return true
		}
	}
	return false
}

var weakVerbs = list("helped", "assisted", "aided", "participated", "took part", "was involved", "were involved", "got involved", "contributed to", "worked on", "was part of", "was responsible for", "dealt with", "looked into", "was tasked with", "had the opportunity to", "was exposed to", "supported the")
