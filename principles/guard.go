package principles

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// wordBits is a set of words, coarsely: words are told apart by six bits of their
// number only. A test may be wrong when it says yes, never when it says no.
type wordBits uint64

const anyWord = ^wordBits(0)

func bitOf(id uint32) wordBits { return 1 << (id & 63) }

// otherBitOf tells words apart by six other bits, so that two tests of the same
// words are seldom wrong together.
func otherBitOf(id uint32) wordBits { return 1 << (id * 0x9E3779B1 >> 26) }

// place is where the guard of a pattern looks, from its anchor. Two cheap looks
// at the words around fail nearly all vain tries.
type place uint8

const (
	itself   place = iota // the pattern has no other word to look for
	next                  // one word on
	second                // two words on
	soon                  // behind a gap
	later                 // behind a word and a gap
	previous              // the same the other way
	third
	earlier
	before
	otherSoon // the places behind gaps again, by the other bits
	otherLater
	otherEarlier
	otherBefore
	places = 16 // room for all, as a power of two
)

// sides are the places on both sides of an anchor: the nearest token, the next to
// it, each behind nothing or a gap.
var sides = [2]struct {
	way  int
	at   [2]place
	gaps [2]place
}{
	{+1, [2]place{next, second}, [2]place{soon, later}},
	{-1, [2]place{previous, third}, [2]place{earlier, before}},
}

// others are the places that look at the same words by the other bits.
var others = map[place]place{soon: otherSoon, later: otherLater, earlier: otherEarlier, before: otherBefore}

// margin is how far a guard looks.
const margin = maxGap + 2

// around returns the words at each place of word i.
func (w *walker) around(i int) (at [places]wordBits) {
	near := (*[2*margin + 1]spot)(w.words[i-margin:])
	behind := near[margin+2].bits | near[margin+3].bits | near[margin+4].bits | near[margin+5].bits
	ahead := near[margin-2].bits | near[margin-3].bits | near[margin-4].bits | near[margin-5].bits
	at[itself] = anyWord
	at[next], at[second], at[soon], at[later] = near[margin+1].bits, near[margin+2].bits, near[margin+1].bits|behind, behind|near[margin+6].bits
	at[previous], at[third], at[earlier], at[before] = near[margin-1].bits, near[margin-2].bits, near[margin-1].bits|ahead, ahead|near[margin-6].bits
	behind = near[margin+2].other | near[margin+3].other | near[margin+4].other | near[margin+5].other
	ahead = near[margin-2].other | near[margin-3].other | near[margin-4].other | near[margin-5].other
	at[otherSoon], at[otherLater] = near[margin+1].other|behind, behind|near[margin+6].other
	at[otherEarlier], at[otherBefore] = near[margin-1].other|ahead, ahead|near[margin-6].other
	return at
}

// option is a guard that a pattern may have.
type option struct {
	words wordBits
	place place
}

// passes estimates in how many of 64 tries a guard says yes.
func (o option) passes() int {
	n := bits.OnesCount64(uint64(o.words))
	if o.place == soon || o.place == later || o.place == earlier || o.place == before || o.place >= otherSoon {
		n *= maxGap + 1
	}
	return min(n, 64)
}

// guards returns the two best guards of a pattern.
func guards(tokens []token, anchor int, begun beginnings) (sets [2]wordBits, at [2]place) {
	options := []option{{anyWord, itself}, {anyWord, itself}}
	for _, side := range sides {
		options = append(options, look(tokens, anchor, side.way, side.at, side.gaps, begun)...)
	}
	slices.SortStableFunc(options, func(a, b option) int { return cmp.Compare(a.passes(), b.passes()) })
	for i := range sets {
		sets[i], at[i] = options[i].words, options[i].place
	}
	return sets, at
}

// look returns the guards of one side of an anchor: of the two nearest tokens, up
// to a second gap.
func look(tokens []token, anchor, way int, at, gaps [2]place, begun beginnings) (options []option) {
	gapped := false
	for i, seen := anchor+way, 0; i >= 0 && i < len(tokens) && seen < len(at); i += way {
		if tokens[i].Kind == gap {
			if gapped {
				break
			}
			gapped, at = true, gaps
			continue
		}
		if tokens[i].Kind == words {
			options = append(options, option{begun.words(&tokens[i], bitOf), at[seen]})
			if other, gapped := others[at[seen]]; gapped {
				options = append(options, option{begun.words(&tokens[i], otherBitOf), other})
			}
		}
		seen++
	}
	return options
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

// ids returns the words of the vocabulary that a token matches.
func (b beginnings) ids(t *token) []uint32 {
	ids := slices.Clone(t.Exact)
	for _, text := range t.Prefixes {
		for _, n := range b.by(text) {
			ids = append(ids, n.id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// words returns the words that a token matches, coarsely. One that is not in the
// vocabulary has the number 0.
func (b beginnings) words(t *token, bit func(id uint32) wordBits) (set wordBits) {
	for _, id := range b.ids(t) {
		set |= bit(id)
	}
	if len(t.Prefixes) > 0 {
		set |= bit(0)
	}
	return set
}
