package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// namedMost is how many names of principles make them the subject.
const namedMost = 3

// PrincipleNamed reports principles called by name in the text of a story.
var PrincipleNamed = &lint.Rule{
	ID:       "STAR407",
	Name:     "principle-named",
	Title:    "principle is called by its name",
	Why:      "To name a principle is no evidence for it and sounds rehearsed; the interviewer files the story.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: I showed Bias for Action. Since then I time a suite before I add to it.",
	Good:     "lesson: I dove deep into the logs and earned their trust. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, principleNames(), asName)
		if len(found) == 0 {
			return
		}
		severity := lint.Info
		if len(found) >= namedMost {
			severity = lint.Warning
		}
		reportSpots(p, found, severity, fmt.Sprintf("%q is called by its name", found[0].text()), "tell the act and let the interviewer name it")
	},
}

// asName reports whether words are the name of a principle: nobody says
// "bias for action" by chance, but "think big", "dive deep" and "ownership" are
// names in capitals only.
func asName(t *prose.Text, m prose.Match) bool {
	if rareNames().At(t, m.First) {
		return true
	}
	last := m.Last - 1
	return capital(t, m.First) && capital(t, last) && (m.First < last || !opens(t, m.First)) && !titled(t, m)
}

// titled reports whether the words around a match are capitals as well, as in a
// heading.
func titled(t *prose.Text, m prose.Match) bool {
	sentence := t.Sentences[m.Sentence]
	if t.Paragraphs[sentence.Paragraph].Heading {
		return true
	}
	return m.Last < sentence.Last && capital(t, m.Last) || m.First > sentence.First+1 && capital(t, m.First-1)
}

var rareNames = list("customer obsession", "invent and simplify", "are right a lot", "learn and be curious", "hire and develop the best", "insist on the highest standards", "insist on high standards",
	"bias for action", "have backbone", "disagree and commit", "earth's best employer", "broad responsibility", "leadership principle", "leadership principles")

var principleNames = list("customer obsession", "ownership", "invent and simplify", "are right a lot", "learn and be curious", "hire and develop the best", "hire and develop", "insist on the highest standards",
	"insist on high standards", "highest standards", "think big", "bias for action", "frugality", "earn trust", "dive deep", "have backbone", "disagree and commit", "deliver results", "earth's best employer", "broad responsibility",
	"leadership principle", "leadership principles")
