package readiness

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
)

const whole = `---
principles: [dive-deep]
situation: In March 2025 our payment team at a bank lost one release in three to a slow test suite. A partner launch was four weeks away.
task: I had to bring the suite under 15 minutes before the launch.
action: |
  I timed every test and found that one in ten took most of the time. I traced the slow ones to a table that each of them copied, and
  checked the logs of the database by hand. The owner of the ledger refused to give up his fixtures. I rebuilt them with him, because
  the auditors had to see that nothing was lost, and compared the results row by row.
result: Within five weeks the suite went from 50 to 12 minutes, and customers got fixes on the day they were written.
---
`

func judged(source string, found ...Finding) Readiness {
	story := star.Parse("story.md", []byte(source))
	return Of(anatomy.Of(story), evidence.Of(story, principles.Builtin()), found)
}

func replaced(from, to string) string { return strings.Replace(whole, from, to, 1) }

// line returns the whole story without a line of its front matter.
func without(key string) string {
	var kept []string
	for _, line := range strings.SplitAfter(whole, "\n") {
		if !strings.HasPrefix(line, key+":") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// TestOf holds the level that each part reaches, and what holds the score down.
func TestOf(t *testing.T) {
	long := Finding{ID: "STAR403", Name: "sentence-long", Weight: 1}
	tests := []struct {
		name, source                        string
		found                               []Finding
		structure, action, result, delivery int
		held                                string
	}{
		{"whole", whole, nil, 3, 3, 3, 3, ""},
		{"nothing", "", nil, 0, 0, 0, 0, ""},
		{"no stake", replaced(" lost one release in three to a slow test suite. A partner launch was four weeks away.", " released a product every week."),
			nil, 1, 3, 3, 3, ""},
		{"no result", without("result"), nil, 0, 3, 0, 3, "Action or Result is missing or says nothing"},
		{"no figure", replaced("the suite went from 50 to 12 minutes, and customers", "customers"), nil, 3, 3, 2, 3, ""},
		{"told as we", strings.NewReplacer("I ", "We ").Replace(whole), nil, 2, 0, 3, 3, "no step is the teller's own"},
		{"an error", whole, []Finding{{ID: "STAR408", Name: "blame", Weight: 2}}, 3, 3, 3, 1, "an error stands"},
		{"a suggestion about the Action", whole, []Finding{{ID: "STAR310", Name: "no-obstacle"}}, 3, 2, 3, 3, ""},
		{"a suggestion about the wording", whole, []Finding{{ID: "STAR402", Name: "fillers"}}, 3, 3, 3, 3, ""},
		{"warnings about the wording", whole, []Finding{long, long, long, long}, 3, 3, 3, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := judged(test.source, test.found...)
			got := [...]int{r.Parts[Structure].Level, r.Parts[Action].Level, r.Parts[Result].Level, r.Parts[Delivery].Level}
			if want := [...]int{test.structure, test.action, test.result, test.delivery}; got != want || r.Held != test.held {
				t.Errorf("levels %v, held %q; want %v, %q", got, r.Held, want, test.held)
			}
			for _, verdict := range r.Parts {
				if (verdict.Ask == "") != (verdict.Level == 3) && test.found == nil {
					t.Errorf("%v is at level %d and asks %q", verdict.Part, verdict.Level, verdict.Ask)
				}
			}
		})
	}
}

// told is a readiness with levels, of a story that tells an event.
func told(levels ...int) Readiness {
	r := Readiness{Event: true}
	for part, level := range levels {
		r.Parts[part] = Verdict{Part: Part(part), Level: level}
		if level < 3 {
			r.Parts[part].Ask = fmt.Sprint("more of ", Part(part))
		}
	}
	r.Score, r.Held = r.score()
	return r
}

// TestScore holds what levels come to, and in which band.
func TestScore(t *testing.T) {
	tests := []struct {
		readiness Readiness
		score     int
		band      string
	}{
		{told(3, 3, 3, 3, 3), 100, "ready to tell"},
		{told(3, 3, 3, 0, 3), 85, "ready to tell"},
		{told(2, 2, 3, 2, 3), 78, "nearly ready"},
		{told(2, 2, 2, 2, 2), 67, "on the way"},
		{told(1, 1, 1, 1, 1), 33, "a draft"},
		{told(3, 0, 3, 3, 3), 39, "a draft"},
		{told(0, 0, 0, 0, 0), 0, "a draft"},
	}
	for _, test := range tests {
		if test.readiness.Score != test.score || test.readiness.Band() != test.band {
			t.Errorf("%v: %d, %s; want %d, %s", test.readiness.Parts, test.readiness.Score, test.readiness.Band(), test.score, test.band)
		}
	}
}

// TestNoEvent holds that words of principles without an event stay a draft.
func TestNoEvent(t *testing.T) {
	const plan = "I will interview customers and trace the root cause, because they wait. I will mentor two juniors and cut the budget. "
	r := judged("## Situation\nOur team at a bank has slow releases this year.\n## Task\nI must get them under 15 minutes.\n" +
		"## Action\n" + plan + "\n## Result\nReleases will go from 50 to 12 minutes within a month.\n")
	if r.Event || r.Score > 49 || r.Band() != "a draft" {
		t.Errorf("event %v, %d, %s", r.Event, r.Score, r.Band())
	}
}

// TestNext holds that the steps are those that raise the score most, by as much as
// they say.
func TestNext(t *testing.T) {
	if steps := told(3, 2, 1, 3, 3).Next(); !slices.Equal(steps, []Step{{10, "own action: more of own action"}, {9, "result: more of result"}}) {
		t.Errorf("%+v", steps)
	}
	twice := told(1, 3, 1, 3, 3)
	twice.Parts[Structure].In, twice.Parts[Structure].Ask = "result", twice.Parts[Result].Ask
	if steps := twice.Next(); !slices.Equal(steps, []Step{{15, "result: more of result"}}) {
		t.Errorf("%+v", steps)
	}
	held := told(3, 3, 3, 3, 1)
	held.Errors, held.Mend = 1, "leave the blame out"
	if held.Score, held.Held = held.score(); held.Next()[0] != (Step{24, "mend the error: leave the blame out"}) {
		t.Errorf("%+v", held.Next())
	}
	if steps := (Readiness{}).Next(); len(steps) > 0 {
		t.Errorf("nothing is asked for, and it proposes %+v", steps)
	}
}

func TestAnchors(t *testing.T) {
	for part := range parts {
		for level, anchor := range anchors[part] {
			if anchor == "" {
				t.Errorf("%v has no anchor at level %d", part, level)
			}
		}
	}
	sum := 0
	for _, share := range shares {
		sum += share
	}
	if sum != 100 {
		t.Errorf("the shares add up to %d", sum)
	}
}

// Limits names the rules that the rubric knows, for the test that they exist.
func Limits() (names []string) {
	for name := range limits {
		names = append(names, name)
	}
	for _, more := range []map[string]bool{inTheWay, ofPrimary} {
		for name := range more {
			names = append(names, name)
		}
	}
	return names
}

// TestHoldsPrimary holds that what is found of the primary principle is said of that
// one, where the story proves another one best.
func TestHoldsPrimary(t *testing.T) {
	r := told(3, 3, 3, 3, 3)
	r.Parts[Principle].Of = "Dive Deep"
	r.hold([]Finding{{Name: "principle-weak", Help: "who owned it?"}}, "Ownership")
	if v := r.Parts[Principle]; v.Level != 1 || v.Of != "Ownership" || v.In != "Ownership" || v.Ask != "who owned it?" {
		t.Errorf("%+v", v)
	}
	r = told(3, 3, 3, 1, 3)
	r.Parts[Principle].Of = "Dive Deep"
	if r.hold([]Finding{{Name: "principle-weak"}}, "Ownership"); r.Parts[Principle].Of != "Dive Deep" {
		t.Errorf("what lowers nothing is said of another principle: %+v", r.Parts[Principle])
	}
}
