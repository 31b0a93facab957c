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

// veilText hides the secrets among the findings of a story wherever their words
// stand in another text.
func veilText(text string, found []lint.Diagnostic) string {
	for _, d := range found {
		if words := d.Story.Quote(d.Span); d.Secret && words != "" {
			text = strings.ReplaceAll(text, words, lint.Hidden)
		}
	}
	return text
}

// offered returns the fix of a finding of a story, unless it would repeat a secret.
func offered(d lint.Diagnostic, all []lint.Diagnostic) *lint.Fix {
	if d.Fix == nil {
		return nil
	}
	for _, edit := range d.Fix.Edits {
		if veilText(edit.Text, all) != edit.Text {
			return nil
		}
	}
	return d.Fix
}
