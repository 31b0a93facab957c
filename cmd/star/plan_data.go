package main

import (
	"io"
	"strings"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
)

type planDocument struct {
	Version   int             `json:"version"`
	Target    plannedFor      `json:"target"`
	Company   string          `json:"company"`
	Slots     []slotJSON      `json:"slots"`
	Uncovered []uncoveredJSON `json:"uncovered"`
	Reused    []reusedJSON    `json:"reused"`
}

type plannedFor struct {
	Role  string `json:"role"`
	Level string `json:"level"`
}

type slotJSON struct {
	Interviewer string `json:"interviewer"`
	Kind        string `json:"kind"`
	Principle   string `json:"principle"`
	Story       string `json:"story"` // "" where none is left
	Strength    string `json:"strength"`
	Readiness   int    `json:"readiness"`
	Backup      string `json:"backup"`
}

type uncoveredJSON struct {
	Principles []string `json:"principles"`
	Stories    []string `json:"stories"`
	Reason     string   `json:"reason"`
}

type reusedJSON struct {
	Principle string          `json:"principle"`
	Story     string          `json:"story"`
	Told      stories.Telling `json:"told"`
}

func planJSON(w io.Writer, plan *plannedLoop, _ look) error {
	doc := planDocument{Version: 1, Target: plannedFor{plan.target.Role, plan.target.Level}, Company: plan.company,
		Slots: []slotJSON{}, Uncovered: []uncoveredJSON{}, Reused: []reusedJSON{}}
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		slot := slotJSON{Interviewer: a.Interviewer, Kind: a.Kind, Principle: a.Principle.ID}
		if a.Story != nil {
			slot.Story, slot.Strength, slot.Readiness = a.Story.Story.ID, a.Story.Proof.Strength.String(), a.Story.Readiness.Score
			if a.Story.Told != nil {
				doc.Reused = append(doc.Reused, reusedJSON{a.Principle.ID, slot.Story, *a.Story.Told})
			}
		}
		if a.Backup != nil {
			slot.Backup = a.Backup.Story.ID
		}
		doc.Slots = append(doc.Slots, slot)
	}
	for i := range plan.Shortages {
		doc.Uncovered = append(doc.Uncovered, shortageJSON(&plan.Shortages[i]))
	}
	return report.EncodeJSON(w, doc)
}

func shortageJSON(s *rehearse.Shortage) uncoveredJSON {
	u := uncoveredJSON{Principles: []string{}, Stories: []string{}, Reason: reasonOf(s)}
	for _, p := range s.Principles {
		u.Principles = append(u.Principles, p.ID)
	}
	for _, c := range s.Stories {
		u.Stories = append(u.Stories, c.Story.ID)
	}
	return u
}

// planMarkdown writes a page to print or to paste.
func planMarkdown(w io.Writer, plan *plannedLoop, look look) error {
	p := newPage(w, look)
	escape := report.EscapeMarkdown
	p.Printf("| interviewer | principle | story | strength | ready | backup |\n|---|---|---|---|---|---|\n")
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		if a.Story == nil {
			p.Printf("| %s | %s | none |  |  |  |\n", escape(a.Interviewer), escape(a.Principle.Name))
			continue
		}
		backup := ""
		if a.Backup != nil {
			backup = escape(a.Backup.Story.ID)
		}
		p.Printf("| %s | %s | %s | %s | %d | %s |\n", escape(a.Interviewer), escape(a.Principle.Name), escape(a.Story.Story.ID), a.Story.Proof.Strength, a.Story.Readiness.Score, backup)
	}
	for i := range plan.Shortages {
		p.Printf("\n**Empty:** %s.\n", escape(reasonOf(&plan.Shortages[i])))
	}
	p.Printf("\n%s.\n", escape(planTotals(plan)))
	if plan.sheets {
		p.markdownSheets(plan)
	}
	return p.Flush()
}

func (p *page) markdownSheets(plan *plannedLoop) {
	before := ""
	for i := range plan.Assignments {
		a := &plan.Assignments[i]
		if a.Interviewer != before {
			p.Printf("\n## %s\n", report.EscapeMarkdown(a.Interviewer+", "+a.Kind))
		}
		before = a.Interviewer
		p.markdownSheet(plan.asker, a)
	}
}

func (p *page) markdownSheet(asker *rehearse.Asker, a *rehearse.Assignment) {
	escape := func(text string) string {
		return report.EscapeMarkdown(strings.Join(strings.Fields(cells.Clean(text)), " "))
	}
	p.Printf("\n### %s\n\n", escape(a.Principle.Name))
	if a.Story == nil {
		p.Printf("No story is left.\n")
		return
	}
	story := a.Story.Story
	p.Printf("**%s** (%s), %s\n\n", escape(story.Title.Text), escape(story.ID), a.Story.Proof.Strength)
	if line := opening(a.Story.Candidate); line != "" {
		p.Printf("- Open: %s\n", escape(line))
	}
	if anchors := anchorsOf(story); len(anchors) > 0 {
		p.Printf("- Anchors: %s\n", escape(strings.Join(anchors, " · ")))
	}
	for _, quote := range a.Story.Evidence.Best(a.Story.Proof) {
		m := mapQuote(story, quote)
		p.Printf("- Build on line %d: %s\n", m.Line, report.Highlight(m.before, m.Quote, m.after))
	}
	if figures := figuresOf(a.Story.Candidate); figures != "" {
		p.Printf("- Figures: %s\n", escape(figures))
	}
	for _, probe := range asker.Probes(&rehearse.Choice{Candidate: a.Story.Candidate, Proof: a.Story.Proof}) {
		p.Printf("- Expect: %s\n", escape(probe))
	}
	if a.Backup != nil {
		p.Printf("- Backup: %s\n", escape(a.Backup.Story.ID))
	}
}
