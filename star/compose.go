package star

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// Composition is a story to be written as a new file.
type Composition struct {
	Title, Date, Role, Project string
	Status                     string // "" means draft
	Source, Question           string // where the text comes from, and what it was written for
	Principles, Tags           []string
	Sections                   [5]string // by Part, as Markdown
	Notes                      string    // what stands below the front matter
}

// Compose writes a story with its sections in the front matter, as block scalars, in
// the order of [KnownKeys]; keys without a value are left out. It proves that the
// file reads as meant, and fails where no YAML says a text: then no word is lost.
// Characters that YAML does not allow become blanks.
func Compose(d Composition) ([]byte, error) {
	var b strings.Builder
	b.WriteString("---\n")
	scalar := func(key, value string) {
		if value = strings.Join(strings.Fields(allowed(value)), " "); value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, scalarYAML(value))
		}
	}
	list := func(key string, values []string) {
		var items []string
		for _, value := range values {
			items = append(items, scalarYAML(allowed(value)))
		}
		if len(items) > 0 {
			fmt.Fprintf(&b, "%s: [%s]\n", key, strings.Join(items, ", "))
		}
	}
	scalar("title", d.Title)
	list("principles", d.Principles)
	scalar("date", d.Date)
	scalar("role", d.Role)
	scalar("project", d.Project)
	list("tags", d.Tags)
	if scalar("status", d.Status); d.Status == "" {
		scalar("status", Draft)
	}
	for _, part := range Parts() {
		b.WriteString(blockYAML(part.String(), d.Sections[part]))
	}
	scalar("source", d.Source)
	scalar("question", d.Question)
	b.WriteString("---\n")
	if notes := strings.TrimSpace(d.Notes); notes != "" {
		b.WriteString(allowed(notes) + "\n")
	}
	source := []byte(b.String())
	return source, d.proved(source)
}

// proved reports an error where the file does not read as the draft says.
func (d Composition) proved(source []byte) error {
	story := Parse("story.md", source)
	for _, part := range Parts() {
		text := ""
		if section := story.Section(part); section != nil {
			text = section.Text
		}
		if !sameWords(text, allowed(d.Sections[part])) {
			return fmt.Errorf("the %s does not read as it was written", part)
		}
	}
	if !sameWords(story.Title.Text, allowed(d.Title)) {
		return fmt.Errorf("the title does not read as it was written")
	}
	return nil
}

func sameWords(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// allowed replaces what YAML takes for no text: control characters, and the line
// breaks that only it knows.
func allowed(text string) string {
	text = strings.ToValidUTF8(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ").Replace(text), "\ufffd")
	return strings.Map(func(r rune) rune {
		if r == '\n' || !unicode.IsControl(r) && r != '\u2028' && r != '\u2029' && r != '\ufeff' && r != '\ufffe' && r != '\uffff' {
			return r
		}
		return ' '
	}, text)
}

// plainYAML is a text that needs no quotation marks wherever it stands.
var plainYAML = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\pL/.](?:[\pL\pN ./()+%&'’–—_-]|:[\pL\pN/])*$`)
})

// scalarYAML writes a text on one line, in quotation marks where it wants them.
func scalarYAML(text string) string {
	switch strings.ToLower(text) {
	case "true", "false", "yes", "no", "on", "off", "null", "y", "n":
		return quoteYAML(text)
	}
	if plainYAML().MatchString(text) || isDate(text) {
		return text
	}
	return quoteYAML(text)
}

// isDate reports a date or a year, which reads well without quotation marks.
func isDate(text string) bool {
	return len(text) <= len("2006-01-02") && text != "" && strings.Trim(text, "0123456789-") == "" && unicode.IsDigit(rune(text[0])) && text[len(text)-1] != '-'
}

// blockYAML writes a text as a literal block; of no text, nothing.
func blockYAML(key, text string) string {
	lines := strings.Split(allowed(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	body := strings.Trim(strings.Join(lines, "\n"), "\n")
	if strings.TrimSpace(body) == "" {
		return ""
	}
	indicator := "|"
	if strings.HasPrefix(body, " ") {
		indicator = "|2" // the first line is indented itself
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", key, indicator)
	for line := range strings.SplitSeq(body, "\n") {
		if line != "" {
			line = "  " + line
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}
