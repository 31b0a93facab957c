package revision

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/prose"
)

var bank = flag.String("stories", "../../stories/examples/stories", "folder of the stories that revisions are made from")

// realStories reads the stories of a bank, of the example bank unless told.
func realStories(t testing.TB) []*star.Story {
	t.Helper()
	var all []*star.Story
	err := filepath.WalkDir(*bank, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		source, err := os.ReadFile(path)
		all = append(all, star.Parse(path, source))
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("reading %s: %d stories, %v", *bank, len(all), err)
	}
	return all
}

// draft is a story taken apart, to be changed and written down again.
type draft struct {
	title    string
	sections []part
	random   *rand.Rand
}

type part struct {
	label, text string
	body        bool
}

func draftOf(s *star.Story, random *rand.Rand) *draft {
	d := &draft{title: s.Title.Text, random: random}
	for _, section := range s.Sections {
		if !section.Blank() && s.Section(section.Part) == section {
			d.sections = append(d.sections, part{section.Part.String(), strings.TrimSpace(section.Text), false})
		}
	}
	return d
}

func (d *draft) clone() *draft {
	return &draft{d.title, slices.Clone(d.sections), d.random}
}

func (d *draft) story() *star.Story {
	var front, body strings.Builder
	fmt.Fprintf(&front, "---\ntitle: %q\n", d.title)
	for _, s := range d.sections {
		if s.body {
			fmt.Fprintf(&body, "\n## %s\n\n%s\n", s.label, s.text)
			continue
		}
		fmt.Fprintf(&front, "%s: |2\n", s.label)
		for line := range strings.SplitSeq(s.text, "\n") {
			if front.WriteString("  " + line + "\n"); line == "" {
				front.WriteString("")
			}
		}
	}
	return star.Parse("draft.md", []byte(front.String()+"---\n"+body.String()))
}

// pick returns a section with at least n sentences, its text analysed.
func (d *draft) pick(n int) (*part, *prose.Text) {
	for range 20 {
		s := &d.sections[d.random.IntN(len(d.sections))]
		if t := prose.Analyze(s.text); len(t.Sentences) >= n {
			return s, t
		}
	}
	return nil, nil
}

// mutation changes a draft and says what a careful person would mark.
type mutation struct {
	name string
	make func(d *draft) *expected // nil where the story does not lend itself
}

// expected is what a person would say of a revision.
type expected struct {
	edits   int
	deleted string // words of the single deletion
	added   string // words of the single insertion
	change  Change // of some section
	figure  string // "40 % > 35 %"
	move    string // words of the single move
}

var mutations = []mutation{
	{"sentence dropped", dropSentence},
	{"sentence added", addSentence},
	{"sentence moved", moveSentence},
	{"sentence moved to another section", moveAcross},
	{"sentence moved and changed", moveAndChange},
	{"figure changed", changeFigure},
	{"wrapped anew", rewrap},
	{"section renamed", rename},
	{"phrase rewritten", rewritePhrase},
	{"step added", addStep},
	{"front matter to body", toBody},
	{"words inserted", insertWords},
	{"words dropped", dropWords},
	{"sections swapped", swapSections},
	{"section split", splitSection},
	{"sentences joined", joinSentences},
	{"paragraph split", splitParagraph},
	{"sentence rewritten", rewriteSentence},
	{"section added", addSection},
}

// cut takes a sentence out of a text, with the blank behind it.
func cut(text string, s prose.Sentence) (rest, sentence string) {
	return strings.TrimSpace(text[:s.Start] + strings.TrimLeft(text[s.End:], " ")), text[s.Start:s.End]
}

// sentenceOf picks a sentence in running text that is at least n words long,
// with another one before it in its paragraph.
func sentenceOf(d *draft, words int) (*part, *prose.Text, int) {
	for range 20 {
		s, t := d.pick(2)
		if s == nil {
			return nil, nil, 0
		}
		k := 1 + d.random.IntN(len(t.Sentences)-1)
		if a := t.Sentences[k]; a.Last-a.First >= words && t.Sentences[k-1].Paragraph == a.Paragraph && clean(t, k-1) && clean(t, k) {
			return s, t, k
		}
	}
	return nil, nil, 0
}

