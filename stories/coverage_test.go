package stories

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
)

// pair is a set of two principles, so that a bank fits on a line.
func pair(t *testing.T) *principles.Set {
	t.Helper()
	set, err := principles.Parse(strings.NewReader(`version: 1
principles:
  - {id: alpha, name: Alpha, summary: s, elements: [{id: x, means: x, ask: "What?", cues: {3: [alpha]}}]}
  - {id: beta, name: Beta, summary: s}
  - {id: gamma, name: Gamma, summary: s}
`))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// told makes a profile: its id, then strengths by letter (n, w, s, S), then keys.
func told(id, strengths string, keys ...string) Profile {
	p := Profile{ID: id, Path: id + ".md", Status: star.Ready, Words: 200, Scores: make([]float64, len(strengths))}
	for _, letter := range strengths {
		p.Strengths = append(p.Strengths, map[rune]principles.Strength{'n': principles.None, 'w': principles.Weak, 's': principles.Solid, 'S': principles.Strong}[letter])
	}
	for _, pair := range keys {
		key, value, _ := strings.Cut(pair, "=")
		switch key {
		case "declared":
			p.Declared = strings.Split(value, ",")
		case "tags":
			p.Tags = strings.Split(value, ",")
		case "date":
			p.Date = value
		case "project":
			p.Project = value
		case "status":
			p.Status = value
		}
	}
	return p
}

var today = time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)

func cover(t *testing.T, profiles ...Profile) *Coverage {
	t.Helper()
	return Cover(profiles, pair(t), Target{Role: "none", Level: "L4", StoriesPerPrinciple: 2}, today)
}

func TestCover(t *testing.T) {
	c := cover(t, told("b", "Snn"), told("a", "wwn", "declared=beta,gamma"), told("old", "SSS", "status=retired"))
	want := []string{"covered 1 of 1: b", "covered 1 of 1: a", "thin 0 of 1: a"}
	for i, p := range c.Principles {
		var ids []string
		for _, k := range p.Stories {
			ids = append(ids, c.Stories[k].ID)
		}
		if got := fmt.Sprintf("%s %d of %d: %s", p.Status, p.Counted, p.Wanted, strings.Join(ids, " ")); got != want[i] {
			t.Errorf("%s is %q, want %q", p.Principle.ID, got, want[i])
		}
	}
	if len(c.Stories) != 2 {
		t.Errorf("%d stories count, want 2: a retired one does not", len(c.Stories))
	}
	if next := c.Next(); len(next) != 1 || next[0].Principle.ID != "gamma" {
		t.Errorf("next = %v, want gamma", next)
	}
}

func TestBankRules(t *testing.T) {
	all := "tags=failure,conflict,feedback"
	tests := []struct {
		name  string
		bank  []Profile
		rule  string
		wants []string // parts of the messages; nothing for silence
	}{
		{"a gap", []Profile{told("a", "Ssn")}, "principle-uncovered", []string{"Gamma has no story"}},
		{"an empty bank", nil, "principle-uncovered", nil},
		{"alone for three", []Profile{told("a", "SSS")}, "story-overloaded", []string{"a alone covers Alpha; Beta; Gamma"}},
		{"alone for two", []Profile{told("a", "SSn"), told("b", "nnS")}, "story-overloaded", nil},
		{"two for three", []Profile{told("a", "SSS"), told("b", "SSS")}, "story-overloaded", nil},
		{"four years", []Profile{told("a", "Snn", "date=2022-10")}, "story-old", []string{"a is from 2022-10"}},
		{"three years", []Profile{told("a", "Snn", "date=2023-11-30")}, "story-old", nil},
		{"a year alone counts to its end", []Profile{told("a", "Snn", "date=2023")}, "story-old", nil},
		{"no date", []Profile{told("a", "Snn"), told("b", "Snn", "date=soon")}, "story-old", nil},
		{"few", []Profile{told("a", "Snn")}, "bank-small", []string{"1 story; 8 are usual for L4"}},
		{"no feedback", []Profile{told("a", "Snn", "tags=failure,conflict")}, "kind-missing", []string{"no story is tagged feedback"}},
		{"all kinds", []Profile{told("a", "Snn", all)}, "kind-missing", nil},
		{"one project", []Profile{told("a", "Snn", "project=x"), told("b", "Snn", "project=x"), told("c", "Snn", "project=x"), told("d", "Snn", "project=y")}, "project-dominant", []string{"3 of 4 stories come from the project x"}},
		{"half", []Profile{told("a", "Snn", "project=x"), told("b", "Snn", "project=x"), told("c", "Snn"), told("d", "Snn")}, "project-dominant", nil},
		{"too few to say", []Profile{told("a", "Snn", "project=x"), told("b", "Snn", "project=x")}, "project-dominant", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range cover(t, test.bank...).Findings {
				if f.Rule.Name == test.rule {
					got = append(got, f.Message)
				}
			}
			if len(got) != len(test.wants) {
				t.Fatalf("findings = %q, want %q", got, test.wants)
			}
			for i, want := range test.wants {
				if !strings.Contains(got[i], want) {
					t.Errorf("finding = %q, want %q", got[i], want)
				}
			}
		})
	}
}

