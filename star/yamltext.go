package star

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// yamlText finds the bytes that a YAML node was read from. YAML counts lines
// in its own way (next line, line and paragraph separators and a lone carriage
// return end one) and columns in code points.
type yamlText struct {
	text  []byte
	base  int // offset of text in the file
	lines []int
	plain bool                           // only \n, or \r\n, ends a line
	last  struct{ line, column, at int } // where the last search on a line ended
}

func newYAMLText(text []byte, base int) *yamlText {
	if !exotic(text) {
		return &yamlText{text: text, base: base, lines: lineStarts(text), plain: true}
	}
	y := &yamlText{text: text, base: base, lines: make([]int, 1, 16)}
	for i := 0; i < len(text); {
		n := lineBreak(text[i:])
		if n == 0 {
			i++
			continue
		}
		i += n
		y.lines = append(y.lines, i)
	}
	return y
}

// exotic reports whether a text holds line breaks that only YAML knows.
func exotic(text []byte) bool {
	return bytes.Contains(text, []byte("\u0085")) || bytes.Contains(text, []byte("\u2028")) || bytes.Contains(text, []byte("\u2029")) ||
		bytes.Count(text, []byte{'\r'}) != bytes.Count(text, []byte("\r\n"))
}

// lineBreak returns the length of the YAML line break that b starts with.
func lineBreak(b []byte) int {
	switch {
	case b[0] == '\n':
		return 1
	case b[0] == '\r' && len(b) > 1 && b[1] == '\n':
		return 2
	case b[0] == '\r':
		return 1
	case b[0] == 0xc2 && len(b) > 1 && b[1] == 0x85:
		return 2
	case b[0] == 0xe2 && len(b) > 2 && b[1] == 0x80 && (b[2] == 0xa8 || b[2] == 0xa9):
		return 3
	}
	return 0
}

// offset returns where in y.text a node begins: at the indicator, for block
// scalars, and at the opening quote, for quoted ones.
func (y *yamlText) offset(node *yaml.Node) int {
	if node.Line < 1 || node.Line > len(y.lines) {
		return len(y.text)
	}
	from := &y.last // the nodes of a long line come in order
	if from.line != node.Line || from.column > node.Column {
		from.line, from.column, from.at = node.Line, 1, y.lines[node.Line-1]
	}
	for ; from.column < node.Column; from.column++ {
		_, n := utf8.DecodeRune(y.text[from.at:])
		from.at += n
	}
	return min(from.at, len(y.text))
}

// span returns the place of a node in the file; a collection's reaches to the
// end of its last item.
func (y *yamlText) span(node *yaml.Node) Span {
	start := y.offset(node)
	end := start
	switch node.Kind {
	case yaml.ScalarNode:
		if segments := y.segments(node); len(segments) > 0 {
			last := segments[len(segments)-1]
			return y.quoted(node, Span{segments[0].file, last.file + last.n})
		}
		end = y.scalarEnd(node, start)
	case yaml.MappingNode, yaml.SequenceNode:
		if n := len(node.Content); n > 0 {
			end = y.span(node.Content[n-1]).End - y.base
		}
		if node.Style&yaml.FlowStyle != 0 {
			end += max(0, bytes.IndexAny(y.text[end:], "]}")+1)
		}
	}
	return Span{y.base + start, y.base + max(start, end)}
}

// quoted widens the span of a scalar's text by its quotation marks.
func (y *yamlText) quoted(node *yaml.Node, text Span) Span {
	if node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		return Span{text.Start - 1, text.End + 1}
	}
	return text
}

