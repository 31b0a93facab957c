package prose

import (
	"strings"
	"sync"
)

// class is what a word can be, whatever its sentence: found once a word.
type class uint16

const (
	isAdverb       class = 1 << iota // may stand between a subject and its verb
	isLink                           // may begin a step: "then", "finally"
	isFunction                       // a preposition, conjunction, article or the like
	isPast                           // a verb in the past tense by its form
	isPronoun                        // begins a clause of somebody else
	isSingular                       // I, me, my
	isPlural                         // we, us, our
	isNumber                         // may begin a spelled figure
	isSubject                        // I or we, also with its auxiliary
	isCased                          // is not written as its Text: has a capital letter
	isAbbreviation                   // goes on behind its stop
	isParticiple                     // of an irregular verb
	isNumbered                       // has a number or a letter as its name: "phase I"
	isNoVerb                         // ends as a verb in the past does, and is none
	isNoAdverb                       // ends as an adverb does, and is none
	isApart                          // more than a blank stands before it
)

// lexicon returns the classes of listed words; it is built on first use.
var lexicon = sync.OnceValue(func() *Dictionary {
	d := &Dictionary{}
	classed := func(word string, is class) { d.Put(word, d.Get(word)|uint32(is)) }
	for set, is := range map[*WordSet]class{adverbs: isAdverb, links: isLink, function: isFunction, others: isPronoun, irregulars: isPast,
		abbreviations: isAbbreviation, participles: isParticiple, numbered: isNumbered, notVerbs: isNoVerb, falseAdverbs: isNoAdverb} {
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
func classify(word string, hyphen bool, known class) class {
	is, n := known, len(word)
	switch {
	case n == 0:
	case digit(word[0]) || digit(word[n-1]) || n > 1 && digit(word[1]):
		is |= isNumber
	case n < 4:
	case word[n-1] == 'y' && word[n-2] == 'l' && known&isNoAdverb == 0:
		is |= isAdverb
	case hyphen:
		is |= isNumber // perhaps sixty-five
		if pastCompound(word) {
			is |= isPast
		}
	case word[n-1] == 'd' && known&isNoVerb == 0 && pastForm(word):
		is |= isPast
	}
	return is
}

// pastForm reports whether a word of four letters or more ends as a verb in the
// past does.
func pastForm(word string) bool {
	return strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed")
}

// pastCompound reports whether a word with a hyphen is a verb in the past.
func pastCompound(word string) bool {
	if strings.HasSuffix(word, "ed") {
		return pastForm(word) && !notVerbs.Holds(word)
	}
	before, after, _ := strings.Cut(word, "-")
	return prefixes.Holds(before) && irregulars.Holds(after)
}

var falseAdverbs = NewWordSet("apply reply supply rely multiply family assembly only")
