package star

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// maxNesting is how many bytes of list and quote markers and indentation a
// line may begin with. Goldmark takes seconds for a thousand nested lists; no
// story nests ten.
const maxNesting = 200

// blocks parses the blocks of Markdown and leaves inline text alone: headings
// are all that is looked for, and inline parsing is quadratic on "[a](".
var blocks = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...))
})

// heading is a heading at the top level of the body; its spans are offsets in
// the file.
type heading struct {
	level      int
	line, text Span
}

// parseBody reads the sections that stand under headings.
func (s *Story) parseBody() {
	body := s.Source[s.Body.Start:s.Body.End]
	if len(bytes.TrimSpace(body)) == 0 {
		return
	}
	if at, deep := tooDeep(body); deep {
		s.report(Problem{Kind: TooDeep, Span: Span{s.Body.Start + at, s.Body.Start + at + 1},
			Message: "text is nested too deeply to be read", Help: "remove indentation or list markers"})
		return
	}
	s.readSections(s.headings(body))
}

// tooDeep finds a line that begins with more nesting than anyone writes.
func tooDeep(body []byte) (at int, deep bool) {
	for line := range bytes.Lines(body) {
		n := 0
		for n < len(line) && strings.IndexByte(" \t>-*+", line[n]) >= 0 {
			n++
		}
		if n > maxNesting && len(bytes.TrimSpace(line[n:])) > 0 {
			return at, true
		}
		at += len(line)
	}
	return 0, false
}

// headings lists the headings of the body that stand in no quote or list.
func (s *Story) headings(body []byte) []heading {
	var found []heading
	document := blocks().Parse(text.NewReader(body))
	for node := document.FirstChild(); node != nil; node = node.NextSibling() {
		switch node := node.(type) {
		case *ast.Heading:
			if h, ok := s.heading(node, body); ok {
				found = append(found, h)
			}
		case *ast.Paragraph:
			s.findMissedHeadings(node, body)
		}
	}
	return found
}

// heading returns the place of a heading. A setext heading counts only when it
// names a section: a line of dashes under a paragraph is meant as a divider.
func (s *Story) heading(node *ast.Heading, body []byte) (heading, bool) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return heading{}, false
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	h := heading{level: node.Level, text: Span{s.Body.Start + first.Start, s.Body.Start + last.Stop}}
	h.line = Span{s.Body.Start + lineBegin(body, first.Start), s.Body.Start + nextLineBegin(body, last.Stop)}
	if bytes.HasPrefix(bytes.TrimLeft(s.Source[h.line.Start:h.line.End], " "), []byte("#")) {
		return h, true
	}
	h.line.End = s.Body.Start + nextLineBegin(body, h.line.End-s.Body.Start)
	_, label := PartOf(s.Quote(h.text))
	if !label && node.Level == 2 {
		dashes := s.Body.Start + nextLineBegin(body, h.text.End-s.Body.Start)
		s.report(Problem{Kind: MalformedHeading, Span: h.text,
			Message: "a line of --- right below a text turns it into a heading",
			Help:    "put a blank line above ---", Edits: []Edit{{Span{dashes, dashes}, s.lineBreak()}}})
	}
	return h, label
}

func lineBegin(body []byte, at int) int { return bytes.LastIndexByte(body[:at], '\n') + 1 }

func nextLineBegin(body []byte, at int) int {
	if n := bytes.IndexByte(body[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(body)
}

// findMissedHeadings reports "##Situation": without a space it is a paragraph.
func (s *Story) findMissedHeadings(node *ast.Paragraph, body []byte) {
	for i := range node.Lines().Len() {
		line := node.Lines().At(i)
		text := bytes.TrimSpace(line.Value(body))
		name := bytes.TrimLeft(text, "#")
		if level := len(text) - len(name); level == 0 || level > 6 {
			continue
		}
		if part, ok := PartOf(string(name)); ok {
			start := s.Body.Start + line.Start
			s.report(Problem{Kind: MissedHeading, Span: Span{start, start + len(text)},
				Message: fmt.Sprintf("%q is not read as a heading, so the %s is missed", text, part),
				Help:    "put a space behind the #", Edits: []Edit{{Span{start + len(text) - len(name), start + len(text) - len(name)}, " "}}})
		}
	}
}

// readSections gives each labelled heading the text up to the next heading of
// its level or above, or the next label.
func (s *Story) readSections(headings []heading) {
	for i, h := range headings {
		label := Value{strings.TrimSpace(s.Quote(h.text)), h.text}
		part, ok := PartOf(label.Text)
		if !ok {
			s.titleFrom(h, label)
			continue
		}
		end := s.Body.End
		for _, next := range headings[i+1:] {
			if _, label := PartOf(s.Quote(next.text)); label || next.level <= h.level {
				end = next.line.Start
				break
			}
		}
		s.addBodySection(part, label, Span{h.line.End, end})
	}
}

func (s *Story) titleFrom(h heading, label Value) {
	if h.level == 1 && !s.Title.Given() && len(s.Sections) == 0 {
		s.Title = label
	}
}

func (s *Story) addBodySection(part Part, label Value, content Span) {
	content = s.trim(content)
	text := s.Quote(content)
	section := newSection(part, label, text, []segment{{0, content.Start, len(text)}})
	section.InBody = true
	s.Sections = append(s.Sections, section)
}

// trim leaves out blank lines and spaces at both ends.
func (s *Story) trim(span Span) Span {
	text := s.Source[span.Start:max(span.Start, span.End)]
	left := len(text) - len(bytes.TrimLeft(text, " \t\r\n"))
	return Span{span.Start + left, span.Start + max(left, len(bytes.TrimRight(text, " \t\r\n")))}
}
