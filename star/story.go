package star

import (
	"path/filepath"
	"strings"
)

// Story is one story as it stands in its file. It is not changed after Parse
// and may be read by several goroutines.
type Story struct {
	Path   string // as given to Parse
	ID     string // the file name without .md
	Source []byte // the whole file, a byte order mark included

	Title      Value // from the front matter, else the first level-1 heading
	Principles []Value
	Date       Value
	Role       Value
	Project    Value
	Tags       []Value
	Status     Value
	Opening    Value
	Anchors    []Value
	DoNotClaim []Value
	Followups  []Followup
	Ignores    []Ignore

	Fields   []Field    // every top-level key in file order, the unknown ones too
	Sections []*Section // in file order; the first of a part is the one that counts
	Problems []Problem  // what could not be read as meant, in file order

	FrontMatter Span // between the fences; empty without front matter
	Body        Span // all below the front matter

	keys    map[string]Span // the keys read so far
	lines   []int           // where the lines begin
	mark    int             // length of the byte order mark
	excerpt *excerpt
}

// Field is a top-level key of the front matter.
type Field struct {
	Key     string
	KeySpan Span
	Value   Span
}

// Field returns the value of a key of the front matter as it is written, without
// quotation marks, or "".
func (s *Story) Field(key string) string {
	for _, field := range s.Fields {
		if field.Key == key {
			return strings.Trim(s.Quote(field.Value), "\"'")
		}
	}
	return ""
}

// Followup is a probe an interviewer may ask and the facts to answer it with.
type Followup struct{ Ask, Answer Value }

// Ignore is a finding that the writer has set aside, with the reason given.
type Ignore struct{ Rule, Reason Value }

// The states a story can be in.
const (
	Draft   = "draft"
	Ready   = "ready"
	Retired = "retired"
)

// Statuses lists the values of status, the default first.
func Statuses() []string { return []string{Draft, Ready, Retired} }

// Section returns the section that counts for a part, or nil.
func (s *Story) Section(part Part) *Section {
	for _, section := range s.Sections {
		if section.Part == part {
			return section
		}
	}
	return nil
}

// TaskCovered reports whether the form of the story says the task inside
// another section, as CAR, CARL and PAR do, so that no Task is missing.
func (s *Story) TaskCovered() bool {
	if s.Section(Task) != nil && s.Section(Situation) != nil {
		return false
	}
	for _, section := range s.Sections {
		if coversTask[plainLabel(section.Label)] {
			return true
		}
	}
	return false
}

// SituationCovered reports whether the form of the story says the situation
// inside its Problem, as PAR does.
func (s *Story) SituationCovered() bool {
	task := s.Section(Task)
	return s.Section(Situation) == nil && task != nil && coversTask[plainLabel(task.Label)]
}

// Release hands the memory of the analysed sections on to later calls of Parse,
// as [prose.Text.Release] does. The sections must not be used afterwards.
func (s *Story) Release() {
	for _, section := range s.Sections {
		section.Prose.Release()
	}
	s.Sections = nil
}

// HasTag reports whether the story carries a tag, in any case.
func (s *Story) HasTag(tag string) bool {
	for _, t := range s.Tags {
		if strings.EqualFold(t.Text, tag) {
			return true
		}
	}
	return false
}

// Anchor returns the place for a finding about the story as a whole: its
// title, else its first key, else the first line that is not blank.
func (s *Story) Anchor() Span {
	if !s.Title.Span.Empty() {
		return s.Title.Span
	}
	if len(s.Fields) > 0 {
		return s.Fields[0].KeySpan
	}
	return s.firstLine()
}

func (s *Story) firstLine() Span {
	for number := range s.lines {
		if text, start := s.Line(number + 1); strings.TrimSpace(text) != "" {
			return Span{start, start + len(text)}
		}
	}
	return Span{len(bom(s.Source)), len(bom(s.Source))}
}

func storyID(path string) string {
	return strings.TrimSuffix(filepath.Base(path), ".md")
}
