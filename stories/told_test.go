package stories

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAddTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), ToldFile)
	tellings := []Telling{
		{Story: "leaked-key", Company: "Brightwell", Interviewer: "Hiring manager", Date: "2026-11-26"},
		{Story: "yes", Company: "Smith, Jones & Co: #1", Interviewer: "O'Neil {the \"boss\"}", Date: "2026-11-27", Principle: "dive-deep", Note: strings.Repeat("a long note ", 20) + "end"},
		{Story: "2026", Company: "null", Date: "2026-12-01"},
	}
	for _, telling := range tellings {
		if err := AddTold(path, telling); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := ReadTold(path); err != nil || !slices.Equal(got, tellings) {
		t.Errorf("%v; got %+v", err, got)
	}
	source, _ := os.ReadFile(path)
	if n := strings.Count(string(source), "\n"); n != 4 {
		t.Errorf("%d lines, want a comment and three:\n%s", n, source)
	}
}

// TestAddToldKeeps holds that what stands in the file stays, and that a file that is
// no list of tellings is left alone.
func TestAddToldKeeps(t *testing.T) {
	telling := Telling{Story: "a", Date: "2026-11-26"}
	for name, test := range map[string]struct{ before, after string }{
		"comments and no last line break": {"# mine\n- story: b   # told well\n  date: 2026-01-02", "# mine\n- story: b   # told well\n  date: 2026-01-02\n- {story: a, date: 2026-11-26}\n"},
		"a list in brackets":              {"[{story: b}]\n", ""},
		"no list":                         {"story: b\n", ""},
		"empty":                           {"", "- {story: a, date: 2026-11-26}\n"},
	} {
		path := filepath.Join(t.TempDir(), ToldFile)
		if err := os.WriteFile(path, []byte(test.before), 0o644); err != nil {
			t.Fatal(err)
		}
		err := AddTold(path, telling)
		want := test.after
		if want == "" {
			if want = test.before; test.before != "" && err == nil {
				t.Errorf("%s: no error", name)
			}
		}
		if got, _ := os.ReadFile(path); string(got) != want {
			t.Errorf("%s: %v; got\n%s", name, err, got)
		}
	}
}

func TestParseToldMistakes(t *testing.T) {
	for source, want := range map[string]string{
		"- {story: a}\n- {storry: b}\n":       `2: unknown key "storry" in told.yaml; did you mean "story"?`,
		"- {company: b}\n":                    "1: no story is named",
		"- {story: a, date: May}\n":           `1: date "May" is not YYYY-MM-DD`,
		"- a\n":                               "1: told.yaml wants keys with values",
		"- {story: a\n":                       "did not find",
		"- {story: a}\n\n- {story: [a, b]}\n": "3: want a text",
	} {
		if _, err := ParseTold([]byte(source)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", source, err, want)
		}
	}
}
