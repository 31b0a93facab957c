package galley

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"starbank/star/report"
)

// Markdown writes a story as one page: the title, the fields, and a heading for each
// section, whose text stays as it was written, with the findings as footnotes.
func Markdown(w io.Writer, g Galley) error {
	out := bufio.NewWriter(w)
	marks := g.place()
	escape := report.EscapeMarkdown
	fmt.Fprintf(out, "# %s%s\n", escape(flat(g.Story.Title.Text)), footnotes(marks.title))
	for i, f := range fields(g.Story) {
		if i == 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "- **%s**: %s%s\n", escape(flat(f.key)), escape(flat(strings.Join(f.lines, "; "))), footnotes(marks.labels[f.at]))
	}
	for _, s := range g.Story.Sections {
		fmt.Fprintf(out, "\n## %s%s\n\n%s\n", s.Part.Title(), footnotes(marks.labels[s.LabelSpan]), strings.TrimSpace(noted(s.Text, marks.sections[s])))
	}
	for _, span := range g.Story.Notes() {
		fmt.Fprintf(out, "\n---\n\n%s\n", strings.TrimSpace(noted(g.Story.Quote(span), marks.notes[span])))
	}
	fmt.Fprintf(out, "\nReadiness %d of 100: %s.\n", g.Readiness.Score, g.Readiness.Band())
	for i, d := range g.Findings {
		if i == 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "[^%d]: %s, line %d: %s (%s)\n", i+1, d.Severity, g.Story.Position(d.Span.Start).Line, escape(flat(d.Message)), d.Rule.Name)
	}
	return out.Flush()
}

func footnotes(marks []mark) string {
	var b strings.Builder
	for _, m := range marks {
		fmt.Fprintf(&b, "[^%d]", m.finding)
	}
	return b.String()
}

// noted puts the footnotes of findings into a text, behind the words they are about.
func noted(text string, marks []mark) string {
	ends := slices.DeleteFunc(slices.Clone(newMarker(text, marks, false).edges), func(e edge) bool { return !e.ends || e.mark.finding == 0 })
	var b strings.Builder
	at := 0
	for _, e := range ends {
		b.WriteString(text[at:e.at])
		fmt.Fprintf(&b, "[^%d]", e.mark.finding)
		at = e.at
	}
	return b.String() + text[at:]
}
