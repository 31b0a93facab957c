package review_test

import (
	"slices"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
	"starbank/star/lint/rules"
	"starbank/star/review"
)

const sound = "---\n" + linttest.Sound + "---\n"

func version(source string) *review.Version {
	if source == "" {
		return nil
	}
	return review.Check(star.Parse("story.md", []byte(source)), rules.All, lint.Config{})
}

func names(found []lint.Diagnostic) (names []string) {
	for _, d := range found {
		names = append(names, d.Rule.Name)
	}
	return names
}

// without returns the sound story without some words.
func without(t *testing.T, words string) string {
	t.Helper()
	if !strings.Contains(sound, words) {
		t.Fatalf("the sound story does not say %q", words)
	}
	return strings.Replace(sound, words, "", 1)
}

func TestOf(t *testing.T) {
	blaming := strings.Replace(sound, "result: |\n", "result: |\n  My incompetent manager was no help. ", 1)
	tests := []struct {
		name, old, new string
		fixed, brought []string
	}{
		{"the same", sound, sound, nil, nil},
		{"mended", blaming, sound, []string{"blame"}, nil},
		{"broken", sound, blaming, nil, []string{"blame"}},
		{"added", "", blaming, nil, []string{"blame"}},
		{"removed", blaming, "", []string{"blame"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := review.Of(version(test.old), version(test.new))
			if got := names(r.Fixed); !slices.Equal(got, test.fixed) {
				t.Errorf("fixed %v, want %v", got, test.fixed)
			}
			if got := names(r.Brought); !slices.Equal(got, test.brought) {
				t.Errorf("brought %v, want %v", got, test.brought)
			}
			old, new := r.Scores()
			if (r.Old == nil) != (old == 0) || (r.New == nil) != (new == 0) {
				t.Errorf("readiness %d, then %d", old, new)
			}
		})
	}
}

// TestPrinciples holds that words which spoke for an element are named when they go,
// and when they come.
func TestPrinciples(t *testing.T) {
	whole, bare := version(sound), version(without(t, "action: |\n")) // no action is left
	lost := review.Of(whole, bare).Principles
	gained := review.Of(bare, whole).Principles
	if len(lost) == 0 || len(gained) != len(lost) {
		t.Fatalf("%d lost, %d gained", len(lost), len(gained))
	}
	said := 0
	for _, p := range lost {
		for _, quote := range p.Lost {
			said++
			if words := quote.Story.Quote(quote.Words); words == "" || !strings.Contains(sound, words) {
				t.Errorf("%s: lost the words %q", p.Principle.ID, words)
			}
		}
	}
	if said == 0 {
		t.Error("nothing that went is quoted")
	}
	for _, p := range gained {
		if len(p.Lost) > 0 {
			t.Errorf("%s lost %+v", p.Principle.ID, p.Lost)
		}
	}
	if same := review.Of(whole, version(sound)).Principles; len(same) > 0 {
		t.Errorf("of two alike %d principles changed", len(same))
	}
}

// TestUncovered holds that what a section still lacks once it is there was not
// brought by the words that filled it.
func TestUncovered(t *testing.T) {
	const whole = "The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers now get fixes on the day they are written; before, they waited a week."
	thin := strings.Replace(sound, whole, "It went well.", 1)
	filled := strings.Replace(sound, whole, "The suite went from 50 to 12 minutes within five weeks, and customers have got fixes since.", 1)
	r := review.Of(version(thin), version(filled))
	if got := names(r.Uncovered); !slices.Contains(got, "result-short") || slices.Contains(names(r.Brought), "result-short") {
		t.Errorf("uncovered %v, brought %v", got, names(r.Brought))
	}
	r = review.Of(version(sound), version(filled))
	if got := names(r.Brought); !slices.Contains(got, "result-short") || len(r.Uncovered) > 0 {
		t.Errorf("cut short: brought %v, uncovered %v", got, names(r.Uncovered))
	}
}
