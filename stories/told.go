package stories

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// ToldFile is the name of the file, beside star.yaml, that remembers which story was
// told to whom.
const ToldFile = "told.yaml"

// Telling is a story told in an interview.
type Telling struct {
	Story       string `json:"story"` // its id
	Company     string `json:"company"`
	Interviewer string `json:"interviewer"`
	Date        string `json:"date"`      // YYYY-MM-DD
	Principle   string `json:"principle"` // the id of the one that was asked for, or ""
	Note        string `json:"note"`
}

// ReadTold reads a file of tellings; one that is not there holds none. A mistake is
// named with the file, its line and its key.
func ReadTold(path string) ([]Telling, error) {
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Trouble{path, reason(err)}
	}
	told, err := ParseTold(source)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return told, nil
}

// ParseTold reads a list of tellings strictly. A mistake is a [ConfigError].
func ParseTold(source []byte) (told []Telling, err error) {
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return nil, &ConfigError{yamlLine(err), strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if len(document.Content) == 0 || document.Content[0].Tag == "!!null" {
		return nil, nil
	}
	list := document.Content[0]
	if list.Kind != yaml.SequenceNode {
		return nil, mistake(list, "want a list, as in - {story: leaked-key, company: Brightwell, date: 2026-11-26}")
	}
	for _, item := range list.Content {
		var t Telling
		if err := t.fields().read(item, ToldFile); err != nil {
			return nil, err
		}
		if t.Story == "" {
			return nil, mistake(item, "no story is named; write story: ID")
		}
		told = append(told, t)
	}
	return told, nil
}

func (t *Telling) fields() fields {
	return fields{"story": text(&t.Story), "company": text(&t.Company), "interviewer": text(&t.Interviewer), "date": day(&t.Date),
		"principle": text(&t.Principle), "note": text(&t.Note)}
}

// day reads a date.
func day(to *string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if _, err := time.Parse(time.DateOnly, node.Value); err != nil {
			return mistake(node, "date %q is not YYYY-MM-DD", node.Value)
		}
		*to = node.Value
		return nil
	}
}

// line returns a telling as a line of the file, which merges well in git.
func (t *Telling) line() (string, error) {
	item := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, field := range []struct{ key, value string }{{"story", t.Story}, {"company", t.Company}, {"interviewer", t.Interviewer},
		{"date", t.Date}, {"principle", t.Principle}, {"note", t.Note}} {
		if field.value == "" {
			continue
		}
		value := &yaml.Node{Kind: yaml.ScalarNode, Value: field.value}
		if field.key != "date" {
			value.Tag = "!!str" // quoted where it would read as something else
		}
		item.Content = append(item.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: field.key}, value)
	}
	written, err := yaml.Marshal(item)
	return "- " + strings.Join(strings.Fields(string(written)), " ") + "\n", err
}

// AddTold appends a telling to a file of them, which need not be there yet. What
// stands in it is kept as it is; a file with a mistake is left alone.
func AddTold(path string, t Telling) error {
	before, err := os.ReadFile(path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return Trouble{path, reason(err)}
	}
	earlier, parseErr := ParseTold(before)
	if parseErr != nil {
		return fmt.Errorf("%s:%w", path, parseErr)
	}
	line, lineErr := t.line()
	after := bytes.Clone(before)
	if len(after) > 0 && after[len(after)-1] != '\n' {
		after = append(after, '\n')
	}
	after = append(after, line...)
	later, laterErr := ParseTold(after)
	if lineErr != nil || laterErr != nil || !slices.Equal(later, append(earlier, t)) {
		return fmt.Errorf("%s: a line cannot be added to this list; write it by hand: %s", path, strings.TrimSpace(line))
	}
	if missing {
		return Create(path, append([]byte("# Which story was told to whom, for star plan and star ask; star told adds to it.\n"), after...))
	}
	return Replace(path, before, after)
}
