package rules

import (
	"fmt"
	"strings"

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
		var found []prose.Range
		for i := range section.Prose.Words {
			if technical(p, section.Prose, i) {
				found = append(found, section.Prose.Words[i].Range)
			}
		}
		if len(found) < jargonLeast || 100*len(found) <= jargonShare*len(section.Prose.Words) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("action holds %d names and acronyms in %d words", len(found), len(section.Prose.Words)),
			Help:    "say what the thing does in place of its name", Related: more(section, found[1:])})
	},
}

// technical reports a word that only the trade knows: an acronym that is not
// known, code, or a name with capitals or marks inside.
func technical(p *lint.Pass, t *prose.Text, i int) bool {
	word := t.Slice(t.Words[i].Range)
	switch {
	case t.Words[i].Text == "":
		return true
	case acronym(word):
		return !common(p, word) && !stands(&t.Words[i], stressedWords)
	case stands(&t.Words[i], productNames|companyNames):
		return false
	}
	return strings.ContainsAny(word, "_") || strings.IndexFunc(word[1:], func(r rune) bool { return r >= 'A' && r <= 'Z' }) >= 0 && word != strings.ToUpper(word) && !strings.ContainsAny(word, "-'’")
}
