package star

import (
	"errors"
	"testing"
)

func TestApply(t *testing.T) {
	tests := []struct {
		name, want string
		edits      []Edit
	}{
		{"nothing", "abcdef", nil},
		{"replace", "aXdef", []Edit{{Span{1, 3}, "X"}}},
		{"out of order", "XbcdY", []Edit{{Span{4, 6}, "Y"}, {Span{0, 1}, "X"}}},
		{"insert twice at one place", "aXYbcdef", []Edit{{Span{1, 1}, "X"}, {Span{1, 1}, "Y"}}},
		{"insert before a replacement", "aXYcdef", []Edit{{Span{1, 2}, "Y"}, {Span{1, 1}, "X"}}},
		{"delete all", "", []Edit{{Span: Span{0, 6}}}},
	}
	for _, test := range tests {
		if got, err := Apply([]byte("abcdef"), test.edits); err != nil || string(got) != test.want {
			t.Errorf("%s: %q, %v, want %q", test.name, got, err, test.want)
		}
	}
	for _, edits := range [][]Edit{{{Span{0, 2}, ""}, {Span{1, 3}, ""}}, {{Span{5, 7}, ""}}, {{Span{3, 2}, ""}}, {{Span{-1, 2}, ""}}} {
		if got, err := Apply([]byte("abcdef"), edits); !errors.Is(err, ErrEdits) {
			t.Errorf("Apply(%v) = %q, %v, want ErrEdits", edits, got, err)
		}
	}
}

func TestIgnores(t *testing.T) {
	with := func(text string) string { return "---\ntitle: x\n" + text + "task: y\n---\n" }
	tests := []struct{ name, file, removed, added string }{ // removed: the second one, or the only one
		{"flow", with("ignore: {a: r, b: s, c: u}\n"), with("ignore: {a: r, c: u}\n"), with("ignore: {a: r, b: s, c: u, d: \"why\"}\n")},
		{"flow, the last", with("ignore: {a: r, b: s}\n"), with("ignore: {a: r}\n"), with("ignore: {a: r, b: s, d: \"why\"}\n")},
		{"flow, the only", with("ignore: {a: r}\n"), with(""), with("ignore: {a: r, d: \"why\"}\n")},
		{"block", with("ignore:\n  a: r\n  b: s # note\n"), with("ignore:\n  a: r\n"), with("ignore:\n  a: r\n  b: s # note\n  d: \"why\"\n")},
		{"block, the only", with("ignore:\n  a: r\n"), with(""), with("ignore:\n  a: r\n  d: \"why\"\n")},
		{"carriage returns", "---\r\nignore:\r\n  a: r\r\n  b: s\r\n---\r\n", "---\r\nignore:\r\n  a: r\r\n---\r\n", "---\r\nignore:\r\n  a: r\r\n  b: s\r\n  d: \"why\"\r\n---\r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			story := Parse("x.md", []byte(test.file))
			got, err := Apply(story.Source, story.RemoveIgnore(min(1, len(story.Ignores)-1)))
			if err != nil || string(got) != test.removed {
				t.Errorf("removed: %q, %v, want %q", got, err, test.removed)
			}
			edits, err := story.AddIgnores([]string{"d"}, "why")
			if err != nil {
				t.Fatal(err)
			}
			if got, err = Apply(story.Source, edits); err != nil || string(got) != test.added {
				t.Errorf("added: %q, %v, want %q", got, err, test.added)
			}
		})
	}
}

func TestAddFirstIgnore(t *testing.T) {
	for file, want := range map[string]string{
		"---\ntitle: x\n---\ntext":          "---\ntitle: x\nignore:\n  d: \"say \\\"why\\\"\"\n  e: \"say \\\"why\\\"\"\n---\ntext",
		"---\ntitle: x\nignore:\n---\ntext": "---\ntitle: x\nignore:\n  d: \"say \\\"why\\\"\"\n  e: \"say \\\"why\\\"\"\n---\ntext",
		"---\ntitle: x\nignore: {}\n---\n":  "---\ntitle: x\nignore:\n  d: \"say \\\"why\\\"\"\n  e: \"say \\\"why\\\"\"\n---\n",
	} {
		story := Parse("x.md", []byte(file))
		edits, err := story.AddIgnores([]string{"d", "e"}, `say "why"`)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Apply(story.Source, edits)
		if err != nil || string(got) != want {
			t.Errorf("%q: %q, %v, want %q", file, got, err, want)
		}
		if again := Parse("x.md", got); len(again.Ignores) != 2 || again.Ignores[0].Reason.Text != `say "why"` {
			t.Errorf("%q is read as %v", got, again.Ignores)
		}
	}
	for _, file := range []string{"no front matter", "---\nignore: [a]\n---\n"} {
		if _, err := Parse("x.md", []byte(file)).AddIgnores([]string{"d"}, "why"); !errors.Is(err, ErrNoPlace) {
			t.Errorf("%q: %v, want ErrNoPlace", file, err)
		}
	}
}

// TestKeeps holds that a changed value or section is seen, and nothing else.
func TestKeeps(t *testing.T) {
	const file = "---\ntitle: x # note\ntags: [a, b]\ntask: |\n  one\n  two\n---\n## Result\n\nthree\n"
	story := Parse("x.md", []byte(file))
	for _, test := range []struct {
		file string
		want bool
	}{
		{file, true},
		{"---\ntags: [a, b]\ntitle: x\ntask: |\n  one\n  two\n---\n## Result\n\nthree\n", true},
		{"---\ntitle: y\ntags: [a, b]\ntask: |\n  one\n  two\n---\n## Result\n\nthree\n", false},
		{"---\ntitle: x\ntask: |\n  one\n  two\n---\n## Result\n\nthree\n", false},
		{"---\ntitle: x\ntags: [a, b]\ntask: |\n  one\n---\n## Result\n\nthree\n", false},
		{"---\ntitle: x\ntags: [a, b]\ntask: |\n  one\n  two\n---\n##Result\n\nthree\n", false},
	} {
		if got := story.Keeps(Parse("x.md", []byte(test.file)), nil); got != test.want {
			t.Errorf("Keeps(%q) = %v, want %v", test.file, got, test.want)
		}
	}
}
