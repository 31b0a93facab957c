package revision

import (
	"flag"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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
	form     form
	random   *rand.Rand
}

// form is how the sections of a draft are written down.
type form int

const (
	inFront form = iota // keys of the front matter
	inNotes             // under headings that name no section
)

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
	return &draft{d.title, slices.Clone(d.sections), d.form, d.random}
}

func (d *draft) story() *star.Story {
	var front, body strings.Builder
	fmt.Fprintf(&front, "---\ntitle: %q\n", d.title)
	for _, s := range d.sections {
		switch {
		case d.form == inNotes:
			fmt.Fprintf(&body, "\n## About the %s\n\n%s\n", s.label, s.text)
		case s.body:
			fmt.Fprintf(&body, "\n## %s\n\n%s\n", s.label, s.text)
		default:
			fmt.Fprintf(&front, "%s: |2\n  %s\n", s.label, strings.ReplaceAll(s.text, "\n", "\n  "))
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
	name  string
	make  func(d *draft) *expected // nil where the story does not lend itself
	local bool                     // changes words inside a section
}

// forms lists the forms of a story that a mutation can be tried on.
func (m mutation) forms() []form {
	if m.local {
		return []form{inFront, inNotes}
	}
	return []form{inFront}
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
	{"sentence dropped", dropSentence, true},
	{"sentence added", addSentence, true},
	{"sentence moved", moveSentence, true},
	{"sentence moved to another section", moveAcross, false},
	{"sentence moved and changed", moveAndChange, false},
	{"sentence rewritten", rewriteSentence, true},
	{"sentences joined", joinSentences, true},
	{"figure changed", changeFigure, false},
	{"phrase rewritten", rewritePhrase, true},
	{"words inserted", insertWords, true},
	{"words dropped", dropWords, true},
	{"step added", addStep, false},
	{"paragraph split", splitParagraph, true},
	{"wrapped anew", rewrap, false},
	{"section renamed", rename, false},
	{"front matter to body", toBody, false},
	{"sections swapped", swapSections, false},
	{"sections merged", mergeSections, false},
	{"section added or removed", addSection, false},
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
	return &expected{edits: 1}
}

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
			if len(at)+len(word) > width && !strings.ContainsAny(word[:1], "-*+#>0123456789|=–→•➔·▶►◦▪●") && word[0] < utf8.RuneSelf && strings.TrimSpace(at) != "" {
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

// mergeSections puts the task below the situation.
func mergeSections(d *draft) *expected {
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

// TestMutations makes revisions the way people do and counts the edits: on the
// example bank, or with -stories FOLDER on another one.
func TestMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	tally := tally{T: t}
	for _, m := range mutations {
		tally.name = m.name
		for _, form := range m.forms() {
			for pair := range revisions(t, random, []mutation{m}, form, *perKind) {
				tally.count(pair)
			}
		}
	}
	tally.sum()
	if 100*(tally.pairs-tally.exact) > tally.pairs {
		t.Errorf("more than one revision in a hundred is not marked as expected")
	}
}

// TestManyMutations makes several changes at once, each in a section of its own
// choice.
func TestManyMutations(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	tally := tally{T: t, name: "three at once"}
	local := slices.DeleteFunc(slices.Clone(mutations), func(m mutation) bool { return !m.local })
	for range 5 * *perKind {
		random.Shuffle(len(local), func(i, j int) { local[i], local[j] = local[j], local[i] })
		for pair := range revisions(t, random, local[:3], inFront, 1) {
			tally.count(pair)
		}
	}
	tally.sum()
}

// revision is a pair of versions with what is expected of it.
type revision struct {
	old, new *star.Story
	want     expected
}

// revisions makes n revisions of stories picked at random.
func revisions(t *testing.T, random *rand.Rand, mutations []mutation, form form, n int) iter.Seq[revision] {
	stories := slices.DeleteFunc(realStories(t), func(s *star.Story) bool { return len(draftOf(s, nil).sections) == 0 })
	return func(yield func(revision) bool) {
		for try := 0; n > 0 && try < 4000; try++ {
			old := draftOf(stories[random.IntN(len(stories))], random)
			old.form = form
			if r, ok := mutated(old, mutations); ok {
				n--
				if !yield(r) {
					return
				}
			}
		}
	}
}

func mutated(old *draft, mutations []mutation) (revision, bool) {
	new := old.clone()
	r := revision{old: old.story()}
	for _, m := range mutations {
		want := m.make(new)
		if want == nil {
			return r, false
		}
		if len(mutations) == 1 {
			r.want = *want
		} else {
			r.want.edits += want.edits
		}
	}
	r.new = new.story()
	return r, true
}

// tally counts the edits marked and those expected.
type tally struct {
	*testing.T
	name          string
	pairs, exact  int
	marked, ideal int
}

func (t *tally) count(r revision) {
	d := Compare(r.old, r.new)
	holds(t.T, d)
	t.pairs++
	t.marked += d.Edits()
	t.ideal += r.want.edits
	wrong := r.want.missing(d)
	if d.Edits() == r.want.edits && wrong == "" {
		t.exact++
		return
	}
	t.Logf("%s: %d edits for %d; %s\n%s", t.name, d.Edits(), r.want.edits, wrong, marks(d))
}

// sum holds that at most one edit in twenty is more than a person would make.
func (t *tally) sum() {
	t.Logf("%d of %d revisions marked as expected, %d edits for %d", t.exact, t.pairs, t.marked, t.ideal)
	if 20*t.marked > 21*t.ideal || t.pairs == 0 {
		t.Errorf("%d edits marked for %d", t.marked, t.ideal)
	}
}

// sameWords reports whether two runs are one up to the place where it begins: in
// "read me the way to the copy" either "the way to" or "way to the" was dropped.
func sameWords(a, b string) bool {
	return slices.Equal(slices.Sorted(strings.FieldsSeq(a)), slices.Sorted(strings.FieldsSeq(b)))
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
		if w.want != "" && !sameWords(w.got, w.want) {
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
