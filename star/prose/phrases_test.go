package prose

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestPhrasesAgree compares what Find returns with what a search by every
// pattern at every word finds.
func TestPhrasesAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	syllables := []string{"a", "ab", "abc", "b", "ba", "bac", "c", "ca", "call", "caller"}
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	for range 500 {
		var patterns []string
		for range 1 + random.IntN(12) {
			pattern := pick(syllables)
			for range random.IntN(3) {
				pattern += pick([]string{" ", " ", "-"}) + pick(syllables)
			}
			patterns = append(patterns, pattern+pick([]string{"", "", "*"}))
		}
		var source strings.Builder
		for range 40 {
			source.WriteString(pick(syllables) + pick([]string{" ", " ", " ", "-", ". ", "\n\n", " \"", "\" ", " `x` "}))
		}
		comparePhrases(t, patterns, Analyze(source.String()))
	}
}

func comparePhrases(t *testing.T, patterns []string, text *Text) {
	t.Helper()
	next, phrases := 0, NewPhrases(patterns...)
	for _, m := range phrases.Find(text) {
		for ; next < m.First; next++ {
			if n := reach(text, next, patterns); n > 0 {
				t.Fatalf("Find(%q) of %q passed over word %d", text.Source, patterns, next)
			}
		}
		if n := reach(text, m.First, patterns); n != m.Last-m.First || n != reach(text, m.First, patterns[m.Pattern:m.Pattern+1]) {
			t.Fatalf("Find(%q) of %q = %+v, want %d words of its pattern", text.Source, patterns, m, n)
		}
		next = m.Last
	}
	for ; next < len(text.Words); next++ {
		if reach(text, next, patterns) > 0 {
			t.Fatalf("Find(%q) of %q missed word %d", text.Source, patterns, next)
		}
	}
}

// reach returns how many words the longest of some patterns matches at a word.
func reach(text *Text, at int, patterns []string) (longest int) {
	for _, pattern := range patterns {
		for _, spelling := range []string{pattern, strings.ReplaceAll(pattern, "-", " "), strings.ReplaceAll(pattern, "-", "")} {
			if words := strings.Fields(spelling); matchesAll(text, at, words) {
				longest = max(longest, len(words))
			}
		}
	}
	return longest
}

func matchesAll(text *Text, at int, words []string) bool {
	for i, word := range words {
		if at+i >= len(text.Words) || text.Words[at+i].Quoted || text.Words[at+i].Sentence != text.Words[at].Sentence {
			return false
		}
		beginning, stem := strings.CutSuffix(word, "*")
		if said := text.Words[at+i].Text; said != word && (!stem || !strings.HasPrefix(said, beginning)) {
			return false
		}
	}
	return true
}

func BenchmarkPhrases(b *testing.B) {
	text := Analyze(strings.Repeat("On Friday the build of our service was slow, so I split the tests. ", 10))
	phrases := NewPhrases("down from", "delay*", "on-call", "slow*", "a lot", "in the process of", "broke*", "tests were", "so that")
	b.ReportAllocs()
	for b.Loop() {
		phrases.Has(text)
		phrases.Find(text)
	}
}
