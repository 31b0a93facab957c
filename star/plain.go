package star

import (
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// What is left of a front matter without its literal blocks is, in nearly every
// story, one "key: value" a line with values that YAML takes as they stand. To
// start a YAML parser for them costs as much as to read the rest of the story.
// [FuzzLiterals] holds that the tree is the same as that of YAML.

// plainReader reads front matter whose lines are all of the plain kind.
type plainReader struct {
	line  int
	nodes []yaml.Node // room for some
	root  *yaml.Node
	open  *yaml.Node // the value of the last key while it may become a list
}

// readPlain returns the tree of a front matter, or nil when any of it wants YAML.
// Literal blocks were cut: their lines are empty.
func readPlain(text []byte) *yaml.Node {
	var r plainReader
	for line := range strings.SplitSeq(string(text), "\n") {
		r.line++
		line = strings.TrimRight(line, " ")
		if line != "" && !r.key(line) && !r.item(line) {
			return nil
		}
	}
	return r.root
}

// roomForNodes is how many nodes are made at a time; most stories have fewer.
const roomForNodes = 32

// node returns a new node at a place of the line.
func (r *plainReader) node(kind yaml.Kind, tag string, column int) *yaml.Node {
	if len(r.nodes) == cap(r.nodes) {
		r.nodes = make([]yaml.Node, 0, roomForNodes)
	}
	r.nodes = append(r.nodes, yaml.Node{Kind: kind, Tag: tag, Line: r.line, Column: column})
	return &r.nodes[len(r.nodes)-1]
}

// scalar returns a node of a text.
func (r *plainReader) scalar(text string, style yaml.Style, column int) *yaml.Node {
	n := r.node(yaml.ScalarNode, "!!str", column)
	n.Value, n.Style = text, style
	return n
}

// key reads a line such as "role: Data analyst".
func (r *plainReader) key(line string) bool {
	key, value, ok := strings.Cut(line, ":")
	if !ok || !isKey(key) || value != "" && value[0] != ' ' {
		return false
	}
	if r.root == nil {
		r.root = r.node(yaml.MappingNode, "!!map", 1)
	}
	name := r.scalar(key, 0, 1)
	text := strings.TrimLeft(value, " ")
	node := r.value(text, len(line)-len(text)+1)
	if node == nil {
		return false
	}
	r.root.Content = append(r.root.Content, name, node)
	if r.open = nil; text == "" {
		node.Column, r.open = len(key)+2, node
	}
	return true
}

func isKey(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return text != "" && isText(text)
}

// value reads what stands behind a key at a column.
func (r *plainReader) value(text string, column int) *yaml.Node {
	last := len(text) - 1
	switch {
	case text == "":
		return r.node(yaml.ScalarNode, "!!null", column)
	case text == "|" || text == "|-":
		return r.scalar("", yaml.LiteralStyle, column)
	case last > 0 && text[0] == '"' && text[last] == '"' && !strings.ContainsAny(text[1:last], "\"\\\t"):
		return r.scalar(text[1:last], yaml.DoubleQuotedStyle, column)
	case last > 0 && text[0] == '[' && text[last] == ']':
		return r.flow(text[1:last], column)
	case isText(text):
		return r.scalar(text, 0, column)
	case text[0] >= '0' && text[0] <= '9':
		return r.date(text, column)
	}
	return nil
}

// flow reads the items of a list between brackets.
func (r *plainReader) flow(text string, column int) *yaml.Node {
	list := r.node(yaml.SequenceNode, "!!seq", column)
	list.Style = yaml.FlowStyle
	at := column + 1
	for item := range strings.SplitSeq(text, ",") {
		word := strings.TrimSpace(item)
		if !isText(word) || strings.ContainsAny(word, "[]{}") {
			return nil
		}
		list.Content = append(list.Content, r.scalar(word, 0, at+strings.Index(item, word)))
		at += len(item) + 1
	}
	return list
}

// item reads a line such as "- ownership" of the list that the last key opened.
func (r *plainReader) item(line string) bool {
	text := strings.TrimLeft(line, " ")
	word, ok := strings.CutPrefix(text, "- ")
	column := len(line) - len(text) + 1
	if !ok || r.open == nil || !isText(word) {
		return false
	}
	if r.open.Kind == yaml.ScalarNode {
		*r.open = yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: r.line, Column: column}
	}
	if r.open.Column != column {
		return false
	}
	r.open.Content = append(r.open.Content, r.scalar(word, 0, column+2))
	return true
}

// isText reports whether YAML takes a plain text for just that: it begins with a
// letter, holds only ASCII that means nothing to YAML, and is no word for a truth
// or for nothing.
func isText(text string) bool {
	if text == "" || text[0]|0x20 < 'a' || text[0]|0x20 > 'z' {
		return false
	}
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == ':' || c == '#' {
			return false
		}
	}
	return len(text) > 5 || !yamlWord(text)
}

// date reads "2025-03-08", and "2025-03", which is a text to YAML.
func (r *plainReader) date(text string, column int) *yaml.Node {
	day, tag := text, "!!timestamp"
	if len(text) == len("2025-03") {
		day, tag = text+"-01", "!!str"
	}
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return nil
	}
	n := r.scalar(text, 0, column)
	n.Tag = tag
	return n
}

// yamlWord reports a word that may mean more than itself.
func yamlWord(text string) bool {
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return true
	}
	return false
}
