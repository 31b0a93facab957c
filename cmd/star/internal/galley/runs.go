package galley

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"starbank/star/lint"
	"starbank/star/prose"
	"starbank/star/report/cells"
)

// The colours of text, as parameters of SGR.
const (
	bold      = "1"
	dim       = "2"
	underline = "4"
	red       = "31"
	green     = "32"
	yellow    = "33"
	cyan      = "36"
)

var severityColours = map[lint.Severity]string{lint.Error: red, lint.Warning: yellow, lint.Info: cyan}

// edge is where a mark begins or ends.
type edge struct {
	at   int
	ends bool
	mark mark
}

// marker puts signs into a text at the edges of its marks, from the first byte to
// the last.
type marker struct {
	text   string
	marks  []mark
	edges  []edge // those to come
	colour bool
}

func newMarker(text string, marks []mark, colour bool) *marker {
	m := &marker{text: text, colour: colour}
	for _, mark := range marks {
		words := strings.TrimSpace(text[mark.from:mark.to])
		mark.from += strings.Index(text[mark.from:mark.to], words)
		mark.to = mark.from + len(words)
		m.marks = append(m.marks, mark)
		m.edges = append(m.edges, edge{mark.from, false, mark}, edge{mark.to, true, mark})
	}
	slices.SortStableFunc(m.edges, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.at, b.at), a.order()-b.order(), a.inner()-b.inner())
	})
	return m
}

// order puts what ends at a place before what begins there, but for a mark of no
// words, which does both.
func (e edge) order() int {
	switch {
	case e.mark.from == e.mark.to:
		return 1
	case e.ends:
		return 0
	}
	return 2
}

// inner orders marks that begin at one place, the longest first, and those that end
// at one place, the shortest first.
func (e edge) inner() int {
	if e.ends {
		return e.mark.to - e.mark.from
	}
	return e.mark.from - e.mark.to
}

// runs returns a part of the text with its signs.
func (m *marker) runs(r prose.Range) (runs []cells.Run) {
	at := r.Start
	text := func(to int) {
		if to > at {
			runs = append(runs, cells.Run{Text: cells.Clean(m.text[at:to]), Style: m.style(at)})
			at = to
		}
	}
	for len(m.edges) > 0 {
		e := m.edges[0]
		if e.at > r.End || e.at == r.End && !e.ends && e.mark.from < e.mark.to {
			break // the next part begins with it
		}
		text(min(max(e.at, at), r.End))
		if sign := m.sign(e); sign.Text != "" {
			runs = append(runs, sign)
		}
		m.edges = m.edges[1:]
	}
	text(r.End)
	return runs
}

// sign is what stands at an edge. Evidence is marked by colour or by angles; where a
// finding ends stands its number.
func (m *marker) sign(e edge) cells.Run {
	switch {
	case e.mark.finding == 0 && m.colour:
		return cells.Run{}
	case e.mark.finding == 0:
		return cells.Run{Text: map[bool]string{false: "‹", true: "›"}[e.ends]}
	case !e.ends && (m.colour || e.mark.from == e.mark.to):
		return cells.Run{}
	case !e.ends:
		return cells.Run{Text: "«"}
	case m.colour || e.mark.from == e.mark.to:
		return numbered(e.mark)
	}
	return cells.Run{Text: "»" + numbered(e.mark).Text}
}

// numbered is the number of a finding.
func numbered(m mark) cells.Run {
	return cells.Run{Text: fmt.Sprintf("[%d]", m.finding), Style: severityColours[m.severity]}
}

// style returns the style of the text at a place: that of the finding about the
// fewest words there, and of evidence.
func (m *marker) style(at int) string {
	if !m.colour {
		return ""
	}
	var styles []string
	least := mark{to: len(m.text) + 1}
	for _, mark := range m.marks {
		switch {
		case at < mark.from || mark.to <= at:
		case mark.finding == 0:
			styles = []string{bold, underline}
		case mark.to-mark.from < least.to-least.from:
			least = mark
		}
	}
	if least.finding > 0 {
		styles = append(styles, severityColours[least.severity])
	}
	return strings.Join(styles, ";")
}
