package star_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"starbank/star"
)

func ExampleStory_Format() {
	story := star.Parse("keys.md", []byte(`---
situation: "In March our key
  stood in a log."
# known to all
title: Rotated a key
---
Notes of mine.
`))
	source, err := story.Format(star.Form{})
	fmt.Printf("%s%v\n", source, err)
	source, _ = star.Parse("keys.md", source).Format(star.Form{Place: star.InBody})
	fmt.Printf("%s", source)
	// Output:
	// ---
	// # known to all
	// title: Rotated a key
	// situation: |
	//   In March our key stood in a log.
	// ---
	// Notes of mine.
	// <nil>
	// ---
	// # known to all
	// title: Rotated a key
	// ---
	//
	// Notes of mine.
	//
	// ## Situation
	//
	// In March our key stood in a log.
}

func TestFormat(t *testing.T) {
	tests := []struct {
		name         string
		place        star.Place
		source, want string // no want: it stays
	}{
		{"in order", star.AsTheyStand, "---\ntitle: A\nsituation: |\n  B\n---\n", ""},
		{"no front matter", star.AsTheyStand, "# A\n\n## Situation\n\nB\n", ""},
		{"no front matter to make", star.InFront, "# A\n\n## Situation\n\nB\n", "---\nsituation: |\n  B\n---\n# A\n"},
		{"keys out of order", star.AsTheyStand, "---\nresult: C\ntitle: A\ndate: 2025\n---\n", "---\ntitle: A\ndate: 2025\nresult: C\n---\n"},
		{"an unknown key stays behind its neighbour", star.AsTheyStand, "---\nresult: C\nteam: [x]\ntitle: A\nmine: 1\n---\n", "---\ntitle: A\nmine: 1\nresult: C\nteam: [x]\n---\n"},
		{"a comment goes with the key below, a header stays", star.AsTheyStand, "---\n# header\n\n# of c\nresult: C # behind\n# of a\ntitle: A\n# end\n---\n", "---\n# header\n\n# of a\ntitle: A\n# of c\nresult: C # behind\n# end\n---\n"},
		{"CRLF and a mark", star.AsTheyStand, "\ufeff---\r\nresult: C\r\ntitle: A\r\n---\r\nN\r\n", "\ufeff---\r\ntitle: A\r\nresult: C\r\n---\r\nN\r\n"},
		{"a folded text keeps its words", star.AsTheyStand, "---\naction: >\n  I did\n  this.\n\n  And that.\n---\n", "---\naction: |\n  I did this.\n  And that.\n---\n"},
		{"to the body, notes first", star.InBody, "---\ntitle: A\n# why\nresult: C\nsituation: |\n  B\n\n  - x\n---\nN\n", "---\ntitle: A\n# why\n---\n\nN\n\n## Situation\n\nB\n\n- x\n\n## Result\n\nC\n"},
		{"to the body, above headings", star.InBody, "---\nresult: C\n---\n# A\n\nN\n", "---\n---\n\n## Result\n\nC\n\n# A\n\nN\n"},
		{"to the front", star.InFront, "---\ntitle: A\n---\n## Result\n\nC\nD\n\n## Notes\n\nN\n", "---\ntitle: A\nresult: |\n  C\n  D\n---\n## Notes\n\nN\n"},
		{"a label that covers the task", star.InBody, "---\nchallenge: B\naction: C\n---\n", "---\n---\n\n## Challenge\n\nB\n\n## Action\n\nC\n"},
		{"nothing to move", star.InBody, "---\ntitle: A\n---\nN\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if want == "" {
				want = test.source
			}
			got, err := star.Parse("a.md", []byte(test.source)).Format(star.Form{Place: test.place})
			if err != nil || string(got) != want {
				t.Fatalf("%v; got\n%s\nwant\n%s", err, got, want)
			}
			if again, err := star.Parse("a.md", got).Format(star.Form{Place: test.place}); err != nil || string(again) != want {
				t.Errorf("again: %v; got\n%s", err, again)
			}
		})
	}
}

// TestFormatRefuses holds that what would change a word is not done.
func TestFormatRefuses(t *testing.T) {
	for name, source := range map[string]string{
		"a heading in a text":        "---\nresult: |\n  C\n\n  ## Task\n\n  D\n---\n",
		"a comment behind a section": "---\n{title: A, result: C}\n---\n",
		"an alias above its anchor":  "---\nresult: *a\ntitle: &a A\n---\n",
	} {
		story := star.Parse("a.md", []byte(source))
		got, err := story.Format(star.Form{Place: star.InBody})
		if !errors.Is(err, star.ErrNotProved) && string(got) != source || err != nil && string(got) != source {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

func FuzzFormat(f *testing.F) {
	paths, _ := filepath.Glob("../stories/examples/stories/*.md")
	for _, path := range paths {
		source, _ := os.ReadFile(path)
		f.Add(string(source), uint8(0))
		f.Add(string(source), uint8(2))
	}
	f.Add("---\n# h\n\nresult: \"C\n  d\" # e\ntitle: A\n---\n# B\n\nSetext\n======\n\n**Situation:** x\n", uint8(1))
	f.Add("---\naction: |\n  1. I did one thing, which took long enough to fill a line\n     and a half of it.\n  2. Another\n---\n## Result\n\nfrom 40 to - 12\n```\ncode\n```\n", uint8(3*20))
	f.Fuzz(func(t *testing.T, source string, place uint8) {
		form := star.Form{Place: star.Place(place % 3), Width: int(place / 3)}
		if len(source) > 4000 {
			t.Skip()
		}
		story := star.Parse("a.md", []byte(source))
		got, err := story.Format(form)
		if err != nil {
			if string(got) != source {
				t.Fatal("an error, and another source")
			}
			return
		}
		later := star.Parse("a.md", got)
		for _, section := range story.Sections {
			other := later.Section(section.Part)
			if other == nil || strings.Join(strings.Fields(story.Section(section.Part).Text), " ") != strings.Join(strings.Fields(other.Text), " ") {
				t.Errorf("%s is another", section.Part)
			}
		}
		if again, err := later.Format(form); err != nil || string(again) != string(got) {
			t.Errorf("again: %v\n%q\n%q", err, got, again)
		}
	})
}
