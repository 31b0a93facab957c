package anatomy

import (
	"slices"

	"starbank/star/prose"
)

// Words that are said over and over, and words without a sentence, are no
// content, however many there are. Of the first 120 words of a section in 147
// published stories at least 55 in 100 differ, and none of their sections has
// more than 42 words a sentence.
const (
	fewestWords   = 40
	sampled       = 120
	distinctMin   = sampled * 2 / 5
	longestPhrase = 60
)

// hollow reports whether a text strings words together and tells nothing: the
// same ones again and again, or a row of them that is no sentence of anybody.
func hollow(t *prose.Text) (Lack, bool) {
	switch i, we := t.Persons(); {
	case len(t.Words) < fewestWords:
		return Lack{}, false
	case repeats(t.Words[:min(sampled, len(t.Words))]):
		return Lack{"more than the same words again", "say each thing once, and then what happened"}, true
	case i+we == 0 && len(t.Words) > longestPhrase*len(t.Sentences):
		return Lack{"sentences", "say it in sentences: who did what"}, true
	}
	return Lack{}, false
}

// repeats reports whether fewer than two words in five are different ones.
func repeats(words []prose.Word) bool {
	var seen [distinctMin]string
	n, enough := 0, len(words)*2/5
	for i := range words {
		if slices.Contains(seen[:n], words[i].Text) {
			continue
		}
		if seen[n] = words[i].Text; n+1 == enough {
			return false
		}
		n++
	}
	return true
}
