package galley

import (
	"encoding/json"
	"io"
	"math"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

type document struct {
	Version   int           `json:"version"`
	ID        string        `json:"id"`
	Path      string        `json:"path"`
	Revision  *revision     `json:"revision"` // null for the work tree
	Title     string        `json:"title"`
	Fields    []fieldJSON   `json:"fields"`
	Sections  []section     `json:"sections"`
	Notes     []text        `json:"notes"`
	Words     int           `json:"words"`
	Minutes   float64       `json:"minutes"`
	Readiness int           `json:"readiness"`
	Evidence  []quote       `json:"evidence"`
	Findings  []findingJSON `json:"findings"`
}

type revision struct {
	Name    string `json:"name"`
	Commit  string `json:"commit"`
	Date    string `json:"date"`
	Subject string `json:"subject"`
}

type fieldJSON struct {
	Key   string   `json:"key"`
	Lines []string `json:"lines"`
}

type section struct {
	Section string        `json:"section"`
	Label   string        `json:"label"`
	InBody  bool          `json:"in_body"`
	State   anatomy.State `json:"state"`
	Words   int           `json:"words"`
	text
}

type text struct {
	Text string `json:"text"`
	place
}

type quote struct {
	Principle string `json:"principle"`
	Element   string `json:"element"`
	Section   string `json:"section"`
	Quote     string `json:"quote"`
	place
}

type findingJSON struct {
	Rule     string        `json:"rule"`
	Name     string        `json:"name"`
	Severity lint.Severity `json:"severity"`
	Section  string        `json:"section"`
	Message  string        `json:"message"`
	Help     string        `json:"help"`
	place
}

type place struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

// JSON writes one document with a version; fields may be added to it and are never
// renamed. Columns count code points from 1.
func JSON(w io.Writer, g Galley) error {
	s := g.Story
	doc := document{Version: 1, ID: s.ID, Path: s.Path, Title: s.Title.Text, Fields: []fieldJSON{}, Sections: []section{}, Notes: []text{},
		Words: g.Anatomy.Words, Minutes: math.Round(10*g.Anatomy.Minutes(g.Rate)) / 10, Readiness: g.Readiness.Score, Evidence: g.evidence(), Findings: []findingJSON{}}
	if r := g.Revision; r.Commit != "" {
		doc.Revision = &revision{r.Name, r.Commit, r.Date, r.Subject}
	}
	for _, f := range fields(s) {
		doc.Fields = append(doc.Fields, fieldJSON{f.key, append([]string{}, f.lines...)})
	}
	for _, part := range s.Sections {
		verdict := g.Anatomy.Sections[part.Part]
		doc.Sections = append(doc.Sections, section{part.Part.String(), part.Label, part.InBody, verdict.State, verdict.Words, text{part.Text, placeOf(s, part.Content)}})
	}
	for _, span := range s.Notes() {
		doc.Notes = append(doc.Notes, text{s.Quote(span), placeOf(s, span)})
	}
	for _, d := range g.Findings {
		doc.Findings = append(doc.Findings, findingJSON{d.Rule.ID, d.Rule.Name, d.Severity, d.Section, d.Message, d.Help, placeOf(s, d.Span)})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}

func (g *Galley) evidence() []quote {
	quotes := []quote{}
	for _, proof := range g.proofs() {
		for _, q := range g.Evidence.Best(proof) {
			element := ""
			if q.Element != nil {
				element = q.Element.ID
			}
			quotes = append(quotes, quote{proof.Principle.ID, element, q.Section.Part.String(), g.Story.Quote(q.Words), placeOf(g.Story, q.Words)})
		}
	}
	return quotes
}

func placeOf(s *star.Story, span star.Span) place {
	from, to := s.Position(span.Start), s.Position(span.End)
	return place{from.Line, from.Column, to.Line, to.Column}
}
