package changes

import (
	"fmt"
	"strings"

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
		for _, op := range s.Ops {
			switch op.Kind {
			case revision.Insert:
				came += len(strings.Fields(op.New.Text))
			case revision.Delete:
				went += len(strings.Fields(op.Old.Text))
			}
		}
	}
	return came, went
}
