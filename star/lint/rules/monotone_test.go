package rules

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
)

// fewer reports whether the findings of one result are some of those of another.
func fewer(after, before lint.Result) bool {
	left := map[*lint.Rule]int{}
	for _, d := range before.Diagnostics {
		left[d.Rule]++
	}
	for _, d := range after.Diagnostics {
		if left[d.Rule]--; left[d.Rule] < 0 {
			return false
		}
	}
	return len(after.Diagnostics) < len(before.Diagnostics)
}

// TestMendingNeverLowers holds that a text with some of the findings of another,
// and none besides, is as ready at least: good examples beside the bad ones, and
// stories of the example bank without the words that a finding is about.
func TestMendingNeverLowers(t *testing.T) {
	compared := 0
	compare := func(name string, before, after lint.Result) {
		if !fewer(after, before) {
			return
		}
		if compared++; after.Readiness.Score < before.Readiness.Score {
			t.Errorf("%s: %d becomes %d: %+v, then %+v", name, before.Readiness.Score, after.Readiness.Score, before.Readiness.Parts, after.Readiness.Parts)
		}
	}
	for _, rule := range All {
		compare(rule.Name, example(rule, rule.Bad), example(rule, rule.Good))
	}
	for path, source := range exampleStories(t) {
		before := check(source)
		for _, d := range before.Diagnostics {
			if words := source[d.Span.Start:d.Span.End]; strings.Count(words, " ") > 3 {
				continue // without a whole sentence it is another story
			}
			after := source[:d.Span.Start] + source[d.Span.End:]
			compare(path+" without "+source[d.Span.Start:d.Span.End], before, check(after))
		}
		mended, _ := lint.Mend(star.Parse(path, []byte(source)), All, lint.Config{})
		compare(path, before, check(string(mended)))
	}
	if compared < 60 {
		t.Errorf("only %d pairs were compared", compared)
	}
}

// exampleStories returns the stories of the example bank, and each of them as its
// writer may have had it before: without one of its sentences.
func exampleStories(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob("../../../stories/examples/stories/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal("no example stories: ", err)
	}
	sources := map[string]string{}
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sources[path] = string(source)
	}
	return sources
}

// TestSaidMoreNeverLowers holds that a story with a sentence more is as ready as it
// was without it, unless that brought a finding.
func TestSaidMoreNeverLowers(t *testing.T) {
	for path, source := range maps.All(exampleStories(t)) {
		whole, story := check(source), star.Parse(path, []byte(source))
		for _, section := range story.Sections {
			for _, sentence := range section.Prose.Sentences {
				span := section.Span(sentence.Range)
				if part := check(source[:span.Start] + source[span.End:]); fewer(whole, part) && whole.Readiness.Score < part.Readiness.Score {
					t.Errorf("%s: %d without %q, %d with it", path, part.Readiness.Score, source[span.Start:span.End], whole.Readiness.Score)
				}
			}
		}
	}
}
