package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"starbank/principles"
	"starbank/star/evidence"
	"starbank/star/lint"
)

// How much better a principle fits than the primary one before it is named. Of
// principles that authors do not name, one in twenty has so many elements told.
// The share keeps out what every sound story tells besides its subject: a goal
// and what was reached.
const (
	betterScore    = 1.5
	betterShare    = 0.35
	betterElements = 3
	mostQuotes     = 3
)

// PrincipleUndeclared suggests a principle that a story is not filed under and
// tells far more of than of the one it leads with.
var PrincipleUndeclared = &lint.Rule{
	ID:       "STAR703",
	Name:     "principle-undeclared",
	Title:    "another principle has far more evidence",
	Why:      "A story serves best under the principle that it has the most evidence for; under another it is heard as off the question.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "principles: [frugality]\naction: |\n  I pulled the records of 4,000 runs and read the logs myself, because the dashboard said that all was well. I found that retries were counted as successes. I ruled out the network and traced the loss to one slow table. I fixed the root cause, a missing index.",
	Good:     "principles: [dive-deep]",
	Check: primary(func(p *lint.Pass, f filed) {
		if better := f.better(p); better != nil {
			reportBetter(p, f, better)
		}
	}),
}

// better returns the proof of a principle that the story is not filed under and
// that fits far better than f, or nil.
func (f filed) better(p *lint.Pass) *principles.Proof {
	if len(f.missing()) == 0 || f.Strength >= principles.Solid {
		return nil
	}
	for i := range p.Evidence().Proofs {
		proof := &p.Evidence().Proofs[i]
		if !p.Evidence().Declares(proof.Principle.ID) && proof.Strength == principles.Strong &&
			proof.Elements() >= betterElements && proof.Score > max(betterShare, betterScore*f.Score) {
			return proof
		}
	}
	return nil
}

// told says how many elements were recognised.
func (f filed) told() string {
	if n := f.Elements(); n > 0 {
		return strconv.Itoa(n)
	}
	return "none"
}

func reportBetter(p *lint.Pass, f filed, better *principles.Proof) {
	quotes := p.Evidence().Best(better)
	slices.SortStableFunc(quotes, func(a, b evidence.Quote) int { return cmp.Compare(b.Weight, a.Weight) })
	var related []lint.Related
	for _, quote := range quotes[:min(mostQuotes, len(quotes))] {
		related = append(related, lint.Related{Span: quote.Words, Message: quote.Element.Means})
	}
	p.Report(lint.Finding{Span: f.Name, Related: related,
		Message: fmt.Sprintf("%d elements of %s are recognised and %s of %s", better.Elements(), better.Principle.Name, f.told(), f.Principle.Name),
		Help:    fmt.Sprintf("file the story under %s too, or tell more of what makes it %s", better.Principle.ID, f.Principle.Name)})
}
