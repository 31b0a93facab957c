package changes

import (
	"fmt"
	"strings"
	"unicode"

	"starbank/star/report/cells"
	"starbank/star/review"
	"starbank/star/revision"
)

// stat writes a line a story, and the sums.
func (p *pen) stat() {
	id := 0
	for _, s := range p.Stories {
		id = max(id, cells.Width(cells.Clean(s.ID)))
	}
	id = min(id, p.Width/2)
	came, went := 0, 0
	for _, s := range p.Stories {
		in, out := wordsOf(s.Review.Difference)
		came, went = came+in, went+out
		p.Printf("%s  %s\n", cells.Pad(cells.Shorten(cells.Clean(s.ID), id), id), strings.Join(p.statistics(&s, in, out), "  "))
	}
	p.Printf("%s, %s and %s\n", cells.Plural(len(p.Stories), "story changed", "stories changed"), p.Paint(cells.Green, cells.Plural(came, "word", "words")+" in"), p.Paint(cells.Red, fmt.Sprintf("%d out", went)))
}

// statistics is what a line says of a story.
func (p *pen) statistics(s *Story, came, went int) []string {
	said := []string{p.Paint(cells.Green, fmt.Sprintf("%+4d", came)), p.Paint(cells.Red, fmt.Sprintf("%+4d", -went)), "ready " + ready(s.Review)}
	if s.Status != Changed {
		return append(said, string(s.Status))
	}
	for _, count := range []struct {
		n    int
		word string
	}{{len(s.Review.Fixed), "fixed"}, {len(s.Review.Brought), "brought"}} {
		if count.n > 0 {
			said = append(said, fmt.Sprintf("%d %s", count.n, count.word))
		}
	}
	return said
}

// ready tells the readiness before and after.
func ready(r *review.Review) string {
	old, new := r.Scores()
	switch {
	case r.Old == nil:
		return fmt.Sprint(new)
	case r.New == nil || old == new:
		return fmt.Sprint(old)
	}
	return fmt.Sprintf("%d → %d", old, new)
}

// wordsOf counts the words that came and those that went.
func wordsOf(d *revision.Difference) (came, went int) {
	for _, s := range d.Sections {
		in, out := wordsIn(s.Ops)
		came, went = came+in, went+out
	}
	return came, went
}

// wordsIn counts the words that ops insert and those that they delete, within what
// was moved too, which counts once: where it stands now.
func wordsIn(ops []revision.Op) (came, went int) {
	for i := range ops {
		switch op := &ops[i]; {
		case op.Kind == revision.Insert:
			came += spoken(op.New.Text)
		case op.Kind == revision.Delete:
			went += spoken(op.Old.Text)
		case op.Kind == revision.MoveEnd && op.New.Given():
			in, out := wordsIn(op.Move.Ops)
			came, went = came+in, went+out
		}
	}
	return came, went
}

// spoken counts the words of a text; a mark alone is none.
func spoken(text string) (n int) {
	for word := range strings.FieldsSeq(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}
