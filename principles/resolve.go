package principles

import (
	"strings"
	"unicode"

	"starbank/star/prose"
)

// Reference is a principle as a writer named it.
type Reference struct {
	ID    string // "" when no principle is meant
	Text  string // as written
	Item  int    // the index of the first item that Text comes from
	Exact bool   // a name or an alias; otherwise a misspelling of one
}

// Resolve reads the items of a list of principles. Names hold commas and
// semicolons, so "Are Right, A Lot, Dive Deep" is two names, whether it stands
// in one item or YAML has cut it into three.
func (s *Set) Resolve(items []string) []Reference {
	var found []Reference
	if len(items) > 0 && s.ids(items) {
		for i, item := range items {
			found = append(found, Reference{ID: item, Text: item, Item: i, Exact: true})
		}
		return found
	}
	pieces := split(items)
	for i := 0; i < len(pieces); {
		reference, n := s.longest(pieces[i:])
		found = append(found, reference)
		i += n
	}
	return found
}

// ids reports whether all items are ids as kept in story files: the common case.
func (s *Set) ids(items []string) bool {
	for _, item := range items {
		if p := s.byID[item]; p == nil {
			return false
		}
	}
	return true
}

type piece struct {
	text string
	item int
}

func split(items []string) []piece {
	var pieces []piece
	for i, item := range items {
		for text := range strings.FieldsFuncSeq(item, func(r rune) bool { return strings.ContainsRune(",;，、；|", r) }) {
			if plain(text) != "" {
				pieces = append(pieces, piece{strings.TrimSpace(text), i})
			}
		}
	}
	return pieces
}

// longest finds the name that takes up most pieces; the longest names have three.
func (s *Set) longest(pieces []piece) (Reference, int) {
	for n := min(3, len(pieces)); n > 0; n-- {
		text := joined(pieces[:n])
		if p := s.byName[plain(text)]; p != nil {
			return Reference{ID: p.ID, Text: text, Item: pieces[0].item, Exact: true}, n
		}
	}
	for n := min(3, len(pieces)); n > 0; n-- {
		text := joined(pieces[:n])
		if p := s.misspelled(plain(text)); p != nil {
			return Reference{ID: p.ID, Text: text, Item: pieces[0].item}, n
		}
	}
	return Reference{Text: pieces[0].text, Item: pieces[0].item}, 1
}

func joined(pieces []piece) string {
	texts := make([]string, len(pieces))
	for i, p := range pieces {
		texts[i] = p.text
	}
	return strings.Join(texts, ", ")
}

// mostSlips is how many slips a misspelled name may have.
const mostSlips = 2

// misspelled finds the one principle whose name is at most two slips away.
// Short names are left alone: "cost" is not a slip of "co".
func (s *Set) misspelled(word string) *Principle {
	if len(word) < 6 {
		return nil
	}
	var found *Principle
	best := mostSlips + 1
	for name, p := range s.byName {
		if len(name) < 8 || !prose.Within(word, name, mostSlips) {
			continue
		}
		switch d := prose.Distance(word, name); {
		case d < best:
			found, best = p, d
		case d == best && p != found:
			found = nil
		}
	}
	return found
}

// Nearest returns the principle whose name is closest to a word that means
// none, or nil when nothing is close.
func (s *Set) Nearest(word string) *Principle {
	word = plain(word)
	var found *Principle
	best := len(word)/2 + 1
	for i := range s.Principles {
		p := &s.Principles[i]
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			if d := prose.Distance(word, plain(name)); d < best && len(plain(name)) > 3 {
				found, best = p, d
			}
		}
	}
	return found
}

// isID reports whether a name is written as an id is, in small letters and
// hyphens: the common case, and a cheap one.
func isID(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return true
}

var apostrophes = strings.NewReplacer("'", "", "\u2019", "")

// plain reduces a name to lower-case words without marks: "Invent & Simplify"
// and "invent-and-simplify" are the same.
func plain(name string) string {
	if isID(name) {
		return strings.ReplaceAll(name, "-", " ")
	}
	name = strings.ReplaceAll(strings.ToLower(name), "&", " and ")
	name = apostrophes.Replace(name)
	return strings.Join(strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r > 0x2000 }), " ")
}
