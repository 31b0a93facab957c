package principles

import (
	"slices"
	"strings"
	"sync"

	"starbank/star/prose"
)

// matcher finds all cues of a set in one pass over the words of a text.
type matcher struct {
	*index
	walkers sync.Pool
}

func newMatcher(x *index) *matcher {
	m := &matcher{index: x}
	m.walkers.New = func() any { return &walker{matcher: m} }
	return m
}

// matcher returns the compiled cues of the set, which are built on first use.
func (s *Set) matcher() *matcher {
	s.matching.Do(func() {
		x := s.compiled
		if x == nil {
			x = newIndex(s.Principles)
		}
		s.cues = newMatcher(x)
	})
	return s.cues
}

// match is a pattern found in a text: the first word, how many, and the number
// of the pattern in one number, which sorts in the order of the text.
type match uint64

func newMatch(first, last int, pattern uint32) match {
	return match(first)<<40 | match(last-first)<<24 | match(pattern)
}

func (m match) first() int { return int(m >> 40) }

// last returns the index behind the last word.
func (m match) last() int { return m.first() + int(m>>24&0xffff) }

func (m match) pattern() uint32 { return uint32(m & 0xffffff) }

// walker follows the tokens of patterns through one text. It counts the words of
// the text from margin on.
type walker struct {
	*matcher
	text  *prose.Text
	words []spot // between margins of zeros as wide as a guard looks
	found []match
}

// spot is what a walker knows of a word of a text.
type spot struct {
	bits   wordBits
	other  wordBits
	id     uint32 // in the vocabulary, or 0
	line   uint32 // one more than the sentence, 0 in quotations and margins
	figure uint32 // one more than the number of the text that begins here, or 0
}

// walk returns a walker that knows the words of a text. It is to be given to
// release.
func (m *matcher) walk(t *prose.Text) *walker {
	w := m.walkers.Get().(*walker)
	size := len(t.Words) + 2*margin
	slots := prose.Slots(m.Slots)
	w.text, w.words, w.found = t, slices.Grow(w.words[:0], size)[:size], w.found[:0]
	clear(w.words[:margin])
	clear(w.words[size-margin:])
	for i, spots := 0, w.words[margin:]; i < len(t.Words); i++ {
		word := &t.Words[i]
		id, line := slots.Of(word, m.Words), uint32(word.Sentence+1)
		if word.Quoted {
			line = 0
		}
		spots[i] = spot{bits: bitOf(id), other: otherBitOf(id), id: id, line: line}
	}
	for i := range t.Numbers {
		w.words[t.Numbers[i].First+margin].figure = uint32(i + 1)
	}
	return w
}

// release hands the memory of a walker on; what it found may not be used any
// more.
func (w *walker) release() {
	w.text = nil
	w.walkers.Put(w)
}

// word returns the number of word i of the text in the vocabulary, or 0.
func (w *walker) word(i int) uint32 { return w.words[i+margin].id }

// find returns the cues that the text holds, in the order of their first words.
func (w *walker) find() []match {
	for i := margin; i < len(w.words)-margin; i++ {
		if id := w.words[i].id; id != 0 {
			w.tryAll(w.Tries[w.Starts[id]:w.Starts[id+1]], i, i)
		} else if word := w.text.Words[i-margin].Text; len(word) >= minPrefix {
			w.tryStems(word, i)
		}
	}
	for i := range w.text.Numbers {
		w.tryAll(w.Tries[:w.Starts[1]], w.text.Numbers[i].First+margin, nowhere)
	}
	slices.Sort(w.found)
	w.found = slices.Compact(w.found)
	return w.found
}

// nowhere is no word of a text.
const nowhere = -1

// tryAll tries patterns whose anchor may stand at word i. Known is i where it is
// known to match, else nowhere.
func (w *walker) tryAll(tries []try, i, known int) {
	if len(tries) == 0 || w.words[i].line == 0 {
		return
	}
	around := w.around(i)
	for k := range tries {
		if t := &tries[k]; t.Guards[0]&around[t.Places[0]%places] != 0 && t.Guards[1]&around[t.Places[1]%places] != 0 {
			w.try(t.Pattern, i, known)
		}
	}
}

// tryStems tries the patterns whose anchor begins as a word does.
func (w *walker) tryStems(word string, i int) {
	at, _ := slices.BinarySearchFunc(w.Stems, word[:minPrefix], func(s stem, text string) int { return strings.Compare(s.Text, text) })
	for _, stem := range w.Stems[at:] {
		if stem.Text > word {
			return
		}
		if strings.HasPrefix(word, stem.Text) {
			w.tryAll(w.Tries[stem.From:stem.To], i, i)
		}
	}
}

// try follows a pattern from each word that it may begin at when its anchor
// stands at word i.
func (w *walker) try(number uint32, i, known int) {
	p := &w.Patterns[number]
	if p.Tokens == 1 && known == i {
		w.found = append(w.found, newMatch(i-margin, i+1-margin, number))
		return
	}
	if p.Before != p.Behind {
		known = nowhere // another word may be the anchor too
	}
	code, line := w.Code[p.Code:][:p.Tokens], w.words[i].line
	for first, farthest := i-int(p.Before), max(margin, i-int(p.Behind)); first >= farthest && w.words[first].line == line; first-- {
		if last := w.follow(code, first, line, known); last > i {
			w.found = append(w.found, newMatch(first-margin, last-margin, number))
			return
		}
	}
}

// follow returns the index behind the last word when tokens match from word i on
// within a sentence, else 0. The token at the known word needs no look.
func (w *walker) follow(code []uint32, i int, line uint32, known int) int {
	for n, number := range code {
		token := &w.Tokens[number]
		if token.Kind == gap {
			return w.leap(code[n+1:], i, line)
		}
		if at := &w.words[i]; at.line != line || i != known && !w.matches(token, at, i) {
			return 0
		}
		i++
	}
	return i
}

// leap is follow behind a gap.
func (w *walker) leap(code []uint32, i int, line uint32) int {
	token := &w.Tokens[code[0]]
	for skip := i; skip <= i+maxGap && w.words[skip].line == line; skip++ {
		if !token.mayBe(&w.words[skip]) {
			continue
		}
		if last := w.follow(code, skip, line, nowhere); last > 0 {
			return last
		}
	}
	return 0
}

// mayBe reports whether a word may be one that a token asks for, or the first
// behind another gap.
func (t *encoded) mayBe(at *spot) bool { return at.bits&t.Words != 0 || t.Kind != words }

// matches reports whether word i is one that a token asks for.
func (w *walker) matches(t *encoded, at *spot, i int) bool {
	if t.Kind != words && at.figure != 0 && w.figure(t.Kind, at) {
		return true
	}
	if at.bits&t.Words == 0 {
		return false
	}
	if at.id != 0 {
		return slices.Contains(w.Ids[t.Ids:t.IdsEnd], at.id)
	}
	for _, prefix := range w.Stubs[t.Stubs:t.StubsEnd] {
		if strings.HasPrefix(w.text.Words[i-margin].Text, w.Prefixes[prefix]) {
			return true
		}
	}
	return false
}

// figure reports whether the figure that begins at a word is of the kind a token
// asks for.
func (w *walker) figure(kind tokenKind, at *spot) bool {
	switch n := &w.text.Numbers[at.figure-1]; kind {
	case percent:
		return n.Kind == prose.Percent
	case money:
		return n.Kind == prose.Money
	default:
		return n.Metric()
	}
}
