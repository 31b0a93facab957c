package revision

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap reads what stands between the last token and a word: marks, what is not
// spoken, and the break before the word where it begins a paragraph.
func (r *reader) gap(end int, begins, breaks bool) {
	if !begins && r.t.Source[r.at:end] == " " {
		return
	}
	r.turns = begins && !breaks
	for from, first := r.at, r.at > 0; ; first = false {
		to, last := lineEnd(r.t.Source, from, end)
		switch line := r.t.Source[from:to]; {
		case last && breaks:
			r.paragraph()
			r.marks(from+markerLength(line), to)
		case first:
			r.marks(from, to)
		default:
			r.line(from, to, breaks)
		}
		if last {
			break
		}
		from = to + 1
	}
	if r.turns {
		r.close()
	}
}

// line reads a line of a gap. Between paragraphs it is one of its own: code, a
// comment, the rule of a table.
func (r *reader) line(from, to int, breaks bool) {
	from += quoteLength(r.t.Source[from:to])
	if breaks && strings.TrimSpace(r.t.Source[from:to]) != "" {
		r.paragraph()
	}
	r.marks(from, to)
}

// tail reads what stands behind the last word.
func (r *reader) tail() {
	for from, first := r.at, r.at > 0; ; first = false {
		to, last := lineEnd(r.t.Source, from, len(r.t.Source))
		if first {
			r.marks(from, to)
		} else {
			r.line(from, to, true)
		}
		if last {
			break
		}
		from = to + 1
	}
}

func lineEnd(source string, from, end int) (to int, last bool) {
	if n := strings.IndexByte(source[from:end], '\n'); n >= 0 {
		return from + n, false
	}
	return end, true
}

// marks adds what is no spoken word as tokens. Where the next word begins a
// sentence, the first mark behind a blank does so already, such as an opening
// quote; a stop that went astray does not.
func (r *reader) marks(from, to int) {
	blank := false
	for from < to {
		c, n := utf8.DecodeRuneInString(r.t.Source[from:to])
		if unicode.IsSpace(c) {
			blank = true
			from += n
			continue
		}
		if blank && r.turns && !strings.ContainsRune(".,;:!?)]}…", c) {
			r.close()
			r.turns = false
		}
		blank = false
		end := from + markEnd(r.t.Source[from:to])
		r.turns = r.turns || r.stops(c)
		r.add(from, end, nothing)
		from = end
	}
}

// stops reports whether a mark behind a word ends what is matched as a sentence.
// A semicolon does: people write "; then I" today and ". Then I" tomorrow. Where
// the next word has a small letter the same text is one sentence or two, as its
// lines are wrapped; here it is always two.
func (r *reader) stops(mark rune) bool {
	if mark != '.' && mark != '!' && mark != '?' && mark != ';' || !r.open {
		return false
	}
	last := &r.side.tokens[len(r.side.tokens)-1]
	word := r.t.Source[last.start:last.end]
	return int(last.end) == r.at && len(word) > longestInitial && !strings.Contains(word, ".")
}

// longestInitial is the length of what a stop abbreviates: "Dr.", "vs.", "e.g.".
const longestInitial = 2

// markEnd returns the length of the token that s begins with: a run of one mark,
// or what is written without a blank, up to a bracket.
func markEnd(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	solid := unicode.IsLetter(first) || unicode.IsDigit(first)
	for end := n; end < len(s); {
		c, n := utf8.DecodeRuneInString(s[end:])
		if unicode.IsSpace(c) || !solid && c != first || solid && strings.ContainsRune(")]>\"", c) {
			return end
		}
		end += n
	}
	return len(s)
}

// quoteLength returns the length of the indentation and the quote markers that a
// line begins with.
func quoteLength(line string) int {
	n := 0
	for n < len(line) && strings.IndexByte(" \t\r>", line[n]) >= 0 {
		n++
	}
	return n
}

// markerLength is quoteLength with the marker of a list item or a heading.
func markerLength(line string) int {
	n := quoteLength(line)
	rest := strings.TrimLeft(line[n:], "#-*+•·–➔→▶►◦▪●")
	marker := len(line) - n - len(rest)
	if marker == 0 {
		digits := strings.TrimLeft(rest, "0123456789")
		if marker = len(rest) - len(digits); marker == 0 || digits == "" || digits[0] != '.' && digits[0] != ')' {
			return n
		}
		marker++
	}
	end := n + marker
	if end < len(line) && line[end] != ' ' && line[end] != '\t' {
		return n // "**bold**", "-5", "1.5"
	}
	return end
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u2011", "-")

// plain returns a token as it is compared: with straight quotation marks, and a
// figure without the white space before its unit.
func plain(token string, figure bool) string {
	if figure && strings.ContainsAny(token, " \t\r\n") {
		token = strings.Join(strings.Fields(token), "")
	}
	for i := range len(token) {
		if token[i] >= utf8.RuneSelf {
			return straight.Replace(token)
		}
	}
	return token
}
