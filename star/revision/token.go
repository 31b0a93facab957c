package revision

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"starbank/star"
	"starbank/star/prose"
)

// text is a piece of a version that is read as a whole: a section, the notes
// above or below one, the value of a field.
type text struct {
	prose   *prose.Text
	section *star.Section
	place   func(prose.Range) star.Span
}

// token is what is compared: a word, a figure with its unit, a mark or a
// paragraph break. Tokens with one id read the same.
type token struct {
	id         int32
	text       int32 // index of the text it stands in
	start, end int32 // bytes in the source of that text; a break reaches to the next token
	number     int32 // index of the figure in that text, or nothing
}

// breakID is the id of every paragraph break.
const breakID = 0

// unit is a sentence, or a paragraph break: tokens [first, last) of a side.
type unit struct {
	first, last int
	weight      int // of the tokens
	isBreak     bool
}

// side is one version of what is compared.
type side struct {
	texts  []text
	tokens []token
	units  []unit
}

// comparer gives tokens their ids and keeps what a comparison may still cost.
type comparer struct {
	ids     map[string]int32
	weights []uint8 // by id, in letters
	marks   []mark  // by id
	budget  int     // cells left: see maxCells
	scratch scratch
}

// spend takes the cost of a step from what a comparison may cost, and reports
// whether there was enough. What a difference says so never hangs on the clock.
func (c *comparer) spend(cost int) bool {
	if cost > c.budget {
		return false
	}
	c.budget -= cost
	return true
}

func newComparer(words int) *comparer {
	c := &comparer{ids: make(map[string]int32, words/2+64), budget: maxCells}
	c.weights = append(make([]uint8, 0, words/2+64), breakWeight)
	c.marks = append(make([]mark, 0, words/2+64), paragraphMark)
	return c
}

// The weights of tokens, in letters: how much it helps a reader that a token
// stays as it was. Words weigh their letters, within limits, so that neither an
// article nor a long name decides alone.
const (
	breakWeight    = 2
	functionWeight = 1
	numberWeight   = 6
	leastWord      = 3
	mostWord       = 12
)

// intern returns the id of a token as it is compared.
func (c *comparer) intern(key string, number bool) int32 {
	id, known := c.ids[key]
	if !known {
		id = int32(len(c.weights))
		c.ids[key] = id
		weight := weigh(key, number)
		c.weights, c.marks = append(c.weights, weight), append(c.marks, markOf(key, weight))
	}
	return id
}

func weigh(key string, number bool) uint8 {
	first, _ := utf8.DecodeRuneInString(key)
	switch {
	case number:
		return numberWeight
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return 0
	case len(key) <= longestFunction && functionWords()[strings.ToLower(key)]:
		return functionWeight
	}
	return uint8(min(max(utf8.RuneCountInString(key), leastWord), mostWord))
}

func (c *comparer) weight(tokens []token) int {
	sum := 0
	for i := range tokens {
		sum += int(c.weights[tokens[i].id])
	}
	return sum
}

const longestFunction = 7

// functionWords hold a sentence together and are in every text: that they are
// equal says nothing.
var functionWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(`a an the and or but nor so yet if as than that which who whom whose this these those there
		of in on at by for from with without within into onto to up down out off over under about after before until since between during through per
		i me my we us our you your he him his she her it its they them their
		is was are were be been being am has have had do does did will would can could not no
		then when while because where what how also too just`) {
		set[word] = true
	}
	return set
})

// reader cuts a text into tokens and units.
type reader struct {
	*comparer
	side   *side
	index  int32 // of the text
	t      *prose.Text
	number int  // the next figure
	at     int  // behind the last token
	open   bool // the last unit is a sentence that goes on
	turns  bool // a new sentence begins behind the gap
}

// read adds the tokens of a text to a side.
func (c *comparer) read(s *side, t text) {
	s.texts = append(s.texts, t)
	s.tokens = slices.Grow(s.tokens, len(t.prose.Words)+len(t.prose.Words)/4+8)
	s.units = slices.Grow(s.units, len(t.prose.Sentences)+len(t.prose.Paragraphs)+2)
	r := &reader{comparer: c, side: s, index: int32(len(s.texts) - 1), t: t.prose}
	sentence, paragraph := nothing, nothing
	for i := 0; i < len(r.t.Words); {
		word := &r.t.Words[i]
		start, end, next, figure := r.spoken(i)
		i = next
		if start < r.at {
			continue // a figure reached over this word
		}
		begins := word.Sentence != sentence
		breaks := begins && r.t.Sentences[word.Sentence].Paragraph != paragraph
		r.gap(start, begins, breaks)
		r.add(start, end, figure)
		sentence, paragraph = word.Sentence, r.t.Sentences[word.Sentence].Paragraph
	}
	r.tail()
	r.close()
}

// spoken returns where the token ends that begins with a word, the word behind
// it, and the figure that it is or nothing.
func (r *reader) spoken(word int) (start, end, next int, figure int32) {
	for r.number < len(r.t.Numbers) && r.t.Numbers[r.number].First < word {
		r.number++
	}
	if r.number < len(r.t.Numbers) && r.t.Numbers[r.number].First == word {
		start, end, next = figureEnds(r.t, &r.t.Numbers[r.number])
		return start, end, next, int32(r.number)
	}
	return r.t.Words[word].Start, r.t.Words[word].End, word + 1, nothing
}

// figureEnds returns what of a figure is one token: the figure and its unit,
// but not the noun that it counts.
func figureEnds(t *prose.Text, n *prose.Number) (start, end, next int) {
	start, end, next = min(n.Start, t.Words[n.First].Start), n.End, n.Last
	if counted := n.Kind == prose.Count && n.Last-n.First > 1; counted {
		last := &t.Words[n.Last-1]
		if len(n.Unit) > 2 && strings.HasPrefix(last.Text, n.Unit) {
			return start, t.Words[n.Last-2].End, n.Last - 1
		}
	}
	return start, end, next
}

// add appends a token to the sentence that is open, or opens one.
func (r *reader) add(start, end int, number int32) {
	if !r.open {
		r.side.units = append(r.side.units, unit{first: len(r.side.tokens)})
		r.open = true
	}
	if n := len(r.side.tokens); n > 0 && r.side.tokens[n-1].id == breakID {
		r.side.tokens[n-1].end = int32(start)
	}
	key := plain(r.t.Source[start:end], number >= 0)
	r.side.tokens = append(r.side.tokens, token{r.intern(key, number >= 0), r.index, int32(start), int32(end), number})
	r.at = end
}

// close ends the sentence that is open.
func (r *reader) close() {
	if r.open {
		u := &r.side.units[len(r.side.units)-1]
		u.last = len(r.side.tokens)
		u.weight = r.weight(r.side.tokens[u.first:u.last])
		r.open = false
	}
}

// paragraph adds a break.
func (r *reader) paragraph() {
	r.close()
	n := len(r.side.tokens)
	r.side.units = append(r.side.units, unit{first: n, last: n + 1, isBreak: true})
	r.side.tokens = append(r.side.tokens, token{breakID, r.index, int32(r.at), int32(r.at), nothing})
}
