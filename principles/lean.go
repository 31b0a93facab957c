package principles

import (
	"math"
	"slices"

	"starbank/star/prose"
)

// leanings say which principles word families lean to or away from. Those of the
// built-in set are generated from amazon_words.tsv, which says where the weights
// come from. The zero value knows no families.
type leanings struct {
	names  []string // of families, sorted; the number of a family is its place, counted from 1
	starts []uint32 // of each family and the end: where its leans begin
	leans  []lean   // by family
	rank   ranking
	words  []uint16 // of each word of the vocabulary of the matcher: its family, or 0
}

type lean struct {
	Principle uint16
	Weight    float32
}

// ranking says what a principle is ranked by: the weight of its wordings over the
// root of the length, how many of its elements they cover, and how its words lean;
// and what it begins with.
type ranking struct {
	Cue, Element, Lean float64
	Bias               []float64 // of each principle, or none
}

// unfitted is the ranking of a set without word families.
var unfitted = ranking{Cue: 1.8, Element: 0.3, Lean: 1}

// ranking returns what principles are ranked by.
func (l *leanings) ranking() *ranking {
	if len(l.names) == 0 {
		return &unfitted
	}
	return &l.rank
}

// family returns the number of the family of a word, or 0.
func (l *leanings) family(word string) uint16 {
	at, is := slices.BinarySearch(l.names, prose.Family(word))
	if !is {
		return 0
	}
	return uint16(at + 1)
}

// of returns the leans of a family.
func (l *leanings) of(family uint16) []lean { return l.leans[l.starts[family-1]:l.starts[family]] }

// families appends the family of each word of a text to list, 0 where it has
// none.
func (l *leanings) families(list []uint16, w *walker) []uint16 {
	if len(l.names) == 0 {
		return list
	}
	for i := range w.text.Words {
		family := uint16(0)
		if id := w.word(i); id != 0 && len(l.words) > 0 {
			family = l.words[id]
		} else if word := w.text.Words[i].Text; word != "" {
			family = l.family(word)
		}
		list = append(list, family)
	}
	return list
}

// weigh returns how much the words of a story lean to each principle.
func (r *reading) weigh() []float64 {
	weights, root := make([]float64, len(r.set.Principles)), rootOf(r.words)
	for _, families := range r.families[:len(r.passages)] {
		for _, f := range families {
			if f == 0 {
				continue
			}
			if r.counts[f]++; r.counts[f] == 1 {
				r.met = append(r.met, f)
			}
		}
	}
	for _, f := range r.met { // in the order of the text, so that sums come out the same
		often := logOf(int(r.counts[f])) / root
		r.counts[f] = 0
		for _, lean := range r.set.leanings.of(f) {
			weights[lean.Principle] += float64(lean.Weight) * often
		}
	}
	return weights
}

// logOf returns the logarithm of one more than how often a word is met.
func logOf(n int) float64 {
	if n < len(logs) {
		return logs[n]
	}
	return math.Log1p(float64(n))
}

// logs are those of what nearly all words are met.
var logs = func() (table [16]float64) {
	for n := range table {
		table[n] = math.Log1p(float64(n))
	}
	return table
}()

// rootOf is what weights are divided by, so that a long story does not win by its
// length; the addend keeps a line of notes from counting like a story.
func rootOf(words int) float64 { return math.Sqrt(float64(words) + 20) }
