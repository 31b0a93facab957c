package star

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Place says where the sections of a story stand.
type Place uint8

// The places of sections.
const (
	AsTheyStand Place = iota
	InFront           // in the front matter, as block scalars
	InBody            // under headings below it
)

// longestLine is how long a section on one line may be, in code points; a longer one
// becomes a block.
const longestLine = 100

// Form says what a canonical file looks like, as far as that is free.
type Form struct {
	Place Place
	Width int // of the lines of sections, in code points; 0 leaves lines as they are
}

// wrap breaks the lines of a text that stands some columns in.
func (f Form) wrap(text string, indent int) string {
	if text = strings.ReplaceAll(text, "\r\n", "\n"); f.Width == 0 {
		return text
	}
	return wrapped(text, f.Width-indent)
}

// blockIndent is how far the lines of a block stand in.
const blockIndent = 2

// Format returns the file in its canonical form: keys in the order of [KnownKeys],
// texts of sections as literal blocks, sections where the form wants them and as wide.
// A comment and an unknown key stay with the key that they stand by: a comment with the
// one below it, an unknown key with the one above. No word changes; what cannot be
// formatted without that is [ErrNotProved]. A formatted file formats to itself.
func (s *Story) Format(form Form) ([]byte, error) {
	front, known := s.chunks(form)
	if !known {
		return s.Source, ErrNotProved
	}
	body := s.bodyOf(form, &front)
	slices.SortStableFunc(front.keys, func(a, b chunk) int { return cmp.Compare(a.rank, b.rank) })
	var b bytes.Buffer
	b.Write(s.Source[:s.mark])
	front.write(&b, s.lineBreak())
	b.Write(body)
	later := Parse(s.Path, b.Bytes())
	if !s.readsAs(later) {
		return s.Source, ErrNotProved
	}
	return b.Bytes(), nil
}

// frontMatter is the front matter in pieces.
type frontMatter struct {
	fenced       bool
	header, tail string // comments above the first key and below the last
	keys         []chunk
}

// chunk is a key with its value, in whole lines.
type chunk struct {
	key       string
	lead      string // the comments above it
	lines     string
	rank      int
	commented bool // behind the value
}

func (f *frontMatter) write(b *bytes.Buffer, eol string) {
	if !f.fenced && len(f.keys) == 0 {
		return
	}
	b.WriteString("---" + eol + f.header)
	for _, c := range f.keys {
		b.WriteString(c.lead + c.lines)
	}
	b.WriteString(f.tail + "---" + eol)
}

// chunks takes the front matter apart. It fails where keys share lines.
func (s *Story) chunks(form Form) (front frontMatter, known bool) {
	if front.fenced = s.FrontMatter.End > 0; !front.fenced {
		return front, true
	}
	at, rankBefore := s.FrontMatter.Start, -1
	for i := range s.Fields {
		field := &s.Fields[i]
		lines := s.linesOf(field)
		if lines.Start < at || lines.End > s.FrontMatter.End {
			return front, false
		}
		lead := string(s.Source[at:lines.Start])
		if i == 0 {
			front.header, lead = header(lead)
		}
		if Known(field.Key) {
			rankBefore = rank(field.Key)
		}
		behind := s.Source[max(field.KeySpan.End, field.Value.End):lines.End]
		c := chunk{field.Key, lead, string(s.Source[lines.Start:lines.End]), rankBefore, bytes.ContainsRune(behind, '#')}
		if section := s.sectionAt(field.KeySpan); section != nil && !c.commented {
			c.lines = s.formatted(form, section, c.lines)
		}
		front.keys = append(front.keys, c)
		at = lines.End
	}
	front.tail = string(s.Source[at:s.FrontMatter.End])
	return front, true
}

// header takes the comments above the first key that a blank line divides from it.
func header(lead string) (header, rest string) {
	at := max(strings.LastIndex(lead, "\n\n"), strings.LastIndex(lead, "\n\r\n"))
	if at < 0 {
		return "", lead
	}
	at = at + strings.IndexByte(lead[at+1:], '\n') + 2
	return lead[:at], lead[at:]
}

// formatted returns the lines of a section of the front matter; several, or a long
// one, as a block.
func (s *Story) formatted(form Form, section *Section, lines string) string {
	_, value, _ := strings.Cut(lines, ":")
	value = strings.TrimSpace(value)
	text := form.wrap(section.Text, blockIndent)
	switch {
	case section.Blank() || value == "" || strings.ContainsRune("&*![{-#", rune(value[0])):
		return lines // more than a text
	case value[0] == '|' && text == strings.ReplaceAll(section.Text, "\r\n", "\n"):
		return lines // a block already
	case !strings.Contains(value, "\n") && len([]rune(value)) <= longestLine:
		return lines
	}
	return strings.ReplaceAll(blockYAML(section.Label, text), "\n", s.lineBreak())
}

// sectionAt returns the section of a key, or nil.
func (s *Story) sectionAt(label Span) *Section {
	for _, section := range s.Sections {
		if !section.InBody && section.LabelSpan == label {
			return section
		}
	}
	return nil
}

// bodyOf returns what stands below the front matter, and moves sections between the
// two as it is asked for.
func (s *Story) bodyOf(form Form, front *frontMatter) []byte {
	switch form.Place {
	case InFront:
		return s.bodyToFront(form, front)
	case InBody:
		return s.frontToBody(form, front)
	}
	return s.body(form)
}

