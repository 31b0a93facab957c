// Package secret finds credentials, personal data and names of internal systems
// in any text: what should never stand in a file that is kept in git and shown
// to others.
//
// [Find] is the entry. It looks at shapes and at the words before them, not at
// meaning: the prefix of a key, a card number with its check digit, "passport
// number" and what follows. What only looks alike (AES-256, CVE ids, addresses
// reserved for documentation, versions, hashes) is left alone, and so are the
// numbers that authorities and vendors publish as samples. An address of a private
// network is heeded where a port or a word beside it makes it that of a machine.
// The tables of the test list all of these.
package secret

import (
	"strings"
)

// Class says how bad it is that something stands in a file.
type Class uint8

// The classes, the worst last.
const (
	Internal   Class = iota // names a system of an employer: a host, a ticket
	Personal                // reaches or identifies a person
	Credential              // opens something
)

// Found is a secret at its place.
type Found struct {
	Start, End int    // bytes of the text
	Kind       string // "AWS access key"
	Class      Class
}

// Find returns the secrets of a text in the order of their places. Its cost is
// one look at each byte, and more only for words with a suspicious shape.
func Find(text []byte) []Found {
	f := finder{text: text}
	for at := 0; at < len(text); {
		start := at
		var is shape
		for ; at < len(text); at++ {
			shape := shapes[text[at]]
			if shape == blank {
				break
			}
			is |= shape
		}
		if is&suspicious != 0 {
			f.word(start, at, is)
		}
		at++
	}
	return f.found
}

// shape is which kinds of characters a word holds.
type shape uint16

const (
	digit shape = 1 << iota
	mailSign
	colon
	dot
	dash
	slash
	equals
	backslash
	blank

	suspicious = digit | mailSign | colon | dot | dash | equals | backslash
)

var shapes = func() (shapes [256]shape) {
	for c := byte('0'); c <= '9'; c++ {
		shapes[c] = digit
	}
	for _, c := range []byte(" \t\r\n|") {
		shapes[c] = blank
	}
	for i, c := range []byte("@:.-/=\\") {
		shapes[c] = mailSign << i
	}
	return shapes
}()

// finder goes through the words of a text.
type finder struct {
	text  []byte
	found []Found
}

// look is one way to look at a word. It reports whether the word is settled.
type look struct {
	wants shape // the word holds all of these
	at    func(f *finder, start, end int) bool
}

// looks are the ways in the order in which they are tried: what a vendor gave a
// prefix needs no context, and of a link nothing else is a number.
var looks = [...]look{
	{dash, (*finder).privateKey},
	{digit, (*finder).token},
	{colon | slash, (*finder).link},
	{colon, (*finder).cloud},
	{digit | colon, (*finder).bot},
	{digit | slash, (*finder).bare},
	{equals, (*finder).assignments},
	{colon, (*finder).assignments},
	{mailSign | dot, (*finder).mail},
	{digit, (*finder).birthday},
	{digit, (*finder).announced},
	{digit | dot, (*finder).address},
	{digit | colon, (*finder).address},
	{colon, (*finder).card},
	{dash, (*finder).card},
	{digit | dot, (*finder).card},
	{dot, (*finder).host},
	{digit | dash, (*finder).ticket},
	{digit, (*finder).desk},
	{digit, (*finder).number},
	{backslash, (*finder).share},
}

// word looks at one word between blanks.
func (f *finder) word(start, end int, is shape) {
	start, end = trim(f.text, start, end)
	if start >= end || len(f.found) > 0 && f.found[len(f.found)-1].End > start {
		return
	}
	if is&^(colon|dot|dash) == 0 && !f.marked(start, end) {
		return // the colon behind a label, the stop of a sentence, a hyphen
	}
	for i := range looks {
		if is&looks[i].wants == looks[i].wants && looks[i].at(f, start, end) {
			return
		}
	}
}

// marked reports whether a word without digits has a stop or a colon inside, or
// begins as a block of key material does.
func (f *finder) marked(start, end int) bool {
	for at := start + 1; at < end; at++ {
		if c := f.text[at]; c == '.' || c == ':' {
			return true
		}
	}
	return f.text[start] == '-'
}

func (f *finder) add(start, end int, class Class, kind string) bool {
	f.found = append(f.found, Found{start, end, kind, class})
	return true
}

// trim takes quotation marks, brackets and stops off both ends of a word.
func trim(text []byte, start, end int) (int, int) {
	for start < end && opening[text[start]] {
		start++
	}
	for start < end && closing[text[end-1]] {
		end--
	}
	return start, end
}

var opening, closing = marks("\"'`([{<*_,;:!?#~>"), marks("\"'`)]}>*_,;:!?.~")

func marks(list string) (set [256]bool) {
	for _, c := range []byte(list) {
		set[c] = true
	}
	return set
}

// previous returns the word before a place, and where it starts; it does not
// leave the paragraph.
func (f *finder) previous(at int) (word []byte, start int) {
	end, breaks := at, 0
	for end > 0 && shapes[f.text[end-1]] == blank {
		if end--; f.text[end] == '\n' {
			breaks++
		}
	}
	if breaks > 1 {
		return nil, 0
	}
	start = end
	for start > 0 && shapes[f.text[start-1]] != blank {
		start--
	}
	return f.text[start:end], start
}

// next returns the word behind a place on the same line, and where it ends.
func (f *finder) next(at int) (word []byte, end int) {
	for at < len(f.text) && f.text[at] == ' ' {
		at++
	}
	end = at
	for end < len(f.text) && shapes[f.text[end]] != blank {
		end++
	}
	return f.text[at:end], end
}

// lower returns a short word in small letters without the marks around it; a
// long one as it is, since no list knows it.
func lower(word []byte, into *[16]byte) []byte {
	start, end := trim(word, 0, len(word))
	word = word[start:end]
	if len(word) > len(into) {
		return word
	}
	for i, c := range word {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		into[i] = c
	}
	return into[:len(word)]
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool  { return c >= 'a' && c <= 'z' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) }
func isHex(c byte) bool    { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// run returns how many bytes of a text have a property, from its start.
func run(text []byte, is func(byte) bool) int {
	n := 0
	for n < len(text) && is(text[n]) {
		n++
	}
	return n
}

func count(text []byte, is func(byte) bool) (n int) {
	for _, c := range text {
		if is(c) {
			n++
		}
	}
	return n
}

// mixed reports whether a word holds letters and digits.
func mixed(word []byte) bool { return count(word, isDigit) > 0 && count(word, isLetter) > 0 }

// set makes a set of words, which is read on first use.
func set(words string) map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		known[word] = true
	}
	return known
}
