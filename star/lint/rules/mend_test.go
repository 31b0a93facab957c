package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

func TestMend(t *testing.T) {
	tests := []struct{ name, before, after string }{
		{"key", "---\ntag: [a] # mine\nmood: proud\ntask: I had to mend it.\n---\n", "---\ntags: [a] # mine\nmood: proud\ntask: I had to mend it.\n---\n"},
		{"key that would clash", "---\ntag: [a]\ntags: [b]\ntask: I had to mend it.\n---\n", "---\ntag: [a]\ntags: [b]\ntask: I had to mend it.\n---\n"},
		{"principle", "---\nprinciples: [\"Dive Deap\", ownership] # two\ntask: I had to mend it.\n---\n", "---\nprinciples: [dive-deep, ownership] # two\ntask: I had to mend it.\n---\n"},
		{"principle in a text of several", "---\nprinciples: Dive Deap, ownership\ntask: I had to mend it.\n---\n", "---\nprinciples: Dive Deap, ownership\ntask: I had to mend it.\n---\n"},
		{"value cut", "---\ntitle: C# and #1 \"best\" team  \nrole: x\ntask: I had to mend it.\n---\n", "---\ntitle: \"C# and #1 \\\"best\\\" team\"  \nrole: x\ntask: I had to mend it.\n---\n"},
		{"value cut, of a list", "---\ntags:\n  - a #1\n  - b\ntask: I had to mend it.\n---\n", "---\ntags:\n  - \"a #1\"\n  - b\ntask: I had to mend it.\n---\n"},
		{"heading", "##Situation\r\n\r\nA shop was down.\r\n", "## Situation\r\n\r\nA shop was down.\r\n"},
		{"divider", "## Result\n\nIt held.\n---\nnotes\n", "## Result\n\nIt held.\n\n---\nnotes\n"},
		{"late front matter", "\ufeff\n\n---\ntitle: x\ntask: I had to mend it.\n---\n", "\ufeff---\ntitle: x\ntask: I had to mend it.\n---\n"},
		{"invisible", "---\n\u200btitle: x\ntask: I had to mend it.\n---\n", "---\ntitle: x\ntask: I had to mend it.\n---\n"},
		{"status", "---\nstatus: Ready\ntask: I had to mend it.\n---\n", "---\nstatus: ready\ntask: I had to mend it.\n---\n"},
		{"unused ignore", "---\nignore: {STAR301: told with a partner}\ntitle: x\ntask: I had to mend it.\n---\n", "---\ntitle: x\ntask: I had to mend it.\n---\n"},
		{"one after the other", "\n---\ntag: [a]\ntask: I had to mend it.\n---\n", "---\ntags: [a]\ntask: I had to mend it.\n---\n"},
		{"nothing", "---\ntitle: x\ntask: I had to mend it.\n---\n", "---\ntitle: x\ntask: I had to mend it.\n---\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, mended := lint.Mend(star.Parse("x.md", []byte(test.before)), All, lint.Config{})
			if string(got) != test.after {
				t.Errorf("%q, want %q", got, test.after)
			}
			if (len(mended) > 0) != (test.before != test.after) {
				t.Errorf("%d findings are said to be mended", len(mended))
			}
		})
	}
}

// TestMendIsHarmless holds that to mend a file twice is to mend it once, and that
// no word of a section is lost, for every example and fixture there is, with the
// line breaks of each system.
func TestMendIsHarmless(t *testing.T) {
	files := []string{"---\n" + linttest.Sound + "---\n"}
	for _, rule := range All {
		files = append(files, linttest.Overlay(rule.Bad), linttest.Overlay(rule.Good))
	}
	paths, _ := filepath.Glob("testdata/*.md")
	examples, _ := filepath.Glob("../../../stories/examples/stories/*.md")
	for _, path := range append(paths, examples...) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, string(source))
	}
	for _, file := range files {
		for _, text := range []string{file, strings.ReplaceAll(file, "\n", "\r\n"), "\ufeff" + file} {
			checkMend(t, text)
		}
	}
}

func checkMend(t *testing.T, text string) {
	t.Helper()
	story := star.Parse("x.md", []byte(text))
	once, mended := lint.Mend(story, All, lint.Config{})
	again, more := lint.Mend(star.Parse("x.md", once), All, lint.Config{})
	if string(again) != string(once) || len(more) > 0 {
		t.Errorf("mended again, %q becomes %q", once, again)
	}
	if len(mended) == 0 && string(once) != text {
		t.Errorf("nothing is mended and %q becomes %q", text, once)
	}
	if before, after := wordsOf(story), wordsOf(star.Parse("x.md", once)); after < before-len(mended) { // a heading is no longer text
		t.Errorf("%d words become %d in %q", before, after, once)
	}
}

func wordsOf(story *star.Story) (words int) {
	for _, section := range story.Sections {
		words += len(section.Prose.Words)
	}
	return words
}

// FuzzMend holds the same for any text.
func FuzzMend(f *testing.F) {
	f.Add("---\ntag: a #1\nignore: {action-we: x}\nprinciples: [dive deap]\n---\n##Result\nx\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			once, _ := lint.Mend(star.Parse("x.md", []byte(text)), All, lint.Config{})
			if again, _ := lint.Mend(star.Parse("x.md", once), All, lint.Config{}); string(again) != string(once) {
				t.Errorf("mended again, %q becomes %q", once, again)
			}
		}
	})
}
