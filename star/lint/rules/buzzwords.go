package rules

import (
	"fmt"
	"strings"

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
	Good:     "lesson: The contract gave us leverage for a highly leveraged buyout with an estimator robust to outliers; since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := buzzwords.in(p, empty)
		if len(found) == 0 {
			return
		}
		message, help := fmt.Sprintf("%q says nothing that could be checked", found[0].text()), "say what it did, or leave it out"
		if leverages()[found[0].section.Prose.Words[found[0].match.First].Text] {
			message, help = fmt.Sprintf("%q is a long word for use", found[0].text()), `say "use", or what you did with it`
		}
		reportSpots(p, found, lint.Off, message, help)
	},
}

// empty tells "leverage tools" from "it gave us leverage" and "a leveraged
// buyout", and a robust solution from an estimator robust to outliers.
func empty(t *prose.Text, m prose.Match) bool {
	before, behind := wordBefore(t, m), wordBehind(t, m)
	if capital(t, m.First) && !opens(t, m.First) {
		return false // the name of something
	}
	switch t.Words[m.First].Text {
	case "leverage":
		return behind != "" && (toVerb()[before] || opens(t, m.First))
	case "leveraged", "leveraging":
		return behind != "" && !financed()[behind] && before != "highly"
	case "next", "value", "state": // "the next level of support", "the state of the art was 80 %"
		return strings.Contains(t.Slice(m.Range), "-")
	case "robust":
		return behind != "" && !measured()[behind]
	}
	return true
}

var (
	leverages = words("leverage leveraged leveraging")
	toVerb    = words("to and i we can could will would should")
	financed  = words("buyout buyouts loan loans debt fund funds position positions finance")
	measured  = words("to against and or in under regression statistics statistic standard estimator estimators")
)

// Words that a trade uses for facts (mission-critical, disruptive, ninja as the
// build tool) are left out.
var buzzwords = &wording{phrases: []string{"synergy", "synergies", "synergize", "synergise", "leverage", "leveraged", "leveraging", "best-in-class", "best-of-breed", "world-class", "cutting-edge", "bleeding-edge", "state-of-the-art", "robust", "seamless", "seamlessly",
	"holistic", "holistically", "game-changer", "game-changing", "paradigm shift", "low-hanging fruit", "move the needle", "moved the needle", "rockstar", "guru", "next-level", "value-add", "impactful", "thought leader", "thought leadership", "win-win"}}
