// Package secret finds credentials and personal data in any text: what should
// never stand in a file that is kept in git and shown to others.
//
// [Find] is the entry. It looks at shapes, not at meaning: the shape of a key, a
// card number with its check digit, an address. What only looks alike (AES-256,
// CVE ids, the addresses reserved for documentation, hashes, versions) is left
// alone; the tables of the test list both.
package secret

import (
	"bytes"
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
		for at < len(text) && spaces[text[at]] {
			at++
		}
		start := at
		var shape shape
		for at < len(text) && !spaces[text[at]] {
			shape |= shapes[text[at]]
			at++
		}
		f.word(start, at, shape)
	}
	return f.found
}

// finder goes through the words of a text.
type finder struct {
	text     []byte
	found    []Found
	before   string // the word before, in lower case, when it announces a secret
	assigned bool   // ... and a colon or an equals sign follows it
}

// shape is which kinds of characters a word holds.
type shape uint16

const (
	digit shape = 1 << iota
	upper
	lower
	at
	colon
	dot
	dash
	slash
	equals
	underscore
	plus
)

var spaces, shapes = func() (spaces [256]bool, shapes [256]shape) {
	for _, c := range []byte(" \t\r\n|") {
		spaces[c] = true
	}
	for c := range 256 {
		switch {
		case c >= '0' && c <= '9':
			shapes[c] = digit
		case c >= 'A' && c <= 'Z':
			shapes[c] = upper
		case c >= 'a' && c <= 'z':
			shapes[c] = lower
		}
	}
	for c, is := range map[byte]shape{'@': at, ':': colon, '.': dot, '-': dash, '/': slash, '=': equals, '_': underscore, '+': plus} {
		shapes[c] = is
	}
	return spaces, shapes
}()

// word looks at one word between blanks.
func (f *finder) word(start, end int, is shape) {
	before, assigned := f.before, f.assigned
	f.before, f.assigned = "", false
	if is&(digit|at|colon|equals|dash|dot|plus) == 0 {
		if n := end - start; n >= shortestAnnounced && n < longestAnnounced || before != "" {
			f.announce(start, end, before)
		}
		return
	}
	whole := end
	start, end = trim(f.text, start, end)
	if start >= end || len(f.found) > 0 && f.found[len(f.found)-1].End > start {
		return
	}
	word := f.text[start:end]
	if kind, ok := announced(before, assigned, word); ok {
		f.add(start, end, kind)
		return
	}
	for i := range detectors {
		d := &detectors[i]
		if is&d.wants == d.wants && len(word) >= d.least && (d.begins == "" || bytes.HasPrefix(word, []byte(d.begins))) {
			if from, to, ok := d.match(word); ok {
				f.add(start+from, start+to, d.kind)
				return
			}
		}
	}
	if is&(digit|plus) != 0 && f.number(start) {
		return
	}
	f.announce(start, whole, before)
}

// number looks at a run of digits with blanks and marks between them.
func (f *finder) number(start int) bool {
	end, n := digitRun(f.text, start)
	if n < fewestDigits {
		return false
	}
	if kind, ok := numberKind(f.text[start:end], n); ok {
		f.add(start, end, kind)
		return true
	}
	return false
}

func (f *finder) add(start, end int, kind kind) {
	f.found = append(f.found, Found{start, end, kind.name, kind.class})
}

// trim takes quotation marks, brackets and stops off both ends of a word.
func trim(text []byte, start, end int) (int, int) {
	for start < end && strings.IndexByte("\"'`([{*_,;:!?", text[start]) >= 0 {
		start++
	}
	for start < end && strings.IndexByte("\"'`)]}*,;:!?.", text[end-1]) >= 0 {
		end--
	}
	return start, end
}
