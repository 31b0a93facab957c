package report

import (
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
	out := &writer{cells.NewPen(w, r.Colour), r}
	foreign := out.findings()
	out.foreign(foreign)
	if !r.Quiet && (len(r.Results) > 0 || len(r.Whole) > 0) {
		out.summary()
	}
	return out.Flush()
}

// writer writes text with the options of a report.
type writer struct {
	*cells.Pen
	Report
}

var severityColours = map[lint.Severity]string{lint.Error: cells.Bold + ";" + cells.Red, lint.Warning: cells.Bold + ";" + cells.Yellow, lint.Info: cells.Bold + ";" + cells.Cyan}

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
		w.Printf("\nOnly the first %d findings are shown in full; name a story to see its own.\n\n", maxFrames)
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
		w.Printf("  %s %s\n", w.Paint(cells.Blue, "-->"), cells.Clean(d.Story.Path))
	}
	w.help(1, "help", first.Help)
	w.Printf("\n")
}

// brief writes a finding on one line.
func (w *writer) brief(d lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	w.Printf("%s:%d:%d: %s %s %s\n", cells.Clean(d.Story.Path), at.Line, at.Column,
		w.Paint(severityColours[d.Severity], d.Severity.String()), cells.Clean(d.Message), w.Paint(cells.Dim, d.Rule.Name))
}

// help writes a note under a frame, wrapped to the width.
func (w *writer) help(gutter int, label, text string) {
	lines := cells.Wrap(cells.Clean(text), w.Width-gutter-5-len(label))
	indent := strings.Repeat(" ", gutter+1)
	w.Printf("%s%s %s: %s\n", indent, w.Paint(cells.Blue, "="), w.Paint(cells.Bold, label), lines[0])
	for _, line := range lines[1:] {
		w.Printf("%s%s%s\n", indent, strings.Repeat(" ", len(label)+4), line)
	}
}
