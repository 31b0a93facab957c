package prose

import (
	"strings"
	"sync"
)

// class is what a word can be, whatever its sentence: found once a word.
type class uint16

const (
	isAdverb   class = 1 << iota // may stand between a subject and its verb
	isLink                       // may begin a step: "then", "finally"
	isFunction                   // a preposition, conjunction, article or the like
	isPast                       // a verb in the past tense by its form
	isPronoun                    // begins a clause of somebody else
	isSingular                   // I, me, my
	isPlural                     // we, us, our
	isNumber                     // may begin a spelled figure
	isSubject                    // I or we, also with its auxiliary
	isCased                      // is not written as its Text: has a capital letter
)

// lexicon returns the classes of listed words; it is built on first use.
var lexicon = sync.OnceValue(func() *Dictionary {
	d := &Dictionary{}
	classed := func(word string, is class) { d.Put(word, d.Get(word)|uint32(is)) }
	for set, is := range map[*wordSet]class{adverbs: isAdverb, links: isLink, function: isFunction, others: isPronoun, irregulars: isPast} {
		for word := range strings.FieldsSeq(set.list) {
			classed(word, is)
		}
	}
	for word := range begins() {
		classed(word, isNumber)
	}
	for list, is := range map[string]class{"i i'm i've i'd i'll": isSingular | isSubject, "me my mine myself": isSingular,
		"we we're we've we'd we'll": isPlural | isSubject, "us our ours ourselves": isPlural} {
		for word := range strings.FieldsSeq(list) {
			classed(word, is)
		}
	}
	return d
})

// classify returns what a word can be; known holds what the lexicon says.
func classify(word string, known class) class {
	is, n := known, len(word)
	switch {
	case n == 0:
	case digit(word[0]) || digit(word[n-1]) || n > 1 && digit(word[1]):
		is |= isNumber
	case n < 4:
	case word[n-1] == 'y' && strings.HasSuffix(word, "ly") && !falseAdverbs.has(word):
		is |= isAdverb
	case strings.IndexByte(word, '-') > 0:
		is |= isNumber // perhaps sixty-five
		if pastVerb(word) {
			is |= isPast
		}
	case word[n-1] == 'd' && pastVerb(word):
		is |= isPast
	}
	return is
}

var falseAdverbs = words("apply reply supply rely multiply family assembly only")
