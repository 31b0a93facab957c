package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/lint"
)

// maxFrames is how many findings of one report are shown with their line; the
// rest is shown a line each, so that nothing is hidden and nobody drowns.
const maxFrames = 60

// Text writes findings for people, story by story: each with the line it is
// about and the words underlined. A summary follows, a line a story.
func Text(w io.Writer, r Report) error {
	out := &writer{Writer: bufio.NewWriter(w), Report: r}
	shown := 0
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			if shown++; shown <= maxFrames {
				out.frame(d)
			} else {
				out.brief(d)
			}
		}
	}
	if shown > maxFrames {
		out.printf("\nFrom the %dth finding on, one line each; name a story to see it whole.\n\n", maxFrames+1)
	}
	if !r.Quiet {
		out.summary()
	}
	return out.Flush()
}

// writer writes text with the options of a report.
type writer struct {
	*bufio.Writer
	Report
}

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w.Writer, format, args...) }

// The colours of the text format, as parameters of SGR.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
	blue   = "34"
	cyan   = "36"
)

var severityColours = map[lint.Severity]string{lint.Error: bold + ";" + red, lint.Warning: bold + ";" + yellow, lint.Info: bold + ";" + cyan}

func (w *writer) paint(colour, text string) string {
	if !w.Colour || text == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// brief writes a finding on one line.
func (w *writer) brief(d lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	w.printf("%s:%d:%d: %s %s %s\n", clean(d.Story.Path), at.Line, at.Column,
		w.paint(severityColours[d.Severity], d.Severity.String()), clean(d.Message), w.paint(dim, d.Rule.Name))
}

// help writes a note under a frame, wrapped to the width.
func (w *writer) help(gutter int, label, text string) {
	lines := wrap(clean(text), w.Width-gutter-5-len(label))
	indent := strings.Repeat(" ", gutter+1)
	w.printf("%s%s %s: %s\n", indent, w.paint(blue, "="), w.paint(bold, label), lines[0])
	for _, line := range lines[1:] {
		w.printf("%s%s%s\n", indent, strings.Repeat(" ", len(label)+4), line)
	}
}

// wrap breaks a text into lines of at most width cells.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && cells(line)+1+cells(word) > max(20, width) {
			lines = append(lines, line)
			line = word
			continue
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
