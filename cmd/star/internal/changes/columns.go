package changes

import (
	"strings"

	"starbank/star/report/cells"
)

// gutter stands between the columns.
const gutter = " │ "

// columns writes the old text on the left and the new one on the right, paragraph
// by paragraph, each wrapped in its column.
func (p *pen) columns(all []paragraph) {
	width := (p.Width - 2 - cells.Width(gutter)) / 2
	p.eachChanged(all, func(paragraph paragraph) {
		left, right := sides(p.cropped(paragraph.pieces))
		p.rows(cells.WrapRuns(runsOf(left), width), cells.WrapRuns(runsOf(right), width), width)
	})
}

// sides parts the pieces into those of the old version and those of the new one.
func sides(pieces []piece) (left, right []piece) {
	for _, piece := range pieces {
		if piece.old() {
			left = append(left, piece)
		}
		if piece.new() {
			right = append(right, piece)
		}
	}
	return left, right
}

func (p *pen) rows(left, right [][]cells.Run, width int) {
	for i := range max(len(left), len(right)) {
		var l, r []cells.Run
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		used := 0
		for _, run := range l {
			used += cells.Width(run.Text)
		}
		p.Printf("%s\n", strings.TrimRight("  "+p.runs(l)+strings.Repeat(" ", max(0, width-used))+p.Paint(cells.Dim, gutter)+p.runs(r), " "))
	}
}
