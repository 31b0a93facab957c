package lint

import (
	"slices"
	"strings"
)

// Compare tells which findings about a story are gone from one check to the next,
// and which have come in. A finding is known again by its rule and its section and,
// where its message quotes the story, by the words: of three hedges one is mended,
// and it is the same finding; where "significantly" gives way to "many", one is gone
// and one has come in. Places do not count, since they move with every edit, nor
// does the severity.
func Compare(before, after []Diagnostic) (gone, come []Diagnostic) {
	gone = slices.Clone(before)
	for _, d := range after {
		if i := slices.IndexFunc(gone, d.same); i >= 0 {
			gone = slices.Delete(gone, i, i+1)
		} else {
			come = append(come, d)
		}
	}
	return gone, come
}

// same reports whether two findings are one, seen in two checks.
func (d Diagnostic) same(other Diagnostic) bool {
	if d.Rule != other.Rule || d.Section != other.Section || d.quotes() != other.quotes() {
		return false
	}
	words := d.words()
	return !d.quotes() || slices.ContainsFunc(other.words(), func(word string) bool { return slices.Contains(words, word) })
}

// quotes reports whether the message repeats words of the story.
func (d Diagnostic) quotes() bool { return strings.Contains(d.Message, `"`) }

// words lists what the finding and its further places cover, in small letters.
func (d Diagnostic) words() []string {
	words := []string{strings.ToLower(d.Story.Quote(d.Span))}
	for _, related := range d.Related {
		words = append(words, strings.ToLower(d.Story.Quote(related.Span)))
	}
	return words
}
