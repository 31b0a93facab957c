package star

import (
	"slices"
	"strings"
	"testing"
)

// TestSet shows a file before and after a change.
func TestSet(t *testing.T) {
	const whole = "---\ntitle: A key # mine\n# when\ndate: 2025\ntags: [a]\nlinks:\n  - x\naction: |\n  I did.\n---\nnote\n"
	tests := []struct {
		name, before string
		edits        func(*Story) []Edit
		after        string
	}{
		{"a value", whole, set("title", "Two: keys"), strings.Replace(whole, "title: A key", `title: "Two: keys"`, 1)},
		{"taken away", whole, set("date", ""), strings.Replace(whole, "date: 2025\n", "", 1)},
		{"a new key", whole, set("status", "ready"), strings.Replace(whole, "tags: [a]\n", "tags: [a]\nstatus: ready\n", 1)},
		{"the first key", "---\ntags: [a]\n---\n", set("title", "X"), "---\ntitle: X\ntags: [a]\n---\n"},
		{"an empty key", "---\ntitle:\ndate: 2025\n---\n", set("title", "X"), "---\ntitle: X\ndate: 2025\n---\n"},
		{"no front matter", "## Action\nI did.\n", set("title", "X"), "---\ntitle: X\n---\n\n## Action\nI did.\n"},
		{"a folded value", "---\ntitle: A\n  key\ndate: 2025\n---\n", set("title", "X"), "---\ntitle: X\ndate: 2025\n---\n"},
		{"lines end in CRLF", "---\r\ntitle: A\r\n---\r\n", set("date", "2025-03"), "---\r\ntitle: A\r\ndate: 2025-03\r\n---\r\n"},
		{"a mark", "\ufeff---\ntitle: A\n---\n", set("title", "B"), "\ufeff---\ntitle: B\n---\n"},
		{"a list", whole, setList("tags", "a", "b c", "d: e"), strings.Replace(whole, "tags: [a]", `tags: [a, b c, "d: e"]`, 1)},
		{"a list of lines", "---\ntags:\n  - a\n  - b\ntitle: X\n---\n", setList("tags", "a", "c"), "---\ntags:\n  - a\n  - c\ntitle: X\n---\n"},
		{"a single value becomes a list", "---\ntags: a\n---\n", setList("tags", "a", "b"), "---\ntags: [a, b]\n---\n"},
		{"no list", whole, setList("tags"), strings.Replace(whole, "tags: [a]\n", "", 1)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := Parse("x.md", []byte(test.before))
			got, err := s.Carry(test.edits(s), func(*Story) bool { return true })
			if err != nil || string(got) != test.after {
				t.Errorf("%v, got\n%q\nwant\n%q", err, got, test.after)
			}
		})
	}
}

func set(key, value string) func(*Story) []Edit {
	return func(s *Story) []Edit { return s.Set(key, value) }
}

func setList(key string, values ...string) func(*Story) []Edit {
	return func(s *Story) []Edit { return s.SetList(key, values) }
}

// TestAdd shows a file before and after a text was added to a section.
func TestAdd(t *testing.T) {
	tests := []struct {
		name, before string
		part         Part
		text, after  string
	}{
		{"a block", "---\naction: |\n  I did.\nresult: Done.\n---\n", Action, "I asked.", "---\naction: |\n  I did.\n\n  I asked.\nresult: Done.\n---\n"},
		{"a step to steps", "---\naction: |\n  1. I did.\n  2. I saw.\n---\n", Action, "3. I asked.", "---\naction: |\n  1. I did.\n  2. I saw.\n  3. I asked.\n---\n"},
		{"a plain value", "---\nresult: Done.\n---\n", Result, "It held.", "---\nresult: |\n  Done.\n\n  It held.\n---\n"},
		{"a section that is not there", "---\nsituation: Once.\nresult: Done.\n---\n", Action, "I did.\nI saw.", "---\nsituation: Once.\naction: |\n  I did.\n  I saw.\nresult: Done.\n---\n"},
		{"the body", "## Action\n\nI did.\n\n## Result\n\nDone.\n", Action, "I asked.", "## Action\n\nI did.\n\nI asked.\n\n## Result\n\nDone.\n"},
		{"a section of the body", "## Situation\n\nOnce.\n\n## Result\n\nDone.\n", Action, "I did.", "## Situation\n\nOnce.\n\n## Action\n\nI did.\n\n## Result\n\nDone.\n"},
		{"the first of the body", "## Result\n\nDone.\n", Action, "I did.", "## Action\n\nI did.\n\n## Result\n\nDone.\n"},
		{"CRLF", "---\r\naction: |\r\n  I did.\r\n---\r\n", Action, "I asked.", "---\r\naction: |\r\n  I did.\r\n\r\n  I asked.\r\n---\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := Parse("x.md", []byte(test.before))
			got, err := s.Carry(s.Add(test.part, test.text), func(*Story) bool { return true })
			if err != nil || string(got) != test.after {
				t.Errorf("%v, got\n%q\nwant\n%q", err, got, test.after)
			}
		})
	}
}

// FuzzSet holds that what is carried out reads as meant, and that nothing else does
// otherwise than before.
func FuzzSet(f *testing.F) {
	f.Add("---\ntitle: A # b\ntags:\n  - x\n---\n## Action\nI did.\n", "title", "a: b")
	f.Add("---\naction: |\n  I did.\n---\n", "date", "2025")
	f.Add("## Result\nDone.\n", "status", "ready")
	f.Fuzz(func(t *testing.T, text, key, value string) {
		if len(text) > 2000 || !slices.Contains([]string{"title", "date", "role", "project", "status", "opening"}, key) {
			t.Skip()
		}
		s := Parse("x.md", []byte(text))
		want := strings.Join(strings.Fields(allowed(value)), " ")
		after, err := s.Carry(s.Set(key, value), func(later *Story) bool { return want == "" || later.Field(key) != "" })
		if err != nil {
			return
		}
		later := Parse("x.md", after)
		for _, section := range s.Sections {
			if other := later.Section(section.Part); other == nil || s.Section(section.Part) == section && other.Text != section.Text {
				t.Errorf("%q, set %s to %q: the %s is lost", text, key, value, section.Part)
			}
		}
	})
}