// body returns what stands below the front matter, its sections as wide as the form
// wants them.
func (s *Story) body(form Form) []byte {
	var body []byte
	at := s.bodyStart()
	for _, section := range s.Sections {
		if !section.InBody || section.Blank() || form.Width == 0 {
			continue
		}
		text := form.wrap(string(s.Source[section.Content.Start:section.Content.End]), 0)
		body = append(body, s.Source[at:section.Content.Start]...)
		body = append(body, strings.ReplaceAll(text, "\n", s.lineBreak())...)
		at = section.Content.End
	}
	return append(body, s.Source[at:]...)
}

// bodyStart returns where the body begins: behind the line of the closing fence.
func (s *Story) bodyStart() int {
	if s.FrontMatter.End == 0 {
		return s.mark
	}
	if n := bytes.IndexByte(s.Source[s.FrontMatter.End:], '\n'); n >= 0 {
		return s.FrontMatter.End + n + 1
	}
	return len(s.Source)
}

// bodyToFront puts the sections of the body behind the keys that come before them.
func (s *Story) bodyToFront(form Form, front *frontMatter) []byte {
	var body []byte
	at := s.bodyStart()
	for _, section := range s.Sections {
		if !section.InBody || section.Blank() {
			continue
		}
		key := strings.ToLower(section.Label)
		if part, is := keyPart(key); !is || part != section.Part {
			key = section.Part.String()
		}
		text := strings.ReplaceAll(blockYAML(key, form.wrap(section.Text, blockIndent)), "\n", s.lineBreak())
		front.keys = append(front.keys, chunk{key: key, lines: text, rank: rank(key)})
		start := bytes.LastIndexByte(s.Source[:section.LabelSpan.Start], '\n') + 1
		body = append(body, s.Source[at:max(at, start, s.mark)]...)
		at = max(at, section.Content.End)
	}
	rest := s.Source[at:]
	if len(body) == 0 && len(bytes.TrimSpace(rest)) == 0 && at > s.bodyStart() {
		return nil
	}
	return tidied(append(body, rest...), at > s.bodyStart(), s.lineBreak())
}

// tidied takes blank lines from the ends of a body that something was taken from.
func tidied(body []byte, taken bool, eol string) []byte {
	if !taken {
		return body
	}
	text := strings.TrimSpace(string(body))
	if text == "" {
		return nil
	}
	return []byte(text + eol)
}

// frontToBody puts the sections of the front matter under headings: above notes that
// begin with a heading, else below them.
func (s *Story) frontToBody(form Form, front *frontMatter) []byte {
	eol := s.lineBreak()
	var sections []string
	for _, part := range Parts() {
		if section := s.Section(part); section != nil && !section.InBody && !section.Blank() && front.drop(section.Label) {
			text := strings.Trim(form.wrap(section.Text, 0), "\n")
			sections = append(sections, "## "+titled(section)+eol+eol+strings.ReplaceAll(text, "\n", eol)+eol)
		}
	}
	rest := s.body(form)
	body := strings.TrimSpace(string(rest))
	switch {
	case len(sections) == 0:
		return rest
	case body == "":
	case strings.HasPrefix(body, "#"):
		sections = append(sections, body+eol)
	default:
		sections = append([]string{body + eol}, sections...)
	}
	return []byte(eol + strings.Join(sections, eol))
}

// titled returns the label of a section as a heading says it.
func titled(section *Section) string {
	if strings.EqualFold(section.Label, section.Part.String()) {
		return section.Part.Title()
	}
	label := strings.ReplaceAll(section.Label, "_", " ")
	return strings.ToUpper(label[:1]) + label[1:]
}

// drop takes a key away and leaves the comments above it. It reports whether it could:
// a comment behind the value would go with it.
func (f *frontMatter) drop(key string) bool {
	i := slices.IndexFunc(f.keys, func(c chunk) bool { return c.key == key })
	if i < 0 || f.keys[i].commented {
		return false
	}
	lead := f.keys[i].lead
	f.keys = slices.Delete(f.keys, i, i+1)
	if i < len(f.keys) {
		f.keys[i].lead = lead + f.keys[i].lead
	} else {
		f.tail = lead + f.tail
	}
	return true
}

// readsAs reports whether another file says the same: each value, the words of each
// section and of the notes, what the labels cover, and no more problems.
func (s *Story) readsAs(later *Story) bool {
	if len(later.Problems) > len(s.Problems) || len(later.Sections) != len(s.Sections) || len(later.Ignores) != len(s.Ignores) || later.TaskCovered() != s.TaskCovered() || later.SituationCovered() != s.SituationCovered() || !sameWords(s.told(), later.told()) {
		return false
	}
	for i := range s.Fields {
		field := &s.Fields[i]
		if section := s.sectionAt(field.KeySpan); section != nil {
			continue
		}
		if other := later.field(field.Key); other == nil || s.Quote(field.Value) != later.Quote(other.Value) {
			return false
		}
	}
	for _, section := range s.Sections {
		if other := later.Section(section.Part); other == nil || !sameWords(s.Section(section.Part).Text, other.Text) {
			return false
		}
	}
	return true
}

// told returns the title and the notes.
func (s *Story) told() string {
	var b strings.Builder
	b.WriteString(s.Title.Text)
	for _, span := range s.Notes() {
		b.WriteString("\n" + s.Quote(span))
	}
	return b.String()
}
