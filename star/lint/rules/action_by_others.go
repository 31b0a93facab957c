package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// The share of sentences in the Action that others may act in. Stories about
// growing people or mending trust tell more of what others did.
const (
	othersShare      = 0.40
	othersSharePeers = 0.60
	othersMin        = 3
)

// ActionByOthers reports an Action that tells what other people did.
var ActionByOthers = &lint.Rule{
	ID:       "STAR304",
	Name:     "action-by-others",
	Title:    "others act in the action",
	Why:      "The steps of colleagues and managers are theirs; the answer is about the candidate's.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "action: |\n  My manager asked for a plan because of the launch. My team timed every test. They split the suite. A colleague rebuilt the fixtures. I wrote a page on it. I told the leads what was left. I moved the copies into memory.",
	Good:     "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil {
			return
		}
		found, sentences := byOthers(section.Prose), len(section.Prose.Sentences)
		share := float64(len(found)) / float64(sentences)
		if len(found) < othersMin || share <= othersShare || share <= othersSharePeers && aboutPeople(p.Story) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("others act in %d of %d sentences of the action", len(found), sentences),
			Help:    "tell what you did with what they did", Related: more(section, found[1:])})
	},
}

func aboutPeople(s *star.Story) bool {
	for _, value := range s.Principles {
		for _, r := range builtin([]string{value.Text}) {
			if r == "hire-and-develop-the-best" || r == "earn-trust" {
				return true
			}
		}
	}
	return false
}

// byOthers returns the subjects of sentences that begin with somebody else.
func byOthers(t *prose.Text) []prose.Range {
	var found []prose.Range
	for _, sentence := range t.Sentences {
		if own(t, sentence) {
			continue
		}
		if match, ok := others().MatchAt(t, sentence.First); ok {
			found = append(found, match.Range)
		}
	}
	return found
}

// own reports whether the teller appears in a sentence as well.
func own(t *prose.Text, sentence prose.Sentence) bool {
	for i := sentence.First; i < sentence.Last; i++ {
		if word := &t.Words[i]; singular.Has(word) && word.Text != "my" || plural.Has(word) {
			return true
		}
	}
	return false
}

var others = list("my team", "the team", "our team", "my manager", "my boss", "my lead", "the manager", "they", "he", "she", "a colleague", "my colleague", "my colleagues", "the engineers", "the developers", "another engineer", "another team", "the other team", "my teammate", "my teammates", "a teammate", "management", "the director", "our manager", "our lead")
