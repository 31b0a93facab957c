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
	known Dictionary
}

// NewWordSet returns the set of some lower-case words, separated by blanks.
func NewWordSet(list string) *WordSet { return &WordSet{list: list} }

// Has reports whether a word of a text is in the set.
func (s *WordSet) Has(word *Word) bool { return s.words().Of(word) != 0 }

// Holds reports whether a word in lower case is in the set.
func (s *WordSet) Holds(word string) bool { return s.words().Get(word) != 0 }

func (s *WordSet) words() *Dictionary {
	s.once.Do(s.read)
	return &s.known
}

func (s *WordSet) read() {
	s.known = *NewDictionary(strings.Count(s.list, " ") + 1)
	for word := range strings.FieldsSeq(s.list) {
		s.known.Put(word, 1)
	}
}
