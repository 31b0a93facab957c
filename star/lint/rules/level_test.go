package rules

import (
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// levelStory tells a story around one sentence of the Action.
func levelStory(sentence string) string {
	return "---\nsituation: |\n  In March 2025 my own test at a small bank took 50 minutes. My fix had waited a week.\n" +
		"task: |\n  I had to bring it under 15 minutes by Friday without dropping a check that guards money.\n" +
		"action: |\n  I timed every check and found that one in ten took most of the time. I split the test into eight parts and ran them side by side, because the slow checks shared one table. " + sentence +
		" A colleague refused to give up his rows, so I rebuilt them with him. I moved the copies of the table into memory. I told him every day what was left.\n" +
		"result: |\n  The test went from 50 to 12 minutes within five days. My fixes get out on the day they are written; before, they waited a week.\n---\n"
}

func TestScope(t *testing.T) {
	for _, test := range []struct {
		sentence, level string
		asked           bool
	}{
		{"", "", false},
		{"", "L4", false},
		{"", "L5", true},
		{"", "L6", true},
		{"", "L7", true},
		{"Our team runs it on one server.", "L5", false},
		{"Our team runs it on one server.", "L6", true},
		{"It guards $20,000 a year.", "L5", false},
		{"It holds $20,000.", "L6", true},
		{"I showed it to the other team.", "L6", false},
		{"I showed it to the other team.", "L7", true},
		{"It guards $400,000.", "L6", false},
		{"It guards $400,000.", "L7", true},
		{"It guards $4 million.", "L7", false},
		{"It is run by 400 people.", "L6", false},
		{"The whole company runs it.", "L7", false},
		{"It became the standard for our regions.", "L7", false},
	} {
		result := lint.Run(star.Parse("x.md", []byte(levelStory(test.sentence))), []*lint.Rule{ScopeBelowLevel}, lint.Config{Level: test.level})
		if got := len(result.Diagnostics) > 0; got != test.asked {
			t.Errorf("%s, %q: asked is %v", test.level, test.sentence, got)
		}
	}
}

func TestAmbiguity(t *testing.T) {
	for _, test := range []struct {
		sentence, level string
		asked           bool
	}{
		{"", "", false},
		{"", "L5", false},
		{"", "L6", true},
		{"", "L7", true},
		{"Nobody knew why.", "L6", false},
		{"There was no playbook for it.", "L6", false},
		{"The two leads had conflicting goals.", "L7", false},
		{"The requirements were vague.", "L6", false},
		{"I knew why.", "L6", true},
	} {
		result := lint.Run(star.Parse("x.md", []byte(levelStory(test.sentence))), []*lint.Rule{AmbiguityUnseen}, lint.Config{Level: test.level})
		if got := len(result.Diagnostics) > 0; got != test.asked {
			t.Errorf("%s, %q: asked is %v", test.level, test.sentence, got)
		}
	}
}

// TestLevelOfNotes holds that a story not yet written whole is asked nothing.
func TestLevelOfNotes(t *testing.T) {
	for _, story := range []string{"---\ntitle: A story\n---\n", "---\nresult: It took 12 minutes.\n---\n", linttest.Overlay("action: |\n  I timed it.\nresult: |\n  It took 12 minutes.\nsituation: \"\"\ntask: \"\"\n")} {
		result := lint.Run(star.Parse("x.md", []byte(story)), []*lint.Rule{ScopeBelowLevel, AmbiguityUnseen}, lint.Config{Level: "L7"})
		for _, d := range result.Diagnostics {
			t.Errorf("%q: %s", story, d.Message)
		}
	}
}
