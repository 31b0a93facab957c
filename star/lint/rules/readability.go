package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// Amazon's advice on writing asks for a Flesch reading ease above 50. Technical
// words press it down, so only what lies clearly below is worth a word.
const (
	easeWanted = 50
	easeLeast  = 35
	easeWords  = 100 // below that the score is chance
)

// Readability suggests shorter words and sentences.
var Readability = &lint.Rule{
	ID:       "STAR412",
	Name:     "readability",
	Title:    "text is hard to follow by ear",
	Why:      "The interviewer hears it once; Amazon's advice on writing is a Flesch reading ease above 50.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad: "action: |\n  I systematically investigated organisational dependencies and subsequently prioritised architectural modernisation opportunities because operational deterioration accelerated. " +
		"I collaboratively established comprehensive documentation methodologies facilitating interdepartmental communication. I strategically restructured responsibility allocation, incorporating representatives of administration and procurement. " +
		"I continuously evaluated implementation alternatives, considering organisational sustainability and regulatory requirements. I consolidated administrative infrastructure, eliminating redundancies.",
	Good: "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil || len(section.Prose.Words) < easeWords/2 || p.Anatomy.Words < easeWords {
			return
		}
		if ease := readingEase(section.Prose); ease < easeLeast {
			p.ReportAt(section, fmt.Sprintf("action has a reading ease of %d; above %d is easy to follow", max(0, int(ease)), easeWanted), "use shorter words and sentences")
		}
	},
}

// readingEase returns the Flesch reading ease of a text: 206.8 less the length of
// the sentences in words and of the words in syllables. Names, figures and code
// are not counted.
func readingEase(t *prose.Text) float64 {
	words, syllables := 0, 0
	for i := range t.Words {
		if text := t.Words[i].Text; plainWord(text) && (!capital(t, i) || opens(t, i)) {
			words++
			syllables += syllablesOf(text)
		}
	}
	if words == 0 || len(t.Sentences) == 0 {
		return 100
	}
	return 206.835 - 1.015*float64(words)/float64(len(t.Sentences)) - 84.6*float64(syllables)/float64(words)
}

// plainWord reports a word of small letters.
func plainWord(text string) bool {
	for i := range len(text) {
		if (text[i] < 'a' || text[i] > 'z') && text[i] != '\'' {
			return false
		}
	}
	return text != ""
}

// syllablesOf estimates the syllables of an English word by its groups of vowels.
func syllablesOf(word string) int {
	n, vowel := 0, false
	for i := range len(word) {
		is := vowels[word[i]]
		if is && !vowel {
			n++
		}
		vowel = is
	}
	if l := len(word); l > 2 && word[l-1] == 'e' && !vowels[word[l-2]] && word[l-2] != 'l' || l > 3 && word[l-2:] == "ed" && word[l-3] != 't' && word[l-3] != 'd' {
		n--
	}
	return max(1, n)
}

var vowels = [256]bool{'a': true, 'e': true, 'i': true, 'o': true, 'u': true, 'y': true}
