package rules

import (
	"fmt"
	"strings"
	"unicode"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// jargonShare is how many words in a hundred a stranger may have to guess.
const (
	jargonShare = 12
	jargonLeast = 6
)

// Jargon reports an Action that only the trade understands.
var Jargon = &lint.Rule{
	ID:       "STAR312",
	Name:     "jargon",
	Title:    "action is full of names and acronyms",
	Why:      "The interviewer who decides is usually from another trade and cannot weigh what they do not follow.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "action: |\n  I moved QXT from FooBar to the BQZ via the XKCD bus, because ZZT_9 broke. I tuned QRS, the pgBouncer and the MNO. I wired RabbitHole to the WXQ. I told the leads.",
	Good:     "action: |\n  I moved Kafka to AWS and S3 with TLS. " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil || len(section.Prose.Words) < noteWords {
			return
		}
		found := technical(p, section.Prose)
		if len(found) < jargonLeast || 100*len(found) <= jargonShare*len(section.Prose.Words) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("action holds %d names and acronyms in %d words", len(found), len(section.Prose.Words)),
			Help:    "say what the thing does in place of its name", Related: more(section, found[1:])})
	},
}

// technical returns the words that only the trade knows: acronyms that are not
// known, code, and names with capitals or marks inside.
func technical(p *lint.Pass, t *prose.Text) []prose.Range {
	var found []prose.Range
	marked := strings.Contains(t.Source, "_")
	for i := range t.Words {
		word := &t.Words[i]
		if word.Cased() && obscure(p, t, i) || marked && !word.Cased() && strings.Contains(word.Text, "_") {
			found = append(found, word.Range)
		}
	}
	return found
}

// obscure reports whether a word with capitals, or code, is one of the trade.
func obscure(p *lint.Pass, t *prose.Text, i int) bool {
	word := t.Slice(t.Words[i].Range)
	switch {
	case t.Words[i].Text == "":
		return true // code
	case acronym(word):
		return !familiar(p, word) && !stands(&t.Words[i], stressedWords)
	case strings.IndexFunc(word[1:], unicode.IsUpper) < 0:
		return strings.Contains(word, "_")
	}
	return word != strings.ToUpper(word) && !strings.ContainsAny(word, "-'’.") && !known(p, word)
}