// clean reports whether a sentence ends with a stop and a blank, and holds no
// marks that reach over its end.
func clean(t *prose.Text, k int) bool {
	s := t.Sentences[k]
	text := t.Slice(s.Range)
	behind := t.Source[s.End:]
	return strings.HasSuffix(text, ".") && !strings.ContainsAny(text, "\"“”*_()[]`\n") && (behind == "" || behind[0] == ' ' || behind[0] == '\n') &&
		(s.Start == 0 || t.Source[s.Start-1] == ' ' || t.Source[s.Start-1] == '\n') && strings.Count(t.Source, text) == 1
}

func dropSentence(d *draft) *expected {
	s, t, k := sentenceOf(d, 4)
	if s == nil {
		return nil
	}
	var gone string
	s.text, gone = cut(t.Source, t.Sentences[k])
	return &expected{edits: 1, deleted: gone}
}

var newSentences = []string{
	"Nobody on either shift had written that down before.",
	"My manager asked me to present the numbers at the next review.",
	"The vendor refused to extend the contract beyond September.",
	"I rehearsed the fallback twice with a junior colleague.",
}

func addSentence(d *draft) *expected {
	s, t, k := sentenceOf(d, 1)
	if s == nil {
		return nil
	}
	came := newSentences[d.random.IntN(len(newSentences))]
	at := t.Sentences[k].Start
	s.text = t.Source[:at] + came + " " + t.Source[at:]
	return &expected{edits: 1, added: came}
}

func moveSentence(d *draft) *expected {
	s, t, k := sentenceOf(d, 6)
	if s == nil || len(t.Sentences) < 4 {
		return nil
	}
	to := d.random.IntN(len(t.Sentences))
	if to == k || to == k+1 || to == k-1 || !clean(t, to) {
		return nil
	}
	rest, moved := cut(t.Source, t.Sentences[k])
	at := strings.Index(rest, t.Slice(t.Sentences[to].Range))
	if at < 0 {
		return nil
	}
	s.text = rest[:at] + moved + " " + rest[at:]
	if weightOf(t, k) > weightOf(t, to) && max(k, to)-min(k, to) < 3 {
		return &expected{edits: 1} // the lighter neighbours may be what moved
	}
	return &expected{edits: 1}
}

func weightOf(t *prose.Text, k int) int { return t.Sentences[k].Last - t.Sentences[k].First }

func moveAcross(d *draft) *expected {
	s, t, k := sentenceOf(d, 6)
	if s == nil || len(d.sections) < 2 {
		return nil
	}
	other := &d.sections[d.random.IntN(len(d.sections))]
	if other == s {
		return nil
	}
	rest, moved := cut(t.Source, t.Sentences[k])
	s.text, other.text = rest, other.text+"\n\n"+moved
	return &expected{edits: 1, move: moved}
}

func moveAndChange(d *draft) *expected {
	s, t, k := sentenceOf(d, 9)
	if s == nil || len(d.sections) < 2 {
		return nil
	}
	other := &d.sections[d.random.IntN(len(d.sections))]
	if other == s {
		return nil
	}
	rest, moved := cut(t.Source, t.Sentences[k])
	words := strings.Fields(moved)
	words[len(words)/2] = "marmalade"
	s.text, other.text = rest, other.text+"\n\n"+strings.Join(words, " ")
	return &expected{edits: 2}
}

