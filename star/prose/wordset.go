package prose

import (
	"strings"
	"sync"
)

// WordSet is a set of words that costs nothing before it is first asked. It may be
// asked by several goroutines.
type WordSet struct {
	list  string
	once  sync.Once
	some  uint64 // which of 64 kinds of words are in the set
	known Dictionary
}

// NewWordSet returns the set of some lower-case words, separated by blanks.
func NewWordSet(list string) *WordSet { return &WordSet{list: list} }

// Has reports whether a word of a text is in the set.
func (s *WordSet) Has(word *Word) bool { return s.has(word.Text, word.hash) }

// Holds reports whether a word in lower case is in the set.
func (s *WordSet) Holds(word string) bool { return s.has(word, hash(word)) }

func (s *WordSet) has(word string, hash uint32) bool {
	s.once.Do(s.read)
	return s.some&someOf(hash) != 0 && s.known.get(word, hash) != 0
}

func someOf(hash uint32) uint64 { return 1 << (hash >> initialBits & 63) }

func (s *WordSet) read() {
	s.known = *NewDictionary(strings.Count(s.list, " ") + 1)
	for word := range strings.FieldsSeq(s.list) {
		s.some |= someOf(hash(word))
		s.known.Put(word, 1)
	}
}
