package stories

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"starbank/star"
	"starbank/star/ledger"
)

// figures returns the figures of a story without their sentences, which a bank of
// thousands has no use for.
func figures(story *star.Story) []ledger.Line {
	lines := ledger.Of(story).Lines()
	for i := range lines {
		lines[i].Before, lines[i].After = "", ""
	}
	return lines
}

// Figures are those of one story, with what says which other stories they are
// compared with.
type Figures struct {
	Project, Date string
	Lines         []ledger.Line
}

// Difference is a thing that two stories, A before B, give two figures.
type Difference struct {
	A, B int // indexes of the stories
	ledger.Pair
}

// mostOfProject is how many stories of one project are compared with each other: of
// more, those that come first.
const mostOfProject = 40

// Differences finds the figures of one thing with two values in stories of one
// project, in the order of the stories. What there was, and what was measured, is
// compared between stories of one year.
func Differences(told []Figures) (found []Difference) {
	for _, members := range projects(told) {
		members = members[:min(len(members), mostOfProject)]
		for k, b := range members {
			for _, a := range members[:k] {
				for _, pair := range ledger.Across(told[a].Lines, told[b].Lines, sameYear(told[a].Date, told[b].Date)) {
					found = append(found, Difference{a, b, pair})
				}
			}
		}
	}
	slices.SortFunc(found, func(x, y Difference) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), cmp.Compare(x.Pair.A, y.Pair.A), cmp.Compare(x.Pair.B, y.Pair.B))
	})
	return found
}

// projects lists the stories of each project.
func projects(told []Figures) map[string][]int {
	found := map[string][]int{}
	for k := range told {
		if name := strings.ToLower(strings.TrimSpace(told[k].Project)); name != "" {
			found[name] = append(found[name], k)
		}
	}
	return found
}

// sameYear reports whether two dates are of one year, as far as they say.
func sameYear(a, b string) bool {
	const year = len("2006")
	return len(a) < year || len(b) < year || a[:year] == b[:year]
}

// differ reports figures of one thing with two values in two stories of a project.
func differ(c *Coverage, _ time.Time) (found []Finding) {
	told := make([]Figures, len(c.Stories))
	for k := range c.Stories {
		told[k] = Figures{c.Stories[k].Project, c.Stories[k].Date, c.Stories[k].figures}
	}
	for _, d := range Differences(told) {
		a, b := &c.Stories[d.A], &c.Stories[d.B]
		x, y := &a.figures[d.Pair.A], &b.figures[d.Pair.B]
		found = append(found, Finding{Stories: []int{d.A, d.B}, Places: []Place{{d.A, x.From, x.To}, {d.B, y.From, y.To}},
			Message: fmt.Sprintf("%s has %q (line %d) and %s has %q (line %d) for one thing (%s)", a.ID, x.Text, x.From.Line, b.ID, y.Text, y.From.Line,
				cmp.Or(x.SpeaksOf, y.SpeaksOf)),
			Help: "check which is right and write it in both; if they are two things, name what differs"})
	}
	return found
}
