package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader cuts a masked text into paragraphs, sentences and words.
type reader struct {
	t      *Text
	masked string
	known  *Dictionary
	quote  bool // inside double quotation marks
	quoted int  // the word that the open quotation began with
	open   bool // a sentence has words
}

func (t *Text) readWords(masked string) {
	lines := strings.Count(masked, "\n") + 1
	t.Words = slices.Grow(t.Words, strings.Count(masked, " ")+lines)
	t.Sentences = slices.Grow(t.Sentences, strings.Count(masked, ".")+1)
	t.Paragraphs = slices.Grow(t.Paragraphs, min(lines, 4))
	r := &reader{t: t, masked: masked, known: lexicon()}
	for start := 0; start < len(masked); {
		end := len(masked)
		if n := strings.IndexByte(masked[start:], '\n'); n >= 0 {
			end = start + n
		}
		r.line(start, end)
		start = end + 1
	}
	r.endParagraph()
}

// line reads one line: a blank one ends the paragraph, a marker begins one.
func (r *reader) line(start, end int) {
	at := start
	for at < end && (masks(r.masked[at]) || r.masked[at] == '>') {
		at++
	}
	if at == end {
		r.endParagraph()
		return
	}
	if n := listMarker(r.masked[at:end]); n > 0 {
		r.endParagraph()
		r.beginParagraph(at + n)
		r.paragraph().Bullet = true
		at += n
	} else if n := headingMarker(r.masked[at:end]); n > 0 {
		r.endParagraph()
		r.beginParagraph(at + n)
		r.paragraph().Heading = true
		r.text(at+n, end)
		r.endParagraph()
		return
	} else if r.masked[at] == '|' {
		r.endParagraph()
	}
	r.text(at, end)
}

func masks(b byte) bool { return b == ' ' || b == '\t' || b == '\r' }

// listMarker returns the length of the marker that a list item begins with.
func listMarker(line string) int {
	n := 0
	switch {
	case strings.IndexByte("-*+", line[0]) >= 0:
		n = 1
	case digit(line[0]):
		for n < len(line) && n < 3 && digit(line[n]) {
			n++
		}
		if n < len(line) && (line[n] == '.' || line[n] == ')') {
			n++
		} else {
			return 0
		}
	default:
		return bulletRune(line)
	}
	if n < len(line) && masks(line[n]) {
		return n + 1
	}
	return 0
}

func bulletRune(line string) int {
	switch r, n := utf8.DecodeRuneInString(line); r {
	case '•', '·', '–', '➔', '→', '▶', '►', '◦', '▪', '●':
		return n
	}
	return 0
}

func headingMarker(line string) int {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n > 0 && n <= 6 && n < len(line) && masks(line[n]) {
		return n
	}
	return 0
}

func (r *reader) paragraph() *Paragraph { return &r.t.Paragraphs[len(r.t.Paragraphs)-1] }

func (r *reader) inParagraph() bool {
	return len(r.t.Paragraphs) > 0 && r.paragraph().Last < 0
}

func (r *reader) beginParagraph(at int) {
	r.t.Paragraphs = append(r.t.Paragraphs, Paragraph{Range: Range{at, at}, First: len(r.t.Words), Last: -1})
}

func (r *reader) endParagraph() {
	if !r.inParagraph() {
		return
	}
	r.endSentence()
	p := r.paragraph()
	p.Last = len(r.t.Words)
	if r.quote || r.allQuoted(p) { // never closed, or an answer in quotation marks: nothing was quoted
		for i := r.quoted; i < p.Last; i++ {
			r.t.Words[i].Quoted = false
		}
		r.quote = false
	}
	if p.First == p.Last {
		r.t.Paragraphs = r.t.Paragraphs[:len(r.t.Paragraphs)-1]
		return
	}
	p.Start, p.End = r.t.Words[p.First].Start, r.t.Sentences[len(r.t.Sentences)-1].End
}

// longestSpeech is how many words a paragraph that is one quotation has at most;
// a longer one is what the teller says, as people note down an answer.
const longestSpeech = 40

// allQuoted reports whether a paragraph is one long quotation.
func (r *reader) allQuoted(p *Paragraph) bool {
	return p.Last-p.First > longestSpeech && r.quoted == p.First && r.t.Words[p.First].Quoted && r.t.Words[p.Last-1].Quoted
}

func (r *reader) endSentence() {
	if !r.open {
		return
	}
	r.open = false
	s := &r.t.Sentences[len(r.t.Sentences)-1]
	s.Last = len(r.t.Words)
	s.End = max(s.End, r.t.Words[s.Last-1].End)
}

// text reads the words and stops of a line.
func (r *reader) text(at, end int) {
	if !r.inParagraph() {
		r.beginParagraph(at)
	}
	for at < end {
		if b := r.masked[at]; lower[b] != 0 || b == opaque {
			at = r.word(at, end)
			continue
		} else if b == ' ' {
			at++
			continue
		}
		c, n := utf8.DecodeRuneInString(r.masked[at:end])
		switch {
		case wordRune(c):
			at = r.word(at, end)
			continue
		case c == '"' || c == '“' || c == '”':
			r.quotation(c)
		case stops(c) && r.stop(c, at+n, end):
			s := &r.t.Sentences[len(r.t.Sentences)-1]
			s.End = at + n
			r.endSentence()
		}
		at += n
	}
}

// lower holds the letters and digits of ASCII in lower case, and 0 for any other
// byte.
var lower = func() (table [256]byte) {
	for b := range byte(128) {
		switch {
		case letter(b):
			table[b] = b | 0x20
		case digit(b):
			table[b] = b
		}
	}
	return table
}()

