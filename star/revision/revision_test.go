package revision

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"starbank/star"
)

// TestPairs holds that every difference gives both versions back, however far
// apart they are.
func TestPairs(t *testing.T) {
	versions := append(realStories(t), nil)
	for _, old := range versions {
		for _, new := range versions {
			d := Compare(old, new)
			holds(t, d)
			if again := Compare(old, new); marks(again) != marks(d) {
				t.Errorf("two answers\n%s%s", marks(d), marks(again))
			}
		}
	}
}

// TestShuffled does the same for versions of a story torn to pieces.
func TestShuffled(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, old := range realStories(t) {
		for range 8 {
			lines := strings.SplitAfter(string(old.Source), "\n")
			for range 1 + random.IntN(6) {
				i, j := random.IntN(len(lines)), random.IntN(len(lines))
				switch random.IntN(4) {
				case 0:
					lines[i] = ""
				case 1:
					lines[i], lines[j] = lines[j], lines[i]
				case 2:
					words := strings.Split(lines[i], " ")
					random.Shuffle(len(words), func(a, b int) { words[a], words[b] = words[b], words[a] })
					lines[i] = strings.Join(words, " ")
				case 3:
					lines[i] = strings.ReplaceAll(lines[i], ". ", ".\n\n  ")
				}
			}
			holds(t, Compare(old, star.Parse(old.Path, []byte(strings.Join(lines, "")))))
		}
	}
}

// FuzzCompare compares any two files.
func FuzzCompare(f *testing.F) {
	for _, seed := range []string{
		"## Action\n\nI cut it by 40 % at once. Then I left.", "## Action\n> I cut it by 35 %\n> at once.\n>\n> - I left.\n", "---\ntitle: a\ntask: \"b\\nc\"\n---\n# d\n\ne\n```\nf\n```\n",
		"---\naction:\n  - I went.\n  - I saw.\ntags: [a, b]\nfollowups:\n  - ask: c\n    answer: d\n---\n", "---\nresult: >\n  a b\n  c\n\n  | d | e |\n---\n## Lesson\n1) “x” <!-- y -->\n",
		"## Task\n**a** b.\u00a0c ’d’ …\n\n---\n\n## Context\n* \n*\n> >\n", "\ufeff## S\r\na\r\n\r\nb\r\n## S\r\nc",
	} {
		for _, other := range []string{"", seed, "## Task\n\nI cut it by 35 % at once.\n\nThen I left. Nobody minded."} {
			f.Add([]byte(seed), []byte(other))
		}
	}
	f.Fuzz(func(t *testing.T, old, new []byte) {
		if len(old)+len(new) > 1<<16 {
			return
		}
		holds(t, Compare(star.Parse("a.md", old), star.Parse("b.md", new)))
	})
}

// holds checks what a caller may rely on: that the ops of each section give back
// the texts of both versions, and so do the ops inside each move.
func holds(t *testing.T, d *Difference) {
	t.Helper()
	before, after := noted(d.Old), noted(d.New)
	for i := range d.Sections {
		s := &d.Sections[i]
		wellFormed(t, s.Ops)
		wantText(t, OldText(s.Ops), s.Old, before)
		wantText(t, NewText(s.Ops), s.New, after)
		for _, op := range s.Ops {
			inPlace(t, d.Old, op.Old)
			inPlace(t, d.New, op.New)
		}
	}
	for _, m := range d.Moves {
		wellFormed(t, m.Ops)
		if got, want := tokens(OldText(m.Ops)), tokens(passages(m.Old)); got != want {
			t.Errorf("moved from %s: ops give %q, want %q", m.From, got, want)
		}
		if got, want := tokens(NewText(m.Ops)), tokens(passages(m.New)); got != want {
			t.Errorf("moved to %s: ops give %q, want %q", m.To, got, want)
		}
	}
}

// passages joins what was moved, from its first word on.
func passages(list []Passage) string {
	var text strings.Builder
	for i, p := range list {
		if i > 0 {
			text.WriteString(p.Lead)
		}
		text.WriteString(p.Text)
	}
	return text.String()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func noted(s *star.Story) string {
	all := ""
	for _, n := range notes(s) {
		all += bare(n.prose.Source)
	}
	return all
}

// wantText holds a text against the sections it was made from, the notes, or
// both where sections came out of notes.
func wantText(t *testing.T, got string, sections []*star.Section, notes string) {
	t.Helper()
	told := ""
	for _, s := range sections {
		told += bare(s.Text)
	}
	if got = bare(got); got != told && got != bare(told+notes) && (len(sections) > 0 || got != bare(notes)) {
		t.Errorf("ops give %q, want %q or the notes %q", got, told, notes)
	}
}

// bare cuts off what no op holds: the white space at the end and the lines of
// nothing but quote markers.
func bare(s string) string {
	for {
		s = strings.TrimRightFunc(s, unicode.IsSpace)
		last := strings.LastIndexByte(s, '\n') + 1
		if s == "" || strings.Trim(s[last:], "> \t\r") != "" {
			return s
		}
		s = s[:last]
	}
}

// inPlace holds that a passage stands where it says, up to the way the file lays
// it out; where the file spells a section otherwise, it is the whole of it.
func inPlace(t *testing.T, s *star.Story, p Passage) {
	t.Helper()
	if p.Text == "" {
		return
	}
	if quoted := s.Quote(p.Span); squeeze(quoted) != squeeze(p.Text) && (p.Section == nil || p.Span != p.Section.Content) {
		t.Errorf("%q stands at %v: %q", p.Text, p.Span, quoted)
	}
}

// wellFormed holds each op to its kind and each passage to its place.
func wellFormed(t *testing.T, ops []Op) {
	t.Helper()
	for _, op := range ops {
		old, new := op.Old.Given(), op.New.Given()
		want := map[Kind]bool{Equal: old && new, Delete: old && !new, Insert: !old && new, MoveEnd: old != new && op.Move != nil}
		if !want[op.Kind] {
			t.Errorf("%s with old %q, new %q", op.Kind, op.Old.Text, op.New.Text)
		}
		if op.Kind == Equal && (op.Old.Break != op.New.Break || tokens(op.Old.Text) != tokens(op.New.Text)) {
			t.Errorf("equal: %q and %q", op.Old.Text, op.New.Text)
		}
	}
}

// tokens writes a text as it is compared: without white space, the markers of
// lists and quotes, and the shape of quotation marks.
func tokens(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		out.WriteString(plain(strings.Join(strings.Fields(line[quoteLength(line):]), ""), true))
	}
	return out.String()
}
