// Package cells lays text out in the cells of a terminal and paints it: wide characters take
// two, combining ones none.
package cells

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// Width returns how many cells a text takes.
func Width(text string) int { return displaywidth.String(text) }

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

// Shorten puts a text on one line of at most width cells.
func Shorten(text string, width int) string {
	return KeepStart(strings.Join(strings.Fields(text), " "), width)
}

// Crop shortens the three parts of a line to a width, keeping the middle and
// as much of its surroundings as fits, two thirds of them behind it.
func Crop(before, words, after string, width int) (string, string, string) {
	if Width(before)+Width(words)+Width(after) <= width {
		return before, words, after
	}
	before = strings.TrimLeft(before, " ")
	if Width(words) > width {
		words, after = KeepStart(words, width*3/4), ""
	}
	room := max(4, width-Width(words))
	left := max(room/3, room-Width(after))
	before = KeepEnd(before, left)
	return before, words, KeepStart(after, room-Width(before))
}

// KeepStart cuts a text behind at most width cells and says so by an ellipsis.
func KeepStart(text string, width int) string {
	if Width(text) <= width {
		return text
	}
	n, end := 0, 0
	for i, r := range text {
		if n += Width(string(r)); n > width-1 {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if blank := strings.LastIndexByte(text[:end], ' '); text[end] != ' ' && blank >= 0 && end-blank <= longestCut {
		end = blank + 1
	} else if text[end] == ' ' && Width(text[:end]) < width-1 {
		end++
	}
	return text[:end] + "…"
}

// KeepEnd is KeepStart from the other end.
func KeepEnd(text string, width int) string {
	if Width(text) <= width {
		return text
	}
	n, start := 0, len(text)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if n += Width(string(r)); n > width-1 {
			break
		}
		start -= size
	}
	if blank := strings.IndexByte(text[start:], ' '); start > 0 && text[start-1] != ' ' && blank >= 0 && blank < longestCut {
		start += blank
	}
	return "…" + text[start:]
}

// Pad fills a text up to a width with blanks.
func Pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-Width(text)))
}

// Wrap breaks a text into lines of at most width cells.
func Wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && Width(line)+1+Width(word) > max(20, width) {
			lines = append(lines, line)
			line = word
			continue
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// longestCut is how many bytes of a word are left out so that it is not cut. A
// longer one, such as an address, is cut.
const longestCut = 16
