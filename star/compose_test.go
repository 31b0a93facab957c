package star

import (
	"strings"
	"testing"
)

func TestCompose(t *testing.T) {
	got, err := Compose(Composition{Title: "Cut a bill: by half", Date: "2025-03", Tags: []string{"cost", "a, b"}, Principles: []string{"frugality"},
		Source: "notes.md:3-9", Question: "Tell me about a time?", Sections: [5]string{Situation: "  indented\nIn March.", Result: "From 9 to 4.\n\n\n- 1 # 2"}, Notes: "Mine.\n"})
	if err != nil {
		t.Fatal(err)
	}
	const want = `---
title: "Cut a bill: by half"
principles: [frugality]
date: 2025-03
tags: [cost, "a, b"]
status: draft
situation: |2
    indented
  In March.
result: |
  From 9 to 4.


  - 1 # 2
source: notes.md:3-9
question: "Tell me about a time?"
---
Mine.
`
	if string(got) != want {
		t.Errorf("got:\n%s", got)
	}
	story := Parse("x.md", got)
	if len(story.Problems) > 0 {
		t.Errorf("%+v", story.Problems)
	}
}

// FuzzCompose holds that a text is written as it is, whatever it holds, or not at
// all, and that the file has no trouble of its own.
func FuzzCompose(f *testing.F) {
	f.Add("A title", "In March.", "note")
	f.Add("yes", "---\n# a\n\x00\t- x: |2\n", "---")
	f.Add("a: b # c", "  x\n y", "## Action\nI did.")
	f.Add("\u2028", "key: [\n\n   z", "")
	f.Fuzz(func(t *testing.T, title, text, notes string) {
		if len(title)+len(text)+len(notes) > 4000 || strings.Contains(notes, "#") || strings.Contains(notes, "=") || strings.Contains(notes, "-") {
			t.Skip() // notes with headings of sections are sections
		}
		source, err := Compose(Composition{Title: title, Sections: [5]string{Action: text}, Notes: notes})
		if err != nil {
			return
		}
		story := Parse("x.md", source)
		if section := story.Section(Action); section != nil && !sameWords(section.Text, allowed(text)) {
			t.Errorf("%q reads as %q", text, section.Text)
		}
		for _, problem := range story.Problems {
			if problem.Kind == Invalid || problem.Kind == Cut {
				t.Errorf("%q: %s", source, problem.Message)
			}
		}
	})
}
