package linttest

import (
	"slices"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
)

// banned reports every "cut".
var banned = &lint.Rule{ID: "STAR801", Name: "banned-word", Severity: lint.Info, Check: func(p *lint.Pass) {
	for i := range p.Story.Source {
		if strings.HasPrefix(string(p.Story.Source[i:]), "cut") {
			p.Report(lint.Finding{Span: star.Span{Start: i, End: i + 3}, Message: `it is "banned"`})
		}
	}
}}

func TestCompare(t *testing.T) {
	tests := []struct {
		name, fixture string
		want          []string
	}{
		{"nothing wanted, nothing found", "## Action\nI split it.\n", nil},
		{"wanted and found", "## Action\nI cut it. <!-- want \"banned-word: it is\" -->\n", nil},
		{"by its name alone", "## Action\nI cut it. <!-- want \"banned-word\" -->\n", nil},
		{"in front matter", "---\ntitle: I cut it # want \"banned-word\"\n---\n", nil},
		{"with quotes", "## Action\nI cut it. <!-- want \"is \\\"banned\\\"\" -->\n", nil},
		{"two on a line", "## Action\nI cut and cut. <!-- want \"banned\" \"banned\" -->\n", nil},
		{"found and not wanted", "## Action\nI cut it.\n", []string{`f.md:2: unexpected banned-word: it is "banned"`}},
		{"wanted and not found", "## Action\nI split it. <!-- want \"banned-w.rd\" -->\n", []string{`f.md:2: nothing matches "banned-w.rd"`}},
		{"wanted a line later", "## Action\nI cut it.\n<!-- want \"banned-w.rd\" -->\n",
			[]string{`f.md:2: unexpected banned-word: it is "banned"`, `f.md:3: nothing matches "banned-w.rd"`}},
		{"wanted otherwise", "## Action\nI cut it. <!-- want \"says-spl.t\" -->\n",
			[]string{`f.md:2: nothing matches "says-spl.t"`, `f.md:2: unexpected banned-word: it is "banned"`}},
		{"one wanted of two", "## Action\nI cut and cut. <!-- want \"is\" -->\n", []string{`f.md:2: unexpected banned-word: it is "banned"`}},
		{"two wanted of one", "## Action\nI cut it. <!-- want \"is\" \"is\" -->\n", []string{`f.md:2: nothing matches "is"`}},
	}
	for _, test := range tests {
		got, err := Compare("f.md", test.fixture, []*lint.Rule{banned}, lint.Config{})
		if slices.Sort(got); err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: differences %q, %v, want %q", test.name, got, err, test.want)
		}
	}
	if _, err := Compare("f.md", "I <!-- want \"(\" -->\n", nil, lint.Config{}); err == nil || !strings.HasPrefix(err.Error(), "line 1: ") {
		t.Errorf("a pattern that is none: %v", err)
	}
}

func TestOverlay(t *testing.T) {
	for _, whole := range []string{"---\ntitle: A\n---\n", "# A\n", "\n\n---\n"} {
		if got := Overlay(whole); got != whole {
			t.Errorf("a whole file becomes %q", got)
		}
	}
	got := Overlay("task: |\n  Mine.\n\n  Twice.\nmood: proud")
	if !strings.HasPrefix(got, "---\ntitle: ") || !strings.HasSuffix(got, "mood: proud\n---\n") || !strings.Contains(got, "\ntask: |\n  Mine.\n\n  Twice.\naction:") {
		t.Errorf("overlay is %q", got)
	}
	if strings.Contains(got, "owner of the pipeline") || strings.Count(got, "task:") != 1 {
		t.Errorf("the sound task is left in: %q", got)
	}
	if got := Overlay("title: Mine"); strings.Count(got, "title:") != 1 || !strings.HasPrefix(got, "---\ntitle: Mine\n") {
		t.Errorf("overlay of a title is %q", got)
	}
	if got := Overlay("date: 2024\ndate: 2025"); !strings.Contains(got, "\ndate: 2024\ndate: 2025\n") {
		t.Errorf("a key given twice is %q", got)
	}
	if story := star.Parse("sound.md", []byte(Overlay("mood: proud"))); len(story.Problems) > 0 || len(story.Sections) != 5 {
		t.Errorf("problems %v, %d sections", story.Problems, len(story.Sections))
	}
}
