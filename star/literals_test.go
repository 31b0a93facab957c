package star

import (
	"fmt"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// literalCases are front matters with blocks that cutLiterals takes, or must leave.
var literalCases = []string{
	"title: A\naction: |\n  I cut\n  the wait.\nresult: |\n  Done.\n",
	"action: |-\n  I cut.\n\n\n  Twice.\n\n\nrole: B\n",
	"action: |\r\n  I cut.\r\n\r\n  Twice.\r\nrole: B\r\n",
	"action: |\n\n\n  late\nrole: B\n",
	"action: |\n    deep\n  shallow\nrole: B\n",
	"action: |\n  a\n # a comment\nrole: B\n",
	"action: |\n  a\n# a comment\nrole: B\n",
	"action: |\n  a\n      \n  b\n",
	"action: |\n     \n  b\n",
	"action: |\n  a\n  \tb\n\tc\n",
	"action: |\nresult: |\n",
	"action: |\n\n\n",
	"action: |\n",
	"action: |\n  a",
	"title: \"b\naction: |\n  c\"\n",
	"title: 'b\naction: |\n  c'\nresult: |\n  d\n",
	"title: [b,\naction: |\n  c]\n",
	"action: |\n  a\naction: |\n  b\n",
	"- a\naction: |\n  b\n",
	"action: |\n  a\x01b\n",
	"action: |\n  a\u0085  b\n",
	"action: |\n  a: b\n  - c # d\n  \"e\n",
	"x: {a: b}\naction: |  \n  a\nlesson: >\n  b\n  c\n",
	"title: \"A: b\"\ndate: 2024-10\nprinciples: [ownership , dive-deep]\ntags:  [ a ]\nproject:\nrole: Data analyst, L5 (acting)  \naction: |\n  a\n",
	"principles:\n- ownership\n- dive-deep\ntags:\n  - a b\n\n  - c\nproject:\n   \nrole: B\naction: |\n  a\n",
	"principles:\n\n- ownership\n - dive-deep\naction: |\n  a\n",
	"principles:\n  - ownership\n- dive-deep\naction: |\n  a\n",
	"date: 2024-10-03\nrole: B\naction: |\n  a\n",
	"date: 2024-02-30\nrole: null\naction: |\n  a\n",
	"role: True\nstatus: on\naction: |\n  a\n",
	"status: ready\n  more\naction: |\n  a\n",
	"title: C# and #1\nrole: a # b\naction: |\n  a\n",
	"title: \"a\\tb\"\nrole: 'a'\naction: |\n  a\n",
	"tags: []\nrole: [a\naction: |\n  a\n",
	"tags: [a, , b]\naction: |\n  a\n",
	"role: a: b\naction: |\n  a\n",
	"role: &x a\naction: |\n  a\n",
	"n: 1\naction: |\n  a\n",
	"action: |\n  a\nnote: |\n\nrole: b\n",
	"action: |\n  a\n  ...\n  ---\nrole: c\n",
}

func FuzzLiterals(f *testing.F) {
	for _, text := range literalCases {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !utf8.Valid(text) {
			return // refused before
		}
		want, wantErr := decode(text)
		got, err := decodeFront(text)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Fatalf("error %v, want %v", err, wantErr)
		}
		if err == nil && tree(got) != tree(want) {
			t.Errorf("tree of %q differs:\n%s\nwant\n%s", text, tree(got), tree(want))
		}
	})
}

// tree spells out all of a node that Parse looks at.
func tree(node *yaml.Node) string {
	text := fmt.Sprintf("%d:%d kind %d style %d %s %q %q", node.Line, node.Column, node.Kind, node.Style, node.Tag, node.Value, node.LineComment)
	for _, child := range node.Content {
		text += " (" + tree(child) + ")"
	}
	return text
}

// TestPlain holds that front matter as most write it needs no YAML parser.
func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"title: \"A: b\"\ndate: 2024-10\nprinciples: [ownership, dive-deep]\naction: |\n\nresult: |-\n\n": true,
		"title: A\nprinciples:\n  - ownership\ntags:\n- a\nproject:\n":                                    true,
		"title: A # b\n":  false,
		"title: A\n  b\n": false,
		"title: 5\n":      false,
	} {
		if got := readPlain([]byte(text)) != nil; got != want {
			t.Errorf("readPlain(%q) = %v", text, got)
		}
	}
}
