package principles

import (
	"math"
	"sync"

	"starbank/star/prose"
)

// family is a word family and the principles that it leans to or away from.
// Those of the built-in set are generated from amazon_words.tsv, which says where
// the weights come from.
type family struct {
	Name  string
	Leans []lean
}

type lean struct {
	Principle int
	Weight    float64
}

// leanings looks families up by their name; the zero value knows none.
type leanings struct {
	families []family
	bias     []float64 // of each principle
	once     sync.Once
	numbers  *prose.Dictionary // by name: one more than the place in families
}

// of returns the number of the family of a word, counted from 1, or 0.
func (l *leanings) of(word string) uint32 {
	l.once.Do(func() {
		l.numbers = prose.NewDictionary(len(l.families))
		for i := range l.families {
			l.numbers.Put(l.families[i].Name, uint32(i+1))
		}
	})
	return l.numbers.Get(prose.Family(word))
}

// weigh returns how much the words of passages lean to each of n principles.
func (l *leanings) weigh(passages []Passage, n int) []float64 {
	weights := make([]float64, n)
	if len(l.families) == 0 {
		return weights
	}
	counts, total := make([]uint16, len(l.families)+1), 0
	var met []uint32 // in the order of the text, so that sums come out the same
	for _, passage := range passages {
		total += len(passage.Text.Words)
		for i := range passage.Text.Words {
			f := l.of(passage.Text.Words[i].Text)
			if f == 0 {
				continue
			}
			if counts[f] == 0 {
				met = append(met, f)
			}
			counts[f]++
		}
	}
	for _, f := range met {
		often := math.Log1p(float64(counts[f])) / rootOf(total)
		for _, lean := range l.families[f-1].Leans {
			weights[lean.Principle] += lean.Weight * often
		}
	}
	return weights
}

// sentence returns the sentence of Action or Result whose words lean most to a
// principle: what is shown where no wording was recognised.
func (l *leanings) sentence(passages []Passage, principle int) (best Hit, found bool) {
	for i, passage := range passages {
		if passage.Setup {
			continue
		}
		for k, sentence := range passage.Text.Sentences {
			sum := 0.0
			for w := sentence.First; w < sentence.Last; w++ {
				if f := l.of(passage.Text.Words[w].Text); f > 0 {
					sum += l.families[f-1].lean(principle)
				}
			}
			sum /= math.Sqrt(float64(sentence.Last-sentence.First) + 5)
			if sum > best.Weight {
				best, found = Hit{Range: sentence.Range, Passage: i, Sentence: k, Element: Lean, Weight: sum}, true
			}
		}
	}
	return best, found
}

func (f *family) lean(principle int) float64 {
	for _, lean := range f.Leans {
		if lean.Principle == principle {
			return lean.Weight
		}
	}
	return 0
}

// rootOf is what weights are divided by, so that a long story does not win by its
// length; the addend keeps a line of notes from counting like a story.
func rootOf(words int) float64 { return math.Sqrt(float64(words) + 20) }
