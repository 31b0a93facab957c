package anatomy

import (
	"strings"
	"testing"

	"starbank/star"
)

func of(source string) *Anatomy { return Of(star.Parse("story.md", []byte(source))) }

// section judges the text of one part.
func section(part star.Part, text string) Section {
	return of("## " + part.Title() + "\n" + text + "\n").Sections[part]
}

func lacks(s Section) string {
	var whats []string
	for _, lack := range s.Lacks {
		whats = append(whats, lack.What)
	}
	return strings.Join(whats, ", ")
}

// rowOfWords is 70 words without a stop.
var rowOfWords = strings.Join(strings.Fields(`release outage in march a bank lost one in three to it and then customers waited for a week while nobody knew why
	the suite took so long or who had written most of these tests years ago when only two people worked there and every change was still sent by mail
	to some other office which never answered before noon because of its own meetings about budgets`), " ")

// sections says, part by part, what makes a section missing, thin or ok, what
// it lacks and how far it goes.
var sections = []struct {
	name  string
	part  star.Part
	text  string
	state State
	level int
	lacks string
}{
	{"nothing", star.Situation, "", Missing, 0, ""},
	{"only a comment", star.Situation, "<!-- our team lost a release in March -->", Missing, 0, ""},
	{"only marks", star.Situation, "- \n- \n***", Missing, 0, ""},
	{"a headline", star.Situation, "Slow test suite.", Thin, 1, "a place, a time"},
	{"a headline with a place", star.Situation, "Our team lost two releases.", Thin, 1, "a time"},
	{"no stake", star.Situation, "In 2024 I was an analyst on the security team of a small bank in Ghent.", Thin, 1, "what was at stake"},
	{"no place", star.Situation, "A slow suite failed one release in three.", Thin, 1, "a place, a time"},
	{"no time", star.Situation, "Our payment team lost one release in three to a slow test suite.", OK, 2, "a time"},
	{"all", star.Situation, "In March 2025 our payment team lost one release in three to a slow test suite.", OK, 3, ""},

	{"nothing", star.Task, "", Missing, 0, ""},
	{"two words", star.Task, "The suite.", Thin, 1, "a goal, a duty"},
	{"two words of duty", star.Task, "I must.", Thin, 1, ""},
	{"a belief", star.Task, "I believe that tests matter.", Thin, 1, "a goal"},
	{"a step of nobody, and no goal", star.Task, "Timed the slow tests.", Thin, 1, "a goal, a duty"},
	{"a goal of nobody", star.Task, "The suite had to get under 15 minutes.", OK, 1, "a duty"},
	{"a duty and a goal", star.Task, "I had to bring the suite down before the launch.", OK, 2, ""},
	{"with a measure", star.Task, "I had to bring the suite under 15 minutes before the launch.", OK, 3, ""},
	{"an order, as notes give it", star.Task, "Find the cause by Friday.", OK, 2, ""},
	{"an order behind a role", star.Task, "As the engineer on call, restore the server by Friday.", OK, 2, ""},
	{"an order behind an adverb", star.Task, "Proactively design a page for the owners of the data.", OK, 2, ""},

	{"nothing", star.Action, "", Missing, 0, ""},
	{"one step", star.Action, "I split the suite.", Thin, 1, "more steps, a reason"},
	{"thinking is no step", star.Action, "I thought about it, wanted to help and hoped for the best.", Thin, 1, "own steps, a reason"},
	{"not done is no step", star.Action, "I did not split the suite. I never timed the tests.", Thin, 1, "own steps, a reason"},
	{"two steps", star.Action, "I timed every test. I split the suite.", OK, 1, "more steps, a reason"},
	{"three of the team", star.Action, "We timed every test. We split the suite. We rebuilt the fixtures.", OK, 1, "own steps, a reason"},
	{"three steps", star.Action, "I timed every test. I split the suite. I rebuilt the fixtures.", OK, 2, "a reason"},
	{"three steps and a reason", star.Action, "I timed every test. I split the suite, because the tests shared one database. I rebuilt the fixtures.", OK, 2, ""},
	{"three steps as notes", star.Action, "- Timed every test\n- Split the suite\n- Rebuilt the fixtures", OK, 2, "a reason"},
	{"a reason and enough to it", star.Action, "I timed every test and found that one in ten took most of the time. I split the suite into eight parts, " +
		"because the slow tests shared one database. I rebuilt the fixtures with a colleague and compared the results row by row.", OK, 3, ""},

	{"nothing", star.Result, "", Missing, 0, ""},
	{"praise", star.Result, "Everyone was happy with it.", Thin, 1, "a figure, a baseline, a time frame"},
	{"an event", star.Result, "The partner launched on time.", OK, 2, "a figure, a baseline"},
	{"a figure", star.Result, "The suite takes 12 minutes.", OK, 2, "a baseline"},
	{"a change", star.Result, "Failed builds went from 30 to 4.", OK, 2, "a time frame"},
	{"a change in time", star.Result, "Within a month, failed builds went from 30 to 4.", OK, 3, ""},
	{"zero is its own baseline", star.Result, "There were 0 failed releases.", OK, 2, "a time frame"},

	{"the same words again", star.Action, strings.Repeat("I owned the metric and I delivered results. ", 12), Thin, 1, "more than the same words again"},
	{"the same words to begin with", star.Result, strings.Repeat("It went from 50 to 12 minutes within a week. ", 5), Thin, 1, "more than the same words again"},
	{"a row of words", star.Situation, rowOfWords, Thin, 1, "sentences"},
	{"dictated without a stop", star.Situation, "so our team had " + rowOfWords, OK, 3, ""},

	{"nothing", star.Lesson, "", Missing, 0, ""},
	{"anything", star.Lesson, "I now time a suite before I add to it.", OK, 2, ""},
}

