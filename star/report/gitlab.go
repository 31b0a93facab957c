package report

import (
	"io"

	"starbank/star/lint"
)

// gitlabFinding is one issue of GitLab's code quality report.
type gitlabFinding struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

var gitlabSeverities = map[lint.Severity]string{lint.Error: "major", lint.Warning: "minor", lint.Info: "info"}

// GitLab writes a code quality report, which GitLab shows in merge requests. No
// two findings have the same fingerprint. A file that could not be read is a
// finding too: left out, all that it had would count as mended.
func GitLab(w io.Writer, r Report) error {
	found, names := []gitlabFinding{}, fingerprints{}
	for _, trouble := range r.Troubles {
		if trouble.Path != "" {
			found = append(found, gitlabFinding{trouble.String(), "not-checked", names.ofTrouble(trouble), "blocker",
				gitlabLocation{servicePath(trouble.Path), gitlabLines{1, 1}}})
		}
	}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			at := placeOf(d.Story, d.Span)
			found = append(found, gitlabFinding{sentence(d), d.Rule.Name, names.of(d, result.Diagnostics), gitlabSeverities[d.Severity],
				gitlabLocation{servicePath(d.Story.Path), gitlabLines{at.Line, at.EndLine}}})
		}
	}
	return EncodeJSON(w, found)
}
