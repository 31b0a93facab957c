package rehearse

import (
	"slices"
	"strings"
)

// tellingWord is a word of a question that says what a story is to be about.
type tellingWord struct {
	word, stem string
	weight     float64
}

// tellingRarity is how rare a word has to be: in fewer than one in thirty of the texts
// about principles.
const tellingRarity = 3.4

// telling returns the words of a question that say what it is about. A word that no
// text about principles has, such as the name of a product, says most.
func (a *Asker) telling(question string) (words []tellingWord) {
	for _, word := range wordsOf(question) {
		stem := family(word)
		if rarity := a.topics.rarityOf(stem); stem != "" && rarity > tellingRarity {
			words = append(words, tellingWord{word, stem, rarity * rarity})
		}
	}
	return words
}

// told returns how much of what a question asks for a story tells, from 0 to 1, and
// the words that say so, as the question has them.
func (c *Candidate) told(asked []tellingWord) (share float64, words []string) {
	all, told := 0.0, 0.0
	for _, asked := range asked {
		if all += asked.weight; c.stems[asked.stem] {
			told += asked.weight
			words = append(words, asked.word)
		}
	}
	if told == 0 {
		return 0, nil
	}
	return told / all, words
}

// untold returns the words that name something, and that no story has.
func (a *Asker) untold(asked []tellingWord) (words []string) {
	for _, asked := range asked {
		_, known := a.topics.words.ids[asked.stem]
		if !known && !slices.ContainsFunc(a.stories, func(c *Candidate) bool { return c.stems[asked.stem] }) {
			words = append(words, asked.word)
		}
	}
	return words
}

// Heard is what was said, to compare a story with.
type Heard struct{ stems map[string]bool }

// Hear takes in the words of what was said.
func Hear(text string) *Heard {
	h := &Heard{map[string]bool{}}
	for _, word := range wordsOf(text) {
		h.stems[family(word)] = true
	}
	return h
}

// Share returns how many of the words of a text were said, in any form, from 0 to 1.
// Words that any text has do not count; a text without others is taken as said.
func (h *Heard) Share(text string) float64 {
	said, all := 0, 0
	for _, word := range wordsOf(text) {
		if stem := family(word); stem != "" {
			if all++; h.stems[stem] {
				said++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(said) / float64(all)
}

func quoted(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return `tells of "` + strings.Join(words[:min(3, len(words))], `", "`) + `"`
}

// askedTags are the words by which a question asks for a story with a tag.
var askedTags = map[string]string{
	"failure":  "fail failed failure failures mistake mistakes wrong missed regret error broke break breaks broken outage fault backfired blunder",
	"conflict": "conflict conflicts disagree disagreed disagreement argue argued argument difficult clash tension",
	"feedback": "feedback criticism criticised criticized critical harsh",
}

// asksFor reports whether a question asks for stories with a tag.
func asksFor(question, tag string) bool {
	tag = strings.ToLower(tag)
	wanted := strings.Fields(askedTags[tag])
	if wanted == nil {
		wanted = []string{tag}
	}
	return slices.ContainsFunc(wordsOf(question), func(word string) bool { return slices.Contains(wanted, word) })
}

// Mentions reports whether a text holds all of some words, each in any form.
func Mentions(text string, words []string) bool {
	held := map[string]bool{}
	for _, word := range wordsOf(text) {
		held[family(word)] = true
	}
	for _, word := range wordsOf(strings.Join(words, " ")) {
		if stem := family(word); !held[stem] {
			return false
		}
	}
	return true
}
