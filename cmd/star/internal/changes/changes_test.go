package changes

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/review"
)

var update = flag.Bool("update", false, "rewrite golden files")

const before = `---
title: Rotated a leaked key
tags: [incident]
principles: [bias-for-action]
situation: |
  In March 2025 a signing key of our team at a bank stood in a public log. Nobody knew since when it had been there, and two partners trusted what it signed.
task: I had to replace it within a day, before anyone used it.
action: |
  1. I revoked the key at once.
  2. Then I called the two teams that used it, and told them what it meant for them.
  3. I traced in the logs who had read it.

  I wrote down each step that I took on that day, so that the auditors could follow it.
result: |
  Outage fell by 40 % within a week, from 50 minutes to 30. Everyone was happy.
---
Notes of mine.
`

const after = `---
title: Rotated a leaked signing key
tags: [incident, failure]
principles: [bias-for-action]
task: I had to replace it within a day, before anyone used it.
situation: |
  In March 2025 a signing key of our team at a bank stood in a public log. Nobody knew since when
  it had been there, and two partners trusted what it signed.
action: |
  I wrote down each step that I took on that day, so that the auditors could follow it.

  1. I revoked the key at once.
  2. Then I called the three teams that used it, and told them what it meant for them.
---
## Outcome

Outage fell by 35 % within a week, from 50 minutes to 30.
`

const hostile = "---\ntitle: \"a \\e[31mkey\\u202e\"\naction: |\n  I wrote <script>alert(1)</script> {++not mine++} ~~nor this~~ [-nor that-] 故事故事故事.\n---\n"

func change(from, to, old, new string) Story {
	version := func(path, source string) *review.Version {
		if path == "" {
			return nil
		}
		return review.Check(star.Parse(path, []byte(source)), rules.All, lint.Config{})
	}
	s := Story{ID: "leaked-key", From: from, To: to, Status: Changed, Review: review.Of(version(from, old), version(to, new))}
	switch {
	case from == "":
		s.Status = Added
	case to == "":
		s.Status = Removed
	case from != to:
		s.Status = Renamed
	}
	return s
}

// documents are written in every format.
func documents() map[string]Document {
	edited := change("leaked-key.md", "leaked-key.md", before, after)
	document := func(stories ...Story) Document {
		return Document{Stories: stories, Sides: [2]string{"HEAD", "work tree"}, Rate: 140, Width: 80}
	}
	with := func(d Document, set func(*Document)) Document { set(&d); return d }
	return map[string]Document{
		"nothing":   document(),
		"edited":    document(edited),
		"whole":     with(document(edited), func(d *Document) { d.Whole = true }),
		"judgement": with(document(edited), func(d *Document) { d.Detail = Judgement }),
		"columns":   with(document(edited), func(d *Document) { d.Detail = Columns }),
		"narrow":    with(document(edited), func(d *Document) { d.Detail, d.Width = Columns, 40 }),
		"stat": with(document(edited, change("", "new.md", "", after), change("old.md", "", before, ""), change("a.md", "b.md", before, before)),
			func(d *Document) { d.Detail = Stat }),
		"alone":   document(change("", "new.md", "", after), change("old.md", "", before, "")),
		"hostile": with(document(change("a.md", "a.md", before, hostile)), func(d *Document) { d.Whole = true }),
		"colour":  with(document(edited), func(d *Document) { d.Colour = true }),
	}
}

// TestFormats compares what each format writes with its golden file.
func TestFormats(t *testing.T) {
	for name, d := range documents() {
		for _, format := range Formats() {
			if format.Name != "text" && (d.Detail != Text || d.Colour) {
				continue
			}
			t.Run(name+"/"+format.Name, func(t *testing.T) {
				var out bytes.Buffer
				if err := format.Write(&out, d); err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", name+"."+format.Name+".golden"), out.Bytes())
			})
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s", diff.Diff(path, want, "got", got))
	}
}

// TestHostile holds that nothing of a story is taken for a mark of ours, or reaches
// a terminal or a browser as a command.
func TestHostile(t *testing.T) {
	d := documents()["hostile"]
	for _, format := range Formats() {
		var out bytes.Buffer
		if err := format.Write(&out, d); err != nil {
			t.Fatal(err)
		}
		if format.Name == "json" {
			var any map[string]any
			if err := json.Unmarshal(out.Bytes(), &any); err != nil {
				t.Error(err)
			}
			continue
		}
		for _, never := range []string{"\x1b", "\u202e"} {
			if strings.Contains(out.String(), never) {
				t.Errorf("%s writes %q", format.Name, never)
			}
		}
		if format.Name == "html" && strings.Contains(out.String(), "<script") {
			t.Error("html holds a script")
		}
		if format.Name == "criticmarkup" && strings.Contains(out.String(), "{++not") {
			t.Error("a mark of the story is one of ours")
		}
	}
}

// TestWidths holds that no line is wider than what it is laid out for. The lines of
// the statistics stay whole.
func TestWidths(t *testing.T) {
	for name, d := range documents() {
		for _, width := range []int{40, 80, 110} {
			d.Width, d.Colour = width, false
			var out bytes.Buffer
			if err := Plain(&out, d); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				if got := len([]rune(strings.TrimSuffix(line, "\n"))); got > width && name != "hostile" && name != "stat" {
					t.Errorf("%s: %d columns of %d: %s", name, got, width, line)
				}
			}
		}
	}
}
