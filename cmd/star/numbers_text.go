package main

import (
	"fmt"
	"io"
	"strings"

	"starbank/star/ledger"
	"starbank/star/prose"
	"starbank/star/report/cells"
)

// The widest column of figures, the margin of a sentence below it, and how many
// lines of a long sentence are shown.
const (
	mostFigureCells = 24
	sentenceMargin  = 7
	mostSentence    = 4
)

// numbersText writes for people: story by story, a figure with what it speaks of
// and its sentence below.
func numbersText(w io.Writer, found []numbered, look look) error {
	p := newPage(w, look)
	shown := tally{}
	for i := range found {
		if n := &found[i]; n.shows() {
			if shown.stories > 0 {
				p.Printf("\n")
			}
			p.numbered(n)
			shown.count(n)
		}
	}
	if shown.figures == 0 {
		p.Printf("no figure\n")
		return p.Flush()
	}
	p.Printf("\n%s in %s; %s by a followup", cells.Plural(shown.figures, "figure", "figures"), cells.Plural(shown.stories, "story", "stories"), p.Paint(cells.Green, fmt.Sprintf("%d backed", shown.backed)))
	if shown.contradicted > 0 {
		p.Printf(", %s", p.Paint(cells.Red, fmt.Sprintf("%d contradicted", shown.contradicted)))
	}
	p.Printf("\n")
	return p.Flush()
}

// tally counts what is listed.
type tally struct{ stories, figures, backed, contradicted int }

func (t *tally) count(n *numbered) {
	t.stories++
	for i := range n.lines {
		if n.lines[i].repeats {
			continue
		}
		t.figures++
		if len(n.lines[i].Backing) > 0 {
			t.backed++
		}
		if len(n.lines[i].against) > 0 {
			t.contradicted++
		}
	}
}

// shows reports whether a story has a figure to show.
func (n *numbered) shows() bool {
	for i := range n.lines {
		if !n.lines[i].repeats {
			return true
		}
	}
	return false
}

func (p *page) numbered(n *numbered) {
	id := cells.Clean(n.id)
	p.Printf("%s\n", strings.TrimRight(p.Paint(cells.Bold, id)+"  "+cells.Shorten(cells.Clean(n.title), max(20, p.width-cells.Width(id)-2)), " "))
	width := 0
	for i := range n.lines {
		width = max(width, cells.Width(cells.Clean(n.lines[i].numeral())))
	}
	width = min(width, mostFigureCells)
	for i := 0; i < len(n.lines); {
		next := i + 1
		for next < len(n.lines) && n.lines[next].sentence() == n.lines[i].sentence() && n.lines[next].Field == n.lines[i].Field {
			next++
		}
		p.told(n.lines[i:next], width)
		i = next
	}
}

// told writes the figures of one sentence, and the sentence below them.
func (p *page) told(lines []numberedLine, width int) {
	sentence, at, marked := lines[0].sentence(), 0, ""
	for i := range lines {
		l := &lines[i]
		if start := len(l.Before); !l.repeats && start >= at {
			p.figure(l, width)
			marked += unmarked(sentence[at:start]) + opens + unmarked(l.Text) + closes
			at = start + len(l.Text)
		}
	}
	if marked != "" && sentence != lines[0].Text {
		p.sentence(marked + unmarked(sentence[at:]))
	}
}

// figure writes one figure: its line, the figure, what it speaks of and what backs
// or contradicts it.
func (p *page) figure(l *numberedLine, width int) {
	figure := cells.Shorten(cells.Clean(l.numeral()), width)
	backed := ""
	if len(l.Backing) > 0 {
		backed = fmt.Sprintf("  backed, line %d", l.Backing[0].Line)
	}
	about := cells.Shorten(cells.Clean(l.says()), max(12, p.width-sentenceMargin-width-2-len(backed)))
	p.Printf("%s  %s%s\n", p.Paint(cells.Dim, fmt.Sprintf("%5d", l.From.Line)),
		strings.TrimRight(p.Paint(cells.Bold, figure)+strings.Repeat(" ", width-cells.Width(figure))+"  "+p.Paint(cells.Cyan, about), " "), p.Paint(cells.Green, backed))
	for _, other := range l.against {
		p.Printf("%s%s\n", strings.Repeat(" ", sentenceMargin), p.Paint(cells.Red, cells.Shorten(cells.Clean(fmt.Sprintf("contradicted by %s, %s:%d", other.line.Text, other.path, other.line.From.Line)), p.width-sentenceMargin)))
	}
}

// numeral returns a figure with its unit, and without the noun that it counts.
func (l *numberedLine) numeral() string {
	if bare := strings.TrimSpace(strings.TrimSuffix(l.Text, l.SpeaksOf)); bare != "" {
		return bare
	}
	return l.Text
}

// says returns what a figure speaks of and what it stands for.
func (l *numberedLine) says() string {
	var parts []string
	if l.SpeaksOf != "" {
		parts = append(parts, l.SpeaksOf)
	}
	if l.Per == "each" {
		parts = append(parts, l.Per)
	} else if l.Per != "" {
		parts = append(parts, "a "+l.Per)
	}
	if role := roleWords[l.Role]; role != "" {
		parts = append(parts, role)
	}
	if l.Field == ledger.Title || l.Field == ledger.Opening || l.Field == ledger.Followups || l.Field == ledger.Anchors {
		parts = append(parts, "in "+l.Field.Place())
	}
	return strings.Join(parts, ", ")
}

// roleWords say what a figure stands for, where its sentence does not say it better.
var roleWords = map[prose.Role]string{prose.Before: "before", prose.After: "after", prose.By: "change", prose.Aim: "aim", prose.Part: "part", prose.Supposed: "supposed"}

// The marks around the words of a figure while a sentence is wrapped: characters for
// private use, which no text should hold.
const (
	opens  = "\ue000"
	closes = "\ue001"
)

// unmarked makes a text safe to be shown and to be marked.
func unmarked(text string) string {
	return strings.NewReplacer(opens, "", closes, "").Replace(cells.Clean(text))
}

// sentence writes a sentence with marks below its figures, those marked by a line
// below them, or by ‹ › without colour.
func (p *page) sentence(marked string) {
	width := p.width - sentenceMargin
	first, last := strings.Index(marked, opens), strings.LastIndex(marked, closes)+len(closes)
	before, words, after := cells.Crop(marked[:first], marked[first:last], marked[last:], mostSentence*(width-2))
	open := false
	for _, line := range cells.Wrap(before+words+after, width) {
		p.Printf("%s%s\n", strings.Repeat(" ", sentenceMargin), p.marked(line, &open))
	}
}

// marked paints what stands between the marks of a line. Open says whether the words
// of a figure began on an earlier line.
func (p *page) marked(line string, open *bool) string {
	if !p.colour {
		return strings.NewReplacer(opens, "‹", closes, "›").Replace(line)
	}
	var out strings.Builder
	for line != "" {
		mark := opens
		if *open {
			mark = closes
		}
		part, rest, found := strings.Cut(line, mark)
		if *open {
			part = p.Paint(cells.Bold+";"+cells.Underline, part)
		}
		out.WriteString(part)
		line, *open = rest, *open != found
	}
	return out.String()
}
