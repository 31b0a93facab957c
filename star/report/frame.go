package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"

	"starbank/star"
	"starbank/star/lint"
)

func cells(text string) int { return displaywidth.String(text) }

// frame writes a finding with the line that it is about.
//
//	warning: "significantly" stands in place of a figure  [STAR205 vague-quantifier]
//	  --> stories/patch.md:21:14
//	   |
//	21 |   Response got significantly faster.
//	   |                ^^^^^^^^^^^^^
//	   = help: say how much
func (w *writer) frame(d lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	number := fmt.Sprint(at.Line)
	pad := strings.Repeat(" ", len(number))
	w.printf("%s: %s  %s\n", w.paint(severityColours[d.Severity], d.Severity.String()), w.paint(bold, Clean(d.Message)),
		w.paint(dim, "["+d.Rule.ID+" "+d.Rule.Name+"]"))
	w.printf("%s%s %s:%d:%d\n", pad, w.paint(blue, "-->"), Clean(d.Story.Path), at.Line, at.Column)
	line, marks := excerpt(d.Story, d.Span, w.Width-len(number)-3)
	w.printf("%s %s\n", pad, w.paint(blue, "|"))
	w.printf("%s\n", strings.TrimRight(w.paint(blue, number)+" "+w.paint(blue, "|")+" "+line, " "))
	w.printf("%s %s %s\n", pad, w.paint(blue, "|"), w.paint(severityColours[d.Severity], marks))
	w.related(d, pad)
	if d.Help != "" {
		w.help(len(number), "help", d.Help)
	}
	w.printf("\n")
}

// maxRelated is how many further places a frame names.
const maxRelated = 4

func (w *writer) related(d lint.Diagnostic, pad string) {
	for i, r := range d.Related {
		at := d.Story.Position(r.Span.Start)
		if i == maxRelated {
			w.printf("%s %s and %d more\n", pad, w.paint(blue, "="), len(d.Related)-i)
			return
		}
		w.printf("%s %s %s: line %d, %q\n", pad, w.paint(blue, "="), Clean(r.Message), at.Line, Clean(shorten(d.Story.Quote(r.Span), 50)))
	}
}

func shorten(text string, width int) string {
	text = strings.Join(strings.Fields(text), " ")
	for cells(text) > width {
		text = strings.TrimRight(strings.TrimSuffix(text, "…"), " ")
		_, n := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-n] + "…"
	}
	return text
}

// excerpt returns the line of a span, cropped around it to a width in cells,
// and the marks below it. Of a span of several lines it shows the first.
func excerpt(s *star.Story, span star.Span, width int) (line, marks string) {
	at := s.Position(span.Start)
	text, start := s.Line(at.Line)
	from := max(0, min(span.Start-start, len(text)))
	to := max(from, min(span.End-start, len(text)))
	before, words, after := Clean(text[:from]), Clean(text[from:to]), Clean(text[to:])
	before, words, after = crop(before, words, after, max(30, width))
	mark := strings.Repeat("^", max(1, cells(words)))
	if span.End > start+len(text)+1 {
		mark += "…"
	}
	return strings.TrimRight(before+words+after, " "), strings.Repeat(" ", cells(before)) + mark
}

// crop shortens the three parts of a line to a width, keeping the middle and
// as much of its surroundings as fits, two thirds of them behind it.
func crop(before, words, after string, width int) (string, string, string) {
	if cells(before)+cells(words)+cells(after) <= width {
		return before, words, after
	}
	if cells(words) > width {
		words, after = keepStart(words, width*3/4), ""
	}
	room := max(4, width-cells(words))
	left := max(room/3, room-cells(after))
	before = keepEnd(before, left)
	return before, words, keepStart(after, room-cells(before))
}

// keepStart cuts a text behind at most width cells and says so by an ellipsis.
func keepStart(text string, width int) string {
	if cells(text) <= width {
		return text
	}
	n, end := 0, 0
	for i, r := range text {
		if n += cells(string(r)); n > width-1 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return text[:end] + "…"
}

// keepEnd is keepStart from the other end.
func keepEnd(text string, width int) string {
	if cells(text) <= width {
		return text
	}
	n, start := 0, len(text)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if n += cells(string(r)); n > width-1 {
			break
		}
		start -= size
	}
	return "…" + text[start:]
}
