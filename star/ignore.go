package star

import (
	"bytes"
	"errors"
	"slices"
	"strings"
)

// RemoveIgnore returns the edits that take one of s.Ignores out of the file, and
// the key with it when it is the last one.
func (s *Story) RemoveIgnore(i int) []Edit {
	field := s.field("ignore")
	if field == nil {
		return nil
	}
	if len(s.Ignores) == 1 {
		return []Edit{{Span: s.wholeLines(Span{field.KeySpan.Start, field.Value.End})}}
	}
	entry := s.Ignores[i].entry()
	if !s.flow(field) {
		return []Edit{{Span: s.wholeLines(entry)}}
	}
	if i+1 < len(s.Ignores) {
		return []Edit{{Span: Span{entry.Start, s.Ignores[i+1].Rule.Span.Start}}}
	}
	return []Edit{{Span: Span{s.Ignores[i-1].entry().End, entry.End}}}
}

// ErrNoPlace says that a file has no front matter, or an ignore of a form that
// holds no reasons.
var ErrNoPlace = errors.New("no place for ignore: {rule: reason} in the front matter")

// AddIgnores returns the edits that set rules aside for a reason.
func (s *Story) AddIgnores(rules []string, reason string) ([]Edit, error) {
	if s.FrontMatter.End == 0 {
		return nil, ErrNoPlace
	}
	eol, entries := s.lineBreak(), make([]string, len(rules))
	for i, rule := range rules {
		entries[i] = rule + ": " + quoteYAML(reason)
	}
	field := s.field("ignore")
	switch {
	case field == nil || field.Value.Empty() || len(s.Ignores) == 0:
		text := "ignore:" + eol + "  " + strings.Join(entries, eol+"  ") + eol
		if field != nil {
			return []Edit{{s.wholeLines(Span{field.KeySpan.Start, field.Value.End}), text}}, nil
		}
		return []Edit{{Span{s.FrontMatter.End, s.FrontMatter.End}, text}}, nil
	case slices.ContainsFunc(s.Ignores, func(i Ignore) bool { return !i.Reason.Given() }):
		return nil, ErrNoPlace
	}
	last := s.Ignores[len(s.Ignores)-1].entry()
	at := Span{last.End, last.End}
	if s.flow(field) {
		return []Edit{{at, ", " + strings.Join(entries, ", ")}}, nil
	}
	line, start := s.Line(s.Position(s.Ignores[0].Rule.Span.Start).Line)
	indent := line[:s.Ignores[0].Rule.Span.Start-start]
	at.Start = s.wholeLines(last).End
	return []Edit{{Span{at.Start, at.Start}, indent + strings.Join(entries, eol+indent) + eol}}, nil
}

// entry returns the place of an ignore with its reason.
func (i Ignore) entry() Span { return Span{i.Rule.Span.Start, max(i.Rule.Span.End, i.Reason.Span.End)} }

func (s *Story) field(key string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Key == key {
			return &s.Fields[i]
		}
	}
	return nil
}

// flow reports whether the value of a key is written in brackets.
func (s *Story) flow(field *Field) bool {
	return !field.Value.Empty() && strings.IndexByte("{[", s.Source[field.Value.Start]) >= 0
}

// wholeLines widens a span to the lines it touches, their breaks included.
func (s *Story) wholeLines(span Span) Span {
	start := bytes.LastIndexByte(s.Source[:span.Start], '\n') + 1
	if n := bytes.IndexByte(s.Source[span.End:], '\n'); n >= 0 {
		return Span{max(start, s.mark), span.End + n + 1}
	}
	return Span{max(start, s.mark), len(s.Source)}
}
