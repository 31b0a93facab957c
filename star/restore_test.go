package star

import (
	"errors"
	"strings"
	"testing"
)

// TestRestore holds that a section comes back from every form into every form, and
// that the rest of the file stays as it is, byte by byte.
func TestRestore(t *testing.T) {
	const text = "1. I revoked the key: at once.\n2. I called \"them\".\n\n   They slept.\n\nThen I slept."
	block := strings.ReplaceAll(text, "\n", "\n  ")
	forms := map[string]string{
		"literal": "---\ntitle: x\naction: |\n  " + strings.ReplaceAll(block, "\n  \n", "\n\n") + "\ntask: y\n---\n",
		"body":    "---\ntitle: x\n---\n\n## What I did\n\n" + text + "\n\n## Result\n\nGood.\n",
	}
	const (
		literal = "---\n# mine\ntitle: x   # kept\naction: |  \n  Other.\ntask: y\n---\nNotes.\n"
		inBody  = "---\ntitle: x\n---\n\n## Action\n\nOther.\n\n## Result\n\nGood.\n"
	)
	front := "action: |\n  " + strings.ReplaceAll(block, "\n  \n", "\n\n") + "\n"
	tests := []struct{ name, now, want string }{
		{"a block", literal, "---\n# mine\ntitle: x   # kept\n" + front + "task: y\n---\nNotes.\n"},
		{"a line", "---\naction: Other.\ntask: y\n---\n", "---\n" + front + "task: y\n---\n"},
		{"a list", "---\naction:\n  - Other.\n  - Another.\ntask: y\n---\n", "---\n" + front + "task: y\n---\n"},
		{"nothing", "---\naction:\ntask: y\n---\n", "---\n" + front + "task: y\n---\n"},
		{"no key", "---\ntask: y\nresult: z\n---\n", "---\ntask: y\n" + front + "result: z\n---\n"},
		{"under a heading", inBody, strings.Replace(inBody, "Other.", text, 1)},
		{"under an empty heading", "## Action\n\n## Result\n\nGood.\n", "## Action\n\n" + text + "\n\n## Result\n\nGood.\n"},
		{"under an empty heading at the end", "## Result\n\nGood.\n\n## Action", "## Result\n\nGood.\n\n## Action\n\n" + text + "\n"},
		{"no heading", "## Task\n\ny\n\n## Result\n\nGood.\n", "## Task\n\ny\n\n## Action\n\n" + text + "\n\n## Result\n\nGood.\n"},
		{"an own label", "---\noutcome: z\nsteps: Other.\n---\n", "---\noutcome: z\nsteps" + front[len("action"):] + "---\n"},
	}
	for form, old := range forms {
		for _, test := range tests {
			for name, eol := range map[string]string{"": "\n", " with CRLF": "\r\n"} {
				t.Run(form+" to "+test.name+name, func(t *testing.T) {
					now, want := strings.ReplaceAll(test.now, "\n", eol), strings.ReplaceAll(test.want, "\n", eol)
					got, err := Parse("a.md", []byte(now)).Restore(Action, Parse("a.md", []byte(old)))
					if err != nil || string(got) != want {
						t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
					}
				})
			}
		}
	}
}

// TestRestoreAsSpelled holds that what stood in the front matter comes back as it
// was spelled.
func TestRestoreAsSpelled(t *testing.T) {
	for _, spelled := range []string{"action: 'It''s: done'\n", "action: >-\n    Folded\n    text.\n", "action:\n- one\n- two\n", "action: \"a\\tb\"\n", "action: |+\n  kept\n\n\n"} {
		now := "---\ntitle: x\naction: Other.\ntask: y\n---\n"
		got, err := Parse("a.md", []byte(now)).Restore(Action, Parse("a.md", []byte("---\n"+spelled+"---\n")))
		want := "---\ntitle: x\n" + strings.TrimRight(spelled, "\n") + "\ntask: y\n---\n"
		if err != nil || string(got) != want {
			t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
		}
	}
}

// TestRestoreRefused holds that nothing is restored that would not read as it did,
// or would change how something else reads.
func TestRestoreRefused(t *testing.T) {
	tests := []struct {
		name, now, old string
		want           error
	}{
		{"a heading inside", "## Action\n\nOther.\n", "---\naction: |\n  I ran.\n\n  ## Result\n\n  I won.\n---\n", ErrNotProved},
		{"flow front matter", "---\n{action: Other., task: y}\n---\n", "---\naction: I ran.\n---\n", ErrNotProved},
		{"nothing then", "---\naction: Other.\n---\n", "---\ntask: y\n---\n", ErrNoSection},
		{"blank then", "---\naction: Other.\n---\n", "---\naction:\n---\n", ErrNoSection},
	}
	for _, test := range tests {
		if got, err := Parse("a.md", []byte(test.now)).Restore(Action, Parse("a.md", []byte(test.old))); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, got\n%s", test.name, err, got)
		}
	}
}

// FuzzRestore holds that a restored section says what it said, and all else what it
// says, whatever the two files hold.
func FuzzRestore(f *testing.F) {
	f.Add("---\naction: Other.\n---\n", "## Action\n\nI ran.\n")
	f.Add("## Action\n\nOther.\n\n## Result\n\nGood.\n", "---\naction: |\n  I ran.\n\n  # twice\n---\n")
	f.Add("\ufeff---\r\naction:\r\n- a\r\n---\r\n", "---\naction: \"a\\nb\"\n---\n")
	f.Fuzz(func(t *testing.T, now, old string) {
		s, from := Parse("a.md", []byte(now)), Parse("a.md", []byte(old))
		for _, part := range Parts() {
			source, err := s.Restore(part, from)
			if err != nil {
				continue
			}
			later := Parse("a.md", source)
			if !sameText(later.Section(part).Text, from.Section(part).Text) {
				t.Errorf("%s reads %q, not %q", part, later.Section(part).Text, from.Section(part).Text)
			}
			for _, other := range Parts() {
				if other != part && even(s.Section(other).text()) != even(later.Section(other).text()) {
					t.Errorf("%s changed", other)
				}
			}
		}
	})
}
