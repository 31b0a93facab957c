package rules

import (
	"slices"

	"starbank/principles"
	"starbank/star/lint"
)

// Where a principle is ranked so high, or the words of the story do not lean away
// from it, the story may be about it in a wording that the catalogue does not
// list. Within these bounds one in forty of the principles that authors name for
// published stories is reported, where the author was left out of the fit, and one
// in four of others drawn at random. The words of a set of one's own do not lean.
const (
	ratedRank = 3
	leaning   = -0.2
)

// PrincipleUnproven reports a declared principle that no wording speaks for.
var PrincipleUnproven = &lint.Rule{
	ID:       "STAR701",
	Name:     "principle-unproven",
	Title:    "no recognised evidence for a declared principle",
	Why:      "The interviewer who is given a principle writes down sentences that prove it, and a story without one scores nothing there.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "principles: [dive-deep, strive-to-be-earths-best-employer]",
	Good:     "principles: [dive-deep]",
	Check: func(p *lint.Pass) {
		for _, f := range filing(p) {
			if f.unproven() {
				p.Report(lint.Finding{Span: f.Name, Message: "no recognised evidence for " + f.Principle.Name,
					Help: "answer in the story: " + question(f.missing()[0])})
			}
		}
	},
}

func (f filed) unproven() bool {
	if len(f.missing()) == 0 || f.Strength != principles.None || f.Rank < ratedRank || f.Lean >= leaning && f.Lean != 0 {
		return false
	}
	return !slices.ContainsFunc(f.Hits, func(hit principles.Hit) bool { return hit.Element >= 0 })
}
