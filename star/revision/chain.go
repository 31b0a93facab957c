package revision

import (
	"cmp"
	"slices"
)

// sentence is what is matched: its tokens and their weight.
type sentence struct {
	tokens []token
	weight int
}

// pair says that an old and a new sentence have words in common.
type pair struct {
	old, new int // indexes into the two lists
	common   int // weight of what both say
	likeness int // in thousandths; 1000 for the same words
}

const (
	wholly  = 1000 // the likeness of the same words
	nothing = -1   // in place of an index
)

// alike is the likeness from which two sentences in the same order are versions
// of one: below it, a reader takes in two sentences sooner than the changes from
// one to the other.
const alike = 400

// A sentence of which so many thousandths stand in a longer one, and at least so
// many letters, is a version of it however long that is.
const (
	contained      = 800
	leastContained = 20
)

// How the search for candidates is kept linear: words in many sentences find
// none, and of those found the ones with the most words in common are compared.
// Function words find candidates for sentences of little else.
const (
	commonWord     = 12
	mostCandidates = 3
	lightSentence  = 12
)

// scratch is memory kept between searches, by token id.
type scratch struct {
	head, count, have []int32
	next, owner       []int32 // postings
	shared            []int32 // by new sentence
}

func (s *scratch) grow(ids int) {
	more := ids - len(s.head)
	if more <= 0 {
		return
	}
	s.count, s.have = append(s.count, make([]int32, more)...), append(s.have, make([]int32, more)...)
	s.head = slices.Grow(s.head, more)
	for range more {
		s.head = append(s.head, nothing)
	}
}

// candidates finds for each old sentence the new ones that say most of the same.
// It takes time linear in the number of words, whatever they are.
func (c *comparer) candidates(old, new []sentence) []pair {
	c.index(new)
	var pairs []pair
	var touched []int
	for o := range old {
		touched = c.touch(old[o], touched[:0])
		slices.SortFunc(touched, func(a, b int) int {
			return cmp.Or(cmp.Compare(c.scratch.shared[b], c.scratch.shared[a]), cmp.Compare(a, b))
		})
		for k, n := range touched {
			if k < mostCandidates {
				if p := c.compare(old[o], new[n]); p.likeness >= alike {
					p.old, p.new = o, n
					pairs = append(pairs, p)
				}
			}
			c.scratch.shared[n] = 0
		}
	}
	c.unindex(new)
	return pairs
}

// index lists for each word the new sentences that hold it.
func (c *comparer) index(new []sentence) {
	s := &c.scratch
	s.grow(len(c.weights))
	s.next, s.owner = s.next[:0], s.owner[:0]
	s.shared = append(s.shared[:0], make([]int32, len(new))...)
	for n := range new {
		for _, t := range new[n].tokens {
			if last := s.head[t.id]; !c.indexed(t, new[n]) || last >= 0 && int(s.owner[last]) == n {
				continue
			}
			s.next, s.owner = append(s.next, s.head[t.id]), append(s.owner, int32(n))
			s.head[t.id] = int32(len(s.next) - 1)
			s.count[t.id]++
		}
	}
}

func (c *comparer) indexed(t token, in sentence) bool {
	w := c.weights[t.id]
	return w >= leastWord || w > 0 && in.weight < lightSentence
}

func (c *comparer) unindex(new []sentence) {
	for n := range new {
		for _, t := range new[n].tokens {
			c.scratch.head[t.id], c.scratch.count[t.id] = nothing, 0
		}
	}
}

// touch lists the new sentences that share a word with an old one.
func (c *comparer) touch(old sentence, touched []int) []int {
	s := &c.scratch
	for _, t := range old.tokens {
		if !c.indexed(t, old) || s.count[t.id] > commonWord {
			continue
		}
		for at := s.head[t.id]; at >= 0; at = s.next[at] {
			n := int(s.owner[at])
			if s.shared[n] == 0 {
				touched = append(touched, n)
			}
			s.shared[n] += int32(c.weights[t.id])
		}
	}
	return touched
}

// compare measures how much two sentences say alike.
func (c *comparer) compare(old, new sentence) pair {
	if sameTokens(old.tokens, new.tokens) {
		return pair{common: old.weight, likeness: wholly}
	}
	if !c.spend(len(old.tokens) + len(new.tokens)) {
		return pair{}
	}
	common := c.common(old.tokens, new.tokens)
	p := pair{common: common, likeness: min(2*wholly*common/max(1, old.weight+new.weight), wholly-1)}
	if p.likeness < alike && common >= leastContained && wholly*common >= contained*min(old.weight, new.weight) {
		p.likeness = alike
	}
	return p
}

// common returns the weight of the words that two runs of tokens share, in any
// order.
func (c *comparer) common(old, new []token) int {
	c.scratch.grow(len(c.weights))
	have := c.scratch.have
	for _, t := range old {
		have[t.id]++
	}
	sum := 0
	for _, t := range new {
		if have[t.id] > 0 {
			have[t.id]--
			sum += int(c.weights[t.id])
		}
	}
	for _, t := range old {
		have[t.id] = 0
	}
	return sum
}

func sameTokens(a, b []token) bool {
	return slices.EqualFunc(a, b, func(a, b token) bool { return a.id == b.id })
}

// chain picks the heaviest pairs that are in the same order in both lists.
func chain(pairs []pair, news int) []pair {
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.old, b.old), cmp.Compare(b.new, a.new)) })
	total, before := make([]int, len(pairs)), make([]int, len(pairs))
	best := make(fenwick, news+1)
	end := nothing
	for i, p := range pairs {
		total[i], before[i] = p.common*p.likeness, nothing
		if k := best.below(p.new, total); k >= 0 {
			total[i] += total[k]
			before[i] = k
		}
		best.put(p.new, i, total)
		if end < 0 || total[i] > total[end] {
			end = i
		}
	}
	var picked []pair
	for i := end; i >= 0; i = before[i] {
		picked = append(picked, pairs[i])
	}
	slices.Reverse(picked)
	return picked
}

// fenwick finds the heaviest chain that ends before a new sentence. It holds
// indexes of pairs, one up.
type fenwick []int

func (f fenwick) put(at, pair int, total []int) {
	for i := at + 1; i < len(f); i += i & -i {
		if f[i] == 0 || total[pair] > total[f[i]-1] {
			f[i] = pair + 1
		}
	}
}

// below returns the pair that ends the heaviest chain over sentences before at,
// or nothing.
func (f fenwick) below(at int, total []int) int {
	found := nothing
	for i := at; i > 0; i -= i & -i {
		if k := f[i] - 1; k >= 0 && (found < 0 || total[k] > total[found]) {
			found = k
		}
	}
	return found
}
