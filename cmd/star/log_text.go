package main

import (
	"fmt"
	"strings"

	"starbank/cmd/star/internal/changes"
	"starbank/star/report/cells"
	"starbank/stories/history"
)

// text writes the tale for people.
func (l *storyLog) text(p *page, patch bool, rate int) {
	l.head(p)
	if patch {
		l.patches(p, rate)
	} else {
		l.lines(p)
	}
	if l.Cut() && l.whole() {
		sayCut(p)
	}
	if len(l.Revisions) == 0 {
		p.Printf("nothing of it is committed yet\n")
	}
}

// lines writes a line for each revision: the subject on the left and, at the right
// end, as much of what changed as there is room for.
func (l *storyLog) lines(p *page) {
	room := max(leastSubject+20, p.width-fixedCells)
	p.Printf("%s\n", p.Paint(cells.Dim, "date        commit   ready found words  subject"+blanks(room, "subject", "what changed most")+"what changed most"))
	for i := range l.entries {
		e := &l.entries[i]
		brief, subject := e.brief(), e.subject()
		first := min(cells.Width(brief[0]), room-leastSubject-gap)
		subject = cells.Shorten(subject, room-first-gap)
		what := fitting(brief, room-cells.Width(subject)-gap)
		p.Printf("%s  %s%s%s\n", p.revision(e), subject, blanks(room, subject, what), p.Paint(cells.Cyan, what))
	}
}

// leastSubject is how many cells of a subject are shown at least, and gap how many
// are free behind it.
const (
	leastSubject = 12
	gap          = 2
)

// blanks returns what stands between two texts at the ends of a line.
func blanks(width int, left, right string) string {
	return strings.Repeat(" ", max(gap, width-cells.Width(left)-cells.Width(right)))
}

// patches writes each revision with what it changed.
func (l *storyLog) patches(p *page, rate int) {
	for i := range l.entries {
		e := &l.entries[i]
		if i > 0 {
			p.Printf("\n")
		}
		p.Printf("%s  %s\n", p.revision(e), p.Paint(cells.Bold, cells.Shorten(e.subject(), p.width-fixedCells)))
		if brief := e.brief(); e.change.Review == nil || e.Status == history.Cut || e.change.Status != changes.Changed {
			p.hanging("  ", cells.Cyan, brief[0])
		}
		if e.change.Review != nil {
			changes.Plain(p.Writer, changes.Document{Stories: []changes.Story{e.change}, Rate: rate, Width: p.width, Colour: p.colour, Bare: true})
		}
	}
}

// head names the story, its files and how ready it became.
func (l *storyLog) head(p *page) {
	p.Printf("%s\n", strings.TrimRight(p.Paint(cells.Bold, cells.Clean(l.id))+"  "+cells.Shorten(cells.Clean(l.title), max(20, p.width-cells.Width(l.id)-2)), " "))
	names := l.names()
	where := names[0]
	if l.Gone {
		where += ", removed"
	}
	if len(names) > 1 {
		where += ", formerly " + strings.Join(names[1:], ", ")
	}
	p.hanging("  ", cells.Dim, where)
	if scores := l.scores(); len(scores) > 1 {
		last := scores[len(scores)-1]
		rise := fmt.Sprintf("%d to %d", scores[0], last)
		scores = sample(scores, p.width-len("  readiness  "+rise))
		p.Printf("  readiness %s %s\n", p.Paint(scoreColour(last), spark(scores...)), rise)
	}
	p.Printf("\n")
}

// hanging writes a text of one style behind a margin, wrapped.
func (p *page) hanging(margin, style, text string) {
	for _, line := range cells.Wrap(cells.Clean(text), p.width-len(margin)) {
		p.Printf("%s%s\n", margin, p.Paint(style, line))
	}
}

// fixedCells is what a line takes before the subject.
const fixedCells = len("2006-01-02  0123456  x 100   12  1234  ")

// revision writes what a line says before the subject.
func (p *page) revision(e *logEntry) string {
	date, commit := dateOf(e.Revision), short(e.Commit)
	if e.work {
		date, commit = "now", "-"
	}
	measures := "                "
	if v := e.version; v != nil {
		score := v.Readiness.Score
		measures = p.Paint(scoreColour(score), spark(score)) + fmt.Sprintf(" %3d %5d %5d", score, len(v.Findings), v.Anatomy.Words)
	}
	return cells.Pad(date, 10) + "  " + p.Paint(cells.Yellow, cells.Pad(commit, shortID)) + "  " + measures
}

// subject returns what the commit says of itself, safe to show.
func (e *logEntry) subject() string {
	if e.work {
		return "not committed"
	}
	return cells.Clean(strings.Join(strings.Fields(e.Subject), " "))
}

// brief tells what the revision changed, the most important first.
func (e *logEntry) brief() []string {
	switch {
	case e.failed != nil && e.version == nil:
		return []string{"cannot be had"}
	case e.failed != nil:
		return []string{"of a version that cannot be had"}
	case e.Status == history.Cut:
		return []string{"the clone goes back to here"}
	}
	if brief := e.change.Brief(); len(brief) > 0 {
		return brief
	}
	return []string{"no word changed"}
}

// fitting joins as many texts as fit into a width, one at least.
func fitting(texts []string, width int) string {
	joined := texts[0]
	for _, text := range texts[1:] {
		if longer := joined + ", " + text; cells.Width(longer) <= width {
			joined = longer
		}
	}
	return cells.Shorten(joined, width)
}

// sample returns at most n of some values: the first, the last, and others from
// evenly between them.
func sample[T any](values []T, n int) []T {
	if len(values) <= n || n < 2 {
		return values
	}
	var kept []T
	for i := range n {
		kept = append(kept, values[i*(len(values)-1)/(n-1)])
	}
	return kept
}
