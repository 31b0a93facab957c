package main

import (
	"encoding/csv"
	"io"
	"strings"

	"starbank/principles"
	"starbank/star/report"
	"starbank/stories"
)

// The document of star coverage --format json.
type coverageDocument struct {
	Version    int           `json:"version"`
	Target     targetJSON    `json:"target"`
	Principles []coverJSON   `json:"principles"`
	Gaps       []string      `json:"gaps"`
	Findings   []bankFinding `json:"findings"`
	Stories    int           `json:"stories"`
}

type targetJSON struct {
	Role                string `json:"role"`
	Level               string `json:"level"`
	StoriesPerPrinciple int    `json:"stories_per_principle"`
}

type coverJSON struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Status  stories.Status   `json:"status"`
	Stories []coverStoryJSON `json:"stories"`
	Needed  int              `json:"needed"`
}

type coverStoryJSON struct {
	ID        string              `json:"id"`
	Declared  bool                `json:"declared"`
	Strength  principles.Strength `json:"strength"`
	Readiness int                 `json:"readiness"`
}

// bankFinding is a finding about the bank: it has no place of its own, and the
// stories it is about are the related ones.
type bankFinding struct {
	Rule     string         `json:"rule"`
	Name     string         `json:"name"`
	Severity string         `json:"severity"`
	Path     string         `json:"path"`
	Story    string         `json:"story"`
	Section  string         `json:"section"`
	Message  string         `json:"message"`
	Help     string         `json:"help"`
	Line     int            `json:"line"`
	Column   int            `json:"column"`
	EndLine  int            `json:"end_line"`
	EndCol   int            `json:"end_column"`
	Related  []relatedStory `json:"related"`
	Fix      *struct{}      `json:"fix"`
}

// relatedStory is a story that a finding is about, with the place in it where the
// finding is about words.
type relatedStory struct {
	Story  string `json:"story"`
	Path   string `json:"path"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	EndL   int    `json:"end_line,omitempty"`
	EndCol int    `json:"end_column,omitempty"`
}

func coverageJSON(w io.Writer, c *stories.Coverage, _ look) error {
	doc := coverageDocument{Version: 1, Target: targetJSON{c.Target.Role, c.Target.Level, c.Target.StoriesPerPrinciple},
		Principles: []coverJSON{}, Gaps: c.Gaps(), Findings: []bankFinding{}, Stories: len(c.Stories)}
	for i, cover := range c.Principles {
		doc.Principles = append(doc.Principles, coverOf(c, cover, i))
	}
	for _, f := range c.Findings {
		finding := bankFinding{Rule: f.Rule.ID, Name: f.Rule.Name, Severity: f.Severity, Path: stories.Settings, Message: f.Message, Help: f.Help,
			Line: 1, Column: 1, EndLine: 1, EndCol: 1, Related: []relatedStory{}}
		for _, k := range f.Stories {
			finding.Related = append(finding.Related, relatedTo(c, f, k))
		}
		doc.Findings = append(doc.Findings, finding)
	}
	return report.EncodeJSON(w, doc)
}

func relatedTo(c *stories.Coverage, f stories.Finding, k int) relatedStory {
	related := relatedStory{Story: c.Stories[k].ID, Path: c.Stories[k].Path}
	for _, place := range f.Places {
		if place.Story == k {
			related.Line, related.Column, related.EndL, related.EndCol = place.From.Line, place.From.Column, place.To.Line, place.To.Column
		}
	}
	return related
}

func coverOf(c *stories.Coverage, cover stories.PrincipleCover, i int) coverJSON {
	out := coverJSON{ID: cover.Principle.ID, Name: cover.Principle.Name, Status: cover.Status, Stories: []coverStoryJSON{}, Needed: cover.Needed}
	for _, k := range cover.Stories {
		story := &c.Stories[k]
		out.Stories = append(out.Stories, coverStoryJSON{story.ID, story.Declares(out.ID), story.Strengths[i], story.Readiness})
	}
	return out
}

// coverageCSV writes the matrix: a story a line, a principle a column.
func coverageCSV(w io.Writer, c *stories.Coverage, _ look) error {
	out := csv.NewWriter(w)
	header := []string{"story"}
	for i := range c.Set.Principles {
		header = append(header, c.Set.Principles[i].ID)
	}
	out.Write(header)
	for k := range c.Stories {
		row := []string{c.Stories[k].ID}
		for _, strength := range c.Stories[k].Strengths {
			row = append(row, strength.String())
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

func coverageMarkdown(w io.Writer, c *stories.Coverage, look look) error {
	p := newPage(w, look)
	p.Printf("| principle | status | stories |\n|---|---|---|\n")
	for _, cover := range c.Principles {
		p.Printf("| %s | %s | %s |\n", report.EscapeMarkdown(cover.Principle.Name), cover.Status, report.EscapeMarkdown(strings.Join(ids(c, cover.Stories), ", ")))
	}
	p.Printf("\n")
	for _, f := range c.Findings {
		p.Printf("- **%s** %s (%s %s): %s\n", f.Severity, report.EscapeMarkdown(f.Message), f.Rule.ID, f.Rule.Name, report.EscapeMarkdown(f.Help))
	}
	return p.Flush()
}
