package main

import (
	"fmt"
	"io"
	"strings"

	"starbank/principles"
	"starbank/star/report/cells"
	"starbank/stories"
)

// coverageText writes for people: the matrix, the state of each principle, the
// findings, and what to write next.
func coverageText(w io.Writer, c *stories.Coverage, look look) error {
	p := newPage(w, look)
	if len(c.Stories) == 0 {
		p.Printf("no story to read; star check says what a story is\n")
		return p.Flush()
	}
	p.matrix(c)
	p.states(c)
	p.bankFindings(c)
	p.next(c)
	p.totals(c)
	return p.Flush()
}

// The marks of the matrix: colour is never the only sign.
func markOf(story *stories.Profile, c *stories.Coverage, i int) (mark, colour string) {
	declared := story.Declares(c.Set.Principles[i].ID)
	switch strength := story.Strengths[i]; {
	case strength == principles.Strong:
		return "●", cells.Bold + ";" + cells.Green
	case strength == principles.Solid:
		return "◐", cells.Green
	case declared && strength == principles.Weak:
		return "○", cells.Yellow
	case declared:
		return "?", cells.Red
	case strength == principles.Weak:
		return "·", cells.Dim
	}
	return " ", ""
}

const legend = "● strong  ◐ solid  ○ declared, weak  ? declared, not recognised  · weak"

// mostIDCells is the widest column of ids, and columnCells what a principle takes.
const (
	mostIDCells = 36
	columnCells = 2
)

// matrix writes stories by principles, in as many blocks as the width wants.
func (p *page) matrix(c *stories.Coverage) {
	id := len("story")
	for i := range c.Stories {
		id = max(id, cells.Width(cells.Clean(c.Stories[i].ID)))
	}
	id = min(id, mostIDCells, p.width/2)
	columns := max(1, (p.width-id-1)/columnCells)
	for from := 0; from < len(c.Set.Principles); from += columns {
		p.block(c, id, from, min(from+columns, len(c.Set.Principles)))
	}
	p.Printf("%s\n\n", p.Paint(cells.Dim, legend))
}

// block writes the principles [from, to) of the matrix below their short names,
// which are written downwards.
func (p *page) block(c *stories.Coverage, id, from, to int) {
	heads := make([][]rune, 0, to-from)
	height := 1
	for _, principle := range c.Set.Principles[from:to] {
		head := []rune(shortName(principle))
		heads, height = append(heads, head), max(height, len(head))
	}
	for row := range height {
		line := strings.Repeat(" ", id)
		if row == height-1 {
			line = cells.Pad("story", id)
		}
		for _, head := range heads {
			letter := " "
			if k := row - (height - len(head)); k >= 0 {
				letter = string(head[k])
			}
			line += " " + letter
		}
		p.Printf("%s\n", p.Paint(cells.Dim, strings.TrimRight(line, " ")))
	}
	for k := range c.Stories {
		story := &c.Stories[k]
		line := cells.Pad(cells.Shorten(cells.Clean(story.ID), id), id)
		for i := from; i < to; i++ {
			mark, colour := markOf(story, c, i)
			line += " " + p.Paint(colour, mark)
		}
		p.Printf("%s\n", strings.TrimRight(line, " "))
	}
}

// shortName returns the abbreviation of a principle, else the first letters of
// its name.
func shortName(principle principles.Principle) string {
	if principle.Abbr != "" {
		return principle.Abbr
	}
	name := []rune(principle.Name)
	return string(name[:min(4, len(name))])
}

var statusColours = map[stories.Status]string{stories.Covered: cells.Green, stories.Thin: cells.Yellow, stories.Gap: cells.Red}

var emphases = map[stories.Emphasis]string{stories.First: "asked first", stories.Second: "often asked"}

// states writes a line a principle: its state, how many stories count, and them.
func (p *page) states(c *stories.Coverage) {
	name := 0
	for i := range c.Set.Principles {
		name = max(name, cells.Width(c.Set.Principles[i].Name))
	}
	name = min(name, nameCells+10, p.width/2)
	for _, cover := range c.Principles {
		list := cells.Shorten(strings.Join(ids(c, cover.Stories), ", "), max(12, p.width-name-19))
		count := fmt.Sprintf("%d of %d", cover.Counted, cover.Wanted)
		if cover.Counted > cover.Wanted {
			count = fmt.Sprintf("%-6d", cover.Counted) // as wide as "1 of 2"
		}
		p.Printf("%s  %s  %s", p.Paint(statusColours[cover.Status], cells.Pad(string(cover.Status), 7)),
			cells.Pad(cells.Shorten(cover.Principle.Name, name), name), count)
		p.Printf("%s\n", p.Paint(cells.Dim, strings.TrimRight("  "+list, " ")))
	}
	p.Printf("\n")
}

func ids(c *stories.Coverage, indexes []int) []string {
	list := make([]string, len(indexes))
	for i, k := range indexes {
		list[i] = cells.Clean(c.Stories[k].ID)
	}
	return list
}

// bankFindings writes what makes the bank fragile. Which principles lack stories
// has been said above and is said again below, so those are left out.
func (p *page) bankFindings(c *stories.Coverage) {
	colours := map[string]string{"error": cells.Bold + ";" + cells.Red, "warning": cells.Bold + ";" + cells.Yellow, "info": cells.Bold + ";" + cells.Cyan}
	for _, f := range c.Findings {
		if f.Rule.ID == uncoveredRule {
			continue
		}
		p.Printf("%s", p.Paint(colours[f.Severity], f.Severity))
		p.paragraph(": ", cells.Clean(f.Message)+"  ["+f.Rule.ID+" "+f.Rule.Name+"]")
		p.paragraph("  = help: ", f.Help)
		p.Printf("\n")
	}
}

// uncoveredRule is the rule about principles with too few stories.
const uncoveredRule = "STAR801"

// mostNext is how many stories to write are named at once: more discourage.
const mostNext = 3

func (p *page) next(c *stories.Coverage) {
	next := c.Next()
	if len(next) == 0 {
		return
	}
	p.Printf("%s\n", p.Paint(cells.Bold, "Write next"))
	for _, cover := range next[:min(mostNext, len(next))] {
		text := fmt.Sprintf("%s (%s%s)", cover.Principle.Name, cover.Status, comma(emphases[cover.Emphasis]))
		if len(cover.Principle.Elements) > 0 {
			text += ". " + cover.Principle.Elements[0].Ask
		}
		p.paragraph("  - ", text)
	}
}

func comma(text string) string {
	if text == "" {
		return ""
	}
	return ", " + text
}

func (p *page) totals(c *stories.Coverage) {
	n := map[stories.Status]int{}
	for _, cover := range c.Principles {
		n[cover.Status]++
	}
	p.Printf("\n%s, %s and %s for %s %s; %s\n", p.Paint(cells.Green, fmt.Sprintf("%d covered", n[stories.Covered])), p.Paint(cells.Yellow, fmt.Sprintf("%d thin", n[stories.Thin])),
		p.Paint(cells.Red, cells.Plural(n[stories.Gap], "gap", "gaps")), cells.Clean(c.Target.Role), c.Target.Level, cells.Plural(len(c.Stories), "story", "stories"))
}
