package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/lint"
	"starbank/star/report/cells"
)

// maxFrames is how many findings of one report are shown with their line; the
// rest is shown a line each, so that nothing is hidden and nobody drowns.
const maxFrames = 60

// Text writes findings for people, story by story: each with the line it is
// about and the words underlined. A summary follows, a line a story. Of nothing
// it says nothing.
func Text(w io.Writer, r Report) error {
	out := &writer{Writer: bufio.NewWriter(w), Report: r}
	foreign := out.findings()
	out.foreign(foreign)
	if !r.Quiet && (len(r.Results) > 0 || len(r.Whole) > 0) {
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

// findings writes the findings of stories and returns those that say of a file
// that it is none.
func (w *writer) findings() (foreign []lint.Diagnostic) {
	shown := 0
	for _, result := range w.Results {
		for _, d := range result.Diagnostics {
			switch {
			case d.Rule.Final:
				foreign = append(foreign, d)
				continue
			case shown < maxFrames:
				w.frame(d, result.Diagnostics)
			default:
				w.brief(d)
			}
			shown++
		}
	}
	if shown > maxFrames {
		w.printf("\nOnly the first %d findings are shown in full; name a story to see its own.\n\n", maxFrames)
	}
	return foreign
}

// maxForeign is how many files that are no stories get a frame of their own.
const maxForeign = 2

// foreign writes which files are no stories: a list with the advice once, where
// there are several.
func (w *writer) foreign(found []lint.Diagnostic) {
	if len(found) <= maxForeign {
		for _, d := range found {
			w.frame(d, nil)
		}
		return
	}
	advice := map[string][]lint.Diagnostic{}
	var order []string
	for _, d := range found {
		if advice[d.Message] == nil {
			order = append(order, d.Message)
		}
		advice[d.Message] = append(advice[d.Message], d)
	}
	for _, message := range order {
		w.group(advice[message])
	}
}

func (w *writer) group(found []lint.Diagnostic) {
	first := found[0]
	w.headline(first)
	for _, d := range found {
		w.printf("  %s %s\n", w.paint(blue, "-->"), cells.Clean(d.Story.Path))
	}
	w.help(1, "help", first.Help)
	w.printf("\n")
}

// brief writes a finding on one line.
func (w *writer) brief(d lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	w.printf("%s:%d:%d: %s %s %s\n", cells.Clean(d.Story.Path), at.Line, at.Column,
		w.paint(severityColours[d.Severity], d.Severity.String()), cells.Clean(d.Message), w.paint(dim, d.Rule.Name))
}

// help writes a note under a frame, wrapped to the width.
func (w *writer) help(gutter int, label, text string) {
	lines := cells.Wrap(cells.Clean(text), w.Width-gutter-5-len(label))
	indent := strings.Repeat(" ", gutter+1)
	w.printf("%s%s %s: %s\n", indent, w.paint(blue, "="), w.paint(bold, label), lines[0])
	for _, line := range lines[1:] {
		w.printf("%s%s%s\n", indent, strings.Repeat(" ", len(label)+4), line)
	}
}