// scalarEnd finds the end of a scalar whose text the file spells otherwise.
func (y *yamlText) scalarEnd(node *yaml.Node, start int) int {
	if node.Style&yaml.DoubleQuotedStyle != 0 {
		for i := start + 1; i < len(y.text); i++ {
			switch y.text[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	}
	if node.Value == "" {
		return start
	}
	if n := bytes.IndexAny(y.text[start:], "\r\n"); n >= 0 {
		return start + n
	}
	return len(y.text)
}

// segments aligns the text of a scalar with the bytes of the file. It is empty
// when the file spells the text otherwise.
func (y *yamlText) segments(node *yaml.Node) []segment {
	start := y.offset(node)
	if node.Value == "" {
		return nil
	}
	switch {
	case node.Style&yaml.LiteralStyle != 0:
		return y.literal(node)
	case node.Style&yaml.FoldedStyle != 0:
		return y.walk(node.Value, y.nextLine(start), 0)
	case node.Style&yaml.SingleQuotedStyle != 0:
		return y.walk(node.Value, start+1, '\'')
	case node.Style&yaml.DoubleQuotedStyle != 0:
		return y.walk(node.Value, start+1, 0)
	}
	return y.walk(node.Value, start, 0)
}

func (y *yamlText) nextLine(at int) int {
	if y.plain {
		if n := bytes.IndexByte(y.text[min(at, len(y.text)):], '\n'); n >= 0 {
			return at + n + 1
		}
		return len(y.text)
	}
	for at < len(y.text) {
		if n := lineBreak(y.text[at:]); n > 0 {
			return at + n
		}
		at++
	}
	return at
}

// literal aligns a | scalar line by line: each line of the file is a line of
// the text behind its indentation.
func (y *yamlText) literal(node *yaml.Node) []segment {
	segments := make([]segment, 0, 1+strings.Count(node.Value, "\n"))
	at, text := y.nextLine(y.offset(node)), 0
	for line := range strings.Lines(node.Value) {
		content := strings.TrimSuffix(line, "\n")
		end := y.lineEnd(at)
		from := end - len(content)
		if from < at || string(y.text[from:end]) != content {
			return nil
		}
		if content != "" {
			segments = append(segments, segment{text, y.base + from, len(content)})
		}
		at, text = y.nextLine(end), text+len(line)
	}
	return segments
}

func (y *yamlText) lineEnd(at int) int {
	if y.plain {
		end := len(y.text)
		if n := bytes.IndexByte(y.text[min(at, end):], '\n'); n >= 0 {
			end = at + n
		}
		if end > at && y.text[end-1] == '\r' {
			end--
		}
		return end
	}
	for at < len(y.text) && lineBreak(y.text[at:]) == 0 {
		at++
	}
	return at
}

// walk aligns a text with the file from offset at on, taking any run of blanks
// for any other. A quote doubled in the file stands for one.
func (y *yamlText) walk(value string, at int, quote byte) []segment {
	var segments []segment
	for i := 0; i < len(value); {
		if blank(value[i]) {
			i++
			continue
		}
		for at < len(y.text) && blank(y.text[at]) {
			at++
		}
		n := y.same(value[i:], at, quote)
		if n == 0 {
			return nil
		}
		segments = join(segments, segment{i, y.base + at, n})
		i, at = i+n, at+n
		if quote != 0 && y.text[at-1] == quote {
			at++
		}
	}
	return segments
}

// same counts the bytes up to the next blank that value and the file share; it
// is 0 when they differ before that. It stops behind a doubled quote.
func (y *yamlText) same(value string, at int, quote byte) int {
	n := 0
	for n < len(value) && !blank(value[n]) {
		if at+n >= len(y.text) || y.text[at+n] != value[n] {
			return 0
		}
		n++
		if quote != 0 && value[n-1] == quote {
			return n
		}
	}
	return n
}

// join appends a segment, or lengthens the last one by it and the single blank
// between where text and file agree.
func join(segments []segment, next segment) []segment {
	if len(segments) > 0 {
		last := &segments[len(segments)-1]
		gap := next.text - last.text - last.n
		if gap == next.file-last.file-last.n && gap <= 1 {
			last.n += gap + next.n
			return segments
		}
	}
	return append(segments, next)
}

func blank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
