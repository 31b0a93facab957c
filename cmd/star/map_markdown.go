package main

import (
	"io"
	"strings"

	"starbank/principles"
)

// mapMarkdown writes a review to paste into a page or a pull request.
func mapMarkdown(w io.Writer, stories []mapped, about *principles.Principle, look look) error {
	p := newPage(w, look)
	if about != nil {
		stories = proving(stories, about)
		p.printf("## %s\n", about.Name)
	}
	for i := range stories {
		m := &stories[i]
		p.printf("\n### %s\n\n", escape(m.Title+" ("+m.ID+")"))
		for k := range m.Principles {
			principle := &m.Principles[k]
			if about != nil && principle.principle == about || about == nil && principle.shown() {
				p.markdownPrinciple(principle)
			}
		}
	}
	return p.Flush()
}

func (p *page) markdownPrinciple(m *mappedPrinciple) {
	p.printf("- **%s**: %s, %d of %d elements", m.principle.Name, m.Strength, m.covered(), len(m.Elements))
	if m.Declared {
		p.printf(" (declared)")
	}
	p.printf("\n")
	for _, q := range m.Evidence {
		p.printf("  - %s, line %d: %s**%s**%s\n", q.Element, q.Line, escape(q.before), escape(strings.TrimSpace(q.Quote)), escape(q.after))
	}
}

// escape makes a text of a story plain in Markdown, on one line.
func escape(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if strings.ContainsRune("\\`*_{}[]<>#|~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	out := b.String()
	if strings.HasPrefix(text, " ") {
		out = " " + out
	}
	if strings.HasSuffix(text, " ") {
		out += " "
	}
	return out
}
