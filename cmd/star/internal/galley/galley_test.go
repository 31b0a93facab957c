package galley

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/report/cells"
	"starbank/star/review"
)

var update = flag.Bool("update", false, "rewrite golden files")

const front = `---
title: Rotated a leaked key
principles: [bias-for-action, ownership]
date: 2025-03
followups:
  - ask: How did you know?
    answer: From the logs.
do_not_claim:
  - that no customer was affected
ignore: {lesson-missing: told elsewhere}
situation: |
  On a Friday in March 2025 a signing key of our team at a bank stood in a public log.
task: We had to replace it within a day, before anyone used it.
action: |
  1. I was on call, so I revoked the key at once, and did not wait for
     anyone to agree.
  2. Then I called the two teams that used it.

     They were asleep.

  ` + "```" + `
  revoke --all
  ` + "```" + `

  | team | when |
  | one  | 2:10 |
result: |
  Response got significantly faster, obviously.
---
Notes of mine, which nobody reads.
`

const body = `# A leaked key

Some words before.

## Context

On a Friday in March 2025 a signing key stood in a public log.

## What I did

I revoked the key at once.

### Later

- I traced who had read it,
  for a week.
- I wrote it down.

> It was quick.
`

const hostile = "---\ntitle: \"a \\e[31mkey\\u202e\"\naction: |\n  I wrote <script>alert(1)</script> ‹not evidence› «nor this»[9] 故事故事故事.\n---\n"

func set(source string) Galley {
	version := review.Check(star.Parse("stories/leaked-key.md", []byte(source)), rules.All, lint.Config{})
	return Galley{Version: version, Rate: 140, Width: 80}
}

var galleys = map[string]func() Galley{
	"front":  func() Galley { return set(front) },
	"body":   func() Galley { return set(body) },
	"empty":  func() Galley { return set("") },
	"broken": func() Galley { return set("---\ntitle: [\nresult: It went well.\n") },
	"narrow": func() Galley { g := set(front); g.Width = 40; return g },
	"colour": func() Galley { g := set(front); g.Colour = true; return g },
	"revision": func() Galley {
		g := set(front)
		g.Revision = Revision{"HEAD~2", "0123456789abcdef", "2026-01-03", "First \x1b[31mdraft"}
		return g
	},
	"hostile": func() Galley { return set(hostile) },
}

// TestFormats compares what each format writes with its golden file.
func TestFormats(t *testing.T) {
	formats := map[string]func(io.Writer, Galley) error{"text": Text, "markdown": Markdown, "json": JSON}
	for name, made := range galleys {
		for format, write := range formats {
			if format != "text" && (name == "narrow" || name == "colour") {
				continue
			}
			t.Run(name+"/"+format, func(t *testing.T) {
				var out bytes.Buffer
				if err := write(&out, made()); err != nil {
					t.Fatal(err)
				}
				if format == "json" && !json.Valid(out.Bytes()) {
					t.Error("no valid document")
				}
				golden(t, filepath.Join("testdata", name+"."+format+".golden"), out.Bytes())
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

// TestText holds, for every width, that no line is wider, that nothing of a story
// reaches the terminal as a command, that each finding is named by its number and
// that all words are shown.
func TestText(t *testing.T) {
	for name, made := range galleys {
		for _, width := range []int{40, 57, 80, 110} {
			g := made()
			g.Width, g.Colour = width, false
			var out bytes.Buffer
			if err := Text(&out, g); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				if got := cells.Width(strings.TrimSuffix(line, "\n")); got > width {
					t.Errorf("%s: %d columns of %d: %s", name, got, width, line)
				}
			}
			if strings.ContainsAny(out.String(), "\x1b\u202e") {
				t.Errorf("%s writes a command", name)
			}
			for i := range g.Findings {
				if number := fmt.Sprintf("  [%d]", i+1); !strings.Contains(out.String(), number) {
					t.Errorf("%s lacks the finding %s", name, number)
				}
			}
			shown := strings.NewReplacer("‹", "", "›", "", "«", "", "»", "").Replace(out.String())
			for _, section := range g.Story.Sections {
				for _, word := range section.Prose.Words {
					if text := section.Prose.Slice(word.Range); !strings.Contains(shown, text) && name != "hostile" {
						t.Errorf("%s lacks the word %q", name, text)
					}
				}
			}
		}
	}
}

// TestMarks holds where marks stand that meet.
func TestMarks(t *testing.T) {
	text := "one two three four"
	evidence := func(from, to int) mark { return mark{from: from, to: to} }
	finding := func(n, from, to int) mark { return mark{from, to, n, lint.Warning} }
	tests := []struct {
		name  string
		marks []mark
		want  string
	}{
		{"none", nil, text},
		{"evidence", []mark{evidence(4, 7)}, "one ‹two› three four"},
		{"a finding", []mark{finding(1, 4, 13)}, "one «two three»[1] four"},
		{"both of the same words", []mark{evidence(4, 7), finding(1, 4, 7)}, "one ‹«two›»[1] three four"},
		{"one in the other", []mark{evidence(8, 13), finding(1, 4, 18)}, "one «two ‹three› four»[1]"},
		{"across", []mark{evidence(4, 13), finding(1, 8, 18)}, "one ‹two «three› four»[1]"},
		{"side by side", []mark{finding(1, 4, 7), finding(2, 8, 13)}, "one «two»[1] «three»[2] four"},
		{"a place", []mark{finding(1, 7, 7)}, "one two[1] three four"},
		{"the end", []mark{finding(1, 18, 18)}, "one two three four[1]"},
		{"blanks around", []mark{finding(1, 3, 8)}, "one «two»[1] three four"},
		{"all", []mark{finding(1, 0, 18)}, "«one two three four»[1]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := &strings.Builder{}
			m := newMarker(text, test.marks, false)
			for _, b := range blocks(text) {
				for _, run := range m.runs(b.lines[0]) {
					p.WriteString(run.Text)
				}
			}
			if p.String() != test.want {
				t.Errorf("got %s, want %s", p, test.want)
			}
		})
	}
}
