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
	Good:     "lesson: A colleague said I was detail-oriented. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, traits(), ofOneself)
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q is claimed, not shown", found[0].text()), "let an act show it")
		}
	},
}

// ofOneself reports whether "I am", "I'm" or "I consider myself" stands at most
// four words before a trait.
func ofOneself(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := m.First - 1; i >= max(first, m.First-4); i-- {
		switch t.Words[i].Text {
		case "i'm", "myself":
			return true
		case "am":
			return i > first && t.Words[i-1].Text == "i"
		case "not", "was", "never":
			return false
		}
	}
	return false
}

var traits = list("perfectionist", "team player", "hard worker", "hard-working", "fast learner", "quick learner", "natural leader", "born leader", "people person", "self-starter", "detail-oriented", "results-driven",
	"result-oriented", "results-oriented", "go-getter", "passionate", "proactive person", "workaholic", "strong communicator", "good communicator", "great communicator", "strategic thinker", "problem solver", "self-motivated", "highly motivated", "customer obsessed")
