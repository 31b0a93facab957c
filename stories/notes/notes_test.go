package notes

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"starbank/principles"
	"starbank/star"
)

// show writes stories a line each: the lines, the principles, the title, and each
// section by its first and last word.
func show(stories []Story, skips []Skip) string {
	var b strings.Builder
	for _, s := range stories {
		fmt.Fprintf(&b, "%d-%d %s %q", s.Line, s.End, strings.Join(s.Principles, "+"), s.Title)
		for _, part := range star.Parts() {
			if words := strings.Fields(s.Sections[part]); len(words) > 0 {
				fmt.Fprintf(&b, " %s:%d", part.String()[:1], len(words))
			}
		}
		if !s.Marked {
			b.WriteString(" unmarked")
		}
		b.WriteString("\n")
	}
	for _, s := range skips {
		fmt.Fprintf(&b, "- %d-%d %s\n", s.Line, s.End, s.Reason)
	}
	return b.String()
}

// TestRead runs the layouts of testdata: notes, and below a line of = what is found.
func TestRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d fixtures, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			fixture, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			source, want, found := strings.Cut(string(fixture), "\n=====\n")
			if !found {
				t.Fatal("no line of =====")
			}
			for name, text := range map[string]string{"": source, "CRLF": strings.ReplaceAll(source, "\n", "\r\n"), "a mark": "\ufeff" + source} {
				if got := show(Read("notes.md", []byte(text), principles.Builtin())); got != want {
					t.Errorf("%s got\n%swant\n%s", name, got, want)
				}
			}
		})
	}
}

// TestPath holds that the name of a file or a folder files its stories.
func TestPath(t *testing.T) {
	const text = "S: In March our bill at a bank grew.\nT: I had to cut it.\nA: I counted the seats.\nR: From 9 to 4.\n"
	for path, want := range map[string]string{"1_Customer_obsession.md": "customer-obsession", "dive deep/one.md": "dive-deep", "Ownsership.md": "ownership", "notes.md": ""} {
		stories, _ := Read(path, []byte(text), principles.Builtin())
		if len(stories) != 1 || strings.Join(stories[0].Principles, "+") != want {
			t.Errorf("%s: %+v, want %q", path, stories, want)
		}
	}
}

// TestKeepsWords holds that every word below the first label is in the story.
func TestKeepsWords(t *testing.T) {
	const text = "**Situation**: one two\nthree\n\n- four\n  - five `six`\n> seven\n\n**Task:** eight\n**Action**\n1. nine\n2. ten **eleven**\n**Result** - twelve\n\nthirteen fourteen\n\n**Also answers:** fifteen\n"
	stories, _ := Read("notes.md", []byte(text), principles.Builtin())
	if len(stories) != 1 {
		t.Fatalf("%+v", stories)
	}
	all := strings.Join(stories[0].Sections[:], " ") + stories[0].Notes
	for _, word := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen") {
		if !strings.Contains(all, word) {
			t.Errorf("%q is lost: %q", word, all)
		}
	}
}

func TestReadSheet(t *testing.T) {
	const sheet = "Title,Situation,My Task,Action,Result,LP,Company\n" +
		"Cut costs,\"In March our bill, at a bank, grew.\",,\"I counted.\nI asked.\",From 9 to 4,\"Frugality; Dive Deep\",Acme\n,,,,,,\n"
	stories, skips, err := ReadSheet([]byte("\ufeff"+sheet), ',', principles.Builtin())
	if err != nil || len(stories) != 1 || len(skips) != 0 && skips[0].Line == 0 {
		t.Fatalf("%+v, %+v, %v", stories, skips, err)
	}
	s := stories[0]
	if s.Title != "Cut costs" || strings.Join(s.Principles, "+") != "frugality+dive-deep" || s.Sections[star.Action] != "I counted.\nI asked." || !strings.Contains(s.Notes, "Company: Acme") || s.Line != 2 {
		t.Errorf("%+v", s)
	}
	for name, bad := range map[string]string{"no sections": "a,b\n1,2\n", "nothing": "", "tabs": "Situation\tTask\n\"x\ty\n"} {
		if _, _, err := ReadSheet([]byte(bad), ',', principles.Builtin()); err == nil {
			t.Errorf("%s is a sheet of stories", name)
		}
	}
}

func TestReadJSON(t *testing.T) {
	const doc = `{"version":1,"stories":[{"title":"Cut costs","principles":["dive-deep"],"question":"Why?","sections":{"situation":"In March our bill at a bank grew.","action":"- I counted.\n- I asked."},"notes":"more"}]}`
	stories, _, err := ReadJSON([]byte(doc), principles.Builtin())
	if err != nil || len(stories) != 1 || stories[0].Sections[star.Action] != "- I counted.\n- I asked." || stories[0].Question != "Why?" || stories[0].Notes != "more" {
		t.Errorf("%+v, %v", stories, err)
	}
	for _, bad := range []string{"", "{}", `{"version":2,"stories":[]}`, "[1]"} {
		if _, _, err := ReadJSON([]byte(bad), principles.Builtin()); err == nil {
			t.Errorf("%q is a document of stories", bad)
		}
	}
}

func TestID(t *testing.T) {
	for title, want := range map[string]string{"Cut the Bill, by 40 %!": "cut-the-bill-by-40", "": "story", "README": "story", "I didn't wait": "i-didnt-wait", "故事 一": "故事-一", "../../etc/passwd": "etc-passwd",
		strings.Repeat("word ", 40): "word-word-word-word-word-word-word-word-word"} {
		if got := ID(title); got != want {
			t.Errorf("ID(%q) = %q, want %q", title, got, want)
		}
	}
}

// FuzzRead holds that any notes are read without fault, in order, and that each
// story can be written.
func FuzzRead(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*.txt")
	for _, path := range paths {
		source, _ := os.ReadFile(path)
		f.Add(string(source))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 8000 {
			t.Skip()
		}
		stories, _ := Read("notes.md", []byte(text), principles.Builtin())
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		for _, s := range stories {
			if s.Line < 1 || s.End < s.Line || s.End > lines {
				t.Errorf("lines %d to %d of %d", s.Line, s.End, lines)
			}
			if _, err := s.Compose("notes.md"); err != nil {
				t.Errorf("%v: %+v", err, s)
			}
		}
	})
}
