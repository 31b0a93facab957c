package principles

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"starbank/star/prose"
)

// maxGap is how many words ".." may stand for.
const maxGap = 4

// minPrefix is the shortest beginning that "word*" may have: shorter ones match
// half the language.
const minPrefix = 3

type tokenKind uint8

const (
	words   tokenKind = iota
	gap               // ..
	figure            // #
	percent           // #%
	money             // $
)

// token matches one word of a text, or for a gap some.
type token struct {
	Kind     tokenKind // of a figure that it matches too, or gap
	Exact    []uint32  // numbers of words in the vocabulary
	Prefixes []string
}

// checkPattern reports what keeps a pattern from ever matching or makes it
// match everything.
func checkPattern(pattern string) error {
	fields := strings.Fields(pattern)
	if len(fields) == 0 {
		return errors.New("want at least one word")
	}
	if strings.ToLower(pattern) != pattern {
		return errors.New("write it in lower case")
	}
	if fields[0] == ".." || fields[len(fields)-1] == ".." {
		return errors.New("a gap wants a word on both sides")
	}
	for _, field := range fields {
		for word := range strings.SplitSeq(field, "/") {
			if _, is := special(word); !is && !spoken(word) || word == ".." && field != ".." {
				return fmt.Errorf("%q is no word", field)
			}
		}
	}
	return nil
}

// spoken reports whether a text can hold a word, or one that begins so.
func spoken(word string) bool {
	example := word
	if stem, open := strings.CutSuffix(word, "*"); open {
		if len(stem) < minPrefix {
			return false
		}
		example = stem + "s"
	}
	t := prose.Analyze(example)
	defer t.Release()
	return len(t.Words) == 1 && t.Words[0].Text == example
}

// spellings returns a pattern with each hyphen also as a blank and as nothing.
// An alternative with a hyphen ("no-one/nobody") becomes a pattern of its own.
func spellings(pattern string) []string {
	if !strings.Contains(pattern, "-") {
		return []string{pattern}
	}
	all := []string{""}
	for field := range strings.FieldsSeq(pattern) {
		var longer []string
		for _, variant := range variants(field) {
			for _, start := range all {
				longer = append(longer, strings.TrimSpace(start+" "+variant))
			}
		}
		all = longer
	}
	return all
}

// variants returns the spellings of one field.
func variants(field string) []string {
	var one []string // alternatives of one word
	var more []string
	for word := range strings.SplitSeq(field, "/") {
		one = append(one, word)
		if _, after, ok := strings.Cut(word, "-"); ok {
			one = append(one, strings.ReplaceAll(word, "-", ""))
			if stem, open := strings.CutSuffix(after, "*"); open && len(stem) < minPrefix {
				word = strings.TrimSuffix(word, "*") // "check-in*" as "check in"
			}
			more = append(more, strings.ReplaceAll(word, "-", " "))
		}
	}
	return append([]string{strings.Join(one, "/")}, more...)
}

// special are the tokens that are no words.
func special(field string) (tokenKind, bool) {
	switch field {
	case "..":
		return gap, true
	case "#":
		return figure, true
	case "#%":
		return percent, true
	case "$":
		return money, true
	}
	return words, false
}

// compile turns a pattern that checkPattern accepts into tokens, numbering its
// words.
func compile(pattern string, number func(word string) uint32) []token {
	tokens := make([]token, 0, strings.Count(pattern, " ")+1)
	for field := range strings.FieldsSeq(pattern) {
		var t token
		for more := true; more; {
			var word string
			word, field, more = strings.Cut(field, "/")
			if kind, is := special(word); is {
				t.Kind = kind
				continue
			}
			if stem, ok := strings.CutSuffix(word, "*"); ok {
				t.Prefixes = append(t.Prefixes, stem)
				continue
			}
			t.Exact = append(t.Exact, number(word))
		}
		tokens = append(tokens, t)
	}
	return tokens
}

// anchor returns the token of a pattern that the fewest words match: a pattern is
// tried only where it stands. It prefers a long word to a short one, and any word
// to a figure.
func anchor(pattern string) (index int) {
	fields, least := strings.Fields(pattern), math.Inf(1)
	for i, field := range fields {
		often := frequency(field)
		if often < least || often == least && len(field) >= len(fields[index]) {
			index, least = i, often
		}
	}
	return index
}

// frequency estimates how often in a thousand words a field matches.
func frequency(field string) (sum float64) {
	for word := range strings.SplitSeq(field, "/") {
		if _, is := special(word); is {
			return always
		}
		stem, open := strings.CutSuffix(word, "*")
		sum += seldom
		for _, w := range oftenBy(stem) {
			if open || w.text == stem {
				sum += w.often
			}
		}
	}
	return sum
}

// How often a figure or a gap is taken to match, and a word that is in no band.
const (
	always = 1000
	seldom = 0.1
)

// oftenWord is a word with how often it stands in a thousand.
type oftenWord struct {
	text  string
	often float64
}

// oftenBy returns the words of the bands that begin so, sorted.
func oftenBy(stem string) []oftenWord {
	list := oftenWords()
	from, _ := slices.BinarySearchFunc(list, stem, func(w oftenWord, stem string) int { return strings.Compare(w.text, stem) })
	to := from
	for to < len(list) && strings.HasPrefix(list[to].text, stem) {
		to++
	}
	return list[from:to]
}

var oftenWords = sync.OnceValue(func() (list []oftenWord) {
	for _, band := range bands {
		for word := range strings.FieldsSeq(band.words) {
			list = append(list, oftenWord{word, band.often})
		}
	}
	slices.SortFunc(list, func(a, b oftenWord) int { return strings.Compare(a.text, b.text) })
	return list
})

// bands are the words that stand most often in the stories of testdata/labelled, by
// how often at least in a thousand words.
var bands = []struct {
	often float64
	words string
}{
	{10, "a and for i in it of the to was with"},
	{3, "all as asked at by each from had he is me my no not on one our people said so that them then they two we were what"},
	{1, "about after also an are back be because been before but came can could data day days did didn't do down every first five found four gave got half has " +
		"have her him his hours how i'd i'm if it's lead list looked made manager minutes month months more new next night nobody now old only other out over " +
		"own per percent put s same second she since six small team test than their there this three time told took up us wanted week weeks went when which " +
		"who why without would wrong wrote year years you"},
	{0.3, "account action again against agreed alone already always am another answer any anything app around ask average away bad became behind best better " +
		"between big board boss both bought brought budget build built call called calls can't change changed check checked client closed code colleague " +
		"colleagues come company contract cost costs couldn't counted course customer customers cut date decided design dev different director does don't done " +
		"eight eleven end engineer error errors euro even evening everybody everyone everything failed fell find fine fixed form free friday front full get go " +
		"goes going good green group hand he'd head home hour i've instead into isn't its job june just kept knew know lab last late later leave left less let " +
		"library like line lines live load logs look lost machine mail make march may meeting million min mine model monday money morning most moved myself " +
		"name need needed network never nine none nothing noticed number numbers off office ok once ones open opened or order others page pages paid paper " +
		"part pay person phone plan planned platform points price product project proposed quarter question questions r ran rate rather read real really " +
		"reason red release report reports rest result review right room round rule run runs sales sat saw say says school script seconds security see seen " +
		"sent server service set seven shift shop shops should showed side situation software some someone something start started stayed still stop stopped " +
		"store support system t table take takes task teams tell ten tested tests that's these they'd thing things third those thought through ticket tickets " +
		"till times together too tool training tried turned twice under until use used users vendor version w wait waiting want wasn't way we'd weekly well " +
		"where while whole within work worked write written yes zero"},
}
