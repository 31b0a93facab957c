package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// DoNotClaim reports a claim that a story makes although its do_not_claim lists it.
// It compares the words by their families and the figures by their value, within
// one sentence; a claim that is denied, doubted or wished for is not made.
var DoNotClaim = &lint.Rule{
	ID:       "STAR506",
	Name:     "do-not-claim",
	Title:    "claim is made that do_not_claim lists",
	Why:      "What was listed could not be defended when probed; one sentence said all the same takes the rest of the story with it.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad:      "do_not_claim: [that no customer waited]\nlesson: |\n  No customer has waited for a fix. Since then I time a suite before I add to it.",
	Good:     "do_not_claim: [that no customer waited, 40 % savings]\nlesson: |\n  I can not say that no customer has waited. It saved 12 %. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		if len(p.Story.DoNotClaim) == 0 {
			return
		}
		claims := listedClaims(p.Story)
		eachClaiming(p, func(told passage) {
			for _, c := range claims {
				for s := range told.Sentences {
					if words, made := c.madeIn(told.Text, s); made {
						p.Report(lint.Finding{Span: told.span(words), Section: told.section,
							Message: fmt.Sprintf("%s is said, and do_not_claim lists it", quotedName(told.Slice(words))),
							Help:    "say only what you could defend, or take it off the list", Related: []lint.Related{{Span: c.value.Span, Message: "listed here"}}})
					}
				}
			}
		})
	},
}

// eachClaiming calls look with every text in which something may be claimed: the
// sections, the title, the opening, the anchors and the answers to follow-ups.
func eachClaiming(p *lint.Pass, look func(passage)) {
	eachPassage(p, func(told passage) {
		for _, followup := range p.Story.Followups {
			if told.section == nil && told.value == followup.Ask {
				return
			}
		}
		look(told)
	})
	for _, anchor := range p.Story.Anchors {
		look(passage{prose.Analyze(anchor.Text), p.Story, nil, anchor})
	}
}

func listedClaims(story *star.Story) []claim {
	var claims []claim
	for _, value := range story.DoNotClaim {
		if c, ok := readClaim(value); ok {
			claims = append(claims, c)
		}
	}
	return claims
}
