package report

import (
	"bufio"
	"fmt"
	"io"

	"starbank/star/report/cells"
)

// Concise writes one line a finding: path:line:column: severity: message [ID name].
func Concise(w io.Writer, r Report) error {
	out := bufio.NewWriter(w)
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			at := d.Story.Position(d.Span.Start)
			fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s %s]\n", cells.Clean(d.Story.Path), at.Line, at.Column, d.Severity, cells.Clean(d.Message), d.Rule.ID, d.Rule.Name)
		}
	}
	return out.Flush()
}
