package rules

import (
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// spot is a wording at its place in a section.
type spot struct {
	section *star.Section
	match   prose.Match
}

func (s spot) text() string { return s.section.Prose.Slice(s.match.Range) }

// spots returns where the story says one of some phrases and keep, if given,
// agrees. Quoted words are not looked at.
func spots(p *lint.Pass, phrases *prose.Phrases, keep func(t *prose.Text, m prose.Match) bool) []spot {
	var found []spot
	for _, section := range parts(p, star.Parts()...) {
		for _, match := range phrases.Find(section.Prose) {
			if keep == nil || keep(section.Prose, match) {
				found = append(found, spot{section, match})
			}
		}
	}
	return found
}

// reportSpots reports the first of some places, with the others related.
func reportSpots(p *lint.Pass, found []spot, severity lint.Severity, message, help string) {
	var related []lint.Related
	for _, s := range found[1:] {
		related = append(related, lint.Related{Span: s.section.Span(s.match.Range), Message: "and here"})
	}
	first := found[0]
	p.Report(lint.Finding{Span: first.section.Span(first.match.Range), Section: first.section, Severity: severity, Message: message, Help: help, Related: related})
}

// dense reports whether a wording is found often for the length of the story:
// least times, and more than once in a hundred words.
func dense(p *lint.Pass, found, least int) bool {
	return found >= least && 100*found > p.Anatomy.Words
}

// declares reports whether a story is filed under one of some principles.
func declares(p *lint.Pass, ids ...string) bool {
	for _, reference := range p.References() {
		for _, id := range ids {
			if reference.ID == id {
				return true
			}
		}
	}
	return false
}

// wordBefore and wordBehind return the neighbours of a match in its sentence, or
// "".
func wordBefore(t *prose.Text, m prose.Match) string {
	if m.First > t.Sentences[m.Sentence].First {
		return t.Words[m.First-1].Text
	}
	return ""
}

func wordBehind(t *prose.Text, m prose.Match) string {
	if m.Last < t.Sentences[m.Sentence].Last {
		return t.Words[m.Last].Text
	}
	return ""
}

// capital reports whether a word is written with a capital letter.
func capital(t *prose.Text, word int) bool {
	c := t.Source[t.Words[word].Start]
	return c >= 'A' && c <= 'Z'
}

// opens reports whether a word is the first of its sentence.
func opens(t *prose.Text, word int) bool {
	return t.Sentences[t.Words[word].Sentence].First == word
}

// pairs builds the phrases of each first word with each second one.
func pairs(first, second string) func() *prose.Phrases {
	return sync.OnceValue(func() *prose.Phrases {
		var patterns []string
		for a := range strings.FieldsSeq(first) {
			for b := range strings.FieldsSeq(second) {
				patterns = append(patterns, a+" "+b)
			}
		}
		return prose.NewPhrases(patterns...)
	})
}