func changeFigure(d *draft) *expected {
	for range 20 {
		s, t := d.pick(1)
		if s == nil || len(t.Numbers) == 0 {
			continue
		}
		n := t.Numbers[d.random.IntN(len(t.Numbers))]
		digits := t.Source[t.Words[n.First].Start:t.Words[n.First].End]
		if !n.Metric() || n.Spelled || strings.Trim(digits, "0123456789") != "" || strings.Count(s.text, digits) > 1 {
			continue
		}
		at := t.Words[n.First].Start
		other := "7" + digits
		s.text = t.Source[:at] + other + t.Source[at+len(digits):]
		was := t.Slice(n.Range)
		return &expected{edits: 1, figure: was + " > " + strings.Replace(was, digits, other, 1)}
	}
	return nil
}

func rewrap(d *draft) *expected {
	changed := Unchanged
	for i := range d.sections {
		s := &d.sections[i]
		if len(prose.Analyze(s.text).Paragraphs) > 0 && !strings.ContainsAny(s.text, "|`<") {
			wrapped := wrap(s.text, 40+d.random.IntN(40))
			if wrapped != s.text {
				changed = Reflowed
			}
			s.text = wrapped
		}
	}
	return &expected{edits: 0, change: changed}
}

// wrap breaks lines at a width, where a line does not become a list item by it.
func wrap(text string, width int) string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		at := ""
		for _, word := range strings.Fields(line) {
			if len(at)+len(word) > width && !strings.ContainsAny(word[:1], "-*+#>0123456789|=–→•➔·▶►◦▪●") && strings.TrimSpace(at) != "" {
				out = append(out, at)
				at = "  "
			}
			if strings.TrimSpace(at) != "" {
				at += " "
			}
			at += word
		}
		out = append(out, at)
	}
	return strings.Join(out, "\n")
}

func rename(d *draft) *expected {
	s := &d.sections[d.random.IntN(len(d.sections))]
	other := map[string]string{"situation": "context", "task": "goal", "action": "actions", "result": "outcome", "lesson": "reflection"}
	s.label = other[s.label]
	return &expected{edits: 0, change: Renamed}
}

func rewritePhrase(d *draft) *expected {
	s, t, k := sentenceOf(d, 12)
	if s == nil {
		return nil
	}
	a := t.Sentences[k]
	n := 2 + d.random.IntN(3)
	from := a.First + 3 + d.random.IntN(a.Last-a.First-n-5)
	start, end := t.Words[from].Start, t.Words[from+n-1].End
	if strings.ContainsAny(t.Source[start:end], ",;:–—$€%") || hasNumber(t, from, from+n) || hasNumber(t, from-1, from+n+1) {
		return nil
	}
	phrase := []string{"gently painted marmalade", "borrowed seven yellow kayaks", "unwrapped orchids"}[d.random.IntN(3)]
	s.text = t.Source[:start] + phrase + t.Source[end:]
	return &expected{edits: 1, deleted: t.Source[start:end], added: phrase}
}

func hasNumber(t *prose.Text, first, last int) bool {
	return slices.ContainsFunc(t.Numbers, func(n prose.Number) bool { return n.First < last && first < n.Last })
}

func addStep(d *draft) *expected {
	for i := range d.sections {
		s := &d.sections[i]
		if s.label != "action" {
			continue
		}
		lines := strings.Split(s.text, "\n")
		if !strings.HasPrefix(lines[0], "- ") || !strings.HasPrefix(lines[len(lines)-1], "- ") {
			s.text = s.text + "\n\n" + newSentences[0]
			return &expected{edits: 1, added: newSentences[0]}
		}
		at := 1 + d.random.IntN(len(lines))
		for at < len(lines) && !strings.HasPrefix(lines[at], "- ") {
			at++
		}
		s.text = strings.Join(slices.Insert(lines, at, "- "+newSentences[1]), "\n")
		return &expected{edits: 1, added: newSentences[1]}
	}
	return nil
}

func toBody(d *draft) *expected {
	for i := range d.sections {
		d.sections[i].body = true
	}
	return &expected{edits: 0, change: Moved}
}

