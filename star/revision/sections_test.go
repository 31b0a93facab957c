package revision

import (
	"fmt"
	"strings"
	"testing"

	"starbank/star"
)

const (
	setting = "In March 2025 a signing key stood in a public log. Nobody knew who had read it."
	duty    = "I was on call that night. I had to replace the key before the release at nine."
	deed    = "I read the log to find the minute of the leak. Then I replaced the key and told every team."
	outcome = "The release was on time. An audit found two more keys within a quarter."
)

// TestSections holds what is said of sections and of the notes around them.
func TestSections(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string // sections that are not unchanged
	}{
		{"the same", "## Situation\n" + setting, "## Situation\n\n\n" + setting + "\n\n", ""},
		{"renamed", "## Situation\n" + setting, "## Background\n" + setting, "situation: renamed"},
		{"renamed and changed", "## Result\n" + outcome, "## Impact\n" + outcome + " Nobody minded.", "result: changed, renamed 14>16"},
		{"a letter in capitals is no other name", "## Situation\n" + setting, "## SITUATION\n" + setting, ""},
		{"to the body", "---\ntask: |\n  " + duty + "\n---\n", "## Task\n" + duty, "task: moved"},
		{"to the front matter, wrapped", "## Task\n" + duty, "---\ntask: |\n  " + strings.Replace(duty, ". ", ".\n  ", 1) + "\n---\n", "task: moved, reflowed"},
		{"swapped", "## Situation\n" + setting + "\n## Task\n" + duty + "\n## Result\n" + outcome, "## Task\n" + duty + "\n## Situation\n" + setting + "\n## Result\n" + outcome,
			"task: reordered"},
		{"added and removed", "## Situation\n" + setting + "\n## Lesson\n" + outcome, "## Situation\n" + setting + "\n## Task\n" + duty,
			"lesson: removed 14>0; task: added 0>17"},
		{"under another part", "## Action\n" + outcome + "\n## Task\n" + duty, "## Result\n" + outcome + "\n## Task\n" + duty, "result: renamed"},
		{"split", "## Situation\n" + setting + "\n\n" + duty, "## Situation\n" + setting + "\n## Task\n" + duty, "situation: split"},
		{"merged", "## Situation\n" + setting + "\n## Task\n" + duty, "## Situation\n" + setting + "\n\n" + duty, "situation: merged"},
		{"merged in one paragraph", "## Situation\n" + setting + "\n## Task\n" + duty, "## Situation\n" + setting + " " + duty, "situation: changed, merged 34>34"},
		{"labelled", setting + "\n\n" + duty + "\n\n" + deed, "## Situation\n" + setting + "\n## Task\n" + duty + "\n## Action\n" + deed, "notes: split"},
		{"notes", "---\ntask: x\n---\nAsk Ann.\n", "---\ntask: x\n---\nAsk Ann and Bob.\n", "notes: changed 2>4"},
		{"notes around sections", "# Keys\n\nAsk Ann.\n\n## Task\n" + duty + "\n\n## Drafts\n\nNone.", "# Keys\n\nAsk Ann.\n\n## Task\n" + duty + "\n\n## Drafts\n\nOne.", "notes: changed 4>4"},
		{"a sentence to another section", "## Situation\n" + setting + " " + duty + "\n## Action\n" + deed, "## Situation\n" + setting + " I had to replace the key before the release at nine.\n## Action\n" + deed + " I was on call that night.",
			"situation: changed 34>28; action: changed 20>26; moved situation>action: I was on call that night."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Compare(star.Parse("a.md", []byte(test.old)), star.Parse("b.md", []byte(test.new)))
			holds(t, d)
			var got []string
			for _, s := range d.Sections {
				if s.Change == Unchanged {
					continue
				}
				counted := ""
				if s.Change&(Changed|Added|Removed) != 0 {
					counted = fmt.Sprintf(" %d>%d", s.Words[0], s.Words[1])
				}
				got = append(got, s.Name+": "+s.Change.String()+counted)
			}
			for _, m := range d.Moves {
				got = append(got, fmt.Sprintf("moved %s>%s: %s", m.From, m.To, line(m.Ops)))
			}
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("sections = %s\nwant %s\n%s", got, test.want, marks(d))
			}
		})
	}
}

