package main

import (
	"io"

	"starbank/principles"
	"starbank/star/report"
)

// mapMarkdown writes a review to paste into a page or a pull request.
func mapMarkdown(w io.Writer, m *mapped, look look, _ bool) error {
	p := newPage(w, look)
	p.markdownStory(m, (*mappedPrinciple).shown)
	return p.Flush()
}

// aboutMarkdown writes which stories prove a principle.
func aboutMarkdown(w io.Writer, proving []mapped, about *principles.Principle, look look) error {
	p := newPage(w, look)
	p.Printf("## %s\n", about.Name)
	for i := range proving {
		p.markdownStory(&proving[i], func(m *mappedPrinciple) bool { return m.principle == about })
	}
	return p.Flush()
}

func (p *page) markdownStory(m *mapped, wanted func(*mappedPrinciple) bool) {
	p.Printf("\n### %s\n\n", report.EscapeMarkdown(m.Title+" ("+m.ID+")"))
	for k := range m.Principles {
		if principle := &m.Principles[k]; wanted(principle) {
			p.markdownPrinciple(principle)
		}
	}
}

func (p *page) markdownPrinciple(m *mappedPrinciple) {
	p.Printf("- **%s**: %s, %d of %d elements", m.principle.Name, m.Strength, m.covered(), len(m.Elements))
	if m.Declared {
		p.Printf(" (declared)")
	}
	p.Printf("\n")
	for _, q := range m.Evidence {
		p.Printf("  - %s, line %d: %s\n", q.Element, q.Line, report.Highlight(q.before, q.Quote, q.after))
	}
}
