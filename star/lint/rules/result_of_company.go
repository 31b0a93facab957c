package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// million is the amount from which a figure is the company's rather than one
// person's.
const million = 1_000_000

// ResultOfCompany suggests to say how a figure of the company came from the act.
var ResultOfCompany = &lint.Rule{
	ID:       "STAR212",
	Name:     "result-of-company",
	Title:    "figure of the company without the link to the act",
	Why:      "An interviewer asks which part of the millions was yours; the story should say it first.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "result: |\n  The suite went from 50 to 12 minutes within five weeks. Customers now get fixes on the day they are written. The company made $40 million that year.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks. Customers now get fixes on the day they are written. Because of that the partner signed for $2 million.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil {
			return
		}
		for _, n := range section.Prose.Numbers {
			if ofCompany(section.Prose, n) && !linked(section.Prose, n.Sentence) {
				p.ReportIn(section, n.Range, fmt.Sprintf("%q stands without the link to what was done", section.Prose.Slice(n.Range)), "say which part of it came of your steps")
				return
			}
		}
	},
}

// ofCompany reports a sum that a company earned, or a share of what is its own.
func ofCompany(t *prose.Text, n prose.Number) bool {
	if n.Kind == prose.Money {
		return n.Value >= million && says(t, n.Sentence, earnings())
	}
	return n.Kind == prose.Percent && says(t, n.Sentence, companyTotals())
}

var earnings = list("revenue*", "sales", "profit*", "earn*", "made", "income", "turnover", "grew", "bookings", "valuation", "valued", "raised", "margin*", "business")

var companyTotals = list("company revenue*", "company's revenue*", "company sales", "company's sales", "company profit*", "company's profit*", "company's total", "total revenue*", "overall revenue*", "annual revenue*", "total sales", "overall sales", "revenue of the company", "market share", "market cap", "stock price", "share price", "valuation")

// linked reports whether a sentence says what a figure came of, or tells a change
// from one figure to another, which is what was set out to be changed.
func linked(t *prose.Text, sentence int) bool {
	for _, change := range t.Changes() {
		if change.Sentence == sentence {
			return true
		}
	}
	return says(t, sentence, links()) || byDoingIn(t, sentence)
}

// says reports whether a sentence holds one of some phrases.
func says(t *prose.Text, sentence int, phrases *prose.Phrases) bool {
	s := t.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		if phrases.At(t, i) {
			return true
		}
	}
	return false
}

// byDoingIn reports "by" with the act behind it: "by renegotiating the contract".
func byDoingIn(t *prose.Text, sentence int) bool {
	s := t.Sentences[sentence]
	for i := s.First; i+1 < s.Last; i++ {
		if t.Words[i].Text == "by" && strings.HasSuffix(t.Words[i+1].Text, "ing") {
			return true
		}
	}
	return false
}

var links = list("because", "through", "as a result", "thanks to", "result*", "led to", "leading to", "which", "i", "my", "this", "these", "so", "once", "due to", "attribut*", "trace*", "came from", "comes from", "owing to", "in turn",
	"sav*", "prevent*", "avoid*", "protect*", "enabl*", "unlock*", "open*", "brought", "bring*", "secur*", "recover*", "cut", "reduc*", "allow*", "contribut*", "generat*", "drove", "driving", "won")
