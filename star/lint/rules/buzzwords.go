package rules

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/prose"
)

// Buzzwords reports words that sound and say nothing.
var Buzzwords = &lint.Rule{
	ID:       "STAR405",
	Name:     "buzzwords",
	Title:    "buzzword says nothing",
	Why:      "A buzzword stands where a fact should; an interviewer cannot write it down.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "lesson: Since then I leverage best-in-class tools before I add to a suite.",
	Good:     "lesson: The contract gave us leverage; since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, buzzwords(), empty)
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q says nothing that could be checked", found[0].text()), "say what it was or did")
		}
	},
}

// empty tells "leverage tools" from "it gave us leverage".
func empty(t *prose.Text, m prose.Match) bool {
	if t.Words[m.First].Text != "leverage" {
		return true
	}
	switch before := wordBefore(t, m); before {
	case "to", "and", "i", "we", "can", "could", "will", "would":
		return wordBehind(t, m) != "" && before != "the"
	}
	return opens(t, m.First) && wordBehind(t, m) != ""
}

var buzzwords = list("synergy", "synergies", "synergize", "leverage", "leveraged", "leveraging", "best-in-class", "world-class", "cutting-edge", "bleeding-edge", "state-of-the-art", "seamless", "seamlessly",
	"holistic", "holistically", "game-changer", "game-changing", "paradigm shift", "low-hanging fruit", "move the needle", "moved the needle", "rockstar", "next-level", "value-add", "impactful", "thought leader", "thought leadership")
