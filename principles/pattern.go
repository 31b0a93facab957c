package principles

import (
	"errors"
	"fmt"
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
		if len(strings.ReplaceAll(stem, "-", "")) < minPrefix || strings.HasSuffix(stem, "-") {
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
		if i := strings.LastIndexByte(word, '-'); i >= 0 {
			one = append(one, strings.ReplaceAll(word, "-", ""))
			if stem, open := strings.CutSuffix(word[i+1:], "*"); open && len(stem) < minPrefix {
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

// anchor returns the token of a pattern that the fewest texts hold: a pattern is
// tried only where it stands. It prefers a long word to a short one, and any
// word to a figure.
func anchor(pattern string) (index int) {
	best := -1
	for i, field := range strings.Fields(pattern) {
		if rarity := rarity(field); rarity > best {
			index, best = i, rarity
		}
	}
	return index
}

// rarity estimates how seldom a field matches: by its commonest alternative.
func rarity(field string) int {
	rarest := 2 * len(field)
	for word := range strings.SplitSeq(field, "/") {
		rarest = min(rarest, rarityOf(word))
	}
	return rarest
}

func rarityOf(word string) int {
	if _, is := special(word); is {
		return 0
	}
	stem, open := strings.CutSuffix(word, "*")
	if len(stem) < minPrefix {
		return 1
	}
	if common()[stem] || open && (common()[stem+"s"] || common()[stem+"ed"] || common()[stem+"e"] || common()[stem+"t"]) {
		return 2
	}
	if open {
		return len(stem)
	}
	return 2 * len(stem)
}

// common are the words that one story in fifteen holds: poor anchors.
var common = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(commonWords) {
		set[word] = true
	}
	return set
})

const commonWords = "about action after again against agreed all alone already also always and another answer any app are around ask asked back " +
	"bad because been before boss both built but call called calls came can change changed check checked closed code colleagues " +
	"come company contract cost could customer customers data date day days decided did didn't does don't done down each end " +
	"engineer even evening every everyone first five fixed for found four free friday from gave get good got group had half hand " +
	"has have her him his home hour hours how i'd i'm instead into it's job just kept knew know last later lead left let like line " +
	"list live look looked lost made make manager may meeting min minutes model monday month months more morning most moved myself " +
	"name need needed never new next night nine nobody not nothing now number numbers off office old once one ones only open other " +
	"others our out over own page paid paper part people per percent person phone plan product project proposed put quarter rather " +
	"read real really release report result review right rule run said same saw say second see sent set seven she showed since " +
	"situation six small some something start started still stopped support table take task team teams ten test than that the " +
	"their them then there these they thing things third this those thought three through time times told too took two until use " +
	"used want wanted was wasn't way we'd week weeks well went were what when where which who whole why with within without work " +
	"would written wrong wrote year years you"
