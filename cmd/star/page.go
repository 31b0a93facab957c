package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/report/cells"
)

// page writes text for people.
type page struct {
	*bufio.Writer
	look
}

func newPage(w io.Writer, look look) *page { return &page{bufio.NewWriter(w), look} }

func (p *page) printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

// The colours of text, as parameters of SGR.
const (
	bold      = "1"
	dim       = "2"
	underline = "4"
	red       = "31"
	green     = "32"
	yellow    = "33"
	cyan      = "36"
)

func (p *page) paint(colour, text string) string {
	if !p.colour || text == "" || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// deepest is how far the lines of a paragraph may hang behind its margin.
const deepest = 14

// paragraph writes a text of our own wrapped behind a margin.
func (p *page) paragraph(margin, text string) {
	hang := cells.Width(margin)
	if hang > deepest { // a label: part of the first line
		text = strings.TrimLeft(margin, " ") + text
		margin = margin[:len(margin)-len(strings.TrimLeft(margin, " "))]
		hang = len(margin) + 2
	}
	for i, line := range cells.Wrap(text, p.width-hang) {
		if i == 1 {
			margin = strings.Repeat(" ", hang)
		}
		p.printf("%s%s\n", margin, line)
	}
}

// quote returns a sentence of a story on one line of at most width cells, with
// the words that count marked: by a line below them, or by ‹ › without colour.
func (p *page) quote(before, words, after string, width int) string {
	flat := func(text string) string {
		text = cells.Clean(strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, text))
		for strings.Contains(text, "  ") {
			text = strings.ReplaceAll(text, "  ", " ")
		}
		return text
	}
	marks := 2
	if p.colour {
		marks = 0
	}
	before, words, after = cells.Crop(flat(before), flat(words), flat(after), width-marks)
	if p.colour {
		return before + p.paint(bold+";"+underline, words) + after
	}
	return before + "‹" + words + "›" + after
}

// plural returns "1 story", "2 stories".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
