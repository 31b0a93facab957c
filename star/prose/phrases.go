package prose

import (
	"iter"
	"slices"
	"strings"
)

// Phrases finds fixed sequences of words in one pass. It is built once and may
// be used by several goroutines.
//
// The phrases are a tree. The steps from all its nodes to the next, by a whole
// word, share one table; those by the beginning of a word are few and lie by the
// node. Of ten words nine begin no phrase, which a look at a filter tells.
type Phrases struct {
	steps    []step // a power of two, at most half of them taken
	taken    int
	nodes    []node     // the first is the root
	initials [32][]stem // those of the root, by first letter
	begins   filter     // of the words that lead on from the root
}

// step leads from a node to the next by a word.
type step struct {
	word string
	hash uint32 // of the word
	from uint32
	to   uint32 // 0 in a free place
}

// stem leads to a node by the beginning of a word.
type stem struct {
	text string
	to   uint32
}

type node struct {
	pattern int32 // that ends here, or -1
	inner   bool  // steps lead on
	stems   []stem
}

// Match is an occurrence of a pattern.
type Match struct {
	Range
	Pattern     int // the index of the pattern in NewPhrases
	First, Last int // words [First, Last)
	Sentence    int
}

// NewPhrases builds a finder of patterns: lower-case words, of which one may be
// a prefix ("delay*"). A hyphen also matches a blank or nothing.
func NewPhrases(patterns ...string) *Phrases {
	p := &Phrases{nodes: make([]node, 1, len(patterns)+1)}
	p.nodes[0].pattern = -1
	p.makeRoom(len(patterns))
	for i, pattern := range patterns {
		p.add(pattern, i)
		if strings.Contains(pattern, "-") {
			p.add(strings.ReplaceAll(pattern, "-", " "), i)
			p.add(strings.ReplaceAll(pattern, "-", ""), i)
		}
	}
	return p
}

func (p *Phrases) add(pattern string, index int) {
	at := uint32(0)
	for word := range strings.FieldsSeq(pattern) {
		if beginning, ok := strings.CutSuffix(word, "*"); ok {
			at = p.addStem(at, beginning)
		} else {
			at = p.addWord(at, word)
		}
	}
	if at != 0 && p.nodes[at].pattern < 0 {
		p.nodes[at].pattern = int32(index)
	}
}

func (p *Phrases) newNode() uint32 {
	p.nodes = append(p.nodes, node{pattern: -1})
	return uint32(len(p.nodes) - 1)
}

// addWord returns the node that a word leads to, a new one if need be.
func (p *Phrases) addWord(from uint32, word string) uint32 {
	h := hash(word)
	if to := p.step(from, word, h); to != 0 {
		return to
	}
	if from == 0 {
		p.begins.addWord(h)
	}
	p.nodes[from].inner = true
	s := step{word, h, from, p.newNode()}
	if 2*p.taken >= len(p.steps) {
		p.makeRoom(2 * p.taken)
	}
	p.put(s)
	return s.to
}

// addStem does what addWord does for the beginning of a word.
func (p *Phrases) addStem(from uint32, text string) uint32 {
	p.nodes[from].inner = true
	stems := &p.nodes[from].stems
	if from == 0 {
		p.begins.addStem(text)
		stems = &p.initials[text[0]&31]
	}
	for _, s := range *stems {
		if s.text == text {
			return s.to
		}
	}
	*stems = append(*stems, stem{text, uint32(len(p.nodes))})
	return p.newNode()
}

// makeRoom makes a table for n steps.
func (p *Phrases) makeRoom(n int) {
	size := 16
	for size < 2*n+2 {
		size *= 2
	}
	old := p.steps
	p.steps, p.taken = make([]step, size), 0
	for i := range old {
		if old[i].to != 0 {
			p.put(old[i])
		}
	}
}

func (p *Phrases) put(s step) {
	mask := len(p.steps) - 1
	i := place(s.from, s.hash) & mask
	for p.steps[i].to != 0 {
		i = (i + 1) & mask
	}
	p.steps[i] = s
	p.taken++
}

// place is where in the table to begin to look for a step.
func place(from, hash uint32) int { return int(hash>>initialBits ^ from*0x9e3779b1) }

// step returns the node that a word leads to from another, or 0.
func (p *Phrases) step(from uint32, word string, hash uint32) uint32 {
	mask := len(p.steps) - 1
	for i := place(from, hash) & mask; ; i = (i + 1) & mask {
		s := &p.steps[i]
		if s.to == 0 || s.hash == hash && s.from == from && s.word == word {
			return s.to
		}
	}
}

