package star

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrNotProved says that an edit would not read as meant, or would change something
// else; nothing is to be written then.
var ErrNotProved = errors.New("the change would not read as meant; make it by hand")

// Set returns the edits that give a key of the front matter a text; an empty text
// takes the key away. A key that is not there is put in the order of [KnownKeys].
func (s *Story) Set(key, value string) []Edit {
	value = strings.Join(strings.Fields(allowed(value)), " ")
	if value == "" {
		return s.remove(key)
	}
	return s.put(key, scalarYAML(value))
}

// SetList is Set for a list. A list that is written with a line an item stays so.
func (s *Story) SetList(key string, values []string) []Edit {
	items := make([]string, len(values))
	for i, value := range values {
		items[i] = scalarYAML(strings.Join(strings.Fields(allowed(value)), " "))
	}
	field := s.field(key)
	switch {
	case len(items) == 0:
		return s.remove(key)
	case field != nil && !field.Value.Empty() && s.Source[field.Value.Start] == '-':
		line, start := s.Line(s.Position(field.Value.Start).Line)
		indent := line[:field.Value.Start-start]
		lines := s.wholeLines(field.Value)
		return []Edit{{lines, indent + "- " + strings.Join(items, s.lineBreak()+indent+"- ") + s.lineBreak()}}
	}
	return s.put(key, "["+strings.Join(items, ", ")+"]")
}

// remove returns the edit that takes a key away with its lines, or nothing.
func (s *Story) remove(key string) []Edit {
	field := s.field(key)
	if field == nil {
		return nil
	}
	return []Edit{{Span: s.linesOf(field)}}
}

// linesOf returns the lines of a key with its value.
func (s *Story) linesOf(field *Field) Span {
	return s.wholeLines(Span{field.KeySpan.Start, max(field.KeySpan.End, field.Value.End)})
}

// put returns the edit that gives a key a value of one line. What else stands on the
// line of the key, such as a comment, stays.
func (s *Story) put(key, value string) []Edit {
	field := s.field(key)
	switch {
	case field == nil:
		return s.insert(key, key+": "+value)
	case field.Value.Empty():
		colon := field.KeySpan.End + bytes.IndexByte(s.Source[field.KeySpan.End:], ':') + 1
		return []Edit{{Span{colon, colon}, " " + value}}
	case s.Position(field.Value.Start).Line == s.Position(field.KeySpan.Start).Line && bytes.IndexByte(s.Source[field.Value.Start:field.Value.End], '\n') < 0:
		return []Edit{{field.Value, value}}
	}
	return []Edit{{s.linesOf(field), key + ": " + value + s.lineBreak()}}
}

// insert returns the edit that puts lines of a new key behind the keys that come
// before it.
func (s *Story) insert(key, lines string) []Edit {
	lines += s.lineBreak()
	if s.FrontMatter.End == 0 {
		fence := "---" + s.lineBreak()
		return []Edit{{Span{s.mark, s.mark}, fence + lines + fence + s.lineBreak()}}
	}
	at := s.FrontMatter.Start
	for i := range s.Fields {
		if rank(s.Fields[i].Key) <= rank(key) {
			at = max(at, s.linesOf(&s.Fields[i]).End)
		}
	}
	return []Edit{{Span{at, at}, lines}}
}

// rank orders keys as a story is written; what is not known stands last.
func rank(key string) int {
	if part, is := keyPart(key); is {
		key = part.String()
	}
	if i := slices.Index(KnownKeys(), key); i >= 0 {
		return i
	}
	return len(KnownKeys())
}

// Add returns the edits that put a text at the end of a section; a section that is
// not there is made, in the front matter or in the body as the others are.
func (s *Story) Add(part Part, text string) []Edit {
	text = strings.TrimSpace(allowed(text))
	section := s.Section(part)
	switch {
	case text == "":
		return nil
	case section == nil:
		return s.addSection(part, text)
	case section.InBody:
		at := section.Content.End
		return []Edit{{Span{at, at}, s.joint(section.Text, text) + s.ended(text)}}
	}
	field := s.fieldAt(section.LabelSpan)
	block := blockYAML(field.Key, strings.TrimRight(section.Text, "\n")+strings.ReplaceAll(s.joint(section.Text, text), "\r", "")+text)
	return []Edit{{s.linesOf(field), strings.ReplaceAll(block, "\n", s.lineBreak())}}
}

// joint is what stands between a text and one that is added: a step follows a step on
// the next line.
func (s *Story) joint(text, added string) string {
	text = strings.TrimRight(text, "\n ")
	last := text[strings.LastIndexByte(text, '\n')+1:]
	switch {
	case text == "":
		return ""
	case step(last) && step(added):
		return s.lineBreak()
	}
	return s.lineBreak() + s.lineBreak()
}

// step reports whether a line is an item of a list.
func step(line string) bool {
	line = strings.TrimLeft(line, " ")
	marker := strings.TrimLeft(line, "0123456789")
	return strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || len(marker) < len(line) && (strings.HasPrefix(marker, ". ") || strings.HasPrefix(marker, ") "))
}

// ended ends the lines of a text as the file does.
func (s *Story) ended(text string) string {
	return strings.ReplaceAll(text, "\n", s.lineBreak())
}

func (s *Story) fieldAt(label Span) *Field {
	for i := range s.Fields {
		if s.Fields[i].KeySpan == label {
			return &s.Fields[i]
		}
	}
	return nil
}

// addSection makes a section where the others are.
func (s *Story) addSection(part Part, text string) []Edit {
	var before *Section
	for _, other := range s.Sections {
		if other.InBody && other.Part < part {
			before = other
		}
	}
	inBody := slices.ContainsFunc(s.Sections, func(o *Section) bool { return o.InBody })
	switch eol := s.lineBreak(); {
	case !inBody:
		return s.insert(part.String(), strings.TrimSuffix(strings.ReplaceAll(blockYAML(part.String(), text), "\n", eol), eol))
	case before == nil:
		return []Edit{{Span{s.Body.Start, s.Body.Start}, fmt.Sprintf("## %s%s%s%s%s%s", part.Title(), eol, eol, s.ended(text), eol, eol)}}
	default:
		at := before.Content.End
		return []Edit{{Span{at, at}, eol + eol + "## " + part.Title() + eol + eol + s.ended(text)}}
	}
}

// Carry carries edits out and proves them: all else reads as it did, and the story
// reads as is asked for. It returns the new source, or [ErrNotProved].
func (s *Story) Carry(edits []Edit, meant func(*Story) bool) ([]byte, error) {
	source, err := Apply(s.Source, edits)
	if err != nil {
		return nil, err
	}
	later := Parse(s.Path, source)
	if !s.Keeps(later, edits) || !meant(later) || len(later.Problems) > len(s.Problems) {
		return nil, ErrNotProved
	}
	return source, nil
}
