package report

import (
	"fmt"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
	"starbank/star/report/cells"
)

// maxRows is how many stories without a finding the table lists; above it,
// they are counted.
const maxRows = 40

// The columns of the table, in cells. What a story lacks stands behind the
// others, over as many lines as it takes; where fewer than leastLacks are left
// for it, it stands below them.
const (
	mostID     = 36
	leastID    = 12
	leastLacks = 24
	fixed      = len("  words  minutes  S T A R  ready")
	gap        = 2
)

// table writes a line a story: its id, words, spoken minutes and what each of
// its sections lacks.
func (w *writer) table() {
	results := w.stories()
	id, lacks := w.columns(results)
	header := cells.Pad("story", id) + "  words  minutes  S T A R  ready"
	if lacks > 0 && slices.ContainsFunc(results, func(r lint.Result) bool { return lacking(r.Anatomy) != "" }) {
		header += "  lacks"
	}
	w.Printf("%s\n", w.Paint(cells.Dim, header))
	left := 0
	for _, result := range results {
		if len(w.Results) > maxRows && len(result.Diagnostics) == 0 {
			left++
			continue
		}
		w.row(result, id, lacks)
	}
	if left > 0 {
		w.Printf("%s\n", w.Paint(cells.Dim, fmt.Sprintf("... and %s without a finding", cells.Plural(left, "story", "stories"))))
	}
	w.Printf("%s\n\n", w.Paint(cells.Dim, "+ said  ~ thin  - missing"))
}

// columns returns the widths of the first and the last column. The last one is
// 0 where it has no room beside the others.
func (w *writer) columns(results []lint.Result) (id, lacks int) {
	id = len("story")
	for _, result := range results {
		id = max(id, cells.Width(cells.Clean(result.Story.ID)))
	}
	id = min(id, mostID, max(leastID, w.Width-fixed-gap-leastLacks))
	if lacks = w.Width - id - fixed - gap; lacks < leastLacks {
		lacks = 0
	}
	return id, lacks
}

func (w *writer) row(result lint.Result, id, lacks int) {
	a := result.Anatomy
	var marks []string
	for _, part := range spoken {
		marks = append(marks, w.mark(a.Sections[part].State))
	}
	w.Printf("%s  %5d  %7.1f  %s  %5d", cells.Pad(cells.Shorten(cells.Clean(result.Story.ID), id), id), a.Words, a.Minutes(w.WordsPerMinute), strings.Join(marks, " "),
		result.Readiness.Score)
	margin, width := id+fixed+gap, lacks
	if lacks == 0 {
		margin, width = gap, w.Width-gap
	}
	for i, line := range cells.Wrap(lacking(a), width) {
		switch {
		case line == "":
			continue
		case i == 0 && lacks > 0:
			w.Printf("%s", strings.Repeat(" ", gap))
		default:
			w.Printf("\n%s", strings.Repeat(" ", margin))
		}
		w.Printf("%s", w.Paint(cells.Dim, line))
	}
	w.Printf("\n")
}

// spoken lists the parts that the table judges.
var spoken = []star.Part{star.Situation, star.Task, star.Action, star.Result}

// The marks of the states: colour is never the only sign.
func (w *writer) mark(state anatomy.State) string {
	switch state {
	case anatomy.OK:
		return w.Paint(cells.Green, "+")
	case anatomy.Thin:
		return w.Paint(cells.Yellow, "~")
	}
	return w.Paint(cells.Red, "-")
}

// lacking says what the sections lack that are missing or thin, and of the
// Result also what would make it better.
func lacking(a *anatomy.Anatomy) string {
	if a.Words == 0 {
		return "nothing is said yet"
	}
	var missing, parts []string
	for _, part := range spoken {
		verdict := a.Sections[part]
		switch {
		case verdict.State == anatomy.Missing:
			missing = append(missing, part.String())
		case len(verdict.Lacks) > 0 && (verdict.State == anatomy.Thin || part == star.Result):
			parts = append(parts, part.String()+": no "+strings.Join(whats(verdict.Lacks), ", "))
		}
	}
	if len(missing) > 0 {
		parts = append([]string{"no " + strings.Join(missing, ", ")}, parts...)
	}
	return strings.Join(parts, "; ")
}

func whats(lacks []anatomy.Lack) []string {
	var whats []string
	for _, lack := range lacks {
		whats = append(whats, strings.TrimPrefix(strings.TrimPrefix(lack.What, "a "), "what was at "))
	}
	return whats
}
