package principles

import (
	"cmp"
	"slices"
	"strings"

	"starbank/star/prose"
)

// pattern is a compiled cue.
type pattern struct {
	Principle, Element int
	Cue                Cue
	Tokens             []token
	Before, Behind     int  // how many words may stand between the first token and the anchor, at least and at most
	Negative, Modal    bool // the cue itself denies or supposes something
}

// index holds the compiled cues of a set and under which words each is to be
// tried. It is plain data: that of the built-in set is generated.
type index struct {
	Words    []string  // the vocabulary; the number of a word is its place, counted from 1
	Patterns []pattern // of all principles
	ByWord   [][]int32 // by number of a word: the patterns whose anchor it may be
	Stems    []stem    // sorted: beginnings of words outside the vocabulary, with the patterns whose anchor they may be
	ByFigure []int32   // the patterns whose anchor is a figure
	Guards   []guard   // of each pattern
}

type stem struct {
	Text     string
	Patterns []int32
}

// matcher finds all cues of a set in one pass over the words of a text.
type matcher struct {
	*index
	vocabulary *prose.Dictionary
	initials   *prose.Dictionary // by three first letters: one more than the place in Stems where they begin
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

// builder compiles cues.
type builder struct {
	index
	anchors []int // of each pattern: the token
	numbers map[string]uint32
	stems   map[string][]int32
}

func newIndex(list []Principle) *index {
	b := builder{numbers: map[string]uint32{}, stems: map[string][]int32{}}
	b.ByWord = make([][]int32, 1)
	for i := range list {
		p := &list[i]
		for e := range p.Elements {
			for _, cue := range p.Elements[e].Cues {
				b.add(i, e, cue)
			}
		}
		for _, text := range p.AntiCues {
			b.add(i, Anti, Cue{text, 2})
		}
	}
	for text, patterns := range b.stems {
		b.Stems = append(b.Stems, stem{text, patterns})
	}
	slices.SortFunc(b.Stems, func(a, b stem) int { return cmp.Compare(a.Text, b.Text) })
	b.finish()
	return &b.index
}

// finish does what wants the whole vocabulary.
func (b *builder) finish() {
	begun := newBeginnings(b.Words)
	for _, stem := range b.Stems {
		for _, n := range begun.by(stem.Text) {
			b.ByWord[n.id] = append(b.ByWord[n.id], stem.Patterns...)
		}
	}
	for id, patterns := range b.ByWord {
		slices.Sort(patterns)
		b.ByWord[id] = slices.Compact(patterns)
	}
	b.Guards = guards(b.Patterns, b.anchors, begun)
}

func (b *builder) number(word string) uint32 {
	id := b.numbers[word]
	if id == 0 {
		b.Words = append(b.Words, word)
		b.ByWord = append(b.ByWord, nil)
		id = uint32(len(b.Words))
		b.numbers[word] = id
	}
	return id
}

func (b *builder) add(principle, element int, cue Cue) {
	for _, text := range spellings(cue.Pattern) {
		p := pattern{Principle: principle, Element: element, Cue: cue, Tokens: compile(text, b.number),
			Negative: holds(text, denies), Modal: holds(text, supposes)}
		at := anchor(text)
		b.anchors = append(b.anchors, at)
		for _, t := range p.Tokens[:at] {
			if t.Kind == gap {
				p.Behind += maxGap
				continue
			}
			p.Before, p.Behind = p.Before+1, p.Behind+1
		}
		b.Patterns = append(b.Patterns, p)
		b.file(p.Tokens[at], int32(len(b.Patterns)-1))
	}
}

// file notes under which words a pattern is to be tried.
func (b *builder) file(anchor token, pattern int32) {
	if anchor.Kind != words {
		b.ByFigure = append(b.ByFigure, pattern)
	}
	for _, id := range anchor.Exact {
		b.ByWord[id] = append(b.ByWord[id], pattern)
	}
	for _, text := range anchor.Prefixes {
		b.stems[text] = append(b.stems[text], pattern)
	}
}

// holds reports whether a word of a cue is of a kind.
func holds(pattern string, is func(word string) bool) bool {
	for field := range strings.FieldsSeq(pattern) {
		for word := range strings.SplitSeq(field, "/") {
			if is(word) {
				return true
			}
		}
	}
	return false
}

// match is a cue found in a text.
type match struct {
	*pattern
	number      int32 // of the pattern
	first, last int   // words [first, last)
}

// find returns the cues that a text holds, in the order of their first words.
func (m *matcher) find(t *prose.Text) []match {
	w := walker{matcher: m, text: t, ids: make([]uint32, len(t.Words)), near: newNeighbours(len(t.Words)), found: make([]match, 0, 8+len(t.Words)/4)}
	for i := range t.Words {
		w.ids[i] = m.vocabulary.Of(&t.Words[i])
		w.near.set(i, w.ids[i])
	}
	for i, id := range w.ids {
		if id != 0 {
			w.tryAll(m.ByWord[id], i)
		} else if word := t.Words[i].Text; len(word) >= minPrefix {
			w.tryStems(word, i)
		}
	}
	for i := range t.Numbers {
		w.tryAll(m.ByFigure, t.Numbers[i].First)
	}
	slices.SortFunc(w.found, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.number, b.number))
	})
	return slices.Compact(w.found)
}

// walker follows the tokens of patterns through one text.
type walker struct {
	*matcher
	text  *prose.Text
	ids   []uint32 // of the words of the text, in the vocabulary
	near  neighbours
	found []match
}

func (w *walker) tryAll(patterns []int32, i int) {
	around := w.near.around(i)
	for _, number := range patterns {
		if w.Guards[number].allows(&around) {
			w.try(number, i)
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
			w.tryAll(stem.Patterns, i)
		}
	}
}

// try follows a pattern from each word that it may begin at when its anchor
// stands at word i.
func (w *walker) try(number int32, i int) {
	p := &w.Patterns[number]
	for first := i - p.Before; first >= max(0, i-p.Behind); first-- {
		if w.text.Words[first].Sentence != w.text.Words[i].Sentence {
			return
		}
		if last := w.follow(p.Tokens, first); last > i {
			w.found = append(w.found, match{p, number, first, last})
			return
		}
	}
}

// follow returns the index behind the last word of the tokens when they match
// from word i on within its sentence, else 0.
func (w *walker) follow(tokens []token, i int) int {
	sentence := w.text.Words[i].Sentence
	for k := range tokens {
		if tokens[k].Kind == gap {
			for skip := 0; skip <= maxGap && w.in(i+skip, sentence); skip++ {
				if last := w.follow(tokens[k+1:], i+skip); last > 0 {
					return last
				}
			}
			return 0
		}
		if !w.in(i, sentence) || !w.matches(&tokens[k], i) {
			return 0
		}
		i++
	}
	return i
}

// in reports whether a word exists, belongs to a sentence and is not quoted.
func (w *walker) in(i, sentence int) bool {
	return i < len(w.text.Words) && w.text.Words[i].Sentence == sentence && !w.text.Words[i].Quoted
}

func (w *walker) matches(t *token, i int) bool {
	if t.Kind != words && w.figure(t.Kind, i) {
		return true
	}
	for _, id := range t.Exact {
		if w.ids[i] == id {
			return true
		}
	}
	for _, stem := range t.Prefixes {
		if strings.HasPrefix(w.text.Words[i].Text, stem) {
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
