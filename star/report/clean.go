package report

import (
	"strings"
	"unicode"
)

// clean makes a text of a story safe for a terminal: control characters and
// those that turn the direction of text are replaced by a visible mark. A tab
// becomes a blank.
func clean(text string) string {
	if strings.IndexFunc(text, unsafe) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case unsafe(r):
			return '\uFFFD'
		}
		return r
	}, text)
}

func unsafe(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c' ||
		r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar
}
