package galley

import (
	"regexp"
	"strings"
	"sync"

	"starbank/star/prose"
)

// block is a paragraph, a step, a heading or a row of a text.
type block struct {
	margin  string        // blanks and the marker of a step
	lines   []prose.Range // of the text
	heading bool
	whole   bool // its line is not to be joined with others: code, a row of a table
	close   bool // no blank line stands before it
}

// marked is a line that begins a step or a quotation: its blanks and its marker.
var marked = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]+`) })

// blocks parts the text of a section where its lines are not to be joined.
func blocks(text string) []block {
	b := blocker{text: text}
	at := 0
	for line := range strings.Lines(text) {
		b.line(prose.Range{Start: at, End: at + len(strings.TrimRight(line, " \t\r\n"))})
		at += len(line)
	}
	return b.done
}

type blocker struct {
	text  string
	done  []block
	open  bool // the next line belongs to the last block
	blank bool // a blank line stands before the next
	fence string
}

func (b *blocker) line(r prose.Range) {
	line := b.text[r.Start:r.End]
	content := strings.TrimLeft(line, " \t")
	indent := len(line) - len(content)
	switch marker := marked().FindString(line); {
	case b.fence != "":
		if strings.HasPrefix(content, b.fence) {
			b.fence = ""
		}
		b.begin(block{lines: []prose.Range{r}, whole: true})
	case content == "":
		b.open, b.blank = false, true
		return
	case strings.HasPrefix(content, "```") || strings.HasPrefix(content, "~~~"):
		b.fence = content[:3]
		b.begin(block{lines: []prose.Range{r}, whole: true})
	case strings.HasPrefix(content, "|"):
		b.begin(block{lines: []prose.Range{r}, whole: true})
	case strings.HasPrefix(content, "#"):
		b.begin(block{lines: []prose.Range{r}, heading: true, whole: true})
	case marker != "":
		b.begin(block{margin: strings.ReplaceAll(marker, "\t", " "), lines: []prose.Range{{Start: r.Start + len(marker), End: r.End}}})
	case b.open:
		last := &b.done[len(b.done)-1]
		last.lines = append(last.lines, prose.Range{Start: r.Start + indent, End: r.End})
	default:
		b.begin(block{margin: b.under(indent), lines: []prose.Range{{Start: r.Start + indent, End: r.End}}})
	}
	b.blank = false
}

// begin begins a block. What is one whole line takes no other.
func (b *blocker) begin(next block) {
	next.close = !b.blank
	b.open = !next.whole
	b.done = append(b.done, next)
}

// under returns the margin of a paragraph that goes on below a step.
func (b *blocker) under(indent int) string {
	if n := len(b.done); n == 0 || indent == 0 || b.done[n-1].margin == "" {
		return ""
	}
	return strings.Repeat(" ", indent)
}
