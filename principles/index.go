package principles

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"starbank/star/prose"
)

// index holds the compiled cues of a set and under which words each is to be
// tried. It is plain data without pointers but for words, so that the many tries
// of a text stay in the cache; that of the built-in set is generated.
type index struct {
	Words    []string  // the vocabulary; the number of a word is its place, counted from 1
	Slots    []uint32  // prose.Slots of the vocabulary
	Prefixes []string  // beginnings of words
	Ids      []uint32  // the words that tokens match, by number
	Stubs    []uint32  // the beginnings that they match, by place in Prefixes
	Tokens   []encoded // each once
	Code     []uint32  // the tokens of patterns, by place in Tokens
	Patterns []pattern // of all principles
	Tries    []try     // by what calls for them
	Starts   []uint32  // by number of a word: where its tries begin in Tries; those of figures stand at 0
	Stems    []stem    // sorted: beginnings of words outside the vocabulary
}

// pattern is a compiled cue.
type pattern struct {
	Principle, Element, Cue uint16 // Element is noElement for an anti-cue
	Tokens                  uint16 // how many
	Code                    uint32 // where they begin in Code
	Before, Behind          uint8  // how many words may stand between the first token and the anchor, at least and at most
	Negative, Modal         bool   // the cue itself denies or supposes something
}

// encoded is a token as it lies in an index. Of the words that are in the
// vocabulary it matches those of Ids, of the others those that begin as one of
// Stubs says.
type encoded struct {
	Words           wordBits // all of them, coarsely
	Ids, IdsEnd     uint32
	Stubs, StubsEnd uint32
	Kind            tokenKind
}

// noElement stands for Anti in a pattern.
const noElement = 1<<16 - 1

// try is a pattern that is worth a try where its anchor stands if its guards
// allow it.
type try struct {
	Guards  [2]wordBits
	Places  [2]place
	Pattern uint32
}

// stem is a beginning of words that is an anchor, with its tries.
type stem struct {
	Text     string
	From, To uint32 // in Tries
}

// builder compiles cues.
type builder struct {
	index
	tokens  [][]token // of each pattern
	anchors []int     // of each pattern: which token
	numbers map[string]uint32
	begun   beginnings
}

func newIndex(list []Principle) *index {
	b := builder{numbers: map[string]uint32{}}
	for i := range list {
		p := &list[i]
		for e := range p.Elements {
			for c, cue := range p.Elements[e].Cues {
				b.add(pattern{Principle: uint16(i), Element: uint16(e), Cue: uint16(c)}, cue.Pattern)
			}
		}
		for c, text := range p.AntiCues {
			b.add(pattern{Principle: uint16(i), Element: noElement, Cue: uint16(c)}, text)
		}
	}
	b.Slots = prose.NewSlots(b.Words)
	b.begun = newBeginnings(b.Words)
	b.encode()
	b.file()
	return &b.index
}

func (b *builder) number(word string) uint32 {
	id := b.numbers[word]
	if id == 0 {
		b.Words = append(b.Words, word)
		id = uint32(len(b.Words))
		b.numbers[word] = id
	}
	return id
}

// add compiles a cue in each of its spellings.
func (b *builder) add(p pattern, cue string) {
	p.Negative, p.Modal = holds(cue, denies), holds(cue, supposes)
	for _, text := range spellings(cue) {
		tokens, at := compile(text, b.number), anchor(text)
		p.Tokens, p.Before, p.Behind = uint16(len(tokens)), 0, 0
		for _, t := range tokens[:at] {
			if t.Kind == gap {
				p.Behind += maxGap
				continue
			}
			p.Before, p.Behind = p.Before+1, p.Behind+1
		}
		b.tokens, b.anchors, b.Patterns = append(b.tokens, tokens), append(b.anchors, at), append(b.Patterns, p)
	}
}

// encode writes the tokens of all patterns to Code.
func (b *builder) encode() {
	known, prefixes := map[string]uint32{}, map[string]uint32{}
	for i := range b.Patterns {
		b.Patterns[i].Code = uint32(len(b.Code))
		for k := range b.tokens[i] {
			key := fmt.Sprint(b.tokens[i][k])
			number, is := known[key]
			if !is {
				number = b.encodeToken(&b.tokens[i][k], prefixes)
				known[key] = number
			}
			b.Code = append(b.Code, number)
		}
	}
}

// encodeToken appends a token to Tokens and returns its place.
func (b *builder) encodeToken(t *token, prefixes map[string]uint32) uint32 {
	e := encoded{Kind: t.Kind, Words: b.begun.words(t, bitOf), Ids: uint32(len(b.Ids)), Stubs: uint32(len(b.Stubs))}
	b.Ids = append(b.Ids, b.begun.ids(t)...)
	for _, text := range t.Prefixes {
		if _, known := prefixes[text]; !known {
			prefixes[text] = uint32(len(b.Prefixes))
			b.Prefixes = append(b.Prefixes, text)
		}
		b.Stubs = append(b.Stubs, prefixes[text])
	}
	e.IdsEnd, e.StubsEnd = uint32(len(b.Ids)), uint32(len(b.Stubs))
	b.Tokens = append(b.Tokens, e)
	return uint32(len(b.Tokens) - 1)
}

// file sorts the patterns by what calls for them: a figure, a word, or the
// beginning of a word that is not in the vocabulary.
func (b *builder) file() {
	byWord, byStem := make([][]uint32, len(b.Words)+1), map[string][]uint32{}
	for i := range b.Patterns {
		anchor, number := &b.tokens[i][b.anchors[i]], uint32(i)
		if anchor.Kind != words {
			byWord[0] = append(byWord[0], number)
		}
		for _, id := range b.begun.ids(anchor) {
			byWord[id] = append(byWord[id], number)
		}
		for _, text := range anchor.Prefixes {
			byStem[text] = append(byStem[text], number)
		}
	}
	for _, patterns := range byWord {
		b.Starts = append(b.Starts, uint32(len(b.Tries)))
		b.try(patterns)
	}
	b.Starts = append(b.Starts, uint32(len(b.Tries)))
	for _, text := range slices.Sorted(maps.Keys(byStem)) {
		from := len(b.Tries)
		b.try(byStem[text])
		b.Stems = append(b.Stems, stem{text, uint32(from), uint32(len(b.Tries))})
	}
}

// try appends a try of each pattern.
func (b *builder) try(patterns []uint32) {
	for _, number := range patterns {
		t := try{Pattern: number}
		t.Guards, t.Places = guards(b.tokens[number], b.anchors[number], b.begun)
		b.Tries = append(b.Tries, t)
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
