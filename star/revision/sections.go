package revision

import (
	"bytes"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/prose"
)

// Section is what happened to one section of a story.
type Section struct {
	Name     string          // "situation", "task", "action", "result", "lesson" or "notes"
	Old, New []*star.Section // where it stood and stands: several when merged or split; none for notes
	Change   Change
	Words    [2]int // spoken words, old and new
	Ops      []Op
}

// block is a section of one version, or its notes.
type block struct {
	part    star.Part
	notes   bool
	section *star.Section // nil for notes
	texts   []text
	index   int // among the blocks of its version
}

// name is that of the part; label is as written, in small letters.
func (b *block) name() string {
	if b.notes {
		return "notes"
	}
	return b.part.String()
}

func (b *block) label() string {
	if b.notes {
		return "notes"
	}
	return b.part.String() + "/" + strings.ReplaceAll(strings.ToLower(b.section.Label), "_", " ")
}

func (b *block) words() int {
	n := 0
	for _, t := range b.texts {
		n += len(t.prose.Words)
	}
	return n
}

// same reports whether two blocks have the same bytes.
func (b *block) same(other *block) bool {
	return slices.EqualFunc(b.texts, other.texts, func(a, b text) bool { return a.prose.Source == b.prose.Source })
}

// blocks lists the sections of a story in file order, the notes last.
func blocks(s *star.Story) []*block {
	var all []*block
	for i, section := range s.Sections {
		t := text{prose: section.Prose, section: section, place: section.Span}
		all = append(all, &block{part: section.Part, section: section, texts: []text{t}, index: i})
	}
	if texts := notes(s); len(texts) > 0 {
		all = append(all, &block{notes: true, texts: texts, index: len(all)})
	}
	return all
}

// notes returns what of the body is neither a section nor the title.
func notes(s *star.Story) []text {
	var texts []text
	at := s.Body.Start
	add := func(end int) {
		if end <= at || len(bytes.TrimSpace(s.Source[at:end])) == 0 {
			return
		}
		base := at
		texts = append(texts, text{prose: prose.Analyze(string(s.Source[at:end])), place: func(r prose.Range) star.Span {
			return star.Span{Start: base + r.Start, End: base + r.End}
		}})
	}
	if title := s.Title.Span; !title.Empty() && title.Start >= s.Body.Start {
		add(lineStart(s, title.Start))
		at = behindHeading(s, title.End)
	}
	for _, section := range s.Sections {
		if section.InBody {
			add(lineStart(s, section.LabelSpan.Start))
			at = max(section.Content.End, behindHeading(s, section.LabelSpan.End))
		}
	}
	add(s.Body.End)
	return texts
}

func lineStart(s *star.Story, at int) int {
	_, start := s.Line(s.Position(at).Line)
	return max(start, s.Body.Start)
}

// behindHeading returns where the text below a heading begins.
func behindHeading(s *star.Story, at int) int {
	line := s.Position(at).Line
	text, start := s.Line(line + 1)
	if underline := strings.TrimRight(text, " \t"); underline != "" && strings.Trim(underline, "=") == "" || strings.Trim(underline, "-") == "" && underline != "" {
		_, start = s.Line(line + 2)
	}
	return start
}
