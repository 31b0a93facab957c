package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// The letters of what is taken for an acronym.
const (
	acronymLeast = 2
	acronymMost  = 6
)

// acronymsMany is how many unexplained acronyms make a listener give up; one or
// two are asked about.
const acronymsMany = 3

// AcronymUndefined reports acronyms that a stranger does not know.
var AcronymUndefined = &lint.Rule{
	ID:       "STAR404",
	Name:     "acronym-undefined",
	Title:    "acronym is not explained",
	Why:      "The interviewer who decides is usually from another team; Amazon's advice is to expand an acronym at first use. Three in a story are a warning, fewer an info.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Since then I run the QXT before I add to a suite.",
	Good:     "lesson: Since then I run the quick timing (QT) and check TLS before I add to a suite. The QT takes a minute, and NOT more.",
	Check: func(p *lint.Pass) {
		found := unexplained(p)
		if len(found) == 0 {
			return
		}
		severity, message := lint.Info, fmt.Sprintf("%q is not explained", found[0].text())
		if len(found) >= acronymsMany {
			severity = lint.Off
		}
		if n := len(found) - 1; n > 0 {
			message = fmt.Sprintf("%q and %s are not explained", found[0].text(), amount(n, "other acronym", "other acronyms"))
		}
		reportSpots(p, found, severity, message, "say the words at first use; if every interviewer knows it, list it in star.yaml under check: {known: [...]}")
	},
}

// unexplained returns the first place of each acronym that is neither known nor
// spelled out there or before.
func unexplained(p *lint.Pass) []spot {
	var found []spot
	var seen []string
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			if !t.Words[i].Cased() {
				continue
			}
			word := t.Slice(t.Words[i].Range)
			if !acronym(word) || contains(seen, word) {
				continue
			}
			seen = append(seen, word)
			if !familiar(p, word) && !shouting(t, i) && !properName(t, i) && !spelledOut(t, i) && !initialsTold(p, section, i) {
				found = append(found, spot{section, prose.Match{Range: t.Words[i].Range, First: i, Last: i + 1, Sentence: t.Words[i].Sentence}})
			}
		}
	}
	return found
}

// acronym reports whether a word is written in capitals, with figures or none.
func acronym(word string) bool {
	letters := 0
	for i := range len(word) {
		switch c := word[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c >= '0' && c <= '9' && i > 0:
		default:
			return false
		}
	}
	return letters >= acronymLeast && len(word) <= acronymMost
}

// familiar reports whether an acronym needs no words, as written, in the singular
// (RTOs) or without its number (SEV2); a letter with a number is none.
func familiar(p *lint.Pass, word string) bool {
	base := strings.TrimRight(word, "0123456789")
	return known(p, word) || known(p, base) || known(p, strings.TrimSuffix(word, "S")) || len(base) < acronymLeast
}

// shouting reports a word that is stressed, or that stands in a heading or among
// other words in capitals.
func shouting(t *prose.Text, i int) bool {
	if stands(&t.Words[i], stressedWords) || t.Paragraphs[t.Sentences[t.Words[i].Sentence].Paragraph].Heading {
		return true
	}
	for _, k := range [2]int{i - 1, i + 1} {
		if k >= 0 && k < len(t.Words) && t.Words[k].Sentence == t.Words[i].Sentence {
			if word := t.Slice(t.Words[k].Range); len(word) > 3 && word == strings.ToUpper(word) && !digits(word) && !stands(&t.Words[k], knownAcronyms) {
				return true
			}
		}
	}
	return false
}

func digits(word string) bool { return strings.ContainsAny(word, "0123456789") }

// properName reports an acronym that is the name of something: "XYZ Labs", "our
// product XYZ", "a tool called XYZ".
func properName(t *prose.Text, i int) bool {
	sentence := t.Sentences[t.Words[i].Sentence]
	if i > sentence.First && namers[t.Words[i-1].Text] {
		return true
	}
	return i+1 < sentence.Last && organisations[t.Words[i+1].Text] && capital(t, i+1)
}

var (
	namers        = set("called named company product codenamed startup bank university college client brand")
	organisations = set("labs lab inc ltd llc gmbh corp corporation group technologies technology systems solutions software university college school institute bank consulting partners media games studio studios hospital foundation energy motors airlines")
)

// spelledOut reports whether an acronym stands in brackets or brackets follow it,
// or whether words say what it is short for.
func spelledOut(t *prose.Text, i int) bool {
	w, sentence := t.Words[i], t.Sentences[t.Words[i].Sentence]
	before, behind := strings.TrimRight(t.Source[:w.Start], " *_\"“"), strings.TrimLeft(t.Source[w.End:], " *_\"”")
	if strings.HasSuffix(before, "(") || strings.HasPrefix(behind, "(") || strings.HasPrefix(behind, ")") {
		return true
	}
	for k := i + 1; k < min(i+5, sentence.Last); k++ {
		if word := t.Words[k].Text; word == "short" || word == "stands" || word == "means" {
			return true
		}
	}
	return i > sentence.First && (t.Words[i-1].Text == "or" && t.Behind(i-1, ",(") || t.Words[i-1].Text == "abbreviated")
}

// initialsTold reports whether words with the letters of an acronym stand in the
// story up to its first use: "the nightly batch run ... the NBR".
func initialsTold(p *lint.Pass, until *star.Section, at int) bool {
	letters := until.Prose.Words[at].Text
	if len(letters) < 3 {
		return false // two words begin with two letters by chance
	}
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			if initials(t, i, letters) {
				return true
			}
			if section == until && i == at {
				return false
			}
		}
	}
	return false
}

// initials reports whether the words from i on begin with some letters, each in
// turn.
func initials(t *prose.Text, i int, letters string) bool {
	for k := range len(letters) {
		if i+k >= len(t.Words) || t.Words[i+k].Text == "" || t.Words[i+k].Text[0] != letters[k] {
			return false
		}
	}
	return true
}

func contains(list []string, word string) bool {
	for _, item := range list {
		if item == word {
			return true
		}
	}
	return false
}

func amount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// known reports whether an acronym needs no explanation.
func known(p *lint.Pass, word string) bool {
	return lexicon(vocabulary().Get(strings.ToLower(word)))&(knownAcronyms|publicNames) != 0 || knownTo(p.Config, word)
}
