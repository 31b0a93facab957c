package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
)

var strengthColours = map[principles.Strength]string{principles.Strong: cells.Bold + ";" + cells.Green, principles.Solid: cells.Green, principles.Weak: cells.Yellow, principles.None: cells.Dim}

// fullStories is how many stories are shown with a quote for each element; of
// more, each principle gets its best quote.
const fullStories = 3

// mapText writes for people.
func mapText(w io.Writer, m *mapped, look look, full bool) error {
	p := newPage(w, look)
	p.story(m, full)
	return p.Flush()
}

// aboutText writes which stories prove a principle.
func aboutText(w io.Writer, proving []mapped, about *principles.Principle, look look) error {
	p := newPage(w, look)
	p.principle(proving, about)
	return p.Flush()
}

func (p *page) story(m *mapped, full bool) {
	title := cells.Shorten(cells.Clean(m.Title), max(20, p.width-cells.Width(m.ID)-2))
	p.Printf("%s\n", strings.TrimRight(p.Paint(cells.Bold, cells.Clean(m.ID))+"  "+title, " "))
	if m.empty {
		p.Printf("  no section to read; star check says what is missing\n")
		return
	}
	var touched []string
	for i := range m.Principles {
		principle := &m.Principles[i]
		switch {
		case principle.shown():
			p.bar(principle, principle.principle.Name)
			p.evidence(principle, full)
		case principle.Strength == principles.Weak && len(touched) < 5:
			touched = append(touched, principle.ID)
		}
	}
	if len(touched) > 0 {
		p.paragraph("  touches: ", strings.Join(touched, ", "))
	}
	p.advice(m)
}

// The widths of the bar of a score and of the column it stands behind.
const (
	barCells  = 10
	nameCells = 34
)

// bar writes a principle with its score, its strength and how much is told.
func (p *page) bar(m *mappedPrinciple, name string) {
	n := int(barCells*math.Sqrt(m.Score) + 0.5) // shares fall off fast; the root keeps the small ones in sight
	if m.Strength == principles.None {
		n = 0
	}
	bar := strings.Repeat("█", n) + strings.Repeat("░", barCells-n)
	note := ""
	switch {
	case m.Primary:
		note = "  declared first"
	case m.Declared:
		note = "  declared"
	}
	name = cells.Shorten(cells.Clean(name), min(nameCells, p.width-barCells-30))
	p.Printf("  %s %s %s  %d/%d%s\n", cells.Pad(name, min(nameCells, p.width-barCells-30)), p.Paint(strengthColours[m.Strength], bar),
		p.Paint(strengthColours[m.Strength], cells.Pad(m.Strength.String(), 6)), m.covered(), len(m.Elements), p.Paint(cells.Dim, note))
}

// evidence quotes the story for a principle: for each element, or once.
func (p *page) evidence(m *mappedPrinciple, full bool) {
	quotes := m.Evidence
	if !full && len(quotes) > 1 {
		quotes = []mappedQuote{slices.MaxFunc(quotes, func(a, b mappedQuote) int { return cmp.Compare(a.rank, b.rank) })}
	}
	for _, q := range quotes {
		label := fmt.Sprintf("    %-12s %4d  ", q.Element, q.Line)
		p.Printf("%s%s\n", p.Paint(cells.Dim, label), p.quote(q.before, q.Quote, q.after, p.width-len(label)))
	}
	for _, q := range m.against {
		if m.Declared {
			label := fmt.Sprintf("    %-12s %4d  ", "against", q.Line)
			p.Printf("%s%s\n", p.Paint(cells.Red, label), p.quote(q.before, q.Quote, q.after, p.width-len(label)))
		}
	}
}

// leaning is from when on the words of a story are said to lean to a principle.
const leaning = 1

// advice names what is declared and not recognised, and what is strong and not
// declared.
func (p *page) advice(m *mapped) {
	for _, declared := range m.unproven() {
		text := declared.principle.Name + " is declared; no recognised evidence."
		if declared.lean > leaning {
			text = declared.principle.Name + " is declared; the story leans to it, but no words to quote as evidence were recognised."
		}
		if missing := declared.missing(); len(missing) > 0 {
			text += " " + missing[0].Ask
		}
		p.paragraph("  = ", text)
	}
	for i := range m.Principles {
		if strong := &m.Principles[i]; strong.Strength == principles.Strong && !strong.Declared && slices.ContainsFunc(m.Principles, func(p mappedPrinciple) bool { return p.Declared }) {
			p.paragraph("  = ", strong.principle.Name+" is strong here and not declared.")
		}
	}
}

// principle writes which stories prove a principle.
func (p *page) principle(stories []mapped, about *principles.Principle) {
	p.Printf("%s\n", p.Paint(cells.Bold, about.Name))
	p.paragraph("", about.Summary)
	if len(stories) == 0 {
		p.Printf("\nno story gives recognised evidence for it\n")
		if len(about.Elements) > 0 {
			p.paragraph("  = ", "Think of a story that answers: "+about.Elements[0].Ask)
		}
		return
	}
	for i := range stories {
		m := stories[i].principle(about.ID)
		p.Printf("\n")
		p.bar(m, stories[i].ID)
		p.evidence(m, len(stories) <= fullStories)
	}
}

// explainMapping writes all that is known of one principle of one story.
func (r *reading) explainMapping(w io.Writer, files []string, about *principles.Principle, look look) ([]stories.Trouble, error) {
	found, failed := eachStory(r, files, func(story *star.Story) mapped { return mapStory(story, r.set, about) })
	p := newPage(w, look)
	for i := range found {
		p.explain(&found[i], about)
	}
	return failed, p.Flush()
}

func (p *page) explain(story *mapped, about *principles.Principle) {
	m := story.principle(about.ID)
	p.Printf("%s  %s\n", p.Paint(cells.Bold, cells.Clean(story.ID)), cells.Clean(story.Title))
	p.bar(m, about.Name)
	p.elements(m)
	p.Printf("\n  its words lean to it by %.2f; wordings weigh 1 to 3, less where told as we\n", m.lean)
}

func (p *page) elements(m *mappedPrinciple) {
	for i, element := range m.principle.Elements {
		p.Printf("\n  %s  %s\n", p.Paint(cells.Bold, element.ID), element.Means)
		if !m.Elements[i].Covered {
			p.paragraph("    not recognised; ", element.Ask)
		}
		for _, q := range m.all {
			if q.Element == element.ID {
				p.wording(q)
			}
		}
	}
	if len(m.against) > 0 {
		p.Printf("\n  %s\n", p.Paint(cells.Red, "against it"))
	}
	for _, q := range m.against {
		p.wording(q)
	}
}

func (p *page) wording(q mappedQuote) {
	label := fmt.Sprintf("    %4.1f  %s:%d  ", q.weight, q.Section, q.Line)
	p.Printf("%s%s\n", p.Paint(cells.Dim, label), p.quote(q.before, q.Quote, q.after, p.width-len(label)))
	p.Printf("          %s\n", p.Paint(cells.Dim, "cue "+q.cue))
}
