package prose

import (
	"bytes"
	"strings"
)

// opaque stands in a masked text for inline code and URLs: words that are
// spoken and hold no language.
const opaque = '\x01'

// blank returns a copy of the source in which what is not spoken is blanks.
// Line breaks and byte offsets stay.
func blank(source string) string {
	if !mayMask(source) {
		return source
	}
	text := []byte(source)
	m := masker{text: text}
	m.blocks()
	m.inline()
	return string(text)
}

// mayMask reports whether a text holds anything that is not spoken: each search
// alone is faster than one for any of them.
func mayMask(source string) bool {
	for _, sign := range [...]string{"`", "<", "]", "~", "http", "www."} {
		if strings.Contains(source, sign) {
			return true
		}
	}
	return false
}

type masker struct{ text []byte }

func (m masker) fill(from, to int, with byte) {
	for i := from; i < to; i++ {
		if m.text[i] != '\n' {
			m.text[i] = with
		}
	}
}

// blocks masks fenced code.
func (m masker) blocks() {
	open := byte(0)
	for start := 0; start < len(m.text); {
		end := start
		for end < len(m.text) && m.text[end] != '\n' {
			end++
		}
		mark := fenceMark(m.text[start:end])
		if open != 0 || mark != 0 {
			m.fill(start, end, ' ')
		}
		switch {
		case open == 0:
			open = mark
		case mark == open:
			open = 0
		}
		start = end + 1
	}
}

// fenceMark returns the mark of a line that opens or closes a fence, or 0. In a
// list it may be indented as far as its item, and elsewhere what is indented so far
// is code too.
func fenceMark(line []byte) byte {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	if len(line) >= i+3 && (line[i] == '`' || line[i] == '~') && line[i+1] == line[i] && line[i+2] == line[i] {
		return line[i]
	}
	return 0
}

// inline masks code spans, comments and tags, images, link targets and URLs.
func (m masker) inline() {
	ends := m.lastOf()
	for i := 0; i < len(m.text); i++ {
		switch m.text[i] {
		case '`':
			i = m.code(i)
		case '<':
			i = m.tag(i, ends)
		case '!':
			i = m.image(i)
		case '[':
			i = m.footnote(i)
		case ']':
			i = m.target(i)
		case 'h', 'H', 'w':
			if i == 0 || !letter(m.text[i-1]) {
				i = m.url(i)
			}
		}
	}
}

// lastOf returns the last place of "-->", so that a comment never closed does
// not search the rest of the text again and again.
func (m masker) lastOf() int { return bytes.LastIndex(m.text, []byte("-->")) }

// maxSpan is how far a code span, tag or link target may reach in bytes.
const maxSpan = 400

func (m masker) find(from int, b byte) int {
	for i := from; i < min(len(m.text), from+maxSpan); i++ {
		if m.text[i] == b {
			return i
		}
		if m.text[i] == '\n' && i+1 < len(m.text) && m.text[i+1] == '\n' {
			return -1
		}
	}
	return -1
}

func (m masker) code(i int) int {
	end := m.find(i+1, '`')
	if end < 0 || end == i+1 {
		m.text[i] = ' '
		return i
	}
	m.fill(i, end+1, opaque)
	return end
}

func (m masker) tag(i, lastComment int) int {
	if strings.HasPrefix(string(m.text[i:min(i+4, len(m.text))]), "<!--") && i < lastComment {
		for end := i; end < len(m.text); end++ {
			if m.text[end] == '>' && m.text[end-1] == '-' && m.text[end-2] == '-' {
				m.fill(i, end+1, ' ')
				return end
			}
		}
	}
	if i+1 >= len(m.text) || !letter(m.text[i+1]) && m.text[i+1] != '/' {
		return i
	}
	if end := m.find(i, '>'); end > 0 {
		m.fill(i, end+1, ' ')
		return end
	}
	return i
}

// image masks "![...": what an image shows is not told. Its target follows.
func (m masker) image(i int) int {
	if i+1 >= len(m.text) || m.text[i+1] != '[' {
		return i
	}
	end := m.find(i+2, ']')
	if end < 0 {
		return i
	}
	m.fill(i, end, ' ')
	return end - 1
}

// target masks "](...)" behind the text of a link.
func (m masker) target(i int) int {
	if i+1 >= len(m.text) || m.text[i+1] != '(' {
		return i
	}
	if end := m.find(i+1, ')'); end > 0 {
		m.fill(i, end+1, ' ')
		return end
	}
	return i
}

// footnote masks the marks of sources, "[2][^3]", right behind a word.
func (m masker) footnote(i int) int {
	if i == 0 || m.text[i-1] <= ' ' && m.text[i-1] != opaque {
		return i
	}
	end := i
	for n := m.sourceMark(end); n > 0; n = m.sourceMark(end) {
		end += n
	}
	m.fill(i, end, ' ')
	return max(i, end-1)
}

// sourceMark returns the length of the mark of a source at a place, or 0.
func (m masker) sourceMark(i int) int {
	rest := m.text[i:min(len(m.text), i+longestMark+1)]
	if len(rest) < len("[1]") || rest[0] != '[' {
		return 0
	}
	at := 1
	if rest[at] == '^' {
		at++
	}
	from := at
	for at < len(rest) && digit(rest[at]) {
		at++
	}
	if at == from || at >= len(rest) || rest[at] != ']' || at+1 < len(rest) && rest[at+1] == '(' {
		return 0
	}
	return at + 1
}

// longestMark is how many bytes the mark of a source has at most: "[^123]".
const longestMark = 6

func (m masker) url(i int) int {
	rest := m.text[i:min(len(m.text), i+8)]
	s := string(rest)
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "www.") {
		return i
	}
	end := i
	for end < len(m.text) && m.text[end] > ' ' && m.text[end] != ')' && m.text[end] != '>' && m.text[end] != '"' {
		end++
	}
	for end > i && strings.IndexByte(".,;:!?", m.text[end-1]) >= 0 {
		end--
	}
	m.fill(i, end, opaque)
	return end - 1
}

func letter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func digit(b byte) bool  { return b >= '0' && b <= '9' }
