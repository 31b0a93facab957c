package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes a text of a story safe for a terminal: control characters and
// those that turn the direction of text are replaced by a visible mark. A tab
// becomes a blank.
func Clean(text string) string {
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
	return unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) || r == utf8.RuneError // a byte that is no text
}
