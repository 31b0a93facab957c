package principles

import (
	"strings"
	"testing"
)

// TestBuiltinQuestions holds what the questions of the program promise.
func TestBuiltinQuestions(t *testing.T) {
	questions, set := BuiltinQuestions(), Builtin()
	required, about := 0, map[string]int{}
	for _, q := range questions.Questions {
		if q.Required {
			required++
		}
		if q.Group == "principle" {
			about[q.Principles[0]]++
		}
		if (q.Kind == Technical) != (q.ProbesFor != "") || (q.Kind == Technical) != (len(q.Principles) == 0) {
			t.Errorf("%s: a technical question says what it wants, any other which principles it probes", q.ID)
		}
		for _, id := range q.Principles {
			if set.ByID(id) == nil {
				t.Errorf("%s probes %s, which is no principle", q.ID, id)
			}
		}
		if len(q.Levels) == 0 || len(q.Roles) == 0 {
			t.Errorf("%s is for no level or no role", q.ID)
		}
	}
	if len(questions.Questions) != 244 || required != 25 {
		t.Errorf("%d questions, %d of the guide", len(questions.Questions), required)
	}
	for _, p := range set.Principles {
		if about[p.ID] < 10 || len(questions.Probes[p.ID]) < 5 || len(questions.Wordings[p.ID]) < 5 {
			t.Errorf("%s: %d questions, %d probes, %d wordings", p.ID, about[p.ID], len(questions.Probes[p.ID]), len(questions.Wordings[p.ID]))
		}
	}
	if len(questions.GenericProbes) == 0 || len(questions.AskInterviewer) < 10 {
		t.Error("few generic probes or questions to ask")
	}
}

func TestParseQuestionsMistakes(t *testing.T) {
	for _, test := range []struct{ source, want string }{
		{"", "the file is empty; want version: 1 and questions"},
		{"version: 2\n", "1: want version: 1"},
		{"version: 1\nquestions:\n  - {id: a}\n", "3: question wants an id and a text"},
		{"version: 1\nquestions:\n  - {id: a, text: b}\n  - {id: a, text: c}\n", `4: question "a" is there twice`},
		{"version: 1\nquestions:\n  - {id: a, text: b, kind: odd}\n", `3: unknown kind "odd"; known are behavioral, situational, habit, technical`},
		{"version: 1\nquestions:\n  - {id: a, txt: b}\n", `3: unknown key "txt"; known are`},
		{"version: 1\nprobes: [a]\n", "2: want keys with values"},
		{"version: 1\nask_the_interviewer: [{theme: a}]\n", "2: question wants a text"},
		{"version: [\n", "2: did not find expected node content"},
	} {
		if _, err := ParseQuestions(strings.NewReader(test.source)); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: %v, want %s", test.source, err, test.want)
		}
	}
}

// TestQuestionsWith holds that a user's question takes the place of one with its id,
// and that nothing of the program's own is changed.
func TestQuestionsWith(t *testing.T) {
	own, err := ParseQuestions(strings.NewReader("version: 1\nquestions:\n  - {id: co-01, text: Mine, lps: [frugality]}\n  - {id: my-01, text: Another}\nprobes: {frugality: [\"What did it cost?\"]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	builtin := BuiltinQuestions()
	before := len(builtin.Probes["frugality"])
	all := builtin.With(own)
	if len(all.Questions) != len(builtin.Questions)+1 || all.ByID("co-01").Text != "Mine" || all.ByID("my-01").Kind != Behavioral || len(all.Probes["frugality"]) != before+1 {
		t.Errorf("%d questions, %+v", len(all.Questions), all.ByID("co-01"))
	}
	if builtin.ByID("co-01").Text == "Mine" || len(builtin.Probes["frugality"]) != before {
		t.Error("the program's own questions are changed")
	}
}
