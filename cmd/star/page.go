package main

import (
	"io"
	"strings"

	"starbank/star/report/cells"
)

// page writes text for people.
type page struct {
	*cells.Pen
	look
}

func newPage(w io.Writer, look look) *page { return &page{cells.NewPen(w, look.colour), look} }

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
		p.Printf("%s%s\n", margin, line)
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
		return before + p.Paint(cells.Bold+";"+cells.Underline, words) + after
	}
	return before + "‹" + words + "›" + after
}
