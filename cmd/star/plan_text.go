package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star/ledger"
	"starbank/star/report/cells"
	"starbank/stories/rehearse"
)

// planText writes for people: a table, what it lacks, and the sheets.
func planText(w io.Writer, plan *plannedLoop, look look) error {
	p := newPage(w, look)
	p.planTable(plan)
	p.planGaps(plan)
	if plan.sheets {
		p.sheets(plan)
	}
	return p.Flush()
}

// planColumns are the widths of the columns of the table; backups have one where the
// page is wide, else they stand below it.
type planColumns struct{ who, principle, story, backup int }

const (
	mostWho        = 16
	mostPrinciple  = 34
	leastPrinciple = 15
	besideColumns  = 13 // between them, the mark, the readiness
	wideTable      = 110
)

func columnsOf(plan *plannedLoop, width int) planColumns {
	c := planColumns{who: len("interviewer"), principle: len("principle"), story: len("story"), backup: len("backup")}
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		c.who = max(c.who, cells.Width(cells.Clean(a.Interviewer)))
		c.principle = max(c.principle, cells.Width(a.Principle.Name))
		c.story, c.backup = max(c.story, idWidth(a.Story)), max(c.backup, idWidth(a.Backup))
	}
	c.who, c.principle = min(c.who, mostWho, width/5), min(c.principle, mostPrinciple)
	rest := width - c.who - besideColumns
	if width < wideTable {
		c.backup = 0
		c.story = min(c.story, max(rest/2, rest-c.principle))
		c.principle = max(leastPrinciple, min(c.principle, rest-c.story))
		return c
	}
	c.story = min(c.story, (rest-c.principle)/2)
	c.backup = min(c.backup, rest-c.principle-c.story-2)
	return c
}

func idWidth(pick *rehearse.Pick) int {
	if pick == nil {
		return 0
	}
	return cells.Width(cells.Clean(pick.Story.ID))
}

func (p *page) planTable(plan *plannedLoop) {
	c := columnsOf(plan, p.width)
	head := fmt.Sprintf("%s  %s    %s  ready", cells.Pad("interviewer", c.who), cells.Pad("principle", c.principle), cells.Pad("story", c.story))
	if c.backup > 0 {
		head += "  backup"
	}
	p.Printf("%s\n", p.Paint(cells.Dim, head))
	before := ""
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		who := ""
		if a.Interviewer != before {
			who = a.Interviewer
		}
		before = a.Interviewer
		p.planRow(a, who, c)
	}
	p.Printf("%s\n\n", p.Paint(cells.Dim, "● strong  ◐ solid  ○ declared, weak"))
	if c.backup == 0 {
		p.planBackups(plan)
	}
}

func (p *page) planRow(a *rehearse.Assignment, who string, c planColumns) {
	row := p.Paint(cells.Bold, cells.Pad(cells.Shorten(cells.Clean(who), c.who), c.who)) + "  " + cells.Pad(cells.Shorten(a.Principle.Name, c.principle), c.principle) + "  "
	if a.Story == nil {
		p.Printf("%s%s\n", row, p.Paint(cells.Red, "- none"))
		return
	}
	mark, colour := strengthMark(a.Story.Proof.Strength)
	row += p.Paint(colour, mark) + " " + cells.Pad(cells.Shorten(cells.Clean(a.Story.Story.ID), c.story), c.story) + fmt.Sprintf("  %5d", a.Story.Readiness.Score)
	if a.Backup != nil && c.backup > 0 {
		row += "  " + p.Paint(cells.Dim, cells.Shorten(cells.Clean(a.Backup.Story.ID), c.backup))
	}
	p.Printf("%s\n", row)
}

// planBackups lists the stories to fall back on.
func (p *page) planBackups(plan *plannedLoop) {
	any := false
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		if a.Backup == nil {
			continue
		}
		if !any {
			p.Printf("%s\n", p.Paint(cells.Dim, "to fall back on"))
		}
		any = true
		mark, colour := strengthMark(a.Backup.Proof.Strength)
		name := min(mostPrinciple, p.width/2-2)
		told := ""
		if a.Backup.Told != nil {
			told = " (told there)"
		}
		p.Printf("  %s  %s %s%s\n", cells.Pad(cells.Shorten(a.Principle.Name, name), name), p.Paint(colour, mark), cells.Shorten(cells.Clean(a.Backup.Story.ID), p.width-name-len(told)-6), told)
	}
	if any {
		p.Printf("\n")
	}
}

// strengthMark is how the tables of star show a strength.
func strengthMark(s principles.Strength) (mark, colour string) {
	switch s {
	case principles.Strong:
		return "●", cells.Bold + ";" + cells.Green
	case principles.Solid:
		return "◐", cells.Green
	}
	return "○", cells.Yellow
}