func TestSections(t *testing.T) {
	for _, test := range sections {
		t.Run(test.part.String()+"/"+test.name, func(t *testing.T) {
			got := section(test.part, test.text)
			if got.State != test.state || got.Level != test.level || lacks(got) != test.lacks {
				t.Errorf("%q is %s at level %d and lacks %q, want %s at level %d and %q",
					test.text, got.State, got.Level, lacks(got), test.state, test.level, test.lacks)
			}
		})
	}
}

// TestAsks holds that each lack asks for what is missing.
func TestAsks(t *testing.T) {
	for _, part := range star.Parts() {
		for _, lack := range section(part, "It.").Lacks {
			if lack.What == "" || !strings.HasPrefix(lack.Ask, "say ") {
				t.Errorf("%s: %+v", part, lack)
			}
		}
	}
}

const whole = `## Situation
In March 2025 our payment team lost one release in three to a slow test suite.
## Task
I had to bring the suite under 15 minutes before the launch.
## Action
I timed every test and found that one in ten took most of the time. I split the suite into eight parts, because the slow
tests shared one database. I rebuilt the fixtures with a colleague and we compared the results row by row.
## Result
By May 2025, failed builds went from 30 to 4.
## Lesson
I now time a suite before I add to it.
`

func TestOf(t *testing.T) {
	a := of(whole)
	if a.Words != 92 || a.I != 6 || a.We != 2 {
		t.Errorf("%d words, %d I, %d we", a.Words, a.I, a.We)
	}
	if !a.Metric || !a.Baseline || !a.Timeframe {
		t.Errorf("metric %v, baseline %v, time frame %v, want all", a.Metric, a.Baseline, a.Timeframe)
	}
	if len(a.Steps) != 5 {
		t.Errorf("%d steps: %+v", len(a.Steps), a.Steps)
	}
	if got := a.Sections[star.Result].Words; got != 10 {
		t.Errorf("result has %d words", got)
	}
	if empty := of(""); empty.Words != 0 {
		t.Errorf("an empty story has %d words", empty.Words)
	}
	if of(strings.ReplaceAll(whole, " from 30 to 4", " less")).Metric {
		t.Error("less is no figure")
	}
}

// TestMinutes holds that a figure is spoken as two words.
func TestMinutes(t *testing.T) {
	a := of("## Result\nFailed builds went from 30 to 4.\n")
	if got := a.Minutes(9); got != 1 {
		t.Errorf("7 words with 2 figures take %v minutes at 9 words a minute, want 1", got)
	}
	if got := a.Minutes(0); got != 9 {
		t.Errorf("at no rate: %v minutes", got)
	}
}

// TestForms holds that the forms without a Task or a Situation of their own
// miss neither, and reach no more than two levels of three by it.
func TestForms(t *testing.T) {
	const (
		scene  = "In March 2025 our payment team lost one release in three to a slow test suite.\n"
		duty   = "I had to bring the suite under 15 minutes before the launch.\n"
		action = "## Action\nI split the suite.\n## Result\nIt took 12 minutes.\n"
	)
	tests := []struct {
		name, source    string
		situation, task Section
	}{
		{"STAR", "## Situation\n" + scene + "## Task\n" + duty + action, Section{State: OK, Level: 3}, Section{State: OK, Level: 3}},
		{"CAR", "## Context\n" + scene + action, Section{State: OK, Level: 3}, Section{State: OK, Level: 2}},
		{"PAR", "## Problem\n" + duty + action, Section{State: OK, Level: 2}, Section{State: OK, Level: 3}},
		{"no task", "## Situation\n" + scene + action, Section{State: OK, Level: 3}, Section{State: Missing}},
		{"no situation", "## Task\n" + duty + action, Section{State: Missing}, Section{State: OK, Level: 3}},
		{"an empty context", "## Context\n" + action, Section{State: Missing}, Section{State: Missing}},
	}
	for _, test := range tests {
		a := of(test.source)
		situation, task := a.Sections[star.Situation], a.Sections[star.Task]
		if situation.State != test.situation.State || situation.Level != test.situation.Level {
			t.Errorf("%s: situation is %s at level %d, want %+v", test.name, situation.State, situation.Level, test.situation)
		}
		if task.State != test.task.State || task.Level != test.task.Level {
			t.Errorf("%s: task is %s at level %d, want %+v", test.name, task.State, task.Level, test.task)
		}
	}
}

// TestFirstCounts holds that of two sections of a part the first one is judged.
func TestFirstCounts(t *testing.T) {
	a := of("## Result\nEveryone was happy.\n## Action\nI split it.\n## Outcome\nBuilds went from 30 to 4.\n")
	if a.Sections[star.Result].State != Thin || a.Metric {
		t.Errorf("result is %s, metric %v", a.Sections[star.Result].State, a.Metric)
	}
}
