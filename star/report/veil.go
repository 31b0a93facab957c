package report

import (
	"strings"

	"starbank/star/lint"
)

// veil hides the secrets among findings in a text that begins at start of the file,
// an asterisk a byte, so that all else stays where it was.
func veil(text string, start int, found []lint.Diagnostic) string {
	for _, d := range found {
		if from, to := max(0, d.Span.Start-start), min(d.Span.End-start, len(text)); d.Secret && from < to {
			text = text[:from] + strings.Repeat("*", to-from) + text[to:]
		}
	}
	return text
}
