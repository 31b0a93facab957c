package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// Amazon's advice on writing asks for sentences under 30 words. 40 is the 90th
// percentile of the longest sentence in published stories.
const (
	sentenceWords     = 30
	sentenceWordsMost = 40
)

// SentenceLong reports sentences that nobody follows by ear.
var SentenceLong = &lint.Rule{
	ID:       "STAR403",
	Name:     "sentence-long",
	Title:    "sentence is too long to follow by ear",
	Why:      "Amazon's advice on writing is to stay under 30 words; a listener cannot read a sentence again.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "task: |\n  As the owner of the pipeline I had to bring the suite under 15 minutes before the launch without dropping a test that guards money or asking any of the four teams whose code it covers to change the way they write their tests.",
	Good:     "task: |\n  As the owner of the pipeline I had to bring the suite under 15 minutes before the launch: without dropping a test that guards money; without asking any of the four teams whose code it covers to change a line.",
	Check: func(p *lint.Pass) {
		var found []spot
		most := 0
		for _, section := range parts(p, star.Parts()...) {
			for i, sentence := range section.Prose.Sentences {
				if sentence.Last-sentence.First <= sentenceWords {
					continue
				}
				n := breath(section.Prose, sentence)
				if n <= sentenceWords {
					continue
				}
				here := spot{section, prose.Match{Range: sentence.Range, Sentence: i}}
				if found = append(found, here); n > most { // the longest in front
					found[0], found[len(found)-1], most = here, found[0], n
				}
			}
		}
		if len(found) == 0 {
			return
		}
		severity, message := lint.Info, fmt.Sprintf("sentence runs to %d words", most)
		if most > sentenceWordsMost {
			severity = lint.Warning
		}
		if len(found) > 1 {
			message = fmt.Sprintf("%d sentences run to more than %d words, the longest to %d", len(found), sentenceWords, most)
		}
		reportSpots(p, found, severity, message, "make two of it")
	},
}

// breath returns how many words of a sentence are said in one breath: up to a
// semicolon, a colon, a dash, a bracket, a stop before a small letter, a line
// that the writer broke, or the end.
func breath(t *prose.Text, sentence prose.Sentence) int {
	longest, start := 0, sentence.First
	for i := sentence.First + 1; i < sentence.Last; i++ {
		if t.Behind(i, ";:()-–—➔→|.!?…\"“”") || brokenLine(t, i) || strings.Contains(t.Words[i-1].Text, ".") {
			longest, start = max(longest, i-start), i
		}
	}
	return max(longest, sentence.Last-start)
}

// brokenLine reports whether the line before a word ends in two blanks, a
// backslash or a tag, as Markdown breaks lines.
func brokenLine(t *prose.Text, word int) bool {
	between := t.Source[t.Words[word-1].End:t.Words[word].Start]
	return strings.Contains(between, "  \n") || strings.Contains(between, "\\\n") || strings.Contains(between, "<br")
}
