// Package notes reads stories out of the notes that people keep: Markdown in a dozen
// layouts, with Situation, Task, Action and Result marked by bold labels, headings,
// letters or not at all, several stories in a file, principles in headings, tag
// lines and file names.
//
// [Read] is the entry. It invents nothing: every word of a story stands in the notes,
// and what is passed over is listed with the reason.
package notes

import (
	"bytes"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
)

// Story is a story found in notes.
type Story struct {
	Title      string
	Question   string    // the question it was written for, or ""
	Principles []string  // ids, in the order of the notes
	Sections   [5]string // by star.Part, as Markdown; "" where the notes have none
	Notes      string    // what stands beside the sections: follow-ups, remarks
	Marked     bool      // the sections were marked; otherwise all is in Action
	Line, End  int       // the lines it was read from, counted from 1
}

// Words counts the words of the sections.
func (s *Story) Words() (n int) {
	for _, part := range star.Parts() {
		n += countWords(s.Sections[part])
	}
	return n
}

// Skip is something that looks like a story and is none.
type Skip struct {
	Line, End int
	Title     string
	Reason    string
}

// formed reads a file that is a story already, with its sections in the front matter.
func formed(path string, source []byte, set *principles.Set) (Story, bool) {
	if !bytes.HasPrefix(bytes.TrimPrefix(source, []byte("\ufeff")), []byte("---")) {
		return Story{}, false
	}
	parsed := star.Parse(path, source)
	var s Story
	n := 0
	for _, part := range star.Parts() {
		if section := parsed.Section(part); !section.Blank() && !section.InBody {
			s.Sections[part] = strings.TrimSpace(section.Text)
			n++
		}
	}
	if n < 2 {
		return Story{}, false
	}
	s.Title, s.Marked, s.Line, s.End = parsed.Title.Text, true, 1, parsed.Position(len(source)).Line
	s.Notes = strings.TrimSpace(string(source[parsed.Body.Start:parsed.Body.End]))
	s.Principles = evidence.Declared(parsed, set)
	return s, true
}

// Read finds the stories of a file. The set resolves the names of principles; of the
// path, names of principles are read too.
func Read(path string, source []byte, set *principles.Set) ([]Story, []Skip) {
	if story, is := formed(path, source, set); is {
		return []Story{story}, nil
	}
	r := &reader{names: newNames(set)}
	r.fileLevel = r.names.inPath(path)
	for _, l := range linesOf(source) {
		r.line(l)
	}
	r.finish()
	return judge(r.found)
}
