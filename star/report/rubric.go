package report

import (
	"fmt"
	"io"

	"starbank/star/readiness"
	"starbank/star/report/cells"
)

// levelColours are the colours of the levels of a part.
var levelColours = [4]string{cells.Red, cells.Yellow, cells.Yellow, cells.Green}

// Rubric writes the readiness of a story for people, as [Text] does where it reports
// on one.
func Rubric(w io.Writer, r Report, of readiness.Readiness) error {
	out := &writer{Pen: cells.NewPen(w, r.Colour), Report: r}
	out.rubric(of)
	return out.Flush()
}

// rubric writes a readiness with its parts, and what would raise it most.
func (w *writer) rubric(r readiness.Readiness) {
	held := ""
	if r.Held != "" {
		held = ", held there: " + r.Held
	}
	w.Printf("readiness %s of 100: %s%s\n", w.Paint(cells.Bold, fmt.Sprint(r.Score)), r.Band(), held)
	label := 0
	for _, verdict := range r.Parts {
		label = max(label, len(verdict.Part.String()))
	}
	for _, verdict := range r.Parts {
		w.item(cells.Pad("  "+verdict.Part.String(), label+2)+"  "+w.Paint(levelColours[verdict.Level], fmt.Sprintf("%d/3", verdict.Level))+"  ", label+9, verdict.Anchor())
	}
	steps := r.Next()
	if len(steps) > 0 {
		w.Printf("what would raise it most:\n")
	}
	for _, step := range steps {
		w.item(w.Paint(cells.Green, fmt.Sprintf("  %+3d", step.Gain))+"  ", 7, cells.Clean(step.Do))
	}
	w.Printf("\n")
}

// item writes a text behind its label, wrapped to the width and indented below it.
func (w *writer) item(label string, margin int, text string) {
	w.Printf("%s", label)
	for i, line := range cells.Wrap(text, w.Width-margin) {
		if i > 0 {
			w.Printf("%*s", margin, "")
		}
		w.Printf("%s\n", line)
	}
}
