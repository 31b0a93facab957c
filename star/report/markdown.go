package report

import (
	"io"
	"strings"

	"starbank/star/anatomy"
	"starbank/star/lint"
	"starbank/star/report/cells"
)

// openStories is how many stories the table shows; one of more is folded away.
const openStories = 30

// openFindings is how many findings of a story stand open; of more, the rest is
// folded away.
const openFindings = 5

// Markdown writes a review to paste into a pull request: the stories as a table,
// then the findings of each with the line they are about. Text of stories is
// escaped, as [EscapeMarkdown] says, and secrets are left out of it.
func Markdown(w io.Writer, r Report) error {
	out := &writer{cells.NewPen(w, false), r}
	counts := r.Count()
	out.Printf("**star**: %s, %s, %s in %s\n", cells.Plural(counts[lint.Error], "error", "errors"), cells.Plural(counts[lint.Warning], "warning", "warnings"),
		cells.Plural(counts[lint.Info], "suggestion", "suggestions"), cells.Plural(len(r.Results), "story", "stories"))
	for i, trouble := range r.Troubles {
		if i == 0 {
			out.Printf("\n")
		}
		out.Printf("- **not checked**: %s\n", EscapeMarkdown(trouble.String()))
	}
	if !r.Quiet && len(r.Results) > 0 {
		out.markdownTable()
	}
	for _, result := range r.Results {
		if len(result.Diagnostics) > 0 {
			out.markdownStory(result)
		}
	}
	return out.Flush()
}

func (w *writer) markdownTable() {
	if len(w.Results) > openStories {
		w.Printf("\n<details><summary>%d stories</summary>\n", len(w.Results))
		defer w.Printf("\n</details>\n")
	}
	w.Printf("\n| story | words | minutes | S | T | A | R | lacks |\n|---|---:|---:|:-:|:-:|:-:|:-:|---|\n")
	for _, result := range w.Results {
		a := result.Anatomy
		w.Printf("| %s | %d | %.1f |", EscapeMarkdown(result.Story.ID), a.Words, a.Minutes(w.WordsPerMinute))
		for _, part := range spoken {
			w.Printf(" %s |", markdownMarks[a.Sections[part].State])
		}
		w.Printf(" %s |\n", EscapeMarkdown(lacking(a)))
	}
}

var markdownMarks = map[anatomy.State]string{anatomy.OK: "said", anatomy.Thin: "thin", anatomy.Missing: "**missing**"}

func (w *writer) markdownStory(result lint.Result) {
	w.Printf("\n### %s\n\n", EscapeMarkdown(result.Story.Path))
	for i, d := range result.Diagnostics {
		if i == openFindings && len(result.Diagnostics) > openFindings+1 {
			w.Printf("\n<details><summary>%s more</summary>\n\n", cells.Plural(len(result.Diagnostics)-i, "finding", "findings"))
		}
		w.markdownFinding(d, result.Diagnostics)
	}
	if len(result.Diagnostics) > openFindings+1 {
		w.Printf("\n</details>\n")
	}
}

// quoteCells is how much of a line is quoted.
const quoteCells = 100

func (w *writer) markdownFinding(d lint.Diagnostic, all []lint.Diagnostic) {
	at := d.Story.Position(d.Span.Start)
	w.Printf("- **%s**, line %d: %s (`%s`)", d.Severity, at.Line, EscapeMarkdown(d.Message), d.Rule.Name)
	if d.Help != "" {
		w.Printf("; %s", EscapeMarkdown(d.Help))
	}
	w.Printf("\n")
	line, start := d.Story.Line(at.Line)
	w.markdownQuote(d, veil(line, start, all), start)
}

// markdownQuote writes the line that a finding is about, unless that is only the
// label of a section.
func (w *writer) markdownQuote(d lint.Diagnostic, line string, start int) {
	from := min(max(0, d.Span.Start-start), len(line))
	to := max(from, min(d.Span.End-start, len(line)))
	if words := strings.TrimSpace(line[from:to]); words == "" || d.Secret || d.Section != "" && strings.EqualFold(words, d.Section) {
		return
	}
	w.Printf("  > %s\n", Highlight(cells.Crop(cells.Clean(line[:from]), cells.Clean(line[from:to]), cells.Clean(line[to:]), quoteCells)))
}
