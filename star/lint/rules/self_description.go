package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// SelfDescription reports a trait that is claimed instead of shown.
var SelfDescription = &lint.Rule{
	ID:       "STAR406",
	Name:     "self-description",
	Title:    "trait is claimed instead of shown",
	Why:      "Self-descriptions lower hiring recommendations; stories raise them (Bangerter et al. 2014).",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: I am a natural leader and a fast learner. Since then I time a suite before I add to it.",
	Good:     "lesson: A colleague said that I am detail-oriented, and I am not a perfectionist. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := traits.in(p, func(t *prose.Text, m prose.Match) bool {
			return ofOneself(t, m) && !precededBy(t, m, m.First, pastViews)
		})
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q is claimed, not shown", found[0].text()), "leave it out and let an act show it")
		}
	},
}

// ofOneself reports whether the teller claims a trait: "I am", "I'm", "I consider
// myself" or "As a" stands at most four words before it. What others say of the
// teller is evidence.
func ofOneself(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := m.First - 1; i >= max(first, m.First-4); i-- {
		switch t.Words[i].Text {
		case "not", "was", "never", "isn't", "wasn't", "no", "hardly":
			return false
		case "i'm", "myself":
			return !saidBySomebody(t, m)
		case "am", "consider":
			return i > first && t.Words[i-1].Text == "i" && !saidBySomebody(t, m)
		case "as":
			if i == first {
				return precedesI(t, m)
			}
		default:
			if !leadsIn()[t.Words[i].Text] {
				return false // I am mentoring a fast learner
			}
		}
	}
	return false
}

// pastViews are the verbs of a view that the teller once had: "I believed that I am
// a fast learner".
var pastViews = words("believed thought assumed imagined pretended claimed")

// leadsIn are the words that may stand between "I am" and a trait.
var leadsIn = words("a an the very really truly also such quite always definitely naturally known as to be being extremely highly more both and pretty generally rather simply just i natural great good real true total bit of")

// precedesI reports whether "I" follows the comma behind a match: "As a natural
// leader, I".
func precedesI(t *prose.Text, m prose.Match) bool {
	return wordBehind(t, m) == "i" && t.Behind(m.Last, ",")
}

var traits = &wording{phrases: []string{"perfectionist", "team player", "hard worker", "hard-working", "fast learner", "quick learner", "natural leader", "born leader", "people person", "self-starter", "detail-oriented", "results-driven", "result-driven",
	"result-oriented", "results-oriented", "go-getter", "passionate", "proactive person", "workaholic", "strong communicator", "good communicator", "great communicator", "excellent communicator", "strategic thinker", "critical thinker", "problem solver",
	"self-motivated", "highly motivated", "customer obsessed"}}
