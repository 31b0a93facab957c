package main

import (
	"fmt"
	"strings"

	"starbank/star/readiness"
	"starbank/star/report/cells"
)

// sparks are the heights of a sparkline, of readiness from 0 to 100.
var sparks = []rune("▁▂▃▄▅▆▇█")

// spark returns scores as a line of columns, on one scale for all stories.
func spark(scores ...int) string {
	var b strings.Builder
	for _, score := range scores {
		b.WriteRune(sparks[min(max(score, 0)*len(sparks)/100, len(sparks)-1)])
	}
	return b.String()
}

func scoreColour(score int) string {
	switch {
	case score >= readiness.NearlyReady:
		return cells.Green
	case score >= readiness.OnTheWay:
		return cells.Yellow
	}
	return cells.Red
}

// rise writes scores as a sparkline between the first and the last: "38 ▃▄▆█ 91".
// The sparkline is as wide as it says.
func (p *page) rise(scores []int, width int) string {
	if len(scores) == 0 {
		return ""
	}
	last := scores[len(scores)-1]
	first := ""
	if len(scores) > 1 {
		first = fmt.Sprint(scores[0])
	}
	return fmt.Sprintf("%3s ", first) + p.Paint(scoreColour(last), cells.Pad(spark(scores...), width)) + fmt.Sprintf(" %3d", last)
}
