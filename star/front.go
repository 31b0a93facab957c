package star

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// parseFrontMatter finds the front matter, reads its keys and sets Body to
// what follows.
func (s *Story) parseFrontMatter() {
	start := len(bom(s.Source))
	s.Body = Span{start, len(s.Source)}
	open, after := fence(s.Source, start)
	if !open {
		s.findLateFence(start)
		return
	}
	for at := after; at < len(s.Source); {
		closes, next := fence(s.Source, at)
		if !closes {
			closes, next = closingDots(s.Source, at)
		}
		if closes {
			s.FrontMatter, s.Body = Span{after, at}, Span{next, len(s.Source)}
			s.readKeys()
			return
		}
		at = next
	}
	s.report(Problem{Kind: Unclosed, Span: Span{start, start + 3},
		Message: "front matter is opened here and never closed",
		Help:    "put a line of --- below the last key"})
}

// fence reports whether the line at offset i is exactly --- and where the next
// line begins. Indented or longer lines of dashes are text.
func fence(source []byte, i int) (is bool, next int) { return marker(source, i, "---") }

func closingDots(source []byte, i int) (is bool, next int) { return marker(source, i, "...") }

func marker(source []byte, i int, mark string) (is bool, next int) {
	line := source[i:]
	next = len(source)
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line, next = line[:n], i+n+1
	}
	return string(bytes.TrimRight(line, " \t\r")) == mark, next
}

// findLateFence reports front matter that starts below blank lines: no tool
// would read it as such.
func (s *Story) findLateFence(start int) {
	i := start
	for i < len(s.Source) && strings.IndexByte(" \t\r\n", s.Source[i]) >= 0 {
		i++
	}
	if i == start || s.Source[i-1] != '\n' {
		return
	}
	if open, after := fence(s.Source, i); open && bytes.Contains(s.Source[after:], []byte("\n---")) {
		s.report(Problem{Kind: Late, Span: Span{i, i + 3},
			Message: "front matter does not start on the first line, so it is read as text",
			Help:    "delete the blank lines above ---", Edits: []Edit{{Span: Span{start, i}}}})
	}
}

// readKeys decodes the front matter. When YAML refuses it, each top-level key
// is read by itself, so that one slip does not hide the rest.
func (s *Story) readKeys() {
	text := s.Source[s.FrontMatter.Start:s.FrontMatter.End]
	root, err := decodeFront(text)
	if err == nil {
		s.readMapping(root, newYAMLText(text, s.FrontMatter.Start))
		return
	}
	before := len(s.Problems)
	for _, chunk := range topLevel(text) {
		part := text[chunk.Start:chunk.End]
		at := s.FrontMatter.Start + chunk.Start
		root, partErr := decode(part)
		if partErr != nil || root.Kind != yaml.MappingNode {
			s.report(explainYAML(part, at, cmp.Or(partErr, err)))
			continue
		}
		s.readMapping(root, newYAMLText(part, at))
	}
	if len(s.Problems) == before {
		s.report(explainYAML(text, s.FrontMatter.Start, err))
	}
}

func decode(text []byte) (*yaml.Node, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, err
	}
	if len(document.Content) == 0 {
		return &yaml.Node{Kind: yaml.MappingNode}, nil
	}
	return document.Content[0], nil
}

// topLevel cuts front matter before each line that begins a key.
func topLevel(text []byte) []Span {
	var chunks []Span
	for i := 0; i < len(text); {
		end := len(text)
		if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		if len(chunks) == 0 || beginsKey(text[i:end]) {
			chunks = append(chunks, Span{i, end})
		}
		chunks[len(chunks)-1].End = end
		i = end
	}
	return chunks
}

func beginsKey(line []byte) bool {
	return strings.IndexByte(" \t\r\n#-]},", line[0]) < 0 && bytes.IndexByte(line, ':') > 0
}

// readMapping takes the keys of a mapping over into the story.
func (s *Story) readMapping(root *yaml.Node, text *yamlText) {
	if root.Kind != yaml.MappingNode {
		s.report(Problem{Kind: Invalid, Span: text.span(root),
			Message: "front matter is not a list of keys with values",
			Help:    "write one key: value a line"})
		return
	}
	if s.keys == nil {
		s.keys = make(map[string]Span, len(root.Content)/2)
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		field := Field{Key: key.Value, KeySpan: text.span(key), Value: text.span(value)}
		if s.repeatsKey(field) || s.usesAnchor(field, value, text) {
			continue
		}
		s.Fields = append(s.Fields, field)
		s.keys[field.Key] = field.KeySpan
		s.findInvisible(field)
		reader{s, text, field}.read(value)
	}
}

func (s *Story) repeatsKey(field Field) bool {
	earlier, repeated := s.keys[field.Key]
	if !repeated {
		return false
	}
	s.report(Problem{Kind: Repeated, Span: field.KeySpan, Related: earlier,
		Message: fmt.Sprintf("key %q is given twice; only the first one is read", field.Key),
		Help:    "merge the two"})
	return true
}

// usesAnchor reports YAML's own references, which no story needs and which can
// blow a small file up to gigabytes.
func (s *Story) usesAnchor(field Field, value *yaml.Node, text *yamlText) bool {
	if node := findAnchor(value); node != nil || field.Key == "<<" {
		span := field.KeySpan
		if node != nil {
			span = text.span(node)
		}
		s.report(Problem{Kind: Invalid, Span: span,
			Message: "front matter uses a YAML anchor, alias or merge key",
			Help:    "write the text out; a leading & or * wants quotes"})
		return true
	}
	return false
}

func findAnchor(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode || node.Anchor != "" {
		return node
	}
	for _, child := range node.Content {
		if found := findAnchor(child); found != nil {
			return found
		}
	}
	return nil
}

// findInvisible reports a key that holds a character nobody sees, such as a
// no-break space copied from a web page.
func (s *Story) findInvisible(field Field) {
	visible := strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, field.Key)
	if len(visible) == len(field.Key) {
		return
	}
	first := strings.IndexFunc(field.Key, invisible)
	r, _ := utf8.DecodeRuneInString(field.Key[first:])
	s.report(Problem{Kind: Invisible, Span: field.KeySpan,
		Message: fmt.Sprintf("key %q holds the invisible character U+%04X", visible, r),
		Help:    "type the key again", Edits: []Edit{{field.KeySpan, visible}}})
}

func invisible(r rune) bool {
	switch r {
	case '\u00a0', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2028', '\u2029', '\u0085', '\u2060', '\ufeff':
		return true
	}
	return false
}
