package star

import (
	"bytes"
	"strings"
)

// Notes lists the places of what stands in the body and is neither a section nor the title,
// in the order of the file. None of it is blank.
func (s *Story) Notes() []Span {
	var notes []Span
	at := s.Body.Start
	add := func(end int) {
		if end > at && len(bytes.TrimSpace(s.Source[at:end])) > 0 {
			notes = append(notes, Span{at, end})
		}
	}
	if title := s.Title.Span; !title.Empty() && title.Start >= s.Body.Start {
		add(s.bodyLine(title.Start))
		at = s.behindHeading(title.End)
	}
	for _, section := range s.Sections {
		if section.InBody {
			add(s.bodyLine(section.LabelSpan.Start))
			at = max(section.Content.End, s.behindHeading(section.LabelSpan.End))
		}
	}
	add(s.Body.End)
	return notes
}

// bodyLine returns where a line of the body begins.
func (s *Story) bodyLine(at int) int {
	_, start := s.Line(s.Position(at).Line)
	return max(start, s.Body.Start)
}

// behindHeading returns where the text below a heading begins.
func (s *Story) behindHeading(at int) int {
	line := s.Position(at).Line
	text, start := s.Line(line + 1)
	if underline := strings.TrimRight(text, " \t"); underline != "" && (strings.Trim(underline, "=") == "" || strings.Trim(underline, "-") == "") {
		_, start = s.Line(line + 2)
	}
	return start
}
