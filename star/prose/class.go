package prose

import "strings"

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
)

// lexicon holds the classes of listed words.
var lexicon = map[string]class{}

// initials and longest spare most words the look-up in lexicon.
var (
	initials pairs
	longest  int
)

func init() {
	for set, is := range map[*map[string]bool]class{&adverbs: isAdverb, &links: isLink, &function: isFunction, &others: isPronoun} {
		for word := range *set {
			lexicon[word] |= is
		}
	}
	for word := range irregulars {
		lexicon[word] |= isPast
	}
	for word := range begins() {
		lexicon[word] |= isNumber
	}
	for word, is := range map[string]class{"i i'm i've i'd i'll": isSingular | isSubject, "me my mine myself": isSingular,
		"we we're we've we'd we'll": isPlural | isSubject, "us our ours ourselves": isPlural} {
		for w := range strings.FieldsSeq(word) {
			lexicon[w] |= is
		}
	}
	for word := range lexicon {
		initials.allow(word)
		longest = max(longest, len(word))
	}
}

func classify(word string) class {
	var is class
	n := len(word)
	if n > 0 && n <= longest && initials.allows(word) {
		is = lexicon[word]
	}
	switch {
	case n == 0:
	case digit(word[0]) || digit(word[n-1]) || n > 1 && digit(word[1]):
		is |= isNumber
	case n < 4:
	case word[n-1] == 'y' && strings.HasSuffix(word, "ly") && !falseAdverbs[word]:
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
