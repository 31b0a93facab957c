package report

import (
	"fmt"
	"strings"

	"starbank/star/lint"
	"starbank/star/report/cells"
)

// frame writes a finding with the line that it is about, without the secrets among
// all the findings of the story.
//
//	warning: "significantly" stands in place of a figure  [STAR205 vague-quantifier]
//	  --> stories/patch.md:21:14
//	   |
//	21 |   Response got significantly faster.
//	   |                ^^^^^^^^^^^^^
//	   = help: say how much
func (w *writer) frame(d lint.Diagnostic, all []lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	number := fmt.Sprint(at.Line)
	pad := strings.Repeat(" ", len(number))
	w.headline(d)
	w.Printf("%s%s %s:%d:%d\n", pad, w.Paint(cells.Blue, "-->"), cells.Clean(d.Story.Path), at.Line, at.Column)
	line, marks := excerpt(d, all, w.Width-len(number)-3)
	w.Printf("%s %s\n", pad, w.Paint(cells.Blue, "|"))
	w.Printf("%s\n", strings.TrimRight(w.Paint(cells.Blue, number)+" "+w.Paint(cells.Blue, "|")+" "+line, " "))
	w.Printf("%s %s %s\n", pad, w.Paint(cells.Blue, "|"), w.Paint(severityColours[d.Severity], marks))
	w.related(d, all, pad)
	if d.Help != "" {
		w.help(len(number), "help", d.Help)
	}
	w.Printf("\n")
}

// headline writes what was found, over as many lines as it takes, and the rule.
func (w *writer) headline(d lint.Diagnostic) {
	severity, rule := d.Severity.String(), "["+d.Rule.ID+" "+d.Rule.Name+"]"
	margin := strings.Repeat(" ", len(severity+": "))
	lines := cells.Wrap(cells.Clean(d.Message), w.Width-len(margin))
	w.Printf("%s: %s", w.Paint(severityColours[d.Severity], severity), w.Paint(cells.Bold, lines[0]))
	for _, line := range lines[1:] {
		w.Printf("\n%s%s", margin, w.Paint(cells.Bold, line))
	}
	if len(margin)+cells.Width(lines[len(lines)-1]+"  "+rule) <= w.Width {
		w.Printf("  %s\n", w.Paint(cells.Dim, rule))
		return
	}
	w.Printf("\n%s%s\n", margin, w.Paint(cells.Dim, rule))
}

// maxRelated is how many further places a frame names.
const maxRelated = 4

func (w *writer) related(d lint.Diagnostic, all []lint.Diagnostic, pad string) {
	for i, r := range d.Related {
		at := d.Story.Position(r.Span.Start)
		if i == maxRelated {
			w.Printf("%s %s and %d more\n", pad, w.Paint(cells.Blue, "="), len(d.Related)-i)
			return
		}
		w.Printf("%s %s %s: line %d, %q\n", pad, w.Paint(cells.Blue, "="), cells.Clean(r.Message), at.Line, cells.Clean(cells.Shorten(veil(d.Story.Quote(r.Span), r.Span.Start, all), min(50, w.Width-30))))
	}
}

// hiddenCells is how many asterisks stand for a secret at most.
const hiddenCells = 12

// excerpt returns the line of a finding, cropped around its words to a width in
// cells, and the marks below it. Of words on several lines it shows the first.
func excerpt(d lint.Diagnostic, all []lint.Diagnostic, width int) (line, marks string) {
	text, start := d.Story.Line(d.Story.Position(d.Span.Start).Line)
	text = veil(text, start, all)
	from := max(0, min(d.Span.Start-start, len(text)))
	to := max(from, min(d.Span.End-start, len(text)))
	words := text[from:to]
	if d.Secret {
		words = words[:min(len(words), hiddenCells)]
	}
	before, words, after := cells.Clean(text[:from]), cells.Clean(words), cells.Clean(text[to:])
	before, words, after = cells.Crop(before, words, after, max(30, width))
	mark := strings.Repeat("^", max(1, cells.Width(words)))
	if d.Span.End > start+len(text)+1 {
		mark += "…"
	}
	return strings.TrimRight(before+words+after, " "), strings.Repeat(" ", cells.Width(before)) + mark
}
