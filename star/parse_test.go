package star

import (
	"fmt"
	"strings"
	"testing"

	"starbank/star/prose"
)

func parse(source string) *Story { return Parse("stories/leak.md", []byte(source)) }

// front makes a story file of the lines of a front matter.
func front(lines ...string) string { return "---\n" + strings.Join(lines, "\n") + "\n---\n" }

func TestParse(t *testing.T) {
	s := parse(front("title: Rotated a leaked key", "principles: [bias-for-action, ownership]   # first one is primary",
		"date: 2025-03", "tags: [incident]", "status: ready", "situation: |", "  In March we leaked a key.",
		"action:", "  - Revoked the key", "  - Told the customers", "followups:", "  - ask: How did you know?", "    answer: The audit log.",
		"do_not_claim: [that nobody noticed]", "ignore: {result-no-metric: a decision}") + "Notes.\n")
	checks := map[string][2]string{
		"id":        {s.ID, "leak"},
		"title":     {s.Title.Text, "Rotated a leaked key"},
		"principle": {s.Principles[0].Text, "bias-for-action"},
		"date":      {s.Date.Text, "2025-03"},
		"status":    {s.Status.Text, Ready},
		"situation": {s.Section(Situation).Text, "In March we leaked a key.\n"},
		"action":    {s.Section(Action).Text, "- Revoked the key\n- Told the customers\n"},
		"followup":  {s.Followups[0].Answer.Text, "The audit log."},
		"claim":     {s.DoNotClaim[0].Text, "that nobody noticed"},
		"ignore":    {s.Ignores[0].Rule.Text + " " + s.Ignores[0].Reason.Text, "result-no-metric a decision"},
		"body":      {s.Quote(s.Body), "Notes.\n"},
	}
	for name, c := range checks {
		if c[0] != c[1] {
			t.Errorf("%s = %q, want %q", name, c[0], c[1])
		}
	}
	if len(s.Problems) > 0 {
		t.Errorf("problems = %v, want none", s.Problems)
	}
	if !s.HasTag("Incident") || s.Section(Result) != nil {
		t.Error("tags or sections are wrong")
	}
}

// TestScalars holds that the words of a section are found in the file, however
// YAML spells them.
func TestScalars(t *testing.T) {
	tests := []struct{ name, yaml, text string }{
		{"plain", "action: I cut the wait.", "I cut the wait."},
		{"plain over two lines", "action: I cut\n  the wait.", "I cut the wait."},
		{"literal", "action: |\n  I cut\n\n    the wait.\n", "I cut\n\n  the wait.\n"},
		{"literal, kept", "action: |+\n  I cut the wait.\n", "I cut the wait.\n\n"},
		{"literal, stripped", "action: |-\n  I cut the wait.", "I cut the wait."},
		{"literal with an explicit indentation", "action: |2\n    I cut the wait.\n", "  I cut the wait.\n"},
		{"literal with an indented fence", "action: |\n  before\n  ---\n  I cut the wait.\n", "before\n---\nI cut the wait.\n"},
		{"literal with dashes", "action: |\n  -----\n  I cut the wait.\n", "-----\nI cut the wait.\n"},
		{"folded", "action: >\n  I cut\n  the wait.\n\n  Twice.\n", "I cut the wait.\nTwice.\n"},
		{"single quotes", "action: 'It''s I who cut the wait.'", "It's I who cut the wait."},
		{"double quotes", `action: "I cut the wait."`, "I cut the wait."},
		{"double quotes over two lines", "action: \"I cut\n  the wait.\"", "I cut the wait."},
		{"beyond ASCII", "action: Ça — I cut thé wait. 世界", "Ça — I cut thé wait. 世界"},
		{"a comment above", "# note\naction: I cut the wait. # truly", "I cut the wait."},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			for _, mark := range []string{"", "\ufeff"} {
				t.Run(fmt.Sprintf("%s/%q%q", test.name, mark, eol), func(t *testing.T) {
					s := parse(mark + strings.ReplaceAll(front("title: T é", test.yaml), "\n", eol))
					section := s.Section(Action)
					if section == nil || section.Text != test.text {
						t.Fatalf("action = %+v, want %q", section, test.text)
					}
					holdsWords(t, s)
					for _, word := range section.Prose.Words {
						if quoted := strings.ReplaceAll(s.Quote(section.Span(word.Range)), "''", "'"); quoted != section.Prose.Slice(word.Range) {
							t.Errorf("%q is quoted as %q", section.Prose.Slice(word.Range), quoted)
						}
					}
				})
			}
		}
	}
}

