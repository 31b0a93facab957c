package rules

import (
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// wording is a list of phrases that a rule looks for in all sections, each before
// one of the nouns where there are any. The lists of allWordings are looked for
// together, in one pass over the text.
type wording struct{ phrases, nouns []string }

// patterns returns what to look for.
func (w *wording) patterns() []string {
	if len(w.nouns) == 0 {
		return w.phrases
	}
	var pairs []string
	for _, phrase := range w.phrases {
		for _, noun := range w.nouns {
			pairs = append(pairs, phrase+" "+noun)
		}
	}
	return pairs
}

// allWordings lists the wordings of the rules. No phrase may stand in two.
func allWordings() []*wording {
	return []*wording{hedges, fillers, buzzwords, traits, principleNames, blame, complaints, dire, absolutes, apologies, ownFailures}
}

// wordingIndex finds the phrases of all wordings; owners says whose each is.
type wordingIndex struct {
	phrases *prose.Phrases
	owners  []*wording
}

var wordings = sync.OnceValue(func() *wordingIndex {
	index := &wordingIndex{}
	var patterns []string
	for _, w := range allWordings() {
		for _, phrase := range w.patterns() {
			patterns, index.owners = append(patterns, phrase), append(index.owners, w)
		}
	}
	index.phrases = prose.NewPhrases(patterns...)
	return index
})

// saying is a phrase of a wording at its place.
type saying struct {
	of *wording
	spot
}

var sayings = &lint.Fact[[]saying]{Find: func(p *lint.Pass) []saying {
	index := wordings()
	var said []saying
	for _, section := range parts(p, star.Parts()...) {
		for match := range index.phrases.All(section.Prose) {
			said = append(said, saying{index.owners[match.Pattern], spot{section, match}})
		}
	}
	return said
}}

// in returns where a story says one of the phrases and keep, if given, agrees.
// Quoted words are not looked at.
func (w *wording) in(p *lint.Pass, keep func(t *prose.Text, m prose.Match) bool) []spot {
	var found []spot
	for _, s := range sayings.Of(p) {
		if s.of == w && (keep == nil || keep(s.section.Prose, s.match)) {
			found = append(found, s.spot)
		}
	}
	return found
}

// spot is a wording at its place in a section.
type spot struct {
	section *star.Section
	match   prose.Match
}

func (s spot) text() string { return s.section.Prose.Slice(s.match.Range) }

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
func wordBefore(t *prose.Text, m prose.Match) string { return nearby(t, m, m.First-1) }
func wordBehind(t *prose.Text, m prose.Match) string { return nearby(t, m, m.Last) }

// nearby returns a word of the sentence of a match, or "".
func nearby(t *prose.Text, m prose.Match, word int) string {
	if s := t.Sentences[m.Sentence]; word < s.First || word >= s.Last {
		return ""
	}
	return t.Words[word].Text
}

// precededBy reports whether one of some words stands at most reach words before a
// match, in its sentence.
func precededBy(t *prose.Text, m prose.Match, reach int, any func() map[string]bool) bool {
	for i := max(t.Sentences[m.Sentence].First, m.First-reach); i < m.First; i++ {
		if any()[t.Words[i].Text] {
			return true
		}
	}
	return false
}

// saidBySomebody reports whether the words around a match are told as those of
// somebody else: "my manager said that I am ...", "he called it ...".
func saidBySomebody(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := first + 1; i < m.First; i++ {
		if reporting()[t.Words[i].Text] && t.Words[i-1].Text != "i" && t.Words[i-1].Text != "we" {
			return true
		}
	}
	return false
}

// ofTeller reports whether what a match says is said of the teller: "I was lazy",
// "I had become a bad boss", "it made me look stupid". The nearest person before it
// decides.
func ofTeller(t *prose.Text, m prose.Match) bool {
	first := t.Sentences[m.Sentence].First
	for i := m.First - 1; i >= max(first, m.First-6); i-- {
		switch word := t.Words[i].Text; {
		case word == "i" || word == "we":
			return becomes(t, i+1, m.First)
		case word == "i'm" || word == "i'd" || word == "myself":
			return true
		case word == "me" || word == "us":
			return i == first || !beside()[t.Words[i-1].Text] // the team before us
		case persons()[word] || pronouns()[word] || word == "they":
			return false
		}
	}
	return false
}

// becomes reports whether the words between "I" and a judgement make it one of the
// teller: some form of be or become, and nothing else that is done.
func becomes(t *prose.Text, from, until int) bool {
	is := false
	for i := from; i < until; i++ {
		word := t.Words[i].Text
		is = is || being()[word] || word == "been" || word == "be"
		if !being()[word] && !aroundBeing()[word] && !strings.HasSuffix(word, "ly") {
			return false
		}
	}
	return is
}

var (
	being       = words("was am were are felt feel became become becoming turned turning looked sounded seemed being")
	aroundBeing = words("a an the been be had have would into such so very too quite rather pretty just also still not to of kind sort as much")
	beside      = words("before after behind with around between of for to like than from by above below without")
)

var (
	pronouns = words("he she who")
	persons  = words("manager managers boss bosses colleague colleagues coworker coworkers co-worker co-workers teammate teammates developer developers engineer engineers director lead people person guy guys contractor contractors intern analyst analysts admin admins team culture environment employee employees leadership management")
)

var reporting = words("admitted acknowledged conceded confessed believed feared worried knew apologised apologized insisted said says say told tells wrote writes called calls calling described describes thought thinks felt claimed claims accused complained feedback review")

// capital reports whether a word is written with a capital letter.
func capital(t *prose.Text, word int) bool {
	c := t.Source[t.Words[word].Start]
	return c >= 'A' && c <= 'Z'
}

// opens reports whether a word is the first of its sentence.
func opens(t *prose.Text, word int) bool {
	return t.Sentences[t.Words[word].Sentence].First == word
}

// words makes a set of words, built on first use.
func words(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(list) })
}
