package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"starbank/star/report/cells"
)

// breaker is a blank of no width. Services look for mentions, references and
// addresses in the finished page, where an escaped @ is an @ again; only
// something between it and the name keeps them off.
const breaker = "\u200b"

// EscapeMarkdown makes a text plain in Markdown, on one line: it makes no markup,
// list, formula, address, emoji, mention or reference to an issue. A blank at
// either end is kept.
func EscapeMarkdown(text string) string {
	var b strings.Builder
	flat := cells.Clean(strings.Join(strings.Fields(text), " "))
	if strings.HasPrefix(text, " ") {
		b.WriteByte(' ')
	}
	if n := listMark(flat); n >= 0 {
		b.WriteString(flat[:n] + `\`)
		b.WriteByte(flat[n])
		flat = flat[n+1:]
	}
	for i, r := range flat {
		b.WriteString(escaped(r))
		if refers(flat[:i], r, flat[i+utf8.RuneLen(r):]) {
			b.WriteString("&#8203;")
		}
	}
	if strings.HasSuffix(text, " ") && flat != "" {
		b.WriteByte(' ')
	}
	return b.String()
}

func escaped(r rune) string {
	switch {
	case r == '<':
		return "&lt;"
	case r == '&':
		return "&amp;"
	case r == '$': // as GitHub asks for a dollar that begins no formula
		return "<span>$</span>"
	case strings.ContainsRune("\\`*_{}[]>#|~!", r):
		return `\` + string(r)
	}
	return string(r)
}

// listMark returns where the mark stands that would make a text an item of a list
// or a rule across the page, or -1.
func listMark(text string) int {
	n := len(text) - len(strings.TrimLeft(text, "0123456789"))
	switch {
	case n == len(text):
		return -1
	case n == 0 && (text[0] == '-' || text[0] == '+'), n > 0 && (text[n] == '.' || text[n] == ')'):
		return n
	}
	return -1
}

// refers reports whether a character between two texts could refer to something:
// @name, #1, !1, &1, ~label, https://, www. and :emoji:.
func refers(before string, r rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case '@', '#', '!', '&', '~':
		return next == '_' || unicode.IsLetter(next) || unicode.IsDigit(next)
	case ':':
		last, _ := utf8.DecodeLastRuneInString(before)
		return strings.HasPrefix(after, "//") || !unicode.IsDigit(last) && emoji(after)
	case 'w':
		return strings.HasSuffix(before, "ww") && strings.HasPrefix(after, ".")
	}
	return false
}

// emoji reports whether a text begins with a name and a colon.
func emoji(text string) bool {
	name, _, closed := strings.Cut(text, ":")
	return closed && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_+-") == ""
}

// disarm makes a text that a service takes for Markdown refer to nobody, and
// leaves it as it reads.
func disarm(text string) string {
	if !strings.ContainsAny(text, "@#") {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		b.WriteRune(r)
		if (r == '@' || r == '#') && refers(text[:i], r, text[i+1:]) {
			b.WriteString(breaker)
		}
	}
	return b.String()
}

// Highlight returns three parts of a line, escaped for Markdown, the middle one in
// bold: by tags, since asterisks are none beside a letter or a mark.
func Highlight(before, words, after string) string {
	strong := EscapeMarkdown(strings.TrimSpace(words))
	if strong != "" {
		strong = "<b>" + strong + "</b>"
	}
	return strings.TrimLeft(EscapeMarkdown(before+blankStart(words)), " ") + strong + EscapeMarkdown(blankEnd(words)+after)
}

func blankStart(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, " "))]
}

func blankEnd(text string) string { return text[len(strings.TrimRight(text, " ")):] }
