package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// Amazon's advice on writing asks for a Flesch reading ease above 50. The words of
// a trade press it down: published stories below 35 are still followed by ear,
// those below 20 are made of nouns for acts.
const (
	easeWanted = 50
	easeLeast  = 20
	easeWords  = 100 // below that the score is chance

	shortWords    = 5.4 // letters a word; no published text with shorter ones scores below 20
	wordSyllables = 1.75
	sentenceAim   = 20
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
		if section == nil || len(section.Prose.Words) < easeWords/2 || p.Anatomy.Words < easeWords || letters(section.Prose) < shortWords {
			return
		}
		e := measureEase(section.Prose)
		if score := e.score(); score < easeLeast {
			p.ReportAt(section, fmt.Sprintf("action has a reading ease of %d; above %d is easy to follow", max(0, int(score)), easeWanted), e.remedy())
		}
	},
}

// letters returns the mean length of a word.
func letters(t *prose.Text) float64 {
	sum := 0
	for i := range t.Words {
		sum += t.Words[i].End - t.Words[i].Start
	}
	return float64(sum) / float64(len(t.Words))
}

// ease is what the Flesch reading ease of a text is made of. Names, figures and
// code count for the length of a sentence, but not for that of a word.
type ease struct{ words, plain, syllables, breaths int }

func measureEase(t *prose.Text) ease {
	e := ease{words: len(t.Words), breaths: 1}
	for i := range t.Words {
		if i > 0 && (t.Words[i].Sentence != t.Words[i-1].Sentence || t.Behind(i, ";:–—➔→|.")) {
			e.breaths++
		}
		if text := t.Words[i].Text; (!capital(t, i) || opens(t, i)) && plainWord(text) {
			e.plain++
			e.syllables += syllablesOf(text)
		}
	}
	return e
}

// score returns 206.8 less the length of the sentences in words and of the words
// in syllables, each with its weight.
func (e ease) score() float64 {
	if e.plain == 0 {
		return 100
	}
	return 206.835 - 1.015*e.sentence() - 84.6*e.word()
}

func (e ease) sentence() float64 { return float64(e.words) / float64(e.breaths) }
func (e ease) word() float64     { return float64(e.syllables) / float64(e.plain) }

// remedy says which of the two is the longer for its kind. English prose has
// about 1.5 syllables a word; advice on writing asks for 20 words a sentence.
func (e ease) remedy() string {
	switch longWords, longSentences := e.word() > wordSyllables, e.sentence() > sentenceAim; {
	case longWords && !longSentences:
		return fmt.Sprintf("use shorter words: verbs for nouns, people for departments (%.1f syllables a word; 1.5 is usual)", e.word())
	case longSentences && !longWords:
		return fmt.Sprintf("use shorter sentences (%.0f words each; 20 are enough)", e.sentence())
	}
	return "use shorter words and sentences"
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
