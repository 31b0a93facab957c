package changes

import (
	"io"
	"math"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/report"
	"starbank/star/review"
	"starbank/star/revision"
)

type document struct {
	Version int     `json:"version"`
	From    string  `json:"from"`
	To      string  `json:"to"`
	Stories []story `json:"stories"`
}

type story struct {
	ID         string     `json:"id"`
	From       *string    `json:"from"` // null where it was added
	To         *string    `json:"to"`   // null where it was removed
	Status     Status     `json:"status"`
	Fields     []field    `json:"fields"`
	Sections   []section  `json:"sections"`
	Findings   findings   `json:"findings"`
	Principles gains      `json:"principles"`
	Metrics    metrics    `json:"metrics"`
	Readiness  [2]int     `json:"readiness"`
	Words      [2]int     `json:"words"`
	Minutes    [2]float64 `json:"minutes"`
	Persons    [2]persons `json:"persons"`
}

type field struct {
	Key    string   `json:"key"`
	Change []string `json:"change"`
	Ops    []op     `json:"ops"`
}

type section struct {
	Section string   `json:"section"`
	Change  []string `json:"change"` // none: unchanged
	Words   [2]int   `json:"words"`
	Ops     []op     `json:"ops"`
}

// op is a step from the old text to the new one. A move has two: one with the place
// where the text stood and one with that where it stands, and the changes inside.
type op struct {
	Op   string `json:"op"`
	Text string `json:"text"`
	Old  *place `json:"old"`
	New  *place `json:"new"`
	Ops  []op   `json:"ops,omitempty"`
}

type place struct {
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

type findings struct {
	Fixed []findingJSON `json:"fixed"`
	New   []findingJSON `json:"new"`
	// Uncovered waited until a section was there, or no more thin.
	Uncovered []findingJSON `json:"uncovered"`
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

type gains struct {
	Gained []string `json:"gained"`
	Lost   []string `json:"lost"`
}

type metrics struct {
	Gained  []string    `json:"gained"`
	Lost    []string    `json:"lost"`
	Changed [][2]string `json:"changed"`
}

type persons struct {
	I  int `json:"i"`
	We int `json:"we"`
}

// JSON writes one document with a version; fields may be added to it and are never
// renamed. Columns count code points from 1.
func JSON(w io.Writer, d Document) error {
	doc := document{Version: 1, From: d.Sides[0], To: d.Sides[1], Stories: []story{}}
	for i := range d.Stories {
		doc.Stories = append(doc.Stories, storyJSON(&d.Stories[i], d.Rate))
	}
	return report.EncodeJSON(w, doc)
}

// StoryJSON returns what [JSON] writes of a story, for a document of another kind.
func StoryJSON(s *Story, rate int) any { return storyJSON(s, rate) }

func storyJSON(s *Story, rate int) story {
	r := s.Review
	out := story{ID: s.ID, From: given(s.From), To: given(s.To), Status: s.Status, Fields: []field{}, Sections: []section{},
		Findings:   findings{findingsJSON(r.Fixed), findingsJSON(r.Brought), findingsJSON(r.Uncovered)},
		Principles: gains{names(r.Principles, strengthened), names(r.Principles, weakened)}, Metrics: metricsJSON(r.Difference.Figures)}
	for i, v := range []*review.Version{r.Old, r.New} {
		if v != nil {
			out.Readiness[i], out.Words[i] = v.Readiness.Score, v.Anatomy.Words
			out.Minutes[i] = math.Round(10*v.Anatomy.Minutes(rate)) / 10
			out.Persons[i] = persons{v.Anatomy.I, v.Anatomy.We}
		}
	}
	texts := writer{r.Difference}
	for _, f := range r.Difference.Fields {
		out.Fields = append(out.Fields, field{f.Key, list(f.Change.Names()), texts.items(f.Items)})
	}
	for _, sec := range r.Difference.Sections {
		out.Sections = append(out.Sections, section{sec.Name, list(sec.Change.Names()), sec.Words, texts.ops(sec.Ops)})
	}
	return out
}

func given(path string) *string {
	if path == "" {
		return nil
	}
	return &path
}

// list makes an empty list of none.
func list(names []string) []string { return append([]string{}, names...) }

func findingsJSON(found []lint.Diagnostic) []findingJSON {
	out := []findingJSON{}
	for _, d := range found {
		out = append(out, findingJSON{d.Rule.ID, d.Rule.Name, d.Severity, d.Section, d.Message, d.Help, *placeOf(d.Story, d.Span)})
	}
	return out
}

func metricsJSON(figures []revision.Figure) metrics {
	m := metrics{[]string{}, []string{}, [][2]string{}}
	for _, f := range figures {
		switch f.Change {
		case revision.Added:
			m.Gained = append(m.Gained, f.New.Text)
		case revision.Removed:
			m.Lost = append(m.Lost, f.Old.Text)
		case revision.Changed:
			m.Changed = append(m.Changed, [2]string{f.Old.Text, f.New.Text})
		}
	}
	return m
}

// writer makes operations of a difference, whose stories know their places.
type writer struct{ *revision.Difference }

func (w writer) items(items []revision.Item) []op {
	out := []op{}
	for _, item := range items {
		out = append(out, w.ops(item.Ops)...)
	}
	return out
}

func (w writer) ops(ops []revision.Op) []op {
	out := []op{}
	for i := range ops {
		o := &ops[i]
		made := op{Op: o.Kind.String(), Text: o.New.Text, Old: passage(w.Old, &o.Old), New: passage(w.New, &o.New)}
		switch {
		case !o.New.Given():
			made.Text = o.Old.Text
		case o.Kind == revision.MoveEnd:
			made.Ops = w.ops(o.Move.Ops)
		}
		out = append(out, made)
	}
	return out
}

// passage returns where a passage stands, or nil.
func passage(s *star.Story, p *revision.Passage) *place {
	if !p.Given() {
		return nil
	}
	return placeOf(s, p.Span)
}

func placeOf(s *star.Story, span star.Span) *place {
	from, to := s.Position(span.Start), s.Position(span.End)
	return &place{from.Line, from.Column, to.Line, to.Column}
}
