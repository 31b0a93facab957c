package report

import (
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
	Code        *rdCode        `json:"code,omitempty"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
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
// of many services. Columns count bytes and ends are exclusive, as it wants. Its
// messages become Markdown, so a word of a story makes no mention there.
func RDJSON(w io.Writer, r Report) error {
	doc := rdDocument{Source: rdSource{"star"}, Diagnostics: []rdDiagnostic{}}
	for _, trouble := range r.Troubles {
		if trouble.Path != "" {
			doc.Diagnostics = append(doc.Diagnostics, rdDiagnostic{Message: disarm(trouble.String()), Severity: "ERROR", Location: rdLocation{Path: servicePath(trouble.Path)}})
		}
	}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			doc.Diagnostics = append(doc.Diagnostics, rdDiagnosticOf(d, result.Diagnostics))
		}
	}
	return EncodeJSON(w, doc)
}

func rdDiagnosticOf(d lint.Diagnostic, all []lint.Diagnostic) rdDiagnostic {
	where := rdRangeOf(d.Story, d.Span)
	out := rdDiagnostic{Message: disarm(sentence(d)), Severity: rdSeverities[d.Severity], Code: &rdCode{d.Rule.ID + " " + d.Rule.Name},
		Location: rdLocation{servicePath(d.Story.Path), &where}}
	// reviewdog offers each suggestion alone: the edits of one fix would be torn apart.
	if mend := offered(d, all); mend != nil && len(mend.Edits) == 1 {
		edit := mend.Edits[0]
		out.Suggestions = []rdSuggestion{{rdRangeOf(d.Story, edit.Span), edit.Text}}
	}
	return out
}

func rdRangeOf(s *star.Story, span star.Span) rdRange {
	return rdRange{rdPositionOf(s, span.Start), rdPositionOf(s, span.End)}
}

func rdPositionOf(s *star.Story, offset int) rdPosition {
	line := s.Position(offset).Line
	_, start := s.Line(line)
	if line == 1 {
		start = 0 // bytes of the file: a byte order mark is three of them
	}
	return rdPosition{line, max(0, offset-start) + 1}
}
