package changes

import (
	"io"
	"strings"

	"starbank/star/report/cells"
)

// pen writes lines for people.
type pen struct {
	*cells.Pen
	Document
}

func newPen(w io.Writer, d Document) *pen { return &pen{cells.NewPen(w, d.Colour), d} }

// runs paints a line.
func (p *pen) runs(line []cells.Run) string {
	var b strings.Builder
	for _, run := range line {
		b.WriteString(p.Paint(run.Style, run.Text))
	}
	return b.String()
}

// hanging writes runs behind a margin, wrapped, with the lines that follow indented
// as far.
func (p *pen) hanging(margin, runs []cells.Run) {
	indent := 0
	for _, run := range margin {
		indent += cells.Width(run.Text)
	}
	for i, line := range cells.WrapRuns(runs, p.Width-indent) {
		if i == 1 {
			margin = []cells.Run{plain(strings.Repeat(" ", indent))}
		}
		p.Printf("%s\n", strings.TrimRight(p.runs(margin)+p.runs(line), " "))
	}
}

func plain(text string) cells.Run { return cells.Run{Text: text} }
