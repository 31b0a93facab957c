package prose

import "strings"

// Phrases finds fixed sequences of words in one pass. It is built once and may
// be used by several goroutines.
type Phrases struct {
	vocabulary Dictionary
	prefixes   [256][]prefix // of patterns such as "delay*", by first letter
	initials   pairs
	edges      map[uint64]uint32
	final      []int32 // per node: the pattern that ends there, or -1
}

type prefix struct {
	text string
	id   uint32
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
	p := &Phrases{edges: map[uint64]uint32{}, final: []int32{-1}}
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
	node := uint32(0)
	for word := range strings.FieldsSeq(pattern) {
		if node == 0 {
			p.initials.allow(word)
		}
		key := uint64(node)<<32 | uint64(p.id(word))
		next, ok := p.edges[key]
		if !ok {
			next = uint32(len(p.final))
			p.final = append(p.final, -1)
			p.edges[key] = next
		}
		node = next
	}
	if p.final[node] < 0 {
		p.final[node] = int32(index)
	}
}

// pair numbers the first two letters of a word.
func pair(word string) uint16 {
	n := uint16(word[0]) << 8
	if len(word) > 1 {
		n |= uint16(word[1])
	}
	return n
}

// pairs is a set of pairs of first letters: what a word must begin with to be
// worth a look-up.
type pairs [1 << 11]uint32

func (p *pairs) allow(word string) {
	n := pair(word)
	p[n>>5] |= 1 << (n & 31)
}

func (p *pairs) allows(word string) bool {
	n := pair(word)
	return p[n>>5]&(1<<(n&31)) != 0
}

func (p *Phrases) id(word string) uint32 {
	if id := p.vocabulary.Get(word); id != 0 {
		return id
	}
	id := uint32(p.vocabulary.Len() + 1)
	p.vocabulary.Put(word, id)
	if stem, ok := strings.CutSuffix(word, "*"); ok {
		p.prefixes[stem[0]] = append(p.prefixes[stem[0]], prefix{stem, id})
	}
	return id
}

// Find returns the longest match at each place from left to right. Matches do
// not overlap, do not cross sentences and hold no quoted words.
func (p *Phrases) Find(t *Text) []Match {
	var found []Match
	for i := 0; i < len(t.Words); i++ {
		if m, ok := p.MatchAt(t, i); ok {
			found = append(found, m)
			i = m.Last - 1
		}
	}
	return found
}

// Has reports whether Find would return a match.
func (p *Phrases) Has(t *Text) bool {
	for i := range t.Words {
		if p.At(t, i) {
			return true
		}
	}
	return false
}

// At reports whether a match begins at a word.
func (p *Phrases) At(t *Text, word int) bool {
	_, ok := p.MatchAt(t, word)
	return ok
}

// MatchAt returns the longest match that begins at a word.
func (p *Phrases) MatchAt(t *Text, word int) (Match, bool) {
	if word >= len(t.Words) || t.Words[word].Text == "" || !p.initials.allows(t.Words[word].Text) {
		return Match{}, false
	}
	last, pattern := p.longest(t, word, word, 0)
	if pattern < 0 {
		return Match{}, false
	}
	return Match{Range: Range{t.Words[word].Start, t.Words[last-1].End}, Pattern: int(pattern),
		First: word, Last: last, Sentence: t.Words[word].Sentence}, true
}

// longest follows the words from i on, by their own edge and by each prefix.
func (p *Phrases) longest(t *Text, first, i int, node uint32) (last int, pattern int32) {
	last, pattern = i, p.final[node]
	if i >= len(t.Words) || t.Words[i].Quoted || t.Words[i].Sentence != t.Words[first].Sentence {
		return last, pattern
	}
	try := func(id uint32) {
		if next, ok := p.edges[uint64(node)<<32|uint64(id)]; ok {
			if l, found := p.longest(t, first, i+1, next); found >= 0 && (pattern < 0 || l > last) {
				last, pattern = l, found
			}
		}
	}
	word := t.Words[i].Text
	if id := p.vocabulary.Of(&t.Words[i]); id != 0 {
		try(id)
	}
	if word == "" {
		return last, pattern
	}
	for _, prefix := range p.prefixes[word[0]] {
		if strings.HasPrefix(word, prefix.text) {
			try(prefix.id)
		}
	}
	return last, pattern
}