const event = `## Situation
We lost orders.
## Action
I traced the orders through the queue for two days and found that one worker wrote its state twice. I told the owner of the worker and we agreed on a lock. I wrote the lock, tested it with a copy of the night's traffic, and put it behind a switch so that the desk could turn it off.
## Result
Lost orders fell from 40 a day to none within a week, and the switch was never used.
`

// TestRepeated holds that the same event is found in much the same words, and that
// a shared Situation is none.
func TestRepeated(t *testing.T) {
	set := pair(t)
	profile := func(id, text string) Profile {
		return ProfileOf(evidence.Of(star.Parse(id+".md", []byte(text)), set), set)
	}
	another := strings.NewReplacer("two days", "a week", "told the owner of", "spoke to the owner of", "40 a day", "41 a day").Replace(event)
	other := "## Situation\nWe lost orders.\n## Action\nI moved the reports to another machine because the disks were full, and I asked the desk which of them they still read.\n## Result\nHalf of the reports went, and the nightly run ended 3 hours earlier.\n"
	c := Cover([]Profile{profile("a", event), profile("b", another), profile("c", other)}, set, Target{StoriesPerPrinciple: 1}, today)
	i := slices.IndexFunc(c.Findings, func(f Finding) bool { return f.Rule.Name == "event-repeated" })
	if i < 0 || c.Findings[i].Message != "a and b tell the same event in much the same words" {
		t.Errorf("findings = %v", c.Findings)
	}
	if n := len(slices.DeleteFunc(c.Findings, func(f Finding) bool { return f.Rule.Name != "event-repeated" })); n != 1 {
		t.Errorf("%d pairs, want 1", n)
	}
}

func TestConfigure(t *testing.T) {
	c := cover(t, told("a", "Snn"))
	c.Configure([]RuleSetting{{Rule: "kind-missing", Severity: "off"}, {Rule: "STAR805", Severity: "error"}, {Rule: "action-we", Severity: "off"}})
	for _, f := range c.Findings {
		if f.Rule.Name == "kind-missing" || f.Rule.Name == "bank-small" && f.Severity != "error" {
			t.Errorf("%s is %s", f.Rule.Name, f.Severity)
		}
	}
}

// TestRules holds that the documentation of each rule is there.
func TestRules(t *testing.T) {
	last := ""
	for _, rule := range Rules {
		if rule.ID <= last || rule.Name == "" || rule.Title == "" || rule.Why == "" || rule.Severity == "" || rule.check == nil || LookupRule(rule.Name) != rule {
			t.Errorf("%s is not whole or out of order", rule.ID)
		}
		last = rule.ID
	}
}

// TestTarget holds that the tables name principles that exist.
func TestTarget(t *testing.T) {
	known := func(ids []string, where string) {
		for _, id := range ids {
			if principles.Builtin().ByID(id) == nil {
				t.Errorf("%s names %q, which is no principle", where, id)
			}
		}
	}
	for role, list := range roles {
		known(slices.Concat(list.first, list.second), role)
	}
	for level, list := range levels {
		known(list, level)
	}
}

func BenchmarkCover(b *testing.B) {
	set := principles.Builtin()
	var profiles []Profile
	for i := range 10_000 {
		p := ProfileOf(evidence.Of(star.Parse(fmt.Sprintf("s%05d.md", i), []byte(strings.ReplaceAll(event, "queue", fmt.Sprint("queue ", i)))), set), set)
		profiles = append(profiles, p)
	}
	for b.Loop() {
		Cover(profiles, set, DefaultConfig().Target, today)
	}
}
