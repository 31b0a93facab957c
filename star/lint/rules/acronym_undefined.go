package rules

import (
	"fmt"
	"slices"
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
	Why:      "The interviewer who decides is usually from another team; Amazon's advice is to expand an acronym at first use. Three in a story are a warning, fewer a suggestion.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Since then I run the QXT before I add to a suite.",
	Good:     "lesson: Since then I run the quick timing (QT) and check TLS before I add to a suite. The QT takes a minute, and NOT more. The MRX team of XKV Labs likes it.",
	Check: func(p *lint.Pass) {
		found := unexplained(p)
		if len(found) == 0 {
			return
		}
		severity, message := lint.Info, fmt.Sprintf("%q is not explained", found[0].text())
		if len(found) >= acronymsMany {
			severity = lint.Off // as the rule has it
		}
		if n := len(found) - 1; n > 0 {
			message = fmt.Sprintf("%q and %s are not explained", found[0].text(), amount(n, "other acronym", "other acronyms"))
		}
		reportSpots(p, found, severity, message, "say the words at first use; what every interviewer knows goes into star.yaml, check: {known: [...]}")
	},
}

// unexplained returns the first place of each acronym that is neither known nor
// explained anywhere in the story.
func unexplained(p *lint.Pass) []spot {
	var found []spot
	var seen []string
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			if !t.Words[i].Cased() {
				continue
			}
			letters := acronym(t.Slice(t.Words[i].Range))
			if letters == "" || slices.Contains(seen, letters) {
				continue
			}
			seen = append(seen, letters)
			if !common(p, t, i, letters) && !stressed(t, i) && !namesThing(t, i) && !explained(p, letters) {
				found = append(found, spot{section, prose.Match{Range: prose.Range{Start: t.Words[i].Start, End: t.Words[i].Start + len(letters)}, Sentence: t.Words[i].Sentence}})
			}
		}
	}
	return found
}

// acronym returns a word written in capitals without the s of a plural, or "" for
// any other word.
func acronym(word string) string {
	if len(word) < acronymLeast || word[0] < 'A' || word[0] > 'Z' || word[1] >= 'a' && word[1] <= 'z' {
		return ""
	}
	word = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"), "s")
	letters := 0
	for i := range len(word) {
		switch c := word[i]; {
		case c >= 'A' && c <= 'Z':
			letters++
		case c < '0' || c > '9':
			return ""
		}
	}
	if letters < acronymLeast || len(word) > acronymMost {
		return ""
	}
	return word
}

// common reports whether an acronym needs no explanation: as written, in the
// singular or without its number. Roman numerals need none either.
func common(p *lint.Pass, t *prose.Text, i int, letters string) bool {
	base := strings.TrimRight(letters, "0123456789")
	return stands(&t.Words[i], knownAcronyms|publicNames) || known(p, letters) || base != letters && known(p, base) || len(base) < acronymLeast || strings.Trim(letters, "IVX") == ""
}

// known reports whether an acronym needs no explanation.
func known(p *lint.Pass, word string) bool {
	return lexicon(vocabulary().Get(strings.ToLower(word)))&(knownAcronyms|publicNames) != 0 || knownTo(p.Config, word)
}

// stressed reports a word that is written in capitals for stress, or that stands
// among other words in capitals, as in a heading.
func stressed(t *prose.Text, i int) bool {
	if stands(&t.Words[i], stressedWords) {
		return true
	}
	for _, k := range [2]int{i - 1, i + 1} {
		if k >= 0 && k < len(t.Words) && t.Words[k].Sentence == t.Words[i].Sentence {
			word := t.Slice(t.Words[k].Range)
			if stands(&t.Words[k], stressedWords) && word == strings.ToUpper(word) || len(word) > acronymMost && acronym(word[:acronymMost]) != "" {
				return true
			}
		}
	}
	return false
}

// namesThing reports an acronym that is a name by its neighbours: "SDI Labs", and
// "our QXT team", which say what it is.
func namesThing(t *prose.Text, i int) bool {
	m := prose.Match{First: i, Last: i + 1, Sentence: t.Words[i].Sentence}
	if behind := wordBehind(t, m); behind != "" && !t.Behind(i+1, ",.;:()/") {
		if things()[behind] || capital(t, i+1) && t.Words[i+1].Text != "i" && acronym(t.Slice(t.Words[i+1].Range)) == "" {
			return true
		}
	}
	return nameWords()[wordBefore(t, m)] && !t.Behind(i, ",.;:()/")
}

// things are what an acronym may be the name of; the listener then knows enough.
var things = words("team teams tool tools project projects product system platform app application algorithm framework library language conference certification certificate exam award university college school company department group program programme course standard protocol format interface database")

// nameWords are the words behind which a name stands.
var nameWords = words("called named product project tool app team company client codenamed at joined")

// explained reports whether a story says what an acronym stands for, wherever it
// does: in brackets, behind "which is" or "stands for", or in words whose initials
// it is.
func explained(p *lint.Pass, letters string) bool {
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			if acronym(t.Slice(t.Words[i].Range)) == letters && (inBrackets(t, i) || apposed(t, i)) {
				return true
			}
			if len(letters) > acronymLeast && initials(t, i, letters) || compound(t.Words[i].Text, letters) {
				return true
			}
		}
	}
	return false
}

// inBrackets reports whether an acronym stands in brackets, or brackets follow it.
func inBrackets(t *prose.Text, i int) bool {
	w := t.Words[i]
	before, behind := strings.TrimRight(t.Source[:w.Start], " *_\"“/"), strings.TrimLeft(t.Source[w.End:], " *_\"”")
	return strings.HasSuffix(before, "(") || strings.HasPrefix(behind, "(") || strings.HasPrefix(behind, ")")
}

// apposed reports whether the words behind an acronym tell what it is: "QXT, our
// timer", "QXT, which times", "QXT is a timer", "QXT stands for".
func apposed(t *prose.Text, i int) bool {
	m := prose.Match{First: i, Last: i + 1, Sentence: t.Words[i].Sentence}
	first, second := nearby(t, m, i+1), nearby(t, m, i+2)
	switch first {
	case "is":
		return second == "a" || second == "an" || second == "our" || second == "the"
	case "stands", "means":
		return true
	case "which":
		return true
	case "a", "an", "the", "our", "or", "short":
		return t.Behind(i+1, ",–—-:")
	}
	return false
}

// initials reports whether the words from i on begin with the letters of an
// acronym, in one sentence; those of a compound count each. Small words may lie
// between.
func initials(t *prose.Text, i int, letters string) bool {
	sentence, n := t.Words[i].Sentence, 0
	for ; i < len(t.Words) && t.Words[i].Sentence == sentence; i++ {
		if n > 0 && smallWords()[t.Words[i].Text] && t.Words[i].Text[0] != letters[n]|0x20 {
			continue
		}
		for part := range strings.SplitSeq(t.Words[i].Text, "-") {
			if part == "" || part[0] != letters[n]|0x20 {
				return false
			}
			if n++; n == len(letters) {
				return true
			}
		}
	}
	return false
}

// compound reports whether a word is one of two parts that begin with the letters
// of an acronym: "file-descriptor" and FD.
func compound(word, letters string) bool {
	first, second, ok := strings.Cut(word, "-")
	return ok && len(letters) == 2 && first != "" && second != "" && first[0] == letters[0]|0x20 && second[0] == letters[1]|0x20
}

var smallWords = words("of the and to for in on at a an as by with")

func amount(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