func wordRune(c rune) bool {
	if c < utf8.RuneSelf {
		return letter(byte(c)) || digit(byte(c))
	}
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

func stops(c rune) bool {
	return c == '.' || c == '!' || c == '?' || c == '。' || c == '！' || c == '？' || c == '…'
}

func (r *reader) quotation(c rune) {
	switch {
	case !r.quote && c != '”':
		r.quote, r.quoted = true, len(r.t.Words)
	case r.quote && c != '“':
		r.quote = false
	}
}

// stop reports whether a mark at the end of a word ends the sentence: blanks
// or the end of the paragraph follow, and it is no abbreviation.
func (r *reader) stop(c rune, at, end int) bool {
	if !r.open {
		return false
	}
	if c > utf8.RuneSelf && c != '…' {
		return true
	}
	for at < end && strings.IndexByte("\"')*_]", r.masked[at]) >= 0 {
		at++
	}
	if at < end && !masks(r.masked[at]) && !strings.HasPrefix(r.masked[at:], "”") {
		return false
	}
	last := &r.t.Words[len(r.t.Words)-1]
	if c == '.' && (last.class&isAbbreviation != 0 || len(last.Text) == 1 && letter(last.Text[0]) && last.Text != "i" && last.Text != "a") {
		return false
	}
	return c != '…' && c != '.' || !r.lowerFollows(at, end)
}

// lowerFollows reports whether the line goes on with a small letter.
func (r *reader) lowerFollows(at, end int) bool {
	for at < end && masks(r.masked[at]) {
		at++
	}
	return at < end && r.masked[at] >= 'a' && r.masked[at] <= 'z' && !strings.HasPrefix(r.masked[at:], "i ")
}

var abbreviations = NewWordSet("e.g i.e eg ie vs approx mr mrs ms dr prof st jr sr no fig u.s u.k a.m p.m al cf resp incl")

// word reads a word and returns the offset behind it.
func (r *reader) word(at, end int) int {
	stop, shape := r.wordEnd(at, end)
	if !r.open {
		r.open = true
		r.t.Sentences = append(r.t.Sentences, Sentence{Range: Range{at, stop}, First: len(r.t.Words),
			Bullet: r.paragraph().Bullet, Paragraph: len(r.t.Paragraphs) - 1})
	}
	text := r.spelling(at, stop, &shape)
	is := classify(text, shape.hyphen, class(r.known.get(text, shape.hash)))
	if shape.capital != 0 || shape.wide && text != r.t.Source[at:stop] || text == "" {
		is |= isCased
	}
	if n := len(r.t.Words); n > 0 && (at != r.t.Words[n-1].End+1 || r.t.Source[at-1] != ' ') {
		is |= isApart
	}
	r.t.Words = append(r.t.Words, Word{Range: Range{at, stop}, Text: text, Sentence: len(r.t.Sentences) - 1, Quoted: r.quote, hash: shape.hash, class: is})
	return stop
}

// shape is what the letters of a word tell in passing.
type shape struct {
	hash    uint32 // of the word in lower case, unless it is wide
	capital byte   // not 0 if there is a capital letter of ASCII
	hyphen  bool
	wide    bool // it has runes beyond ASCII
}

// wordEnd finds the end of the word at an offset. Apostrophes, hyphens and
// stops belong to a word when letters or digits follow them.
func (r *reader) wordEnd(at, end int) (stop int, s shape) {
	if r.masked[at] == opaque {
		for at < end && r.masked[at] == opaque {
			at++
		}
		return at, s
	}
	h, capital, masked := hashBasis, byte(0), r.masked[:end]
	for at < len(masked) {
		b := masked[at]
		if low := lower[b]; low != 0 {
			h = (h ^ uint32(low)) * hashPrime
			capital |= low ^ b
			at++
			continue
		}
		if b == ' ' {
			break
		}
		c, n := utf8.DecodeRuneInString(masked[at:])
		if !wordRune(c) && !r.joins(c, at, at+n, end) {
			break
		}
		h = (h ^ uint32(b)) * hashPrime
		s.hyphen, s.wide = s.hyphen || c == '-', s.wide || n > 1
		at += n
	}
	s.hash, s.capital = h, capital
	return at, s
}

func (r *reader) joins(c rune, at, next, end int) bool {
	if next >= end {
		return false
	}
	follows, _ := utf8.DecodeRuneInString(r.masked[next:end])
	switch c {
	case '\'', '’', '-', '\u2011':
		return wordRune(follows)
	case '.':
		return wordRune(follows) && (digit(r.masked[at-1]) == (follows < utf8.RuneSelf && digit(byte(follows))) || short(r.masked, at))
	case ',', ':':
		return digit(r.masked[at-1]) && follows < utf8.RuneSelf && digit(byte(follows))
	case '_', '/':
		return c == '_' && wordRune(follows)
	}
	return false
}

// short reports whether a stop stands behind one letter, as in e.g. and U.S.
func short(masked string, at int) bool {
	return at < 2 || !letter(masked[at-2])
}

// spelling returns the word in lower case, sharing the source where it can, and
// completes its shape.
func (r *reader) spelling(at, stop int, s *shape) string {
	if r.masked[at] == opaque {
		s.hash = hash("")
		return ""
	}
	text := r.t.Source[at:stop]
	switch {
	case s.wide:
		text = strings.ReplaceAll(strings.ToLower(text), "’", "'")
		s.hash = hash(text)
		return text
	case s.capital != 0 && len(text) == 1:
		text = alphabet[text[0]-'A':][:1] // most often I
	case s.capital != 0:
		text = strings.ToLower(text)
	}
	s.hash = withInitials(s.hash, text)
	return text
}

const alphabet = "abcdefghijklmnopqrstuvwxyz"
