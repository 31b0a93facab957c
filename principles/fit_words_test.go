package principles

import (
	"maps"
	"math"
	"runtime"
	"slices"
	"sync"
)

// How the words are fitted: families that fewer texts hold teach nothing, the
// penalty keeps the weights of rare ones small, and weights that hardly count are
// left out of the table.
const (
	fewestTexts = 4
	wordPenalty = 1.2
	leastWeight = 0.7
)

// fitWords fits how much each family leans to each principle: multinomial logistic
// regression on how often a text holds it, weighted by how rare it is.
func (c *corpus) fitWords(rows []*labelledText) *leanings {
	v := newVocabulary(rows)
	m := &softmax{classes: len(c.set.Principles), penalty: wordPenalty}
	total := 0.0
	for _, row := range rows {
		total += row.weight
	}
	for _, row := range rows {
		m.instances = append(m.instances, instance{features: v.features(row), target: row.target, weight: row.weight * float64(len(rows)) / total})
	}
	weights := m.fit(len(v.names))
	l := &leanings{}
	for f, name := range v.names {
		from := len(l.leans)
		for k := range m.classes {
			weight := math.Round(weights[f*m.classes+k]*v.rarity[f]*10) / 10
			if math.Abs(weight) >= leastWeight {
				l.leans = append(l.leans, lean{uint16(k), float32(weight)})
			}
		}
		if len(l.leans) > from {
			slices.SortStableFunc(l.leans[from:], heavier)
			l.names, l.starts = append(l.names, name), append(l.starts, uint32(from))
		}
	}
	l.starts = append(l.starts, uint32(len(l.leans)))
	return l
}

// heavier orders leans by how much they weigh either way.
func heavier(a, b lean) int {
	switch x, y := math.Abs(float64(a.Weight)), math.Abs(float64(b.Weight)); {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return 0
}

// vocabulary holds the families that enough texts hold.
type vocabulary struct {
	names   []string
	numbers map[string]int
	rarity  []float64 // the logarithm of how few texts hold each
}

func newVocabulary(rows []*labelledText) *vocabulary {
	texts := map[string]int{}
	for _, row := range rows {
		for family := range row.families {
			texts[family]++
		}
	}
	v := &vocabulary{numbers: map[string]int{}}
	for _, family := range slices.Sorted(maps.Keys(texts)) {
		if texts[family] >= fewestTexts {
			v.numbers[family] = len(v.names)
			v.names, v.rarity = append(v.names, family), append(v.rarity, math.Log(float64(len(rows))/float64(texts[family])))
		}
	}
	return v
}

func (v *vocabulary) features(row *labelledText) (features []feature) {
	for _, family := range slices.Sorted(maps.Keys(row.families)) {
		if f, known := v.numbers[family]; known {
			features = append(features, feature{f, math.Log1p(row.families[family]) * v.rarity[f] / rootOf(row.words)})
		}
	}
	return features
}

// leans returns how much the words of a text lean to each principle.
func (row *labelledText) leans(l *leanings) []float64 {
	set := &Set{Principles: amazon, compiled: &amazonIndex}
	set.leanings.names, set.leanings.starts, set.leanings.leans = l.names, l.starts, l.leans
	r := set.read(row.passages)
	defer r.finish()
	r.collect()
	return r.weigh()
}

// cueFeatures are what the wordings found in a text say of one principle.
type cueFeatures struct{ weight, elements float64 }

func (row *labelledText) cues(set *Set) []cueFeatures {
	features := make([]cueFeatures, len(set.Principles))
	for _, proof := range set.Prove(row.passages) {
		i := slices.IndexFunc(set.Principles, func(p Principle) bool { return p.ID == proof.Principle.ID })
		told := make([]float64, len(proof.Covered))
		features[i] = cueFeatures{proof.weigh(told) / rootOf(row.words), float64(proof.Elements())}
	}
	return features
}

// parallel calls a function for each number below n, on all processors.
func parallel(n int, do func(i int)) {
	var wait sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- true
		wait.Go(func() {
			do(i)
			<-free
		})
	}
	wait.Wait()
}
