package notes

import (
	"fmt"
	"strings"
	"unicode"

	"starbank/star"
)

// Compose writes the story as a file of the bank. Where it comes from is noted.
func (s *Story) Compose(path string) ([]byte, error) {
	return star.Compose(star.Composition{Title: s.Title, Principles: s.Principles, Sections: s.Sections, Notes: guarded(s.Notes), Question: s.Question, Source: s.From(path)})
}

// From says where the story was read: "notes.md:12-40".
func (s *Story) From(path string) string { return fmt.Sprintf("%s:%d-%d", path, s.Line, s.End) }

// guarded keeps headings in the notes from being read as sections.
func guarded(notes string) string {
	lines := strings.Split(notes, "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "#") || strings.Trim(line, "=- ") == "" && line != "" {
			lines[i] = "\\" + strings.TrimLeft(line, " ")
		}
	}
	return strings.Join(lines, "\n")
}

// longestID is how many bytes of a title become the name of a file, at word ends.
const longestID = 48

// ID makes an id of a title: small letters and digits with hyphens between words, as
// file names have them everywhere.
func ID(title string) string {
	var words []string
	length := 0
	for _, word := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
		word = strings.NewReplacer("'", "", "’", "").Replace(word)
		if word == "" {
			continue
		}
		if length += len(word) + 1; length > longestID && len(words) > 0 {
			break
		}
		words = append(words, word)
	}
	id := strings.Join(words, "-")
	if len(id) > 2*longestID {
		id = strings.ToValidUTF8(id[:2*longestID], "")
	}
	if id == "" || id == "readme" {
		return "story"
	}
	return id
}
