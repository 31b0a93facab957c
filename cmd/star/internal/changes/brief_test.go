package changes

import (
	"strings"
	"testing"
)

func TestBrief(t *testing.T) {
	edit := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(before) }
	tests := []struct {
		name, from, to string
		old, new       string
		want           string
	}{
		{"created", "", "a.md", "", before, "created"},
		{"removed", "a.md", "", before, "", "removed"},
		{"renamed", "a.md", "b.md", before, before, "renamed from a"},
		{"moved", "drafts/a.md", "stories/a.md", before, before, "moved from drafts"},
		{"renamed with an edit", "a.md", "b.md", before, edit(" Everyone was happy.", ""), "renamed from a, result -3 words"},
		{"words", "a.md", "a.md", before, edit("at once", "at once, before I told anybody"), "action +4 words"},
		{"a figure before its words", "a.md", "a.md", before, edit("40 %", "35 %"), "40 % became 35 %, result +1 -1 words"},
		{"many words before a figure", "a.md", "a.md", before, edit("40 %", "35 %", "Notes of mine.", strings.Repeat("Another note. ", 10)), "notes +20 -3 words, 40 % became 35 %, result +1 -1 words"},
		{"a lesson", "a.md", "a.md", before, edit("---\nNotes", "lesson: |\n  Since then I scan logs.\n---\nNotes"), "lesson added"},
		{"a status", "a.md", "a.md", before, edit("tags: [incident]", "status: ready"), "status ready, tags removed"},
		{"white space", "a.md", "a.md", before, edit("task: I had", "task:   I had"), ""},
		{"wrapped anew", "a.md", "a.md", before, edit("public log. Nobody", "public log.\n  Nobody"), "situation wrapped anew"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			story := change(test.from, test.to, test.old, test.new)
			if got := strings.Join(story.Brief(), ", "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestBriefAll holds that all that a revision did is told, each thing once.
func TestBriefAll(t *testing.T) {
	story := change("leaked-key.md", "leaked-key.md", before, after)
	brief := strings.Join(story.Brief(), "; ")
	for _, want := range []string{"40 % became 35 %", "two teams became three teams", "moved from the front matter to the body", "notes removed", "tags changed", "title changed", "1 passage moved"} {
		if strings.Count(brief, want) != 1 {
			t.Errorf("%q is not told once: %s", want, brief)
		}
	}
}
