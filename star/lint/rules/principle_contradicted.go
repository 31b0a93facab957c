package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/evidence"
	"starbank/star/lint"
)

// PrincipleContradicted reports words that count against a principle which the
// story is filed under.
var PrincipleContradicted = &lint.Rule{
	ID:       "STAR704",
	Name:     "principle-contradicted",
	Title:    "words count against a declared principle",
	Why:      "An interviewer writes down what speaks against the principle as well, and one such sentence outweighs several others.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "action: |\n  " + steps + " I assumed that the rest was right.",
	Good:     "action: |\n  " + steps + " A colleague assumed that the rest was right, so I checked it.",
	Check: func(p *lint.Pass) {
		if p.Story.HasTag("failure") {
			return // which is asked for the very mistake
		}
		for _, f := range filing(p) {
			for _, quote := range p.Evidence().Quotes(f.Proof) {
				part := quote.Section.Part
				if !quote.Against || part != star.Action && part != star.Result || turned(quote) {
					continue
				}
				p.Report(lint.Finding{Span: quote.Words, Section: quote.Section,
					Message: fmt.Sprintf("%q counts against %s", p.Story.Quote(quote.Words), f.Principle.Name),
					Help:    "say what you did about it, or file the story under another principle"})
			}
		}
	},
}

// turned reports whether the sentence of a quote, or the first words of the
// next one, turn it round: "I was told to leave it, but ...".
func turned(quote evidence.Quote) bool {
	t := quote.Section.Prose
	at := func(i int) bool { return i >= 0 && quote.Section.Span(t.Sentences[i].Range) == quote.Sentence }
	for _, turn := range turns().Find(t) {
		if at(turn.Sentence) || at(turn.Sentence-1) && turn.First == t.Sentences[turn.Sentence].First {
			return true
		}
	}
	return false
}

var turns = list("but", "instead", "yet", "however", "so i", "so we", "until i", "though", "although", "even though", "rather than", "refused", "declined", "wrong", "wrongly",
	"that was", "this was", "which was", "still", "anyway", "nevertheless")