// Find returns the longest match at each place from left to right. Matches do
// not overlap, do not cross sentences and hold no quoted words.
func (p *Phrases) Find(t *Text) []Match { return slices.Collect(p.All(t)) }

// All yields what Find returns.
func (p *Phrases) All(t *Text) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for i := p.next(t, 0); i < len(t.Words); i = p.next(t, i) {
			r := p.longest(t, i)
			if r.pattern >= 0 && !yield(r.match(t, i)) {
				return
			}
			i = max(i+1, r.last)
		}
	}
}

// Has reports whether Find would return a match.
func (p *Phrases) Has(t *Text) bool {
	for i := p.next(t, 0); i < len(t.Words); i = p.next(t, i+1) {
		if p.longest(t, i).pattern >= 0 {
			return true
		}
	}
	return false
}

// next returns the first word from i on that a match may begin at, or the number
// of words.
func (p *Phrases) next(t *Text, i int) int {
	for i < len(t.Words) && !p.begins.may(&t.Words[i]) {
		i++
	}
	return i
}

// At reports whether a match begins at a word.
func (p *Phrases) At(t *Text, word int) bool {
	_, ok := p.MatchAt(t, word)
	return ok
}

// MatchAt returns the longest match that begins at a word.
func (p *Phrases) MatchAt(t *Text, word int) (Match, bool) {
	if word >= len(t.Words) || !p.begins.may(&t.Words[word]) {
		return Match{}, false
	}
	r := p.longest(t, word)
	if r.pattern < 0 {
		return Match{}, false
	}
	return r.match(t, word), true
}

// run is how far a match reaches, and its pattern, or -1.
type run struct {
	last    int
	pattern int32
}

// match returns a run that matches from a word on.
func (r run) match(t *Text, first int) Match {
	return Match{Range: Range{t.Words[first].Start, t.Words[r.last-1].End}, Pattern: int(r.pattern),
		First: first, Last: r.last, Sentence: t.Words[first].Sentence}
}

// longest returns the longest run from a word on.
func (p *Phrases) longest(t *Text, word int) run {
	none := run{word, -1}
	if t.Words[word].Quoted {
		return none
	}
	return p.onward(t, word, 0, none)
}

// onward returns the longest of best and the runs that lead on from a node by a
// word, as a whole or by its beginning.
func (p *Phrases) onward(t *Text, word int, at uint32, best run) run {
	w := &t.Words[word]
	if to := p.step(at, w.Text, w.hash); to != 0 {
		best = best.or(p.behind(t, word, to))
	}
	for _, s := range p.stems(at, w.Text) {
		if strings.HasPrefix(w.Text, s.text) {
			best = best.or(p.behind(t, word, s.to))
		}
	}
	return best
}

// behind returns the longest run that goes on behind a word, which led to a node.
func (p *Phrases) behind(t *Text, word int, at uint32) run {
	n, next := &p.nodes[at], word+1
	here := run{next, n.pattern}
	if !n.inner || next == len(t.Words) || t.Words[next].Quoted || t.Words[next].Sentence != t.Words[word].Sentence {
		return here
	}
	return p.onward(t, next, at, here)
}

// stems returns the beginnings of words that lead on from a node and might be
// that of a word.
func (p *Phrases) stems(at uint32, word string) []stem {
	if at == 0 && word != "" {
		return p.initials[word[0]&31]
	}
	return p.nodes[at].stems
}

// or returns the longer of two runs that match, of two alike r.
func (r run) or(other run) run {
	if other.pattern >= 0 && (r.pattern < 0 || other.last > r.last) {
		return other
	}
	return r
}

// filter is a set of words, coarsely: for each two initials, which of eight kinds
// of words begin so. A test may be wrong when it says yes, never when it says no.
type filter [1 << initialBits]uint8

func kindOf(hash uint32) uint8 { return 1 << (hash >> initialBits & 7) }

const anyKind = 0xff

func (f *filter) addWord(hash uint32) { f[hash&(1<<initialBits-1)] |= kindOf(hash) }

func (f *filter) addStem(text string) {
	first := initials(text)
	if len(text) > 1 {
		f[first] = anyKind
		return
	}
	for second := range uint32(32) {
		f[first|second] = anyKind
	}
}

func (f *filter) may(w *Word) bool { return f[w.hash&(1<<initialBits-1)]&kindOf(w.hash) != 0 }
