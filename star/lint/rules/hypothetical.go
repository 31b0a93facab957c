package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// hypotheticalMin is how many intentions in the Action make a pattern.
const hypotheticalMin = 2

// Hypothetical reports an Action of what would be done.
var Hypothetical = &lint.Rule{
	ID:       "STAR308",
	Name:     "hypothetical",
	Title:    "action tells what would be done",
	Why:      "Behavioural questions ask for what was done; what one would do is no evidence of it.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "action: |\n  I would time every test first because guesses are wrong. I would split the suite into eight parts. I would rebuild the fixtures. Then I timed one test, moved one copy and told the leads.",
	Good:     "action: |\n  I asked the owner whether I could split the suite, and showed what it would cost. " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil {
			return
		}
		found := intentions(section.Prose)
		if len(found) < hypotheticalMin {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("action tells %d times what would be done", len(found)),
			Help:    "tell what you did: I measured, I split, I told", Related: more(section, found[1:])})
	},
}

// intentions returns the main clauses of the teller that tell a wish or a plan;
// reported ones ("asked whether I could", "so that I could", "said I would", "I
// proposed:" above a list) tell a fact.
func intentions(t *prose.Text) []prose.Range {
	var found []prose.Range
	steps := stepSentences(t)
	for _, match := range wouldDo().Find(t) {
		if begins(t, match) && !past(t, match) && !proposed(t, match.Sentence, steps) {
			found = append(found, match.Range)
		}
	}
	return found
}

// proposed reports a sentence that stands below one such as "I proposed:", at most
// behind some others of the same list that tell no step either.
func proposed(t *prose.Text, n int, steps []bool) bool {
	for last := max(0, n-longestList); n > last; {
		if n--; steps[n] || !t.Sentences[n].Bullet {
			return steps[n] && opensList(t, n)
		}
	}
	return false
}

// longestList is how far below its colon what was proposed may stand.
const longestList = 12

// opensList reports a sentence in front of the next one's marker that ends in a
// colon.
func opensList(t *prose.Text, n int) bool {
	text := t.Source[t.Sentences[n].Start:t.Sentences[n+1].Start]
	return strings.HasSuffix(strings.TrimRight(text, " \t\r\n-*•>0123456789.)"), ":")
}

// begins reports whether a phrase opens its sentence, at most behind a word
// such as "First" or "Then".
func begins(t *prose.Text, match prose.Match) bool {
	first := t.Sentences[match.Sentence].First
	return match.First == first || match.First == first+1 && openers.Has(&t.Words[first])
}

// past reports "I would have", which weighs what was not done.
func past(t *prose.Text, match prose.Match) bool {
	return match.Last < len(t.Words) && (t.Words[match.Last].Text == "have" || t.Words[match.Last].Text == "not")
}

var openers = prose.NewWordSet("first then next second third finally also and so afterwards later after")

var wouldDo = list("i would", "i'd", "i could", "i should", "we would", "we could", "i will", "i'll", "we will", "i plan to", "i am going to", "i'm going to", "i intend to", "i might", "my approach would be")