// planGaps says what the plan lacks.
func (p *page) planGaps(plan *plannedLoop) {
	for i := range plan.Shortages {
		s := &plan.Shortages[i]
		p.paragraph(p.severityWord("error")+" ", cells.Clean(reasonOf(s)))
		p.Printf("  star new --principle %s\n", s.Principles[0].ID)
	}
	for i := range plan.Assignments {
		if a := &plan.Assignments[i]; a.Story != nil && a.Story.Told != nil {
			p.paragraph(p.severityWord("warning")+" ", cells.Clean(fmt.Sprintf("%s was told there on %s%s; nothing else fits %s", a.Story.Story.ID, a.Story.Told.Date, toWhom(a.Story.Told.Interviewer), a.Principle.Name)))
		}
	}
	if w := plan.Weakest(); w != nil {
		p.paragraph("weakest: ", cells.Clean(fmt.Sprintf("%s by %s (%s, ready %d)", w.Principle.Name, w.Story.Story.ID, w.Story.Proof.Strength, w.Story.Readiness.Score)))
	}
	for _, line := range cells.Wrap(planTotals(plan), p.width) {
		p.Printf("%s\n", p.Paint(cells.Dim, line))
	}
}

func (p *page) severityWord(severity string) string {
	colour := cells.Yellow
	if severity == "error" {
		colour = cells.Red
	}
	return p.Paint(cells.Bold+";"+colour, severity+":")
}

func toWhom(name string) string {
	if name == "" {
		return ""
	}
	return " to " + name
}

// planTotals counts, and says what loop it is.
func planTotals(plan *plannedLoop) string {
	filled, backed := 0, 0
	for i := range plan.Assignments {
		if plan.Assignments[i].Story != nil {
			filled++
		}
		if plan.Assignments[i].Backup != nil {
			backed++
		}
	}
	totals := fmt.Sprintf("%d of %s answered, %d with a backup; %s", filled, cells.Plural(len(plan.Assignments), "question", "questions"), backed, cells.Plural(plan.stories, "story", "stories"))
	if plan.usual {
		totals += fmt.Sprintf("; a usual loop for %s %s, since star.yaml has no loop", plan.target.Role, plan.target.Level)
	}
	return totals
}

// sheets writes what to say to each interviewer.
func (p *page) sheets(plan *plannedLoop) {
	before := ""
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		if a.Interviewer != before {
			p.Printf("\n%s\n", p.Paint(cells.Bold+";"+cells.Underline, cells.Clean(a.Interviewer)+", "+a.Kind))
		}
		before = a.Interviewer
		p.sheet(plan.asker, a)
	}
}

func (p *page) sheet(asker *rehearse.Asker, a *rehearse.Assignment) {
	p.Printf("\n%s\n", p.Paint(cells.Bold+";"+cells.Cyan, a.Principle.Name))
	if a.Story == nil {
		p.paragraph("  = ", "No story is left. "+a.Principle.Elements[0].Ask)
		return
	}
	story := a.Story.Story
	mark, colour := strengthMark(a.Story.Proof.Strength)
	p.Printf("  %s %s  %s\n", p.Paint(colour, mark), cells.Clean(story.ID), cells.Shorten(cells.Clean(story.Title.Text), max(10, p.width-cells.Width(story.ID)-6)))
	p.opening(a.Story.Candidate)
	if anchors := anchorsOf(story); len(anchors) > 0 {
		p.paragraph("  anchors  ", cells.Clean(strings.Join(anchors, " · ")))
	}
	p.buildOn(a.Story.Candidate, a.Story.Proof)
	if figures := figuresOf(a.Story.Candidate); figures != "" {
		p.paragraph("  figures  ", figures)
	}
	p.expect(asker.Probes(&rehearse.Choice{Candidate: a.Story.Candidate, Proof: a.Story.Proof}))
	if a.Backup != nil {
		p.paragraph("  backup   ", cells.Clean(a.Backup.Story.ID+", "+a.Backup.Proof.Strength.String()))
	}
}

// figuresOf lists the first figures of a story, each once; a bare number with what it
// counts.
func figuresOf(c *rehearse.Candidate) string {
	var figures []string
	lines := ledger.Of(c.Story).Lines()
	for i := range lines {
		l := &lines[i]
		text := l.Text
		if !strings.Contains(text, " ") && l.Unit == "" {
			text = strings.TrimSpace(text + " " + l.SpeaksOf)
		}
		repeats := slices.ContainsFunc(lines[:i], func(o ledger.Line) bool { return l.Repeats(&o) })
		if !repeats && (l.Unit != "" || strings.Contains(text, " ")) && len(figures) < mostSheetFigures {
			figures = append(figures, cells.Clean(text))
		}
	}
	return strings.Join(figures, ", ")
}
