package revision

import (
	"math/rand/v2"
	"strings"
	"testing"

	"starbank/star"
)

// TestPairs holds that every difference gives both versions back, however far
// apart they are.
func TestPairs(t *testing.T) {
	stories := realStories(t)
	for _, old := range stories {
		for _, new := range append(stories, nil) {
			holds(t, Compare(old, new))
			holds(t, Compare(new, old))
		}
	}
}

// TestShuffled does the same for versions of a story torn to pieces.
func TestShuffled(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, old := range realStories(t) {
		for range 20 {
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

// holds checks what a caller may rely on.
func holds(t *testing.T, d *Difference) {
	t.Helper()
	for i := range d.Sections {
		s := &d.Sections[i]
		wellFormed(t, s.Ops)
		wantText(t, s.Name, OldText(s.Ops), s.Old)
		wantText(t, s.Name, NewText(s.Ops), s.New)
	}
	for _, m := range d.Moves {
		wellFormed(t, m.Ops)
		if got, want := squeeze(OldText(m.Ops)), squeeze(passages(m.Old)); got != want {
			t.Errorf("moved from %s: ops give %q, want %q", m.From, got, want)
		}
		if got, want := squeeze(NewText(m.Ops)), squeeze(passages(m.New)); got != want {
			t.Errorf("moved to %s: ops give %q, want %q", m.To, got, want)
		}
	}
}

func passages(list []Passage) string {
	var text strings.Builder
	for _, p := range list {
		text.WriteString(p.Lead + p.Text)
	}
	return text.String()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func wantText(t *testing.T, name, got string, sections []*star.Section) {
	t.Helper()
	if name == "notes" && len(sections) == 0 {
		return
	}
	want := ""
	for _, s := range sections {
		want += strings.TrimRight(s.Text, "> \t\r\n")
	}
	if got != want && !(name == "notes" || strings.Contains(got, want)) {
		t.Errorf("%s: ops give %q, want %q", name, got, want)
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

// tokens writes a text as it is compared.
func tokens(text string) string { return plain(strings.Join(strings.Fields(text), ""), true) }
