package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// jargonShare is how many different names in a hundred words lose a listener of
// another trade; a name said again costs nothing. In published stories eight is
// where those begin that a stranger cannot retell.
const (
	jargonShare = 8
	jargonLeast = 5
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
		found := technicalWords(p, section.Prose)
		if len(found) < jargonLeast || 100*len(found) <= jargonShare*len(section.Prose.Words) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("action holds %d names and acronyms of the trade in %d words", len(found), len(section.Prose.Words)),
			Help:    "say what the thing does in place of its name", Related: more(section, found[1:])})
	},
}

// technicalWords returns the first place of each word that only the trade knows.
func technicalWords(p *lint.Pass, t *prose.Text) []prose.Range {
	var found []prose.Range
	seen := func(word string) bool {
		return slices.ContainsFunc(found, func(r prose.Range) bool { return strings.EqualFold(t.Slice(r), word) })
	}
	for i := range t.Words {
		if technical(p, t, i) && !seen(t.Slice(t.Words[i].Range)) {
			found = append(found, t.Words[i].Range)
		}
	}
	return found
}

// technical reports a word that only the trade knows: an acronym that is not
// known, code, a product of the trade, or a name with capitals or marks inside.
func technical(p *lint.Pass, t *prose.Text, i int) bool {
	if !t.Words[i].Cased() && strings.IndexByte(t.Words[i].Text, '_') < 0 {
		return false
	}
	if first := t.Source[t.Words[i].Start]; first >= '0' && first <= '9' {
		return false // 50K, 2FA
	}
	if t.Words[i].Text == "" {
		return true // code or an address
	}
	word := t.Slice(t.Words[i].Range)
	if word[0] >= utf8.RuneSelf || word[len(word)-1] >= utf8.RuneSelf {
		return false // a script that does not part words, and has no capitals
	}
	if letters := acronym(word); letters != "" {
		return !common(p, t, i, letters) && !stands(&t.Words[i], stressedWords)
	}
	if !capital(t, i) && strings.IndexByte(word, '_') < 0 && !humped(word) || knownTo(p.Config, word) {
		return false
	}
	if stands(&t.Words[i], productNames) {
		return !opens(t, i) && !stands(&t.Words[i], companyNames) && !everydayProducts()[t.Words[i].Text]
	}
	return (strings.IndexByte(word, '_') >= 0 || humped(word)) && !stands(&t.Words[i], knownAcronyms|publicNames)
}

// everydayProducts are those that people of any trade have used or heard of.
var everydayProducts = words("excel powerpoint outlook gmail slack teams zoom jira confluence trello sharepoint dropbox github gitlab git windows linux android ios macos mac iphone chrome firefox safari aws azure python java javascript bash tableau salesforce sap oracle wordpress photoshop adobe figma chatgpt claude gemini copilot openai paypal visa mastercard whatsapp skype discord telegram signal epic docker cisco go notion")

// humped reports a word with a capital behind a small letter or a digit, as in
// pgBouncer.
func humped(word string) bool {
	for k := 1; k < len(word); k++ {
		if word[k] >= 'A' && word[k] <= 'Z' {
			c := word[k-1]
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				return true
			}
		}
	}
	return false
}