func insertWords(d *draft) *expected {
	s, t, k := sentenceOf(d, 8)
	if s == nil {
		return nil
	}
	a := t.Sentences[k]
	at := a.First + 3 + d.random.IntN(a.Last-a.First-6)
	if hasNumber(t, at-1, at+1) {
		return nil
	}
	came := []string{"reluctantly", "with a heavy heart", "as the auditors insisted"}[d.random.IntN(3)]
	s.text = t.Source[:t.Words[at].Start] + came + " " + t.Source[t.Words[at].Start:]
	if before := t.Source[t.Words[at].Start-1]; before != ' ' {
		return nil
	}
	return &expected{edits: 1, added: came}
}

func dropWords(d *draft) *expected {
	s, t, k := sentenceOf(d, 12)
	if s == nil {
		return nil
	}
	a := t.Sentences[k]
	n := 1 + d.random.IntN(4)
	at := a.First + 3 + d.random.IntN(a.Last-a.First-n-5)
	start, end := t.Words[at].Start, t.Words[at+n].Start
	if strings.ContainsAny(t.Source[start-1:end], ",;:–—-'’$/") || hasNumber(t, at-1, at+n+1) || t.Source[start-1] != ' ' {
		return nil
	}
	gone := strings.TrimSpace(t.Source[start:end])
	s.text = t.Source[:start] + t.Source[end:]
	return &expected{edits: 1, deleted: gone}
}

func swapSections(d *draft) *expected {
	if len(d.sections) < 2 {
		return nil
	}
	i := d.random.IntN(len(d.sections) - 1)
	d.sections[i], d.sections[i+1] = d.sections[i+1], d.sections[i]
	return &expected{edits: 0, change: Reordered}
}

// splitSection gives the end of the situation a heading of its own.
func splitSection(d *draft) *expected {
	s := &d.sections[0]
	if s.label != "situation" || len(d.sections) < 2 || d.sections[1].label != "task" {
		return nil
	}
	d.sections[0].text += "\n\n" + d.sections[1].text
	d.sections = slices.Delete(d.sections, 1, 2)
	return &expected{edits: 0, change: Merged}
}

func joinSentences(d *draft) *expected {
	s, t, k := sentenceOf(d, 4)
	if s == nil {
		return nil
	}
	a := t.Sentences[k]
	before, behind := t.Source[:a.Start], t.Source[a.Start:]
	if !strings.HasSuffix(before, ". ") || strings.HasPrefix(behind, "I") {
		return nil
	}
	s.text = strings.TrimSuffix(before, ". ") + ", and " + strings.ToLower(behind[:1]) + behind[1:]
	return &expected{edits: 1}
}

func splitParagraph(d *draft) *expected {
	s, t, k := sentenceOf(d, 4)
	if s == nil || t.Paragraphs[t.Sentences[k].Paragraph].Bullet {
		return nil
	}
	at := t.Sentences[k].Start
	s.text = strings.TrimSpace(t.Source[:at]) + "\n\n" + t.Source[at:]
	return &expected{edits: 1}
}

func rewriteSentence(d *draft) *expected {
	s, t, k := sentenceOf(d, 5)
	if s == nil {
		return nil
	}
	a := t.Sentences[k]
	came := newSentences[d.random.IntN(len(newSentences))]
	s.text = t.Source[:a.Start] + came + t.Source[a.End:]
	return &expected{edits: 1, deleted: t.Slice(a.Range), added: came}
}

func addSection(d *draft) *expected {
	if d.sections[len(d.sections)-1].label == "lesson" {
		d.sections = d.sections[:len(d.sections)-1]
		return &expected{edits: 1, change: Removed}
	}
	d.sections = append(d.sections, part{"lesson", newSentences[3], true})
	return &expected{edits: 1, change: Added, added: newSentences[3]}
}

var perKind = flag.Int("pairs", 12, "revisions made of each kind")

