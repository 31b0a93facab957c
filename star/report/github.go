package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/lint"
	"starbank/star/report/cells"
)

var githubCommands = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "notice"}

// GitHub writes workflow commands, which GitHub Actions shows as annotations of
// the lines of a pull request. Columns are left out of a finding that spans
// lines, as GitHub wants. A trouble is an error of its file.
func GitHub(w io.Writer, r Report) error {
	out := bufio.NewWriter(w)
	for _, trouble := range r.Troubles {
		file := ""
		if trouble.Path != "" {
			file = "file=" + githubProperty(servicePath(trouble.Path)) + ","
		}
		fmt.Fprintf(out, "::error %stitle=not checked::%s\n", file, githubData(trouble.String()))
	}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			at := placeOf(d.Story, d.Span)
			columns := ""
			if at.Line == at.EndLine {
				columns = fmt.Sprintf(",col=%d,endColumn=%d", at.Column, max(at.Column, at.EndColumn-1))
			}
			fmt.Fprintf(out, "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n", githubCommands[d.Severity], githubProperty(servicePath(d.Story.Path)),
				at.Line, at.EndLine, columns, githubProperty(d.Rule.ID+" "+d.Rule.Name), githubData(sentence(d)))
		}
	}
	return out.Flush()
}

var (
	githubDataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// githubData escapes the text of a workflow command.
func githubData(text string) string { return cells.Clean(githubDataEscapes.Replace(text)) }

// githubProperty escapes a value in front of it.
func githubProperty(text string) string { return cells.Clean(githubPropertyEscapes.Replace(text)) }
