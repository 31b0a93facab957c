package principles

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Mistake is what keeps a set from being read, with its line in the file.
type Mistake struct {
	Line    int // from 1; 0 when the file as a whole is meant
	Message string
}

// Error returns "LINE: message".
func (m *Mistake) Error() string {
	if m.Line == 0 {
		return m.Message
	}
	return fmt.Sprintf("%d: %s", m.Line, m.Message)
}

func mistake(node *yaml.Node, format string, args ...any) error {
	return &Mistake{node.Line, fmt.Sprintf(format, args...)}
}

// Parse reads a set in the format of amazon.yaml. Every error is a [Mistake]:
// unknown keys, missing texts, names given twice, cues nobody could match.
func Parse(r io.Reader) (*Set, error) {
	source, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return nil, yamlMistake(err)
	}
	if len(document.Content) == 0 {
		return nil, &Mistake{Message: "the file is empty; want version: 1 and principles"}
	}
	set := &Set{}
	version, lines := 0, []int(nil) // of each principle
	err = object{
		"version": number(&version),
		"principles": list(&set.Principles, func(p *Principle, node *yaml.Node) error {
			lines = append(lines, node.Line)
			return readPrinciple(p, node)
		}),
	}.read(document.Content[0])
	if err != nil {
		return nil, err
	}
	if version != 1 {
		return nil, &Mistake{document.Content[0].Line, "want version: 1"}
	}
	if len(set.Principles) == 0 {
		return nil, &Mistake{document.Content[0].Line, "want at least one principle"}
	}
	if i, err := set.indexNames(); err != nil {
		return nil, &Mistake{lines[i], err.Error()}
	}
	return set, nil
}

func yamlMistake(err error) error {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, after, _ := strings.Cut(rest, ": ")
		line, _ = strconv.Atoi(number)
		message = after
		if slices.Contains(countedFromNought, message) {
			line++
		}
	}
	return &Mistake{max(1, line), message}
}

// countedFromNought are the messages whose line the YAML parser counts from 0.
var countedFromNought = []string{"did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected key",
	"did not find expected '-' indicator", "did not find expected node content", "did not find expected <document start>"}

// object says how the value of each key of a mapping is read.
type object map[string]func(*yaml.Node) error

func (o object) read(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return mistake(node, "want keys with values")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if seen[key.Value] {
			return mistake(key, "key %q is there twice", key.Value)
		}
		seen[key.Value] = true
		read, known := o[key.Value]
		if !known {
			return mistake(key, "unknown key %q; known are %s", key.Value, strings.Join(o.keys(), ", "))
		}
		if err := read(value); err != nil {
			return err
		}
	}
	return nil
}

func (o object) keys() []string {
	var keys []string
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func text(to *string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if node.Kind != yaml.ScalarNode || strings.TrimSpace(node.Value) == "" {
			return mistake(node, "want a text")
		}
		*to = node.Value
		return nil
	}
}

func number(to *int) func(*yaml.Node) error {
	return func(node *yaml.Node) (err error) {
		if *to, err = strconv.Atoi(node.Value); err != nil {
			return mistake(node, "%q is not a number", node.Value)
		}
		return nil
	}
}

func truth(to *bool) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if node.Value != "true" && node.Value != "false" {
			return mistake(node, "%q is neither true nor false", node.Value)
		}
		*to = node.Value == "true"
		return nil
	}
}

func list[T any](to *[]T, item func(*T, *yaml.Node) error) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if node.Kind != yaml.SequenceNode {
			return mistake(node, "want a list")
		}
		for _, child := range node.Content {
			var value T
			if err := item(&value, child); err != nil {
				return err
			}
			*to = append(*to, value)
		}
		return nil
	}
}

func readText(to *string, node *yaml.Node) error { return text(to)(node) }

func texts(to *[]string) func(*yaml.Node) error { return list(to, readText) }

