package principles

import (
	"math/bits"
	"slices"
	"strings"
)

// guard is a cheap test that nearly all vain tries of a pattern fail: may the
// token next to its anchor be among the words that stand there? Words are told
// apart by the last six bits of their number only, so it may be wrong when it
// says yes, never when it says no.
type guard struct {
	Words wordBits
	Place place
}

// wordBits is a set of words, coarsely.
type wordBits uint64

const anyWord = ^wordBits(0)

func bitOf(id uint32) wordBits { return 1 << (id & 63) }

// place is where a guard looks, from the anchor.
type place uint8

const (
	itself place = iota // the pattern has no other word to look for
	next
	previous
	soon    // behind a gap
	earlier // before a gap
	places
)

func (g guard) allows(around *[places]wordBits) bool { return g.Words&around[g.Place] != 0 }

// neighbours are the words of a text, between margins as wide as a guard looks.
type neighbours []wordBits

const margin = maxGap + 1

func newNeighbours(words int) neighbours { return make(neighbours, words+2*margin) }

func (n neighbours) set(i int, id uint32) { n[i+margin] = bitOf(id) }

// around returns the words at each place of word i.
func (n neighbours) around(i int) [places]wordBits {
	w := n[i : i+2*margin+1 : i+2*margin+1]
	return [places]wordBits{itself: w[margin], next: w[margin+1], previous: w[margin-1],
		soon:    w[margin+1] | w[margin+2] | w[margin+3] | w[margin+4] | w[margin+5],
		earlier: w[margin-1] | w[margin-2] | w[margin-3] | w[margin-4] | w[margin-5]}
}

// guards returns the guard of each pattern, whose anchor is the token given.
func guards(patterns []pattern, anchors []int, begun beginnings) []guard {
	all := make([]guard, len(patterns))
	for i := range patterns {
		behind := guardOf(patterns[i].Tokens, anchors[i], +1, begun)
		before := guardOf(patterns[i].Tokens, anchors[i], -1, begun)
		all[i] = behind
		if before.passes() < behind.passes() {
			all[i] = before
		}
	}
	return all
}

// guardOf returns the guard of a pattern that looks one way from its anchor.
func guardOf(tokens []token, anchor, way int, begun beginnings) guard {
	at, near, far := anchor+way, next, soon
	if way < 0 {
		near, far = previous, earlier
	}
	if within(tokens, at) && tokens[at].Kind == gap {
		at, near = at+way, far
	}
	if !within(tokens, at) || tokens[at].Kind != words {
		return guard{anyWord, itself}
	}
	return guard{begun.words(&tokens[at]), near}
}

func within(tokens []token, at int) bool { return at >= 0 && at < len(tokens) }

// passes estimates in how many of 64 tries a guard says yes.
func (g guard) passes() int {
	n := bits.OnesCount64(uint64(g.Words))
	if g.Place == soon || g.Place == earlier {
		n *= margin
	}
	return min(n, 64)
}

// beginnings looks the words of a vocabulary up by how they begin.
type beginnings []numbered // by text

type numbered struct {
	text string
	id   uint32
}

func newBeginnings(vocabulary []string) beginnings {
	sorted := make(beginnings, len(vocabulary))
	for i, word := range vocabulary {
		sorted[i] = numbered{word, uint32(i + 1)}
	}
	slices.SortFunc(sorted, func(a, b numbered) int { return strings.Compare(a.text, b.text) })
	return sorted
}

// by returns the words that begin so.
func (b beginnings) by(text string) []numbered {
	from, _ := slices.BinarySearchFunc(b, text, func(n numbered, text string) int { return strings.Compare(n.text, text) })
	to := from
	for to < len(b) && strings.HasPrefix(b[to].text, text) {
		to++
	}
	return b[from:to]
}

// words returns the words that a token matches. One that is not in the
// vocabulary has the number 0.
func (b beginnings) words(t *token) (set wordBits) {
	for _, id := range t.Exact {
		set |= bitOf(id)
	}
	for _, text := range t.Prefixes {
		set |= bitOf(0)
		for _, n := range b.by(text) {
			set |= bitOf(n.id)
		}
	}
	return set
}
