package report

import (
	"fmt"

	"starbank/star/lint"
)

// summary writes a line a story and the totals.
func (w *writer) summary() {
	results := w.stories()
	if len(results) > 0 {
		w.table()
	}
	if len(results) == 1 {
		w.rubric(results[0])
	}
	w.since()
	w.totals()
}

// since writes what has become of the findings since the check before.
func (w *writer) since() {
	if w.Since == nil {
		return
	}
	colour := dim
	switch {
	case w.Since.New > 0:
		colour = yellow
	case w.Since.Mended > 0:
		colour = green
	}
	w.printf("%s\n", w.paint(colour, w.Since.String()))
}

// totals writes how much there is of everything.
func (w *writer) totals() {
	whole := &writer{w.Writer, w.Report}
	if w.Whole != nil {
		whole.Results = w.Whole
	}
	results, counts, clean := whole.stories(), whole.Count(), 0
	for _, result := range results {
		if len(result.Diagnostics) == 0 {
			clean++
		}
	}
	w.printf("%s, %s and %s in %s; %s\n", w.paint(severityColours[lint.Error], plural(counts[lint.Error], "error", "errors")),
		w.paint(severityColours[lint.Warning], plural(counts[lint.Warning], "warning", "warnings")),
		w.paint(severityColours[lint.Info], plural(counts[lint.Info], "suggestion", "suggestions")),
		plural(len(results), "story", "stories"), w.verdict(clean, len(results), counts))
	if n := whole.mendable(); n > 0 {
		w.printf("%s\n", w.paint(dim, plural(n, "finding", "findings")+" can be mended with --fix; see it first with --fix --diff"))
	}
	if others := len(whole.Results) - len(results); others > 0 {
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

// mendable counts the findings that star mends itself.
func (w *writer) mendable() (n int) {
	for _, result := range w.Results {
		for _, d := range result.Diagnostics {
			if d.Fix != nil {
				n++
			}
		}
	}
	return n
}

func (w *writer) verdict(n, all int, found map[lint.Severity]int) string {
	switch {
	case all == 0:
		return "no story was read"
	case n == all && len(found) == 0:
		return w.paint(green, "nothing to report")
	case n == 0:
		return "none is clean"
	}
	return fmt.Sprintf("%d clean", n)
}
