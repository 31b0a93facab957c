package report

import (
	"encoding/json"
	"io"
	"math"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

type document struct {
	Version  int       `json:"version"`
	Stories  []story   `json:"stories"`
	Findings []finding `json:"findings"`
	Summary  summary   `json:"summary"`
}

type summary struct {
	Stories int `json:"stories"`
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type story struct {
	ID        string             `json:"id"`
	Path      string             `json:"path"`
	Title     string             `json:"title"`
	Status    string             `json:"status"`
	Words     int                `json:"words"`
	Minutes   float64            `json:"minutes"`
	Sections  map[string]section `json:"sections"`
	Persons   persons            `json:"persons"`
	Result    outcome            `json:"result"`
	Readiness int                `json:"readiness"`
	Band      string             `json:"readiness_band"`
	Parts     []part             `json:"readiness_parts"`
	Steps     []step             `json:"readiness_steps"`
}

type section struct {
	State anatomy.State `json:"state"`
	Words int           `json:"words"`
	Lacks []string      `json:"lacks"`
}

// part is one line of the rubric of readiness.
type part struct {
	Part   string `json:"part"`
	Level  int    `json:"level"` // 0 to 3
	Anchor string `json:"anchor"`
}

// step is what would raise the readiness.
type step struct {
	Gain int    `json:"gain"`
	Do   string `json:"do"`
}

type persons struct {
	I  int `json:"i"`
	We int `json:"we"`
}

type outcome struct {
	Metric    bool `json:"metric"`
	Baseline  bool `json:"baseline"`
	Timeframe bool `json:"timeframe"`
}

type place struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

type finding struct {
	Rule     string        `json:"rule"`
	Name     string        `json:"name"`
	Severity lint.Severity `json:"severity"`
	Path     string        `json:"path"`
	Story    string        `json:"story"`
	Section  string        `json:"section"`
	Message  string        `json:"message"`
	Help     string        `json:"help"`
	place
	Related []related `json:"related"`
	Fix     *fix      `json:"fix"` // null where the mend is the writer's
}

type fix struct {
	Title string `json:"title"`
	Edits []edit `json:"edits"`
}

type edit struct {
	place
	Text string `json:"text"` // what stands at the place afterwards
}

type related struct {
	Message string `json:"message"`
	place
}

// JSON writes one document with a version; fields may be added to it and are
// never renamed. Columns count code points from 1.
func JSON(w io.Writer, r Report) error {
	doc := document{Version: 1, Stories: []story{}, Findings: []finding{}}
	for _, result := range r.Results {
		doc.Stories = append(doc.Stories, storyOf(result, r.WordsPerMinute))
		for _, d := range result.Diagnostics {
			doc.Findings = append(doc.Findings, findingOf(d, result.Diagnostics))
		}
	}
	counts := r.Count()
	doc.Summary = summary{len(r.Results), counts[lint.Error], counts[lint.Warning], counts[lint.Info]}
	return EncodeJSON(w, doc)
}

// EncodeJSON writes a value as JSON on one line, with < > & as they are.
func EncodeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

func storyOf(result lint.Result, rate int) story {
	s, a := result.Story, result.Anatomy
	out := story{ID: s.ID, Path: s.Path, Title: veilText(s.Title.Text, result.Diagnostics), Status: veilText(s.Status.Text, result.Diagnostics), Words: a.Words,
		Minutes: math.Round(10*a.Minutes(rate)) / 10, Sections: map[string]section{},
		Persons: persons{a.I, a.We}, Result: outcome{a.Metric, a.Baseline, a.Timeframe},
		Readiness: result.Readiness.Score, Band: result.Readiness.Band(), Parts: []part{}, Steps: []step{}}
	if out.Status == "" {
		out.Status = star.Draft
	}
	for _, part := range star.Parts() {
		verdict := a.Sections[part]
		out.Sections[part.String()] = section{verdict.State, verdict.Words, lacksOf(verdict)}
	}
	for _, verdict := range result.Readiness.Parts {
		out.Parts = append(out.Parts, part{verdict.Part.String(), verdict.Level, verdict.Anchor()})
	}
	for _, next := range result.Readiness.Next() {
		out.Steps = append(out.Steps, step{next.Gain, next.Do})
	}
	return out
}

func lacksOf(verdict anatomy.Section) []string {
	lacks := []string{}
	for _, lack := range verdict.Lacks {
		lacks = append(lacks, lack.What)
	}
	return lacks
}

func findingOf(d lint.Diagnostic, all []lint.Diagnostic) finding {
	f := finding{Rule: d.Rule.ID, Name: d.Rule.Name, Severity: d.Severity, Path: d.Story.Path, Story: d.Story.ID, Section: d.Section,
		Message: d.Message, Help: d.Help, place: placeOf(d.Story, d.Span), Related: []related{}}
	for _, r := range d.Related {
		f.Related = append(f.Related, related{r.Message, placeOf(d.Story, r.Span)})
	}
	if mend := offered(d, all); mend != nil {
		f.Fix = &fix{Title: mend.Title, Edits: []edit{}}
		for _, e := range mend.Edits {
			f.Fix.Edits = append(f.Fix.Edits, edit{placeOf(d.Story, e.Span), e.Text})
		}
	}
	return f
}

func placeOf(s *star.Story, span star.Span) place {
	from, to := s.Position(span.Start), s.Position(span.End)
	return place{from.Line, from.Column, to.Line, to.Column}
}