// TestFields holds what is said of the front matter.
func TestFields(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"the same", "title: A\ntags: [a, b]", "tags:\n  - a\n  - b\ntitle: \"A\" # said twice", ""},
		{"title", "title: Rotated a key", "title: Rotated a leaked key", "title: changed (Rotated a {+leaked+} key)"},
		{"status", "status: draft", "status: ready", "status: changed ([-draft-] {+ready+})"},
		{"date", "title: A", "title: A\ndate: 2025-03", "date: added ({+¶2025-03+})"},
		{"role gone", "title: A\nrole: Engineer", "title: A", "role: removed ([-¶Engineer-])"},
		{"principles", "principles: [ownership, dive-deep]", "principles: [dive-deep, ownership, earn-trust]",
			"principles: changed, reordered (reordered dive-deep; added {+¶earn-trust+})"},
		{"tags", "tags: incident, failure", "tags: [failure, mentoring]", "tags: changed (added {+¶mentoring+}; removed [-¶incident-])"},
		{"anchors", "anchors: [key in the log, four hours]", "anchors: [key in the public log, four hours]", "anchors: changed (key in the {+public+} log)"},
		{"do_not_claim", "do_not_claim: [that no customer was affected]", "do_not_claim: [that no customer was hurt]",
			"do_not_claim: changed (that no customer was [-affected-] {+hurt+})"},
		{"followups", "followups:\n  - ask: How did you know?\n    answer: The log said so.", "followups:\n  - ask: How did you know?\n    answer: The access log said so.",
			"followups: changed (How did you know? The {+access+} log said so.)"},
		{"ignore", "ignore: {hedges: it was a guess}", "ignore: {hedges: it was only a guess, jargon: a talk to engineers}",
			"ignore: changed (hedges it was {+only+} a guess; added {+¶jargon+} {+¶a talk to engineers+})"},
		{"opening", "opening: I once rotated a key in six hours.", "opening: I once rotated a key in four hours.",
			"opening: changed (I once rotated a key in [-six hours-] {+four hours+}.)"},
		{"opening in a block", "opening: |\n  I once rotated a key\n  in six hours.", "opening: \"I once rotated a \\\"key\\\" in six hours.\"",
			"opening: changed (I once rotated a {+\"+} key {+\"+} in six hours.)"},
		{"a key of one's own", "company: Initech", "company: Initrode", "company: changed ([-Initech-] {+Initrode+})"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Compare(star.Parse("a.md", []byte("---\n"+test.old+"\n---\n")), star.Parse("b.md", []byte("---\n"+test.new+"\n---\n")))
			var got []string
			for _, f := range d.Fields {
				var items []string
				for _, item := range f.Items {
					if item.Change == Unchanged {
						continue
					}
					change := ""
					if item.Change != Changed && len(f.Items) > 1 {
						change = item.Change.String() + " "
					}
					items = append(items, change+line(item.Ops))
				}
				got = append(got, fmt.Sprintf("%s: %s (%s)", f.Key, f.Change, strings.Join(items, "; ")))
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("fields = %s\nwant %s", got, test.want)
			}
			if d.Empty() != (test.want == "") {
				t.Errorf("empty: %v", d.Empty())
			}
		})
	}
}

// TestTitleMoved holds that a heading and the key are one title.
func TestTitleMoved(t *testing.T) {
	d := Compare(star.Parse("a.md", []byte("# Rotated a key\n")), star.Parse("a.md", []byte("---\ntitle: Rotated a key\n---\n")))
	if len(d.Fields) != 1 || d.Fields[0].Change != Moved {
		t.Errorf("fields = %+v", d.Fields)
	}
}

// TestFigures holds which figures and dates are said to have changed.
func TestFigures(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"changed", "Clicks fell by 40 % in a year.", "Clicks fell by 35 % in a year.", "40 % > 35 %"},
		{"several in a phrase", "It went from 40 % to 20 % that year.", "It went from 45 % to 18 % that year.", "40 % > 45 %, 20 % > 18 %"},
		{"dropped and gained", "I called 12 teams. It took a while.", "I called every team. It took 3 days.", "12 teams > , > 3 days"},
		{"written otherwise", "Clicks fell by 40 % at once.", "Clicks fell by forty percent at once.", ""},
		{"elsewhere", "It took 3 days to find the minute of the leak. Then I rang the lab and the vendor of the lock.",
			"I rang the lab and the vendor of the lock. It took me 3 days to find the minute of the leak.", ""},
		{"in another sentence", "It took 3 days to find the leak. Nobody helped. I rang the lab.", "Nobody helped. I rang the lab. For 3 days we read every log there was.", ""},
		{"a date", "It began in March 2024 and hurt.", "It began in March 2025 and hurt.", "2024 > 2025"},
		{"a year gone", "It began in 2024 and hurt.", "It began then and hurt.", "2024 > "},
		{"one", "One night I called.", "That night I called.", ""},
		{"a time frame", "It fell within a week.", "It fell.", "a week > "},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Compare(star.Parse("a.md", []byte("## Result\n\n"+test.old)), star.Parse("b.md", []byte("## Result\n\n"+test.new)))
			var got []string
			for _, f := range d.Figures {
				got = append(got, strings.TrimPrefix(f.Old.Text+" > "+f.New.Text, " "))
				if quoted := d.New.Quote(f.New.Span); f.New.Text != "" && quoted != f.New.Text {
					t.Errorf("%q stands at %q", f.New.Text, quoted)
				}
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("figures = %q, want %q\n%s", got, test.want, marks(d))
			}
		})
	}
}
