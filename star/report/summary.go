package report

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/report/cells"
)

// summary writes a line a story and the totals.
func (w *writer) summary() {
	results := w.stories()
	if len(results) > 0 {
		w.table()
	}
	if len(results) == 1 {
		w.rubric(results[0].Readiness)
	}
	w.since()
	w.totals()
}

// since writes what has become of the findings since the check before.
func (w *writer) since() {
	if w.Since == nil {
		return
	}
	colour := cells.Dim
	switch {
	case w.Since.New > 0:
		colour = cells.Yellow
	case w.Since.Mended > 0:
		colour = cells.Green
	}
	w.Printf("%s\n", w.Paint(colour, w.Since.String()))
}

// totals writes how much there is of everything.
func (w *writer) totals() {
	whole := &writer{w.Pen, w.Report}
	if w.Whole != nil {
		whole.Results = w.Whole
	}
	results, counts, clean := whole.stories(), whole.Count(), 0
	for _, result := range results {
		if len(result.Diagnostics) == 0 {
			clean++
		}
	}
	w.Printf("%s, %s and %s in %s; %s\n", w.Paint(severityColours[lint.Error], cells.Plural(counts[lint.Error], "error", "errors")),
		w.Paint(severityColours[lint.Warning], cells.Plural(counts[lint.Warning], "warning", "warnings")),
		w.Paint(severityColours[lint.Info], cells.Plural(counts[lint.Info], "suggestion", "suggestions")),
		cells.Plural(len(results), "story", "stories"), w.verdict(clean, len(results), counts))
	if n := whole.mendable(); n > 0 {
		w.Printf("%s\n", w.Paint(cells.Dim, cells.Plural(n, "finding", "findings")+" can be mended with --fix; see it first with --fix --diff"))
	}
	if others := len(whole.Results) - len(results); others > 0 {
		w.Printf("%s laid out as a story\n", cells.Plural(others, "file is not", "files are not"))
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
		return w.Paint(cells.Green, "nothing to report")
	case n == 0:
		return "none is clean"
	}
	return fmt.Sprintf("%d clean", n)
}
