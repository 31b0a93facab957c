package stories

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// The share of runs of five words in Action and Result that two accounts of one
// event have in common, and the number below which a share says nothing.
const (
	sameEvent     = 0.15
	fewestShared  = 5
	commonShingle = 20 // a run that more stories have is a phrase of the trade
)

// repeated reports stories that tell the same event in much the same words.
func repeated(c *Coverage, _ time.Time) (found []Finding) {
	shared := map[[2]int]int{}
	for _, owners := range c.owners() {
		for i, a := range owners {
			for _, b := range owners[i+1:] {
				shared[[2]int{a, b}]++
			}
		}
	}
	for pair, n := range shared {
		a, b := &c.Stories[pair[0]], &c.Stories[pair[1]]
		if union := len(a.shingles) + len(b.shingles) - n; n >= fewestShared && float64(n) > sameEvent*float64(union) {
			found = append(found, Finding{Stories: pair[:], Message: fmt.Sprintf("%s and %s tell the same event in much the same words", a.ID, b.ID),
				Help: "merge the two, or retire one"})
		}
	}
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Stories[0], b.Stories[0]), cmp.Compare(a.Stories[1], b.Stories[1]))
	})
	return found
}

// owners lists for each run of words that several stories have which they are.
func (c *Coverage) owners() map[uint64][]int {
	owners := map[uint64][]int{}
	for k := range c.Stories {
		for _, shingle := range c.Stories[k].shingles {
			owners[shingle] = append(owners[shingle], k)
		}
	}
	for shingle, stories := range owners {
		if len(stories) < 2 || len(stories) > commonShingle {
			delete(owners, shingle)
		}
	}
	return owners
}