// TestEscapes holds that a span in a text the file spells otherwise is the
// whole scalar, never a guess.
func TestEscapes(t *testing.T) {
	s := parse(front(`action: "I cut\tthe \"wait\"."`))
	section := s.Section(Action)
	if got, want := s.Quote(section.Span(prose.Range{Start: 2, End: 5})), `"I cut\tthe \"wait\"."`; got != want {
		t.Errorf("span quotes %q, want %q", got, want)
	}
}

func TestBody(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"headings", "## Situation\n\nA.\n\n## Result\n\nB.\n", "situation=A. result=B."},
		{"setext labels", "Situation\n---------\n\nA.\n", "situation=A."},
		{"decorated labels", "### **2. Action:**\n\nA.\n\n### Result (R)\n\nB.\n\n#### ✅ Outcome — the end\n\nC.\n", "action=A. result=B. result=C."},
		{"CARL", "## Context\nA.\n## Action\nB.\n## Result\nC.\n## Learning\nD.\n", "situation=A. action=B. result=C. lesson=D."},
		{"PAR", "## Problem\nA.\n## Action\nB.\n## Result\nC.\n", "task=A. action=B. result=C."},
		{"SOAR", "## Situation\nA.\n## Obstacle\nB.\n## Action\nC.\n## Result\nD.\n", "situation=A. task=B. action=C. result=D."},
		{"letters", "## S\nA.\n## T\nB.\n", "situation=A. task=B."},
		{"a closing sequence", "## Situation ##\nA.\n", "situation=A."},
		{"a subheading stays inside", "## Action\nA.\n### First\nB.\n## Notes\nC.\n", "action=A.\n### First\nB."},
		{"another heading ends it", "## Action\nA.\n## Appendix\nB.\n", "action=A."},
		{"label in a quote", "> ## Situation\n> A.\n", ""},
		{"label in a list", "- ## Situation\n  A.\n", ""},
		{"label in a comment", "<!--\n## Situation\n-->\n\n## Task\nA.\n", "task=A."},
		{"label in a fence", "```\n## Situation\n```\n\n## Task\nA.\n", "task=A."},
		{"an empty section", "## Situation\n\n## Task\nA.\n", "situation= task=A."},
		{"an empty heading", "##\n\n## Task\nA.\n", "task=A."},
		{"a divider under a paragraph", "## Task\nWe lost.\n---\n\nB.\n", "task=We lost.\n---\n\nB."},
		{"text on the next line", "## Action\n\n- I cut it.\n  - Twice.\n- $40K\n", "action=- I cut it.\n  - Twice.\n- $40K"},
		{"no line break at the end", "## Task\nA.", "task=A."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			s := parse(test.body)
			for _, section := range s.Sections {
				got = append(got, section.Part.String()+"="+section.Text)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("sections = %q, want %q", strings.Join(got, " "), test.want)
			}
			holdsWords(t, s)
		})
	}
}

