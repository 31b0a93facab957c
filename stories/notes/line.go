package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of notes, with what marks it taken off.
type line struct {
	number  int    // in the file, from 1
	text    string // without quote marks; list markers and emphasis stay
	plain   string // without list markers and headings too
	heading int    // 1 to 6, else 0
	item    bool   // of a list
	indent  int    // in columns
	quoted  bool   // in a block quote
	rule    bool   // a line across
	table   bool   // a row of a table
	code    bool   // of a piece of a program, or a fence around it
}

func (l line) blank() bool { return strings.TrimSpace(l.plain) == "" }

// linesOf cuts notes into lines. Elements of HTML become the marks of Markdown; fences
// around anything but code are left out, since people put stories into them.
func linesOf(source []byte) []line {
	text := strings.ToValidUTF8(strings.TrimPrefix(string(source), "\ufeff"), "\ufffd")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var lines []line
	for raw, i := strings.Split(text, "\n"), 0; i < len(raw); {
		n := fenced(raw[i:])
		if n > 0 && program(raw[i:i+n]) {
			lines = append(lines, codeLines(i+1, raw[i:i+n])...)
		} else {
			n = max(n, 1)
			lines = append(lines, toldLines(i+1, raw[i:i+n])...)
		}
		i += n
	}
	return frontMatter(lines)
}

// toldLines takes the marks off lines, and leaves out fences.
func toldLines(number int, raw []string) (lines []line) {
	for i, text := range raw {
		if fence(text) {
			continue
		}
		for _, part := range elements(text) {
			lines = append(lines, newLine(number+i, part))
		}
	}
	return lines
}

// codeLines takes lines as they are.
func codeLines(number int, raw []string) (lines []line) {
	for i, text := range raw {
		text = strings.TrimRight(text, " \t")
		lines = append(lines, line{number: number + i, text: text, plain: strings.TrimSpace(text), code: true})
	}
	return lines
}

// newLine takes the marks off a line.
func newLine(number int, raw string) line {
	l := line{number: number}
	rest := strings.TrimRight(raw, " \t\\")
	for {
		trimmed := strings.TrimLeft(rest, " \t")
		if !strings.HasPrefix(trimmed, ">") {
			break
		}
		l.quoted, rest = true, strings.TrimPrefix(trimmed[1:], " ")
	}
	l.text = rest
	trimmed := strings.TrimLeft(rest, " \t")
	l.indent = columns(rest[:len(rest)-len(trimmed)])
	l.plain = trimmed
	l.rule = isRule(trimmed)
	l.table = strings.HasPrefix(trimmed, "|")
	if n := len(trimmed) - len(strings.TrimLeft(trimmed, "#")); n > 0 && n <= 6 {
		l.heading, l.plain = n, strings.TrimRight(strings.TrimSpace(trimmed[n:]), "# ")
		if l.plain == "" {
			l.heading = 0
		}
		return l
	}
	if marker := listMarker(trimmed); marker > 0 {
		l.item, l.plain = true, strings.TrimSpace(trimmed[marker:])
	}
	return l
}

func columns(blanks string) (n int) {
	for _, r := range blanks {
		if n++; r == '\t' {
			n += 3
		}
	}
	return n
}

// isRule reports a line across, or one of a non-breaking space that stands for it.
func isRule(text string) bool {
	if text == "" || !strings.Contains("-*_=&", text[:1]) {
		return false
	}
	compact := strings.ReplaceAll(text, " ", "")
	if compact == "&nbsp;" {
		return true
	}
	return len(compact) >= 3 && strings.Trim(compact, compact[:1]) == "" && strings.Contains("-*_=", compact[:1])
}

// listMarker returns the length of the marker of a list item and the blanks behind
// it: "- ", "* ", "• ", "3. ", "4) ".
func listMarker(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case strings.ContainsRune("-*+•·▪◦➢–", r):
	case unicode.IsDigit(r):
		for size < len(text) && text[size] >= '0' && text[size] <= '9' {
			size++
		}
		if size > 3 || size >= len(text) || text[size] != '.' && text[size] != ')' {
			return 0
		}
		size++
	default:
		return 0
	}
	blanks := len(text[size:]) - len(strings.TrimLeft(text[size:], " \t"))
	if blanks == 0 {
		return 0
	}
	return size + blanks
}

// hasColon reports a colon, or the wide one.
func hasColon(text string) bool {
	return strings.IndexByte(text, ':') >= 0 || strings.Contains(text, "：")
}

// bare takes emphasis and decoration off a text.
func bare(text string) string {
	if strings.ContainsAny(text, "*_=`") {
		text = emphasis.Replace(text)
	}
	if single(text) {
		return text
	}
	return strings.Join(strings.Fields(text), " ")
}

// single reports a text whose words stand one blank apart, as most do.
func single(text string) bool {
	blank := true
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && blank {
			return false
		}
		blank = c == ' '
	}
	return !blank
}

var emphasis = strings.NewReplacer("**", "", "__", "", "==", "", "`", "", "*", "")

// frontMatter leaves out what a site generator wants to know at the start of a file,
// unless it holds sections.
func frontMatter(lines []line) []line {
	if len(lines) == 0 || strings.TrimSpace(lines[0].text) != "---" {
		return lines
	}
	for i, l := range lines[1:] {
		if _, is := labelOf(l); is {
			return lines
		}
		if strings.TrimSpace(l.text) == "---" {
			return lines[i+2:]
		}
	}
	return lines
}

// countWords counts what stands between blanks and has a letter or a digit.
func countWords(text string) (n int) {
	for word := range strings.FieldsSeq(text) {
		if saysAnything(word) {
			n++
		}
	}
	return n
}

// saysAnything reports a text with a letter or a digit.
func saysAnything(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
