package changes

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/report/cells"
)

// pen writes lines for people.
type pen struct {
	*bufio.Writer
	Document
}

func newPen(w io.Writer, d Document) *pen { return &pen{bufio.NewWriter(w), d} }

func (p *pen) printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

// The colours of text, as parameters of SGR.
const (
	bold    = "1"
	dim     = "2"
	red     = "31"
	green   = "32"
	yellow  = "33"
	magenta = "35"
	cyan    = "36"
)

func (p *pen) paint(colour, text string) string {
	if !p.Colour || text == "" || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// runs paints a line.
func (p *pen) runs(line []cells.Run) string {
	var b strings.Builder
	for _, run := range line {
		b.WriteString(p.paint(run.Style, run.Text))
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
		p.printf("%s\n", strings.TrimRight(p.runs(margin)+p.runs(line), " "))
	}
}

func plain(text string) cells.Run { return cells.Run{Text: text} }

// plural returns "1 word", "2 words".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
