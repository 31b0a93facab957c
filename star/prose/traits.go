package prose

import (
	"strings"
	"sync"
)

// trait is what a word says about a figure near it.
type trait uint32

const (
	supposes    trait = 1 << iota // denies or imagines what follows: "never", "would"
	contrasts                     // "instead", "versus"
	aims                          // "goal", "promised"
	parts                         // of a whole, or on top of it: "remaining", "another"
	distances                     // behind a duration: "later", "early"
	changeNouns                   // "reduction"
	comparative                   // "faster"
	moves                         // "reduced", "fell"
	conjoins                      // begins a clause
	empty                         // may stand beside a noun, and is no part of it
	article                       // begins a noun phrase
	joins                         // holds two nouns together: "time from alert to block"
	auxiliary                     // between a subject and its verb
	governs                       // a form of a verb other than those of the past
	either                        // a verb only right before a figure: "it costs 40 euros"
	about                         //
	over                          //
	under                         //
	vague                         // a number that is none: "dozens"
	extent                        // before "a week" that says how long
	clock                         // before "eleven", a time of day
	narrows                       // behind a noun: "that we own"
	narrowing                     // likewise, unless a time follows: "in six weeks"
	onTime                        // "on time", "in March"
	definite                      // "the 12 services"
	people                        // plurals without an s
	singulars                     // words with an s that are no plurals
	dimension                     // behind a noun: "four pages long"
	statistic                     // which of many values: "p99", "median"
)

// has reports whether a word has any of the traits.
func (is trait) has(any trait) bool { return is&any != 0 }

// traits returns the dictionary of all words with traits; it is built on first use.
var traits = sync.OnceValue(func() *Dictionary {
	d := NewDictionary(800)
	for is, list := range traitWords {
		for word := range strings.FieldsSeq(list) {
			d.Put(word, d.Get(word)|uint32(is))
		}
	}
	return d
})

var traitWords = map[trait]string{
	supposes:  "would could might may if should can can't cannot not never unless wouldn't couldn't don't didn't wasn't isn't nobody none imagine suppose",
	contrasts: "without instead rather versus vs unlike industry benchmark typically usually normally",
	aims: "goal target deadline promised planned aim aimed must needed need needs budget expected estimate estimated hoped required requires " +
		"requiring wanted proposed quoted forecast demanded allowed objective commit committed sla plan until",
	parts:       "remaining other others another additional further more extra last next top new",
	distances:   "into later earlier ago early late before after away left ahead behind sooner old prior",
	changeNouns: "reduction increase improvement drop decrease growth cut saving savings gain rise decline uplift boost speedup jump fall",
	comparative: "faster slower less fewer more higher lower cheaper better worse cooler quicker shorter longer smaller bigger larger greater sooner",
	moves: "reduced reducing reduce cut cutting decreased decreasing lowered lowering increased increasing raised raising grew growing dropped " +
		"dropping fell falling rose rising improved improving boosted boosting slowed shrank shrinking saved saving brought went gone moved " +
		"climbed halved down up shortened shortening trimmed declined sped scaled scaling led achieved grown risen fallen",
	conjoins: "and but while because so when although though whereas then where since until before after if or as",
	empty: "this that these those which who whom whose what where why how all both each every any no not some about around roughly " +
		"approximately nearly almost only just even over under above below up down out off again per each due worth now been being be is are " +
		"was were am has have had do does did will would can could may might should must there here very really one two three four five six " +
		"seven eight nine ten across against between during through without upon via versus vs than then also ever never always often still " +
		"already yet too much many more most less least few fewer several such else another last next first second third",
	article:   "the a an our my his her its their this that these those all whole entire",
	joins:     "of at with from to in for on between per without about",
	auxiliary: "had has have been was were is are be that which now still then usually also only already",
	governs: "is are was were be been has have had take takes taking costing last lasts lasting running serve serves serving reaches " +
		"reaching holds holding using reduce reducing cutting increasing raise raising improve improving lower lowering save saves saving " +
		"dropping grow growing bring bringing shorten shortening handling covering leading own owns owning manage managing get gets getting " +
		"make makes making moving remain remains require requires requiring spend spending go goes run runs taken given gone grown fallen risen begun broken driven shown seen done",
	either:    "cost costs uses needs holds reach hold handle handles cover covers",
	about:     "about around roughly approximately approx nearly almost some circa ca maybe perhaps est estimated",
	over:      "over above exceeding",
	under:     "under below within",
	vague:     "dozen dozens hundreds thousands millions",
	extent:    "within in for took take takes taken taking lasted lasts than under over only after almost nearly about waited",
	clock:     "at until by past till before after around",
	narrows:   "who that which whom whose we i they he she it you where not using owned",
	narrowing: "of in on at for from with without under behind near",
	onTime: "time schedule total all production place budget january february march april may june july august september october november " +
		"december",
	definite:  "the all our my these those both its their his her",
	people:    "people men women children staff criteria",
	singulars: "always perhaps across towards besides whereas it's that's let's means does was has sometimes nowadays afterwards previous various serious",
	dimension: "long deep wide high tall old thick",
	statistic: "p50 p75 p90 p95 p99 p999 median mean average max maximum min minimum peak worst best slowest fastest longest shortest largest smallest first last",
}

// figureReader is a text with the traits of the words in those of its sentences
// that hold a number.
type figureReader struct {
	*Text
	traits []trait
}

func newFigureReader(t *Text) *figureReader {
	r := &figureReader{t, make([]trait, len(t.Words))}
	known, last := traits(), -1
	for _, n := range t.Numbers {
		if n.Sentence == last {
			continue
		}
		last = n.Sentence
		for i := t.Sentences[last].First; i < t.Sentences[last].Last; i++ {
			r.traits[i] = trait(known.Of(&t.Words[i]))
		}
	}
	return r
}

// trait returns the traits of a word of such a sentence.
func (t *figureReader) trait(word int) trait { return t.traits[word] }

// traitNear returns the traits of a word of the sentence that a figure stands in, or
// none outside it.
func (t *figureReader) traitNear(word int, n *Number) trait {
	if word < 0 || word >= len(t.Words) || t.Words[word].Sentence != n.Sentence {
		return 0
	}
	return t.trait(word)
}

// among reports whether one of the words [first, last) has a trait.
func (t *figureReader) among(first, last int, any trait) bool {
	for i := first; i < last; i++ {
		if t.trait(i).has(any) {
			return true
		}
	}
	return false
}
