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
	w.headline(d)
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

// headline writes what was found, over as many lines as it takes, and the rule.
func (w *writer) headline(d lint.Diagnostic) {
	severity, rule := d.Severity.String(), "["+d.Rule.ID+" "+d.Rule.Name+"]"
	margin := strings.Repeat(" ", len(severity+": "))
	lines := wrap(Clean(d.Message), w.Width-len(margin))
	w.printf("%s: %s", w.paint(severityColours[d.Severity], severity), w.paint(bold, lines[0]))
	for _, line := range lines[1:] {
		w.printf("\n%s%s", margin, w.paint(bold, line))
	}
	if len(margin)+cells(lines[len(lines)-1]+"  "+rule) <= w.Width {
		w.printf("  %s\n", w.paint(dim, rule))
		return
	}
	w.printf("\n%s%s\n", margin, w.paint(dim, rule))
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
		w.printf("%s %s %s: line %d, %q\n", pad, w.paint(blue, "="), Clean(r.Message), at.Line, Clean(shorten(d.Story.Quote(r.Span), min(50, w.Width-30))))
	}
}

// shorten puts a text on one line of at most width cells.
func shorten(text string, width int) string {
	return keepStart(strings.Join(strings.Fields(text), " "), width)
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
	before = strings.TrimLeft(before, " ")
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
	if blank := strings.LastIndexByte(text[:end], ' '); text[end] != ' ' && blank >= 0 && end-blank <= longestCut {
		end = blank + 1
	} else if text[end] == ' ' && cells(text[:end]) < width-1 {
		end++
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
	if blank := strings.IndexByte(text[start:], ' '); start > 0 && text[start-1] != ' ' && blank >= 0 && blank < longestCut {
		start += blank
	}
	return "…" + text[start:]
}

// longestCut is how many bytes of a word are left out so that it is not cut. A
// longer one, such as an address, is cut.
const longestCut = 16
