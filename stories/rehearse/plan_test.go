package rehearse

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/readiness"
	"starbank/stories"
)

// bank returns an asker with stories of the given sources, by their ids.
func bank(t *testing.T, sources map[string]string) *Asker {
	t.Helper()
	a := NewAsker(principles.Builtin(), principles.BuiltinQuestions(), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
	for id, source := range sources {
		story := star.Parse(id+".md", []byte(source))
		c := &Candidate{Story: story, Anatomy: anatomy.Of(story), Evidence: evidence.Of(story, principles.Builtin())}
		c.Readiness = readiness.Of(c.Anatomy, c.Evidence, nil)
		a.Add(c)
	}
	return a
}

// quick is a story of Bias for Action, saved one of Frugality.
const (
	quick = "principles: [bias-for-action]\nsituation: |\n  In March 2025 I was on call at a bank when a scanner found a key in a public log.\naction: |\n  I revoked the key at once and did not wait for my manager, because it could be issued again within an hour.\n  I told the two teams whose builds would fail.\nresult: |\n  The new key was in place within four hours, before anyone used it.\n"
	saved = "principles: [frugality]\nsituation: |\n  In March 2025 our bill at a bank had doubled and there was no budget.\naction: |\n  I counted the seats that nobody used, and I cancelled them instead of buying more.\n  I reused the old servers without spending anything.\nresult: |\n  We saved 40,000 dollars a year, half of the bill.\n"
)

func story(front, text string) string { return "---\n" + front + text + "---\n" }

func slotsOf(t *testing.T, interviewers ...stories.Interviewer) []Slot {
	t.Helper()
	slots, err := Slots(interviewers, principles.Builtin(), stories.DefaultConfig().Target)
	if err != nil {
		t.Fatal(err)
	}
	return slots
}

// line writes a plan as one line: the story of each slot and its backup.
func (p *Plan) line() string {
	var all []string
	for _, a := range p.Assignments {
		text := "-"
		if a.Story != nil {
			text = a.Story.Story.ID
		}
		if a.Backup != nil {
			text += "/" + a.Backup.Story.ID
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func TestPlan(t *testing.T) {
	sources := map[string]string{
		"a": story("", quick), "b": story("project: keys\ndate: 2025-03\n", quick), "c": story("project: Keys\ndate: 2025-03\n", quick), "d": story("", saved), "e": story("status: retired\n", saved),
	}
	bfa := stories.Interviewer{Name: "Ann", Principles: []string{"bias for action"}}
	fr := stories.Interviewer{Name: "Bob", Principles: []string{"Frugality"}}
	tests := []struct {
		name  string
		loop  []stories.Interviewer
		told  []stories.Telling
		want  string
		short string
	}{
		{"each its own, with a backup", []stories.Interviewer{bfa, fr}, nil, "a/b d", ""},
		{"no event is told twice", []stories.Interviewer{bfa, bfa, bfa}, nil, "a b -", "bias-for-action bias-for-action bias-for-action: a b"},
		{"what was told is kept away from", []stories.Interviewer{bfa}, []stories.Telling{{Story: "a", Date: "2026-01-01"}}, "b/a", ""},
		{"and its event", []stories.Interviewer{bfa}, []stories.Telling{{Story: "c", Date: "2026-01-01"}}, "a/b", ""},
		{"unless nothing else fits", []stories.Interviewer{fr}, []stories.Telling{{Story: "d", Date: "2026-01-01"}}, "d", ""},
		{"a principle that nothing proves", []stories.Interviewer{{Name: "C", Principles: []string{"think-big"}}, fr}, nil, "- d", "think-big: "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := bank(t, sources)
			plan := a.Plan(slotsOf(t, test.loop...), test.told)
			if got := plan.line(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			var short []string
			for _, s := range plan.Shortages {
				var names, ids []string
				for _, p := range s.Principles {
					names = append(names, p.ID)
				}
				for _, c := range s.Stories {
					ids = append(ids, c.Story.ID)
				}
				short = append(short, strings.Join(names, " ")+": "+strings.Join(ids, " "))
			}
			if got := strings.Join(short, "; "); got != test.short {
				t.Errorf("short of %q, want %q", got, test.short)
			}
		})
	}
}

// TestPlanUsual holds that the example bank carries the usual loop of its target, each
// story once, in the same way every time.
func TestPlanUsual(t *testing.T) {
	slots := slotsOf(t)
	first := ""
	for range 3 {
		plan := exampleBank(t, false).Plan(slots, nil)
		var ids []string
		for _, a := range plan.Assignments {
			if a.Story == nil {
				t.Fatalf("no story for %s", a.Principle.ID)
			}
			ids = append(ids, a.Story.Story.ID)
		}
		line := plan.line()
		slices.Sort(ids)
		if len(slices.Compact(ids)) != len(slots) {
			t.Errorf("a story twice: %s", line)
		}
		if first = cmp.Or(first, line); line != first {
			t.Errorf("%s, then %s", first, line)
		}
	}
}

func TestSlots(t *testing.T) {
	usual := slotsOf(t)
	if len(usual) < 8 || len(usual) > 12 {
		t.Errorf("%d questions; 8 to 12 are usual", len(usual))
	}
	manager := stories.Target{Role: "people-manager", Level: "L6"}
	slots, err := Slots(nil, principles.Builtin(), manager)
	if err != nil || slices.ContainsFunc(slots, func(s Slot) bool { return s.Kind == technical }) {
		t.Errorf("a technical interview for a manager of people: %v %v", slots, err)
	}
	own := slotsOf(t, stories.Interviewer{Name: "Ann", Principles: []string{"Are Right, A Lot, dive deep"}}, stories.Interviewer{Name: "Bob"})
	var ids []string
	for _, s := range own {
		ids = append(ids, s.Interviewer+" "+s.Principle.ID)
	}
	if got := strings.Join(ids, ", "); !strings.HasPrefix(got, "Ann are-right-a-lot, Ann dive-deep, Bob ownership, Bob ") {
		t.Error(got)
	}
	for name, want := range map[string]string{"ownershipping": `7: Ann: "ownershipping" is no principle; did you mean "ownership"?`, "xyzzy": `7: Ann: "xyzzy" is no principle`} {
		_, err := Slots([]stories.Interviewer{{Name: "Ann", Principles: []string{name}, Line: 7}}, principles.Builtin(), stories.DefaultConfig().Target)
		if err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
