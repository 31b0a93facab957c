package rules

import (
	"strings"
	"testing"

	"starbank/principles"
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// TestOwnSet holds that of a set of one's own, which may be bare, only what
// could have been recognised is missed.
func TestOwnSet(t *testing.T) {
	const head = "version: 1\nprinciples:\n" + // the first three are never reported, so care is the fourth
		"  - {id: calm, name: Calm, summary: Stay calm.}\n  - {id: joy, name: Joy, summary: Have joy.}\n  - {id: wit, name: Wit, summary: Have wit.}\n  - id: care\n    name: Care\n    summary: Take care.\n"
	for name, test := range map[string]struct{ elements, want string }{
		"no elements":       {"", ""},
		"no cues":           {"    elements: [{id: look, means: it was looked after}]\n    must: [[look], []]\n", ""},
		"a cue not met":     {"    elements: [{id: look, means: it was looked after, cues: {3: [\"nursed\"]}}]\n", "principle-unproven: it was looked after"},
		"a cue that is met": {"    elements: [{id: look, means: it was looked after, cues: {3: [\"i timed\"]}}]\n", ""},
	} {
		set, err := principles.Parse(strings.NewReader(head + test.elements))
		if err != nil {
			t.Fatal(err)
		}
		source := linttest.Overlay("principles: [care]")
		var got []string
		for _, d := range lint.Run(star.Parse("story.md", []byte(source)), All, lint.Config{Principles: set}).Diagnostics {
			got = append(got, d.Rule.Name+": "+strings.TrimPrefix(d.Help, "answer in the story: "))
		}
		if got := strings.Join(got, "; "); got != test.want {
			t.Errorf("%s: found %q, want %q", name, got, test.want)
		}
	}
}
