package report

import (
	"encoding/json"
	"io"

	"starbank/star"
	"starbank/star/lint"
)

// The document of reviewdog's diagnostic format.
type rdDocument struct {
	Source      rdSource       `json:"source"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

// rdPosition counts lines and the bytes of a line from 1.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

var rdSeverities = map[lint.Severity]string{lint.Error: "ERROR", lint.Warning: "WARNING", lint.Info: "INFO"}

// RDJSON writes the format that reviewdog reads, which comments on pull requests
// of many services. Columns count bytes, as it wants.
func RDJSON(w io.Writer, r Report) error {
	doc := rdDocument{Source: rdSource{"star"}, Diagnostics: []rdDiagnostic{}}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			out := rdDiagnostic{Message: sentence(d), Severity: rdSeverities[d.Severity], Code: rdCode{d.Rule.ID + " " + d.Rule.Name},
				Location: rdLocation{d.Story.Path, rdRangeOf(d.Story, d.Span)}}
			if d.Fix != nil {
				for _, edit := range d.Fix.Edits {
					out.Suggestions = append(out.Suggestions, rdSuggestion{rdRangeOf(d.Story, edit.Span), edit.Text})
				}
			}
			doc.Diagnostics = append(doc.Diagnostics, out)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}

func rdRangeOf(s *star.Story, span star.Span) rdRange {
	return rdRange{rdPositionOf(s, span.Start), rdPositionOf(s, span.End)}
}

func rdPositionOf(s *star.Story, offset int) rdPosition {
	line := s.Position(offset).Line
	_, start := s.Line(line)
	return rdPosition{line, max(0, offset-start) + 1}
}
