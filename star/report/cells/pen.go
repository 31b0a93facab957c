package cells

import (
	"bufio"
	"fmt"
	"io"
)

// Pen writes text for people, plain or in colour. Flush it and heed what that
// returns: the first error of all that was written.
type Pen struct {
	*bufio.Writer
	colour bool
}

// NewPen returns a pen that paints where colour is wanted.
func NewPen(w io.Writer, colour bool) *Pen { return &Pen{bufio.NewWriter(w), colour} }

// Printf writes formatted text.
func (p *Pen) Printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

// The styles of text, as parameters of SGR. Several are joined by a semicolon.
const (
	Bold      = "1"
	Dim       = "2"
	Underline = "4"
	Red       = "31"
	Green     = "32"
	Yellow    = "33"
	Blue      = "34"
	Magenta   = "35"
	Cyan      = "36"
)

// Paint returns a text in a style, or as it is where no colour is wanted or there is
// nothing to paint.
func (p *Pen) Paint(style, text string) string {
	if !p.colour || style == "" || text == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[0m"
}

// Plural returns "1 story", "2 stories".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
