package rehearse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"starbank/star/prose"
)

// vocabulary numbers the terms of texts: the families of words, and each two that
// follow one another.
type vocabulary struct {
	families map[string]string // by word; "" for one that says nothing
	ids      map[string]int
}

// term is a term of a text with its weight.
type term struct {
	id     int
	weight float64
}

func newVocabulary() *vocabulary {
	return &vocabulary{families: map[string]string{}, ids: map[string]int{}}
}

func (v *vocabulary) size() int { return len(v.ids) }

// pairWeight is what two words in a row count next to a word.
const pairWeight = 0.6

// terms counts the terms of a text, in the order of their numbers, and numbers
// those that are new.
func (v *vocabulary) terms(text string) []term {
	return v.count(text, func(word string) (int, bool) {
		id, is := v.ids[word]
		if !is {
			id = len(v.ids)
			v.ids[word] = id
		}
		return id, true
	}, func(word string) string {
		stem, is := v.families[word]
		if !is {
			stem = family(word)
			v.families[word] = stem
		}
		return stem
	})
}

// known counts those terms of a text that have a number. It changes nothing.
func (v *vocabulary) known(text string) []term {
	return v.count(text, func(word string) (int, bool) {
		id, is := v.ids[word]
		return id, is
	}, family)
}

func (v *vocabulary) count(text string, number func(string) (int, bool), family func(string) string) []term {
	var terms []term
	before := ""
	add := func(word string, weight float64) {
		if id, is := number(word); is {
			terms = append(terms, term{id, weight})
		}
	}
	for _, word := range wordsOf(text) {
		stem := family(word)
		if stem == "" {
			continue
		}
		add(stem, 1)
		if before != "" {
			add(before+" "+stem, pairWeight)
		}
		before = stem
	}
	return merge(terms)
}

// merge sorts terms and adds up those that are the same.
func merge(terms []term) []term {
	slices.SortFunc(terms, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	merged := terms[:0]
	for _, t := range terms {
		if n := len(merged); n > 0 && merged[n-1].id == t.id {
			merged[n-1].weight += t.weight
		} else {
			merged = append(merged, t)
		}
	}
	return merged
}

// wordsOf lists the words of a text in small letters; "somebody's" is the word
// somebody.
func wordsOf(text string) []string {
	text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	for i, word := range words {
		words[i] = strings.TrimSuffix(strings.Trim(word, "'"), "'s")
	}
	return words
}

// family is [prose.Family], which leaves "disagreement" and "disagreed" apart, or ""
// for a word that any question may have.
func family(word string) string {
	if idle.Holds(word) {
		return ""
	}
	family := prose.Family(word)
	for _, ending := range []string{"ment", "er", "or"} {
		if stem, is := strings.CutSuffix(family, ending); is && len(stem) > 4 {
			return prose.Family(stem)
		}
	}
	return family
}

// idle are the words that any question may have.
var idle = prose.NewWordSet(`a an the and or but to of in on at by for from with within after before than is was were are be been being as that which who whom what
	when where how why did do does done have has had having you your yours yourself i me my mine we our us it its they them their there this these those he she his her
	tell about time describe give example instance situation walk through share recall think case occasion occasions moment last once ever one some any would could should can
	will if then so not no nor too very more most much many such other another than into out up down over just also only same own get got make made take took go went come came
	happened happen way thing things something someone somebody anything anyone please us let's let kind sort`)
