package rules

import (
	"regexp"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// These tests hold what other programs for interview stories get wrong.

func check(source string) lint.Result {
	return lint.Run(star.Parse("story.md", []byte(source)), All, lint.Config{})
}

func errorsOf(result lint.Result) (names []string) {
	for _, d := range result.Diagnostics {
		if d.Severity == lint.Error {
			names = append(names, d.Rule.Name)
		}
	}
	return names
}

func raises(result lint.Result, rule *lint.Rule) bool {
	for _, d := range result.Diagnostics {
		if d.Rule == rule {
			return true
		}
	}
	return false
}

// TestStuffed holds that the words which others count make no story.
func TestStuffed(t *testing.T) {
	const principles = "ownership customer obsession dive deep deliver results bias for action earn trust invent and simplify think big "
	for name, text := range map[string]string{
		"principles":  strings.Repeat(principles, 5),
		"verbs":       strings.Repeat("led owned delivered drove launched built improved managed achieved spearheaded ", 8),
		"praise":      strings.Repeat("I am a strong leader with ownership and customer obsession who always delivers results. ", 8),
		"figures":     strings.Repeat("50 % $40K 3x 12 hours ", 20),
		"star itself": strings.Repeat("Situation task action result metric impact stakeholder. ", 10),
		"lorem ipsum": strings.Repeat("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. ", 10),
	} {
		var story strings.Builder
		for _, part := range star.Parts() {
			story.WriteString("## " + part.Title() + "\n" + text + "\n\n")
		}
		result := check(story.String())
		if names := errorsOf(result); len(names) == 0 {
			t.Errorf("%s: no error, readiness %d", name, result.Readiness.Score)
		}
		if got := result.Readiness.Score; got >= 40 {
			t.Errorf("%s: readiness %d", name, got)
		}
	}
}

// plurally tells a story in the plural.
func plurally(story string) string {
	for _, pair := range [][2]string{{`\bI was\b`, "we were"}, {`\bI\b`, "we"}, {`\b[Mm]y\b`, "our"}, {`\bme\b`, "us"}} {
		story = regexp.MustCompile(pair[0]).ReplaceAllString(story, pair[1])
	}
	return story
}

// TestToldAsWe holds that the same story told as we is another story.
func TestToldAsWe(t *testing.T) {
	as := func(text string) lint.Result { return check("---\n" + text + "---\n") }
	alone, together := as(linttest.Sound), as(plurally(linttest.Sound))
	if !raises(together, ActionWe) || len(errorsOf(together)) == 0 {
		t.Errorf("told as we it raises %q", names(together))
	}
	if alone.Readiness.Score <= together.Readiness.Score {
		t.Errorf("readiness is %d told as I and %d as we", alone.Readiness.Score, together.Readiness.Score)
	}
	if i, we := alone.Anatomy.Sections[star.Action].Level, together.Anatomy.Sections[star.Action].Level; i <= we {
		t.Errorf("the action reaches level %d told as I and %d as we", i, we)
	}
	if alone.Anatomy.Words != together.Anatomy.Words {
		t.Errorf("%d and %d words: not the same story", alone.Anatomy.Words, together.Anatomy.Words)
	}
}

// TestReadWhole holds that a section is read to its end, whatever its layout.
func TestReadWhole(t *testing.T) {
	for name, text := range map[string]string{
		"a second bullet":     "- The leads agreed to it.\n- We saved $40K.",
		"a second paragraph":  "The leads agreed to it.\n\nWe saved $40K.",
		"a nested bullet":     "- The leads agreed:\n  - at once\n    - and we saved $40K",
		"a numbered list":     "1. The leads agreed.\n2. We saved $40K.",
		"a subheading":        "The leads agreed.\n\n### In figures\n\nWe saved $40K.",
		"a quote":             "The leads agreed.\n\n> We saved $40K.",
		"a table":             "| what | how much |\n|---|---|\n| saved | $40K |",
		"behind a divider":    "The leads agreed.\n\n***\n\nWe saved $40K.",
		"behind a comment":    "The leads agreed. <!-- and --> We saved $40K.",
		"behind a code block": "The leads agreed.\n\n```\nls\n```\n\nWe saved $40K.",
		"emphasis":            "The leads agreed. We saved **$40K**.",
		"between blank lines": "\n\n\nWe saved $40K.\n\n\n",
	} {
		result := check("## Action\n" + text + "\n## Result\n" + text + "\n")
		if !result.Anatomy.Metric {
			t.Errorf("%s: no metric in %q", name, text)
		}
		front := "---\nresult: |\n  " + strings.ReplaceAll(text, "\n", "\n  ") + "\n---\n"
		if !check(front).Anatomy.Metric {
			t.Errorf("%s: no metric in front matter", name)
		}
	}
	steps := "- I timed the tests.\n  - I split the suite.\n\n  I moved the tables.\n- I told the leads.\n\nI wrote a page."
	if got := len(check("## Action\n" + steps + "\n").Anatomy.Steps); got != 5 {
		t.Errorf("%d steps, want 5", got)
	}
	if got := len(check("---\naction:\n  - I timed the tests.\n  - |\n    I split the suite.\n    I moved the tables.\n---\n").Anatomy.Steps); got != 3 {
		t.Errorf("%d steps in a list of front matter, want 3", got)
	}
}

// TestHiddenHeadings holds that what is no text makes no section.
func TestHiddenHeadings(t *testing.T) {
	for name, body := range map[string]string{
		"a comment":      "<!--\n## Result\nWe saved $40K.\n-->\n",
		"a fence":        "```\n## Result\nWe saved $40K.\n```\n",
		"tildes":         "~~~md\n## Result\nWe saved $40K.\n~~~\n",
		"indented code":  "    ## Result\n    We saved $40K.\n",
		"a quote":        "> ## Result\n> We saved $40K.\n",
		"a list":         "- ## Result\n  We saved $40K.\n",
		"text":           "The ## Result was good.\n",
		"seven hashes":   "####### Result\nWe saved $40K.\n",
		"an open fence":  "```\n## Result\nWe saved $40K.\n",
		"inside comment": "Text <!-- ## Result\nWe saved $40K. -->\n",
	} {
		result := check("## Situation\nOur team lost a release in March.\n\n" + body)
		if got := result.Anatomy.Sections[star.Result].State; got != anatomy.Missing || result.Story.Section(star.Result) != nil {
			t.Errorf("%s: result is %s", name, got)
		}
	}
}

// TestEmptySection holds that an empty section is missing and takes nothing
// from what stands below it.
func TestEmptySection(t *testing.T) {
	for name, source := range map[string]string{
		"headings":        "## Situation\n## Task\nI had to cut the wait by May.\n",
		"blank lines":     "## Situation\n\n\n \n## Task\nI had to cut the wait by May.\n",
		"a comment":       "## Situation\n<!-- where, when, what was at stake -->\n## Task\nI had to cut the wait by May.\n",
		"bullets":         "## Situation\n-\n-\n## Task\nI had to cut the wait by May.\n",
		"keys":            "---\nsituation:\ntask: I had to cut the wait by May.\n---\n",
		"a block":         "---\nsituation: |\ntask: I had to cut the wait by May.\n---\n",
		"an empty block":  "---\nsituation: |\n\n\ntask: |\n  I had to cut the wait by May.\n---\n",
		"quotes":          "---\nsituation: \"\"\ntask: I had to cut the wait by May.\n---\n",
		"an empty list":   "---\nsituation: []\ntask: I had to cut the wait by May.\n---\n",
		"null":            "---\nsituation: null\ntask: I had to cut the wait by May.\n---\n",
		"another heading": "## Situation\n## Notes\nOur team lost a release in March.\n## Task\nI had to cut the wait by May.\n",
	} {
		result := check(source)
		situation, task := result.Anatomy.Sections[star.Situation], result.Anatomy.Sections[star.Task]
		if situation.State != anatomy.Missing || situation.Words != 0 {
			t.Errorf("%s: situation is %s with %d words", name, situation.State, situation.Words)
		}
		if task.State != anatomy.OK || task.Words != 8 {
			t.Errorf("%s: task is %s with %d words", name, task.State, task.Words)
		}
		if !raises(result, SectionMissing) {
			t.Errorf("%s: raises %q", name, names(result))
		}
	}
}

// TestNoMetric holds that not every digit measures something.
func TestNoMetric(t *testing.T) {
	for _, text := range []string{
		"It helped one person.", "One of them thanked me.", "It was the first of its kind.", "We came 2nd.", "It went out in 2024.",
		"It went out on 3 May 2024.", "It went out in March 2025, in Q3.", "The S3 bucket and EC2 host are closed.", "We moved to version 2.1.", "It runs on TLS 1.3 and IPv6.",
		"Ticket SEC-1234 is closed.", "CVE-2021-44228 is patched.", "It listens on port 443.", "It is 24/7.", "They called it step 2 of the plan.",
		"It follows ISO 27001 and SOC 2.", "We are at level 5.", "At 9 am it was done.", "It was done by 10:30.", "It is a win-win for 1:1 talks.",
		"The build of 2024-03-05 is out.", "It runs on Python 3.11.", "Our 1.2.3 is out.", "Log4j is gone.",
	} {
		if check("## Result\n" + text + "\n").Anatomy.Metric {
			t.Errorf("%q is taken for a metric", text)
		}
	}
	for _, text := range []string{
		"It helped 1,200 people.", "It halved.", "Costs fell by 40 %.", "We saved $40K.", "It takes 12 minutes.", "Three teams use it.", "It is 3x faster.", "9 of 10 use it.", "None of the 30 branches lost a sale.",
	} {
		if !check("## Result\n" + text + "\n").Anatomy.Metric {
			t.Errorf("%q is no metric", text)
		}
	}
}

// TestTeller holds that a person is a word, and that others may speak.
func TestTeller(t *testing.T) {
	for text, want := range map[string][2]int{
		"The API is down.":                                         {0, 0},
		"Some came, and the time is mixed.":                        {0, 0},
		"The UI, the CI and the SMEs were used.":                   {0, 0},
		"Phase I is done, and part I too.":                         {0, 0},
		"The US office web is west.":                               {0, 0},
		"I told them, and it was mine.":                            {2, 0},
		"i'm sure I've told them":                                  {2, 0},
		"We did it ourselves, and they told us.":                   {0, 3},
		`The lead said "we can't, and we won't".`:                  {0, 0},
		"The lead said “we can't”, so I told my team.":             {2, 0},
		"`we` is a variable.":                                      {0, 0},
		"See https://example.com/we/us/i.":                         {0, 0},
		"<!-- we --> The code:\n\n```\nwe := us(i)\n```\n":         {0, 0},
		"The **I** and the _we_: [I](we.md) ![a plan](us.png) me.": {3, 1},
	} {
		a := check("## Action\n" + text + "\n").Anatomy
		if got := [2]int{a.I, a.We}; got != want {
			t.Errorf("%q says I and we %v times, want %v", text, got, want)
		}
	}
	quoted := `I timed it. I split it. I told them. I moved it. They said "we tried, we failed, we left, we lost, we cried".`
	if raises(check("## Action\n"+quoted+"\n"), ActionWe) {
		t.Error("quoted speech is taken for the teller's")
	}
}
