package star

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// wrapped breaks the lines of a text in Markdown that are longer than a width in code
// points. A line is joined to the one above where a sentence plainly goes on, and
// nowhere else, since a line may well be a step. What Markdown reads by its lines is
// left as it is: code, tables, quotes, headings, HTML, breaks that are meant.
func wrapped(text string, width int) string {
	lines := strings.Split(text, "\n")
	var out []string
	for i := 0; i < len(lines); {
		if n := fencedLines(lines[i:]); n > 0 {
			out = append(out, lines[i:i+n]...)
			i += n
			continue
		}
		n := 1
		for !byLines(lines[i]) && i+n < len(lines) && goesOn(lines[i+n-1], lines[i+n]) {
			n++
		}
		out = append(out, filled(lines[i:i+n], width)...)
		i += n
	}
	return strings.Join(out, "\n")
}

// fencedLines counts the lines of a block of fenced code that begins here.
func fencedLines(lines []string) int {
	first := strings.TrimLeft(lines[0], " ")
	if !strings.HasPrefix(first, "```") && !strings.HasPrefix(first, "~~~") {
		return 0
	}
	for i, line := range lines[1:] {
		if strings.HasPrefix(strings.TrimLeft(line, " "), first[:3]) {
			return i + 2
		}
	}
	return len(lines)
}

// listMarker finds the marker of a list item with the blanks around it.
var listMarker = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?:[-+*]|\d{1,9}[.)])[ \t]+`) })

// mostIndented is how far a line is indented that is no code.
const mostIndented = 3

// byLines reports a line that is no prose, or not to be broken.
func byLines(line string) bool {
	text := strings.TrimLeft(line, " \t")
	switch {
	case text == "" || strings.ContainsRune("#>|<=", rune(text[0])) || strings.HasPrefix(text, "---") || strings.HasPrefix(text, "***"):
		return true
	case listMarker().MatchString(line):
		return false
	}
	return len(line)-len(text) > mostIndented || strings.HasPrefix(line, "\t")
}

// goesOn reports whether a line is plainly the rest of the sentence above it.
func goesOn(above, line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " "))
	return unicode.IsLower(r) && !breaksHere(above) && strings.Trim(above, " \t") != "" &&
		!strings.ContainsAny(above[len(above)-1:], ".!?:;") && !strings.ContainsRune(line, '\t')
}

// breaksHere reports a line with a break at its end that is meant.
func breaksHere(line string) bool {
	return strings.HasSuffix(line, "  ") || strings.HasSuffix(line, `\`)
}

// filled sets lines that are one run of prose into lines of a width.
func filled(lines []string, width int) []string {
	if byLines(lines[0]) || len(lines) == 1 && utf8.RuneCountInString(lines[0]) <= width {
		return lines
	}
	first := listMarker().FindString(lines[0])
	if first == "" {
		first = lines[0][:len(lines[0])-len(strings.TrimLeft(lines[0], " "))]
	}
	last := lines[len(lines)-1]
	words := strings.Fields(strings.Join(lines, "\n")[len(first):])
	out := []string{first + words[0]}
	for _, word := range words[1:] {
		line := &out[len(out)-1]
		if utf8.RuneCountInString(*line)+1+utf8.RuneCountInString(word) <= width || marks(word) {
			*line += " " + word
		} else {
			out = append(out, strings.Repeat(" ", utf8.RuneCountInString(first))+word)
		}
	}
	if trimmed := strings.TrimRight(last, " "); len(out[len(out)-1]) > 0 && breaksHere(last) {
		out[len(out)-1] += last[len(trimmed):]
	}
	return out
}

// marks reports a word that would be more than a word at the start of a line: the
// marker of a list, of a heading, of a quote, a label.
func marks(word string) bool {
	return strings.ContainsRune("#>|<=~-+*_`", rune(word[0])) || strings.HasSuffix(word, ":") || listMarker().MatchString(word+" ")
}
