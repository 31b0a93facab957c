package report

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// maxRows is how many stories without a finding the summary lists; above it,
// they are counted.
const maxRows = 40

// summary writes a line a story and the totals.
func (w *writer) summary() {
	results := w.stories()
	if len(results) > 0 {
		w.table()
	}
	counts, clean := w.Count(), 0
	for _, result := range results {
		if len(result.Diagnostics) == 0 {
			clean++
		}
	}
	w.printf("%s, %s and %s in %s; %s\n", w.paint(severityColours[lint.Error], plural(counts[lint.Error], "error", "errors")),
		w.paint(severityColours[lint.Warning], plural(counts[lint.Warning], "warning", "warnings")),
		w.paint(severityColours[lint.Info], plural(counts[lint.Info], "suggestion", "suggestions")),
		plural(len(results), "story", "stories"), w.verdict(clean, len(results)))
	if others := len(w.Results) - len(results); others > 0 {
		w.printf("%s laid out as a story\n", plural(others, "file is not", "files are not"))
	}
}

// stories returns the results about files that are stories.
func (w *writer) stories() []lint.Result {
	var results []lint.Result
	for _, result := range w.Results {
		if len(result.Diagnostics) == 0 || !result.Diagnostics[0].Rule.Final {
			results = append(results, result)
		}
	}
	return results
}

func (w *writer) verdict(n, all int) string {
	switch {
	case all == 0:
		return "no story was read"
	case n == all:
		return w.paint(green, "nothing to report")
	case n == 0:
		return "none is clean"
	}
	return fmt.Sprintf("%d clean", n)
}

// table writes a line a story: its id, words, spoken minutes and what each of
// its sections lacks.
func (w *writer) table() {
	width := len("story")
	for _, result := range w.stories() {
		width = max(width, min(36, cells(Clean(result.Story.ID))))
	}
	w.printf("%s\n", w.paint(dim, fmt.Sprintf("%s  words  minutes  S T A R  lacks", pad("story", width))))
	left := 0
	for _, result := range w.stories() {
		if len(w.Results) > maxRows && len(result.Diagnostics) == 0 {
			left++
			continue
		}
		w.row(result, width)
	}
	if left > 0 {
		w.printf("%s\n", w.paint(dim, fmt.Sprintf("... and %s without a finding", plural(left, "story", "stories"))))
	}
	w.printf("%s\n\n", w.paint(dim, "+ said  ~ thin  - missing"))
}

func (w *writer) row(result lint.Result, width int) {
	a := result.Anatomy
	var marks []string
	for _, part := range []star.Part{star.Situation, star.Task, star.Action, star.Result} {
		marks = append(marks, w.mark(a.Sections[part].State))
	}
	line := fmt.Sprintf("%s  %5d  %7.1f  %s", pad(shorten(Clean(result.Story.ID), 36), width), a.Words, a.Minutes(w.WordsPerMinute), strings.Join(marks, " "))
	if lacks := lacking(a); lacks != "" {
		line += "  " + w.paint(dim, shorten(lacks, max(30, w.Width-width-27)))
	}
	w.printf("%s\n", line)
}

// The marks of the states: colour is never the only sign.
func (w *writer) mark(state anatomy.State) string {
	switch state {
	case anatomy.OK:
		return w.paint(green, "+")
	case anatomy.Thin:
		return w.paint(yellow, "~")
	}
	return w.paint(red, "-")
}

// lacking says what the sections lack that are missing or thin, and of the
// Result also what would make it better.
func lacking(a *anatomy.Anatomy) string {
	if a.Words == 0 {
		return "nothing is said yet"
	}
	var parts []string
	for _, part := range []star.Part{star.Situation, star.Task, star.Action, star.Result} {
		verdict := a.Sections[part]
		if verdict.State == anatomy.Missing {
			parts = append(parts, "no "+part.String())
			continue
		}
		if verdict.State == anatomy.OK && part != star.Result || len(verdict.Lacks) == 0 {
			continue
		}
		var whats []string
		for _, lack := range verdict.Lacks {
			whats = append(whats, bare(lack.What))
		}
		parts = append(parts, part.String()+": no "+strings.Join(whats, ", "))
	}
	return strings.Join(parts, "; ")
}

func bare(what string) string {
	return strings.TrimPrefix(strings.TrimPrefix(what, "a "), "what was at ")
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-cells(text)))
}
