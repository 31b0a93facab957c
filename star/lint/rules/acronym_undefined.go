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

// AcronymUndefined reports acronyms that a stranger does not know.
var AcronymUndefined = &lint.Rule{
	ID:       "STAR404",
	Name:     "acronym-undefined",
	Title:    "acronym is not explained",
	Why:      "The interviewer who decides is usually from another team; Amazon's advice is to expand an acronym at first use.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "lesson: Since then I run the QXT before I add to a suite.",
	Good:     "lesson: Since then I run the quick timing (QT) and check TLS before I add to a suite. The QT takes a minute, and NOT more.",
	Check: func(p *lint.Pass) {
		found := unexplained(p)
		if len(found) == 0 {
			return
		}
		message := fmt.Sprintf("%q is not explained", found[0].text())
		if n := len(found) - 1; n > 0 {
			message = fmt.Sprintf("%q and %s are not explained", found[0].text(), amount(n, "other acronym", "other acronyms"))
		}
		reportSpots(p, found, lint.Off, message, "say the words at first use, or check: {known: [...]} in star.yaml")
	},
}

// unexplained returns the first place of each acronym that is neither known nor
// spelled out anywhere in the story.
func unexplained(p *lint.Pass) []spot {
	var found []spot
	var seen []string
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			word := t.Slice(t.Words[i].Range)
			if !acronym(word) || contains(seen, word) {
				continue
			}
			seen = append(seen, word)
			if !common(p, word) && !shouting(t, i) && !spelledOut(t, i) {
				found = append(found, spot{section, prose.Match{Range: t.Words[i].Range, Sentence: t.Words[i].Sentence}})
			}
		}
	}
	return found
}

// acronym reports whether a word is written in capitals.
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

// common reports whether an acronym is known, in the singular or as written.
func common(p *lint.Pass, word string) bool {
	base := strings.TrimRight(word, "0123456789")
	return known(p, word) || known(p, base) || len(base) < acronymLeast
}

// shouting reports a word that is stressed, or that stands among other words in
// capitals, as in a heading.
func shouting(t *prose.Text, i int) bool {
	if stands(&t.Words[i], stressedWords) {
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

// spelledOut reports whether an acronym stands in brackets, or brackets follow it.
func spelledOut(t *prose.Text, i int) bool {
	w := t.Words[i]
	before, behind := strings.TrimRight(t.Source[:w.Start], " *_\"“"), strings.TrimLeft(t.Source[w.End:], " *_\"”")
	return strings.HasSuffix(before, "(") || strings.HasPrefix(behind, "(") || strings.HasPrefix(behind, ")")
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
