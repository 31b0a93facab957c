package rules

import (
	"fmt"
	"strings"
	"sync"

	"starbank/principles"
	"starbank/star"
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
	Good:     "lesson: I dove deep into the logs, took ownership, had to think big and earned their trust. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := principleNames.in(p, asName)
		if p.Config.Principles != nil && p.Config.Principles != principles.Builtin() {
			found = calledByName(p, p.Config.Principles)
		}
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
	if titled(t, m) {
		return false
	}
	last := m.Last - 1
	if processes()[wordBefore(t, m)] {
		return false // Code Ownership, see Ownership
	}
	return !everyday()[t.Words[m.First].Text] || capital(t, m.First) && capital(t, last) && (m.First < last || !opens(t, m.First))
}

// labelWords is how many words beside a name a line may have that files a story.
const labelWords = 1

// titled reports whether a name files the story instead of telling it: in a
// heading, a row of a table or a line of its own, or with words around it that
// begin with capitals as well.
func titled(t *prose.Text, m prose.Match) bool {
	sentence := t.Sentences[m.Sentence]
	if t.Paragraphs[sentence.Paragraph].Heading || strings.HasSuffix(strings.TrimRight(t.Source[:sentence.Start], " *_"), "|") || t.Behind(m.First, "|") {
		return true
	}
	if sentence.Last-sentence.First-(m.Last-m.First) <= labelWords {
		return true
	}
	return m.Last < sentence.Last && capital(t, m.Last) && t.Words[m.Last].Text != "i" || m.First > sentence.First+1 && capital(t, m.First-1) && t.Words[m.First-1].Text != "i"
}

// everyday are the words that begin names which people also say in passing.
var everyday = words("ownership highest think frugality earn dive deliver")

// processes are the words that make Ownership the name of a way of working, or of
// another story.
var processes = words("see code data service product asset assets risk process system account repository repo file model domain cost customer home problem shared collective joint total full")

var principleNames = &wording{phrases: []string{"customer obsession", "ownership", "invent and simplify", "are right a lot", "learn and be curious", "hire and develop the best", "hire and develop", "insist on the highest standards",
	"insist on high standards", "highest standards", "think big", "bias for action", "frugality", "earn trust", "dive deep", "have backbone", "disagree and commit", "deliver results", "earth's best employer", "broad responsibility",
	"leadership principle", "leadership principles"}}

// calledByName finds the names of the principles of a bank of its own, in
// capitals.
func calledByName(p *lint.Pass, own *principles.Set) []spot {
	names, ok := ownNames.Load(own)
	if !ok {
		names, _ = ownNames.LoadOrStore(own, namePhrases(own))
	}
	var found []spot
	for _, section := range parts(p, star.Parts()...) {
		for _, match := range names.(*prose.Phrases).Find(section.Prose) {
			if t := section.Prose; capital(t, match.First) && (match.First+1 < match.Last || !opens(t, match.First)) && !titled(t, match) {
				found = append(found, spot{section, match})
			}
		}
	}
	return found
}

var ownNames sync.Map // *prose.Phrases by *principles.Set

func namePhrases(own *principles.Set) *prose.Phrases {
	var names []string
	for i := range own.Principles {
		var name []string
		for _, word := range prose.Analyze(own.Principles[i].Name).Words {
			name = append(name, word.Text)
		}
		names = append(names, strings.Join(name, " "))
	}
	return prose.NewPhrases(names...)
}