// holdsWords checks that each word of each section, looked up in the file,
// is that word (or, where the file spells it otherwise, lies within it).
func holdsWords(t *testing.T, s *Story) {
	t.Helper()
	for _, section := range s.Sections {
		for _, word := range section.Prose.Words {
			span := section.Span(word.Range)
			if span.Start < 0 || span.End < span.Start || span.End > len(s.Source) {
				t.Fatalf("span %v lies outside the file of %d bytes", span, len(s.Source))
			}
			if text := section.Prose.Slice(word.Range); !strings.Contains(strings.ReplaceAll(s.Quote(span), "''", "'"), text) && !strings.Contains(s.Quote(section.Content), `\`) {
				t.Errorf("word %q is quoted as %q", text, s.Quote(span))
			}
		}
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name, source string
		kind         Kind
		quote        string // of the span
		message      string // a part of it
	}{
		{"never closed", "---\ntitle: A\n", Unclosed, "---", "never closed"},
		{"an indented fence does not close", "---\ntitle: A\n  ---\n", Unclosed, "---", ""},
		{"longer dashes do not close", "---\ntitle: A\n-----\n", Unclosed, "---", ""},
		{"late", "\n\n---\ntitle: A\n---\n", Late, "---", "first line"},
		{"cut", front("title: C# and #1 team"), Cut, " #1 team", `ends at "and"`},
		{"cut step", front("action:", "  - Fixed #1 of it #2"), Cut, " #1 of it #2", ""},
		{"colon", front("title: Led: the migration", "role: A"), Invalid, ": the migration", "colon"},
		{"percent", front("title: %50 less"), Invalid, "%50 less", "keeps for itself"},
		{"at", front("title: @me"), Invalid, "@me", "keeps for itself"},
		{"backtick", front("title: `x`"), Invalid, "`x`", "keeps for itself"},
		{"tab", front("title: A", "action:", "\t- B"), Invalid, "\t- B", "tab"},
		{"open quote", front(`title: "A`, "role: B"), Invalid, `"A`, "never closed"},
		{"no space", front("title:A", "role: B"), Invalid, ":A", "space"},
		{"anchor", front("title: &a A", "role: *a"), Invalid, "&a A", "anchor"},
		{"merge", front("<<: {title: A}"), Invalid, "<<", "merge"},
		{"a list", front("- a", "- b"), Invalid, "- a\n- b", "not a list of keys"},
		{"key twice", front("title: A", "title: B"), Repeated, "title", "twice"},
		{"section twice", front("action: A") + "## Action\nB.\n", Repeated, "Action", "twice"},
		{"section under two labels", front("result: A", "outcome: B"), Repeated, "outcome", "twice"},
		{"brackets", front("title: [urgent]"), WrongType, "[urgent]", "a list"},
		{"a step with a colon", front("action:", "  - Fixed: the leak"), WrongType, "Fixed: the leak", "not read as a text"},
		{"keys for a section", front("action: {a: b}"), WrongType, "{a: b}", "keys with values"},
		{"no-break space", front("\u00a0role: A"), Invisible, "\u00a0role", "U+00A0"},
		{"no space behind the hashes", "##Situation\nA.\n", MissedHeading, "##Situation", "not read as a heading"},
		{"a divider too close", "We lost.\n---\nB.\n", MalformedHeading, "We lost.", "turns it into a heading"},
		{"NUL", "a\x00b", Unreadable, "\x00", "NUL"},
		{"not UTF-8", "caf\xe9", Unreadable, "\xe9", "0xE9"},
		{"UTF-16", "\xff\xfe#\x00", Unreadable, "", "UTF-16"},
		{"too large", strings.Repeat("a", MaxSize+1), Unreadable, "", "1 MiB"},
		{"too deep", strings.Repeat("- ", 1000) + "a\n", TooDeep, "-", "too deeply"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := parse(test.source)
			for _, p := range s.Problems {
				if p.Kind != test.kind {
					continue
				}
				if quote := s.Quote(p.Span); !strings.HasPrefix(quote, test.quote) {
					t.Errorf("span quotes %q, want %q", quote, test.quote)
				}
				if !strings.Contains(p.Message, test.message) || p.Help == "" {
					t.Errorf("problem = %q, help %q; want %q", p.Message, p.Help, test.message)
				}
				return
			}
			t.Errorf("problems = %+v, want one of kind %d", s.Problems, test.kind)
		})
	}
}

// TestRecovers holds that one slip does not hide the other keys.
func TestRecovers(t *testing.T) {
	s := parse(front("title: Led: the migration", "role: Analyst", "action: |", "  I cut it.", "result: @home"))
	if s.Role.Text != "Analyst" || s.Section(Action) == nil || len(s.Problems) != 2 {
		t.Errorf("role %q, sections %v, problems %v", s.Role.Text, s.Sections, s.Problems)
	}
	holdsWords(t, s)
}

func TestNoProblem(t *testing.T) {
	for name, source := range map[string]string{
		"a comment":                front("title: A # a note"),
		"a date":                   front("date: 2024-01-02"),
		"no and On":                front("title: no", "role: On"),
		"dots close":               "---\ntitle: A\n...\n",
		"blanks behind the fences": "---  \ntitle: A\n--- \t\n",
		"nothing":                  "",
		"empty front matter":       "---\n---\n",
		"a rule between texts":     "A.\n\n---\n\nB.\n",
		"unknown keys":             front("mood: proud", "x: [1, {a: b}]"),
	} {
		if s := parse(source); len(s.Problems) > 0 {
			t.Errorf("%s: problems = %+v", name, s.Problems)
		}
	}
	if s := parse(front("date: 2024-01-02")); s.Date.Text != "2024-01-02" {
		t.Errorf("date = %q", s.Date.Text)
	}
}

// TestYAMLLines holds that positions survive what YAML counts as line breaks
// and \n does not.
func TestYAMLLines(t *testing.T) {
	for _, separator := range []string{"\u0085", "\u2028", "\u2029", "\r"} {
		s := parse("---\nmood: \"a" + separator + "  b\"\nrole: Analyst\n---\n")
		if got := s.Quote(s.Role.Span); s.Role.Text != "Analyst" || got != "Analyst" {
			t.Errorf("%q: role = %q at %q", separator, s.Role.Text, got)
		}
	}
}

func TestPosition(t *testing.T) {
	s := parse("\ufeff---\r\ntitle: é世x\r\n---\r\n")
	tests := []struct {
		offset int
		want   Position
	}{
		{0, Position{1, 1}}, {3, Position{1, 1}}, {4, Position{1, 2}}, {strings.Index(string(s.Source), "x"), Position{2, 10}},
		{len(s.Source), Position{4, 1}}, {len(s.Source) + 9, Position{4, 1}}, {-1, Position{1, 1}},
	}
	for _, test := range tests {
		if got := s.Position(test.offset); got != test.want {
			t.Errorf("Position(%d) = %v, want %v", test.offset, got, test.want)
		}
	}
}

func TestPartOf(t *testing.T) {
	for label, want := range map[string]string{
		"Situation": "situation", "**Context**": "situation", "2) Task:": "task", "MY ROLE": "task", "What I did": "action",
		"Result - six weeks later": "result", "Lessons learned": "lesson", "(A)": "action", "Impact": "result",
		"Situation room": "", "Actionable items": "", "Notes": "", "": "", "Resulting": "", "A plan": "",
	} {
		got := ""
		if part, ok := PartOf(label); ok {
			got = part.String()
		}
		if got != want {
			t.Errorf("PartOf(%q) = %q, want %q", label, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, h := range hostile {
		if source := h.source(); len(source) < 1<<12 {
			f.Add([]byte(source))
		}
	}
	f.Add([]byte(front("title: A", "action: >", "  a b", "  c", "result: 'it''s'") + "## Task\nB.\n"))
	f.Fuzz(func(t *testing.T, source []byte) {
		s, again := Parse("x.md", source), Parse("x.md", source)
		if fmt.Sprint(s.Problems) != fmt.Sprint(again.Problems) {
			t.Error("two runs differ")
		}
		for _, p := range s.Problems {
			inside(t, s, p.Span)
		}
		for _, field := range s.Fields {
			inside(t, s, field.KeySpan)
			inside(t, s, field.Value)
		}
		for _, section := range s.Sections {
			inside(t, s, section.Content)
			for _, word := range section.Prose.Words {
				inside(t, s, section.Span(word.Range))
			}
		}
		inside(t, s, s.Anchor())
	})
}

func inside(t *testing.T, s *Story, span Span) {
	t.Helper()
	if span.Start < 0 || span.End < span.Start || span.End > len(s.Source) {
		t.Fatalf("span %v lies outside a file of %d bytes", span, len(s.Source))
	}
}
