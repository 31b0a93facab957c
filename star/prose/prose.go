// Package prose finds facts about a Markdown text: its words and sentences,
// its figures, who speaks and what they did. It holds no opinions.
//
// Start with [Analyze]. All offsets are bytes into [Text.Source]; what is not
// spoken (code blocks, comments, link targets, list markers) gives no words.
package prose

import "sync"

// Range is a half-open range of bytes in Text.Source.
type Range struct{ Start, End int }

// Text is an analysed text. It is not changed after Analyze and may be read by
// several goroutines.
type Text struct {
	Source     string
	Words      []Word
	Sentences  []Sentence
	Paragraphs []Paragraph
	Numbers    []Number

	clauses []Clause
	changes []Change
}

// Word is one spoken word. A compound with hyphens is one word.
type Word struct {
	Range
	Text     string // lower case, with straight apostrophes; "" for inline code and URLs
	Sentence int
	Quoted   bool // between double quotation marks
	class    class
	hash     uint32 // of Text
}

// Hash returns a number that words of the same Text share, the same in every run.
func (w *Word) Hash() uint32 { return w.hash }

// Cased reports whether a word is not written as its Text: it has a capital
// letter, or is code.
func (w *Word) Cased() bool { return w.class&isCased != 0 }

// Sentence is a sentence, or a list item, table row or heading without a stop.
type Sentence struct {
	Range
	First, Last int // words [First, Last)
	Bullet      bool
	Paragraph   int
}

// Paragraph is a run of text without a blank line. Each list item, table row
// and heading is one of its own.
type Paragraph struct {
	Range
	First, Last     int // words [First, Last)
	Bullet, Heading bool
}

// Analyze finds the facts about a text in time linear in its length. It
// accepts any bytes.
func Analyze(source string) *Text {
	t := released.Get().(*Text)
	t.Source = source
	t.readWords(blank(source))
	t.readNumbers()
	t.readClauses()
	t.readChanges()
	return t
}

// released keeps the memory of texts that are done with.
var released = sync.Pool{New: func() any { return new(Text) }}

// Release hands the memory of t on to a later Analyze. Neither t nor a slice
// taken from it may be used afterwards. To call it is never necessary; a
// program that analyses thousands of texts in a row spends a third less time.
func (t *Text) Release() {
	*t = Text{Words: t.Words[:0], Sentences: t.Sentences[:0], Paragraphs: t.Paragraphs[:0], Numbers: t.Numbers[:0],
		clauses: t.clauses[:0], changes: t.changes[:0]}
	released.Put(t)
}

// Slice returns the text of a range.
func (t *Text) Slice(r Range) string { return t.Source[r.Start:r.End] }

// Persons counts the words by which the teller speaks alone (I, me, my) and
// with others (we, us, our). Quoted speech counts for nobody.
func (t *Text) Persons() (i, we int) {
	for k := range t.Words {
		switch word := &t.Words[k]; {
		case word.class&(isSingular|isPlural) == 0 || word.Quoted:
		case word.class&isSingular != 0 && !t.numeral(k):
			i++
		case word.class&isPlural != 0 && !t.country(k):
			we++
		}
	}
	return i, we
}

// numeral reports a capital I that counts ("Phase I", "Part I", "promoted from
// Engineer I").
func (t *Text) numeral(k int) bool {
	switch word := &t.Words[k]; {
	case word.Text != "i":
		return false
	case k+1 == len(t.Words) && t.Source[word.Start] == 'i':
		return true
	case k == 0 || t.Words[k-1].class&isNumbered == 0 || word.class&isApart != 0 || t.Words[k-1].Sentence != word.Sentence:
		return false
	case t.Words[k-1].Cased() && !ranks.Has(&t.Words[k-1]):
		return true
	}
	return !t.acts(k + 1)
}

// acts reports whether a word may be what a subject in front of it does: "in that
// phase I built", "as an engineer I had to".
func (t *Text) acts(k int) bool {
	if k >= len(t.Words) || t.Words[k].Sentence != t.Words[k-1].Sentence || t.Words[k].class&isApart != 0 {
		return false
	}
	is := t.Words[k].class
	return is&isPast != 0 || is&(isAdverb|isFunction) == isAdverb || auxiliaries.Has(&t.Words[k])
}

// country reports US in capitals.
func (t *Text) country(k int) bool {
	return t.Words[k].Text == "us" && t.Slice(t.Words[k].Range) == "US"
}

var numbered = NewWordSet("phase part type class section tier level chapter volume world war appendix grade engineer analyst")

// ranks are numbered words that people call themselves.
var ranks = NewWordSet("engineer analyst")

var auxiliaries = NewWordSet("am was had have did do don't didn't wasn't hadn't haven't could couldn't can can't cannot will won't would wouldn't must should may might need want")

// Person says who acts in a clause.
type Person uint8

// The persons of the teller. Elided is a subject left out, as in notes.
const (
	Nobody Person = iota
	I
	We
	Elided
)
