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
	vocabulary *prose.Dictionary
	initials   *prose.Dictionary // by three first letters: one more than the place in Stems where they begin
	walkers    sync.Pool
}

func newMatcher(x *index) *matcher {
	m := &matcher{index: x, vocabulary: prose.NewDictionary(len(x.Words)), initials: prose.NewDictionary(len(x.Stems))}
	for i, word := range x.Words {
		m.vocabulary.Put(word, uint32(i+1))
	}
	last := ""
	for i, stem := range x.Stems {
		if key := stem.Text[:minPrefix]; key != last {
			m.initials.Put(key, uint32(i+1))
			last = key
		}
	}
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

// walker follows the tokens of patterns through one text.
type walker struct {
	*matcher
	text  *prose.Text
	ids   []uint32 // of the words of the text, in the vocabulary
	lines []uint32 // of the words of the text: one more than the sentence, 0 in quotations
	near  neighbours
	found []match
}

// walk returns a walker that knows the words of a text. It is to be given to
// release.
func (m *matcher) walk(t *prose.Text) *walker {
	w := m.walkers.Get().(*walker)
	w.text, w.ids, w.found = t, slices.Grow(w.ids[:0], len(t.Words))[:len(t.Words)], w.found[:0]
	w.lines, w.near = slices.Grow(w.lines[:0], len(t.Words))[:len(t.Words)], w.near.of(len(t.Words))
	for i := range t.Words {
		word := &t.Words[i]
		w.ids[i], w.lines[i] = m.vocabulary.Of(word), uint32(word.Sentence+1)
		if word.Quoted {
			w.lines[i] = 0
		}
		w.near.set(i, w.ids[i])
	}
	return w
}

// release hands the memory of a walker on; what it found may not be used any
// more.
func (w *walker) release() {
	w.text = nil
	w.walkers.Put(w)
}

// find returns the cues that the text holds, in the order of their first words.
func (w *walker) find() []match {
	for i, id := range w.ids {
		if id != 0 {
			w.tryAll(w.Tries[w.Starts[id]:w.Starts[id+1]], i)
		} else if word := w.text.Words[i].Text; len(word) >= minPrefix {
			w.tryStems(word, i)
		}
	}
	for i := range w.text.Numbers {
		w.tryAll(w.Tries[:w.Starts[1]], w.text.Numbers[i].First)
	}
	slices.Sort(w.found)
	w.found = slices.Compact(w.found)
	return w.found
}

func (w *walker) tryAll(tries []try, i int) {
	if len(tries) == 0 {
		return
	}
	around := w.near.around(i)
	for k := range tries {
		if t := &tries[k]; t.Guards[0]&around[t.Places[0]] != 0 && t.Guards[1]&around[t.Places[1]] != 0 {
			w.try(t.Pattern, i)
		}
	}
}

// tryStems tries the patterns whose anchor begins as a word does.
func (w *walker) tryStems(word string, i int) {
	at := int(w.initials.Get(word[:minPrefix]))
	if at == 0 {
		return
	}
	for _, stem := range w.Stems[at-1:] {
		if stem.Text > word {
			return
		}
		if strings.HasPrefix(word, stem.Text) {
			w.tryAll(w.Tries[stem.From:stem.To], i)
		}
	}
}

// try follows a pattern from each word that it may begin at when its anchor
// stands at word i.
func (w *walker) try(number uint32, i int) {
	line := w.lines[i]
	if line == 0 {
		return
	}
	p := &w.Patterns[number]
	for first := i - int(p.Before); first >= max(0, i-int(p.Behind)) && w.lines[first] == line; first-- {
		if last := w.follow(p.Code, int(p.Tokens), first, line); last > i {
			w.found = append(w.found, newMatch(first, last, number))
			return
		}
	}
}

// follow returns the index behind the last word of n tokens when they match from
// word i on within a sentence, else 0.
func (w *walker) follow(code uint32, n, i int, line uint32) int {
	for ; n > 0; n-- {
		kind, ids, prefixes := unpack(w.Code[code])
		next := code + headSize + ids + prefixes
		if kind == gap {
			for skip := i; skip <= i+maxGap && skip < len(w.lines) && w.lines[skip] == line; skip++ {
				if last := w.follow(next, n-1, skip, line); last > 0 {
					return last
				}
			}
			return 0
		}
		if i >= len(w.lines) || w.lines[i] != line || !w.matches(code, ids, next, i) && (kind == words || !w.figure(kind, i)) {
			return 0
		}
		i, code = i+1, next
	}
	return i
}

// matches reports whether a word is one that a token asks for; code and next are
// where it begins and ends, ids is how many words of the vocabulary it names.
func (w *walker) matches(code, ids, next uint32, i int) bool {
	if bits := wordBits(w.Code[code+1]) | wordBits(w.Code[code+2])<<32; !w.near.among(i, bits) {
		return false
	}
	code += headSize
	if id := w.ids[i]; id != 0 {
		return slices.Contains(w.Code[code:code+ids], id)
	}
	for _, prefix := range w.Code[code+ids : next] {
		if strings.HasPrefix(w.text.Words[i].Text, w.Prefixes[prefix]) {
			return true
		}
	}
	return false
}

// figure reports whether a word is a figure of the kind a token asks for.
func (w *walker) figure(kind tokenKind, i int) bool {
	numbers := w.text.Numbers
	at, is := slices.BinarySearchFunc(numbers, i, func(n prose.Number, i int) int { return n.First - i })
	if !is {
		return false
	}
	switch n := &numbers[at]; kind {
	case percent:
		return n.Kind == prose.Percent
	case money:
		return n.Kind == prose.Money
	default:
		return n.Metric()
	}
}
