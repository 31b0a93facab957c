package main

import (
	"io"
	"strings"

	"starbank/cmd/star/internal/term"
	"starbank/principles"
	"starbank/star"
)

// explainPrinciple prints the entry of the catalogue as a person wants it, with
// what proves it best in the reader's own bank.
func (r *reading) explainPrinciple(w io.Writer, about *principles.Principle) error {
	p := newPage(w, look{width: min(term.Width(w), helpWidth)})
	p.Printf("%s", about.Name)
	if about.Abbr != "" {
		p.Printf(" (%s)", about.Abbr)
	}
	p.Printf("\n\n")
	p.paragraph("", about.Summary)
	p.bullets("What speaks for it", about.Signals)
	p.bullets("What speaks against it", about.AntiSignals)
	if len(about.Elements) > 0 {
		p.Printf("\nThe parts of its evidence\n")
	}
	for _, element := range about.Elements {
		p.paragraph("  "+element.ID+": ", element.Means+". "+element.Ask)
	}
	if len(about.TellApart) > 0 {
		p.Printf("\nTell it apart\n")
	}
	for _, d := range about.TellApart {
		p.paragraph("  from "+r.set.ByID(d.From).Name+": ", d.By)
	}
	if about.Strong != "" {
		p.Printf("\nTold strongly\n")
		p.paragraph("  ", about.Strong)
	}
	if about.Weak != "" {
		p.Printf("\nTold weakly\n")
		p.paragraph("  ", about.Weak)
	}
	r.ownStories(p, about)
	return p.Flush()
}

func (p *page) bullets(title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	p.Printf("\n%s\n", title)
	for _, text := range texts {
		p.paragraph("  - ", strings.TrimSuffix(text, "."))
	}
}

// mostOwn is how many of the reader's own stories are shown.
const mostOwn = 3

// ownStories shows which stories of the bank prove a principle best. Without a
// bank it says nothing.
func (r *reading) ownStories(p *page, about *principles.Principle) {
	if r.bank == nil {
		return
	}
	files, _ := r.files(nil)
	found, _ := eachStory(r, files, func(story *star.Story) mapped { return mapStory(story, r.set, nil) })
	found = proving(found, about)
	p.Printf("\nIn your bank\n")
	if len(found) == 0 {
		p.Printf("  no story gives recognised evidence for it\n")
	}
	for i := range found[:min(mostOwn, len(found))] {
		m := found[i].principle(about.ID)
		p.bar(m, found[i].ID)
		p.evidence(m, false)
	}
}
