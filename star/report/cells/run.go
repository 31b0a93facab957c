package cells

import "strings"

// Run is a piece of text in one style, as Paint takes it.
type Run struct{ Text, Style string }

// WrapRuns breaks runs into lines of at most width cells, between words. A word
// may reach over several runs: they are kept together. What is longer than a line
// alone is cut.
func WrapRuns(runs []Run, width int) [][]Run {
	width = max(1, width)
	w := wrapper{width: width}
	for _, word := range wordsOf(runs) {
		w.add(word)
	}
	return append(w.lines, w.line)
}

// word is what stands between two blanks, and the style of the blank before it.
type word struct {
	runs  []Run
	blank string
	width int
}

// wordsOf breaks runs at their blanks.
func wordsOf(runs []Run) []word {
	words := []word{{}}
	for _, run := range runs {
		for i, text := range strings.Split(run.Text, " ") {
			if last := &words[len(words)-1]; i > 0 && len(last.runs) > 0 {
				words = append(words, word{blank: run.Style})
			}
			if text != "" {
				last := &words[len(words)-1]
				last.runs = append(last.runs, Run{text, run.Style})
				last.width += Width(text)
			}
		}
	}
	return words
}

type wrapper struct {
	width, used int
	line        []Run
	lines       [][]Run
}

// add puts a word on the line, or on the next one.
func (w *wrapper) add(word word) {
	if w.used > 0 && w.used+1+word.width > w.width {
		w.end()
	}
	if w.used > 0 {
		w.put(Run{" ", word.blank})
	}
	for _, run := range word.runs {
		for Width(run.Text) > w.width-w.used {
			if w.used >= w.width {
				w.end()
				continue
			}
			head := headOf(run.Text, w.width-w.used)
			w.put(Run{head, run.Style})
			run.Text = run.Text[len(head):]
			w.end()
		}
		w.put(run)
	}
}

// put adds a run to the line; one of the style of the last joins it.
func (w *wrapper) put(run Run) {
	w.used += Width(run.Text)
	if n := len(w.line); n > 0 && w.line[n-1].Style == run.Style {
		w.line[n-1].Text += run.Text
		return
	}
	if run.Text != "" {
		w.line = append(w.line, run)
	}
}

func (w *wrapper) end() {
	w.lines = append(w.lines, w.line)
	w.line, w.used = nil, 0
}

// headOf returns as much of a text as fits into some cells, one character at least
// where the line is empty.
func headOf(text string, width int) string {
	n := 0
	for i, r := range text {
		if n += Width(string(r)); n > width && i > 0 {
			return text[:i]
		}
	}
	return text
}
