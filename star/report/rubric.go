package report

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/report/cells"
)

// levelColours are the colours of the levels of a part.
var levelColours = [4]string{red, yellow, yellow, green}

// rubric writes the readiness of a story with its parts, and what would raise it
// most.
func (w *writer) rubric(result lint.Result) {
	r := result.Readiness
	held := ""
	if r.Held != "" {
		held = ", held there: " + r.Held
	}
	w.printf("readiness %s of 100: %s%s\n", w.paint(bold, fmt.Sprint(r.Score)), r.Band(), held)
	label := 0
	for _, verdict := range r.Parts {
		label = max(label, len(verdict.Part.String()))
	}
	for _, verdict := range r.Parts {
		w.item(cells.Pad("  "+verdict.Part.String(), label+2)+"  "+w.paint(levelColours[verdict.Level], fmt.Sprintf("%d/3", verdict.Level))+"  ", label+9, verdict.Anchor())
	}
	steps := r.Next()
	if len(steps) > 0 {
		w.printf("what would raise it most:\n")
	}
	for _, step := range steps {
		w.item(w.paint(green, fmt.Sprintf("  %+3d", step.Gain))+"  ", 7, cells.Clean(step.Do))
	}
	w.printf("\n")
}

// item writes a text behind its label, wrapped to the width and indented below it.
func (w *writer) item(label string, margin int, text string) {
	w.printf("%s", label)
	for i, line := range cells.Wrap(text, w.Width-margin) {
		if i > 0 {
			w.printf("%*s", margin, "")
		}
		w.printf("%s\n", line)
	}
}
