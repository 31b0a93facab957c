package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"starbank/star"
	"starbank/star/report"
)

// The document of star numbers --format json.
type numbersDocument struct {
	Version int            `json:"version"`
	Stories []numberedJSON `json:"stories"`
	Summary numbersSummary `json:"summary"`
}

type numbersSummary struct {
	Stories      int `json:"stories"`
	Figures      int `json:"figures"`
	Backed       int `json:"backed"`
	Contradicted int `json:"contradicted"`
}

type numberedJSON struct {
	ID      string       `json:"id"`
	Path    string       `json:"path"`
	Title   string       `json:"title"`
	Figures []figureJSON `json:"figures"`
}

type figureJSON struct {
	Figure   string         `json:"figure"`
	SpeaksOf string         `json:"speaks_of"`
	Kind     string         `json:"kind"`
	Value    float64        `json:"value"`
	High     float64        `json:"high"` // of a range, else the value
	Unit     string         `json:"unit"`
	Per      string         `json:"per"`
	Role     string         `json:"role"`
	Section  string         `json:"section"`
	Sentence string         `json:"sentence"`
	Line     int            `json:"line"`
	Column   int            `json:"column"`
	EndLine  int            `json:"end_line"`
	EndCol   int            `json:"end_column"`
	Backed   []backingJSON  `json:"backed"`
	Against  []oppositeJSON `json:"contradicted_by"`
}

type backingJSON struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type oppositeJSON struct {
	Story   string `json:"story"`
	Path    string `json:"path"`
	Figure  string `json:"figure"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	EndLine int    `json:"end_line"`
	EndCol  int    `json:"end_column"`
}

func numbersJSON(w io.Writer, found []numbered, _ look) error {
	doc := numbersDocument{Version: 1, Stories: []numberedJSON{}}
	for i := range found {
		n := &found[i]
		story := numberedJSON{n.id, n.path, n.title, []figureJSON{}}
		for k := range n.lines {
			figure := figureOf(&n.lines[k])
			story.Figures = append(story.Figures, figure)
			doc.Summary.Figures++
			doc.Summary.Backed += min(1, len(figure.Backed))
			doc.Summary.Contradicted += min(1, len(figure.Against))
		}
		doc.Stories = append(doc.Stories, story)
	}
	doc.Summary.Stories = len(found)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}

func figureOf(l *numberedLine) figureJSON {
	f := figureJSON{Figure: l.Text, SpeaksOf: l.SpeaksOf, Kind: l.Kind.String(), Value: finite(l.Value), High: finite(l.High), Unit: l.Unit, Per: l.Per, Role: l.Role.String(),
		Section: string(l.Field), Sentence: l.sentence(), Line: l.From.Line, Column: l.From.Column, EndLine: l.To.Line, EndCol: l.To.Column,
		Backed: []backingJSON{}, Against: []oppositeJSON{}}
	for _, at := range l.Backing {
		f.Backed = append(f.Backed, backingJSON{at.Line, at.Column})
	}
	for _, o := range l.against {
		f.Against = append(f.Against, oppositeJSON{o.story, o.path, o.line.Text, o.line.From.Line, o.line.From.Column, o.line.To.Line, o.line.To.Column})
	}
	return f
}

// finite returns a number that JSON can hold: of a run of four hundred digits it is
// the largest there is.
func finite(v float64) float64 { return math.Min(v, math.MaxFloat64) }

// numbersCSV writes a figure a line.
func numbersCSV(w io.Writer, found []numbered, _ look) error {
	out := csv.NewWriter(w)
	out.Write([]string{"story", "line", "figure", "speaks_of", "role", "section", "backed", "contradicted_by", "sentence"})
	for i := range found {
		for k := range found[i].lines {
			l := &found[i].lines[k]
			out.Write([]string{cell(found[i].id), strconv.Itoa(l.From.Line), cell(l.Text), cell(l.SpeaksOf), l.Role.String(), string(l.Field),
				places(l.Backing), cell(opposites(l)), cell(l.sentence())})
		}
	}
	out.Flush()
	return out.Error()
}

// cell guards a text of a story against programs that take the cell of a table for a
// formula.
func cell(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

// places lists the lines of followups.
func places(at []star.Position) string {
	lines := make([]string, len(at))
	for i := range at {
		lines[i] = strconv.Itoa(at[i].Line)
	}
	return strings.Join(lines, " ")
}

// opposites lists what contradicts a figure.
func opposites(l *numberedLine) string {
	var list []string
	for _, o := range l.against {
		list = append(list, fmt.Sprintf("%s (%s:%d)", o.line.Text, o.path, o.line.From.Line))
	}
	return strings.Join(list, "; ")
}

// numbersMarkdown writes a table a story, to paste into a page.
func numbersMarkdown(w io.Writer, found []numbered, look look) error {
	p := newPage(w, look)
	for i := range found {
		n := &found[i]
		if !n.shows() {
			continue
		}
		p.Printf("### %s\n\n| line | figure | speaks of | backed | sentence |\n|---|---|---|---|---|\n", report.EscapeMarkdown(n.title+" ("+n.id+")"))
		for k := range n.lines {
			if l := &n.lines[k]; !l.repeats {
				p.Printf("| %d | %s | %s | %s | %s |\n", l.From.Line, report.EscapeMarkdown(l.numeral()), report.EscapeMarkdown(l.remarks()), cmp.Or(places(l.Backing), "no"),
					report.Highlight(l.Before, l.Text, l.After))
			}
		}
		p.Printf("\n")
	}
	return p.Flush()
}

// remarks returns what a figure speaks of and what contradicts it.
func (l *numberedLine) remarks() string {
	if len(l.against) == 0 {
		return l.says()
	}
	return strings.TrimPrefix(l.says()+"; contradicted by "+opposites(l), "; ")
}