func readTexts(to *[]string, node *yaml.Node) error { return texts(to)(node) }

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func readPrinciple(p *Principle, node *yaml.Node) error {
	err := object{
		"id": text(&p.ID), "name": text(&p.Name), "abbr": text(&p.Abbr), "since": text(&p.Since), "aliases": texts(&p.Aliases), "summary": text(&p.Summary),
		"signals": texts(&p.Signals), "anti_signals": texts(&p.AntiSignals), "elements": readElements(&p.Elements),
		"must": list(&p.Must, readTexts), "anti_cues": list(&p.AntiCues, readPattern), "tell_apart": list(&p.TellApart, readDifference),
		"strong": text(&p.Strong), "weak": text(&p.Weak),
	}.read(node)
	if err != nil {
		return err
	}
	if missing := cmp.Or(unless(p.ID, "id"), unless(p.Name, "name"), unless(p.Summary, "summary")); missing != "" {
		return mistake(node, "principle has no %s", missing)
	}
	if !idPattern.MatchString(p.ID) {
		return mistake(node, "id %q is not small letters, digits and hyphens", p.ID)
	}
	for _, group := range p.Must {
		for _, id := range group {
			if p.Element(id) < 0 {
				return mistake(node, "must names %q, which is no element of %s", id, p.ID)
			}
		}
	}
	return nil
}

// unless returns name when value is missing.
func unless(value, name string) string {
	if value == "" {
		return name
	}
	return ""
}

func readElements(to *[]Element) func(*yaml.Node) error {
	return list(to, func(e *Element, node *yaml.Node) error {
		if err := readElement(e, node); err != nil {
			return err
		}
		if slices.ContainsFunc(*to, func(other Element) bool { return other.ID == e.ID }) {
			return mistake(node, "element %q is there twice", e.ID)
		}
		return nil
	})
}

func readElement(e *Element, node *yaml.Node) error {
	err := object{
		"id": text(&e.ID), "means": text(&e.Means), "ask": text(&e.Ask), "setup": truth(&e.Setup),
		"cues": func(node *yaml.Node) error { return readCues(&e.Cues, node) },
	}.read(node)
	if err == nil && (e.ID == "" || e.Means == "") {
		return mistake(node, "element wants an id and what it means")
	}
	return err
}

// readCues reads patterns by their weight.
func readCues(to *[]Cue, node *yaml.Node) error {
	byWeight := object{}
	for weight := 1; weight <= 3; weight++ {
		byWeight[strconv.Itoa(weight)] = list(to, func(c *Cue, node *yaml.Node) error {
			c.Weight = weight
			return readPattern(&c.Pattern, node)
		})
	}
	return byWeight.read(node)
}

func readPattern(to *string, node *yaml.Node) error {
	if err := text(to)(node); err != nil {
		return err
	}
	if err := checkPattern(*to); err != nil {
		return mistake(node, "cue %q: %v", *to, err)
	}
	return nil
}

func readDifference(d *Difference, node *yaml.Node) error {
	return object{"from": text(&d.From), "by": text(&d.By)}.read(node)
}

// indexNames builds the look-ups by name and holds that no name is given twice.
// An error comes with the index of its principle.
func (s *Set) indexNames() (int, error) {
	s.byName, s.byID = map[string]*Principle{}, map[string]*Principle{}
	for i := range s.Principles {
		p := &s.Principles[i]
		if s.byID[p.ID] != nil {
			return i, fmt.Errorf("principle %q is there twice", p.ID)
		}
		s.byID[p.ID] = p
		for _, name := range append([]string{p.ID, p.Name, p.Abbr}, p.Aliases...) {
			key := plain(name)
			if key == "" {
				continue
			}
			if other := s.byName[key]; other != nil && other != p {
				return i, fmt.Errorf("principle %q: %q also names %q", p.ID, name, other.ID)
			}
			s.byName[key] = p
		}
	}
	return s.differences()
}

// differences holds that principles are told apart from others of the set.
func (s *Set) differences() (int, error) {
	for i := range s.Principles {
		for _, d := range s.Principles[i].TellApart {
			if s.byID[d.From] == nil {
				return i, fmt.Errorf("principle %q: tell_apart names %q, which is no principle of the set", s.Principles[i].ID, d.From)
			}
		}
	}
	return 0, nil
}