// TestMutations makes revisions the way people do and counts the edits.
func TestMutations(t *testing.T) {
	stories := slices.DeleteFunc(realStories(t), func(s *star.Story) bool { return len(s.Sections) == 0 })
	random := rand.New(rand.NewPCG(7, 7))
	ideal, marked := 0, 0
	for _, m := range mutations {
		tried, exact := 0, 0
		for try := 0; tried < *perKind && try < 40**perKind; try++ {
			old := draftOf(stories[random.IntN(len(stories))], random)
			if len(old.sections) == 0 {
				continue
			}
			new := old.clone()
			want := m.make(new)
			if want == nil {
				continue
			}
			tried++
			d := Compare(old.story(), new.story())
			holds(t, d)
			wrong := want.missing(d)
			if ideal += want.edits; d.Edits() == want.edits && wrong == "" {
				exact++
			} else {
				t.Logf("%s: %d edits for %d, %s\n%s", m.name, d.Edits(), want.edits, wrong, marks(d))
			}
			marked += d.Edits()
		}
		t.Logf("%-36s %3d pairs, %3d exact", m.name, tried, exact)
	}
	t.Logf("%d edits marked for %d", marked, ideal)
}

// missing says what a difference fails to say.
func (e *expected) missing(d *Difference) string {
	var deleted, added []string
	change := Unchanged
	for i := range d.Sections {
		change |= d.Sections[i].Change
		for _, op := range d.Sections[i].Ops {
			switch op.Kind {
			case Delete:
				deleted = append(deleted, squeeze(op.Old.Text))
			case Insert:
				added = append(added, squeeze(op.New.Text))
			}
		}
	}
	var wrong []string
	for _, w := range []struct{ what, got, want string }{{"deleted", strings.Join(deleted, " | "), squeeze(e.deleted)}, {"added", strings.Join(added, " | "), squeeze(e.added)}} {
		if w.want != "" && w.got != w.want {
			wrong = append(wrong, fmt.Sprintf("%s %q, not %q", w.what, w.got, w.want))
		}
	}
	if !change.Has(e.change) {
		wrong = append(wrong, fmt.Sprintf("%s, not %s", change, e.change))
	}
	if e.move != "" && (len(d.Moves) != 1 || squeeze(OldText(d.Moves[0].Ops)) != squeeze(e.move)) {
		wrong = append(wrong, fmt.Sprintf("not moved: %q", e.move))
	}
	if e.figure != "" && !slices.ContainsFunc(d.Figures, func(f Figure) bool { return f.Old.Text+" > "+f.New.Text == e.figure }) {
		wrong = append(wrong, fmt.Sprintf("figures %v, not %s", d.Figures, e.figure))
	}
	return strings.Join(wrong, "; ")
}

// marks shows the changed sections of a difference on one line each.
func marks(d *Difference) string {
	var out strings.Builder
	for _, s := range d.Sections {
		if s.Change == Unchanged {
			continue
		}
		fmt.Fprintf(&out, "  %s (%s):", s.Name, s.Change)
		for _, op := range s.Ops {
			switch op.Kind {
			case Equal:
				text := squeeze(op.New.Text)
				if len(text) > 60 {
					text = text[:25] + " ... " + text[len(text)-25:]
				}
				fmt.Fprintf(&out, " %s", text)
			case Delete:
				fmt.Fprintf(&out, " [-%s%s-]", pilcrow(op.Old), squeeze(op.Old.Text))
			case Insert:
				fmt.Fprintf(&out, " {+%s%s+}", pilcrow(op.New), squeeze(op.New.Text))
			case MoveEnd:
				if op.Old.Given() {
					fmt.Fprintf(&out, " <<%s%s>>", pilcrow(op.Old), squeeze(op.Old.Text))
				} else {
					fmt.Fprintf(&out, " >>%s%s<<", pilcrow(op.New), squeeze(op.New.Text))
				}
			}
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func pilcrow(p Passage) string {
	if p.Break {
		return "¶"
	}
	return ""
}
