package principles

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// minimal is a set of one principle, to which lines can be added.
const minimal = "version: 1\nprinciples:\n  - id: a\n    name: A\n    summary: s\n"

func TestParseRefuses(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"empty", "", "the file is empty"},
		{"only a comment", "# nothing\n", "the file is empty"},
		{"not a mapping", "- a\n", "1: want keys with values"},
		{"a text", "hello", "1: want keys with values"},
		{"not YAML", "version: 1\nprinciples:\n  - id: [a\n", "3: did not find expected ',' or ']'"},
		{"a key out of line", minimal + "   strong: x\n", "3: did not find expected"},
		{"no version", strings.TrimPrefix(minimal, "version: 1\n"), "1: want version: 1"},
		{"another version", "version: 2\n" + strings.TrimPrefix(minimal, "version: 1\n"), "1: want version: 1"},
		{"no number", "version: one\n", `1: "one" is not a number`},
		{"no principles", "version: 1\nprinciples: []", "1: want at least one principle"},
		{"no list", "version: 1\nprinciples: a", "2: want a list"},
		{"unknown key", minimal + "    sumary: t\n", `6: unknown key "sumary"`},
		{"no name", "version: 1\nprinciples:\n  - id: a\n    summary: s\n", "3: principle has no name"},
		{"an empty summary", "version: 1\nprinciples:\n  - id: a\n    name: A\n    summary: \n", "5: want a text"},
		{"an id with capitals", "version: 1\nprinciples:\n  - id: Aa\n    name: A\n    summary: s\n", `3: id "Aa"`},
		{"a list for a text", minimal + "    strong: [x]\n", "6: want a text"},
		{"a text for a list", minimal + "    signals: x\n", "6: want a list"},
		{"an element without meaning", minimal + "    elements:\n      - {id: x}\n", "7: element wants an id and what it means"},
		{"neither true nor false", minimal + "    elements:\n      - {id: x, means: y, setup: maybe}\n", `7: "maybe" is neither true nor false`},
		{"another weight", minimal + "    elements:\n      - id: x\n        means: y\n        cues:\n          4: [z]\n", `10: unknown key "4"`},
		{"a gap at the end", minimal + "    elements:\n      - id: x\n        means: y\n        cues:\n          3:\n            - good\n            - read ..\n",
			`12: cue "read ..": a gap wants a word on both sides`},
		{"a stem that ends in a hyphen", minimal + "    anti_cues:\n      - chat-*\n", `7: cue "chat-*": "chat-*" is no word`},
		{"a stem too short without its hyphen", minimal + "    anti_cues:\n      - e-n*\n", `7: cue "e-n*": "e-n*" is no word`},
		{"an anti cue in capitals", minimal + "    anti_cues:\n      - Not my job\n", `7: cue "Not my job": write it in lower case`},
		{"must of no element", minimal + "    must: [[x]]\n", `3: must names "x", which is no element of a`},
		{"tell apart from nothing", minimal + "    tell_apart:\n      - {from: b, by: y}\n", `3: principle "a": tell_apart names "b", which is no principle`},
		{"a name twice", minimal + "  - id: b\n    name: A\n    summary: s\n", `6: principle "b": "A" also names "a"`},
		{"an alias of another", minimal + "  - id: b\n    name: B\n    aliases: [a]\n    summary: s\n", `6: principle "b": "a" also names "a"`},
		{"an id twice", minimal + "  - id: a\n    name: B\n    summary: s\n", `6: principle "a" is there twice`},
		{"an element twice", minimal + "    elements:\n      - {id: x, means: y}\n      - {id: x, means: z}\n", `8: element "x" is there twice`},
		{"a key twice", minimal + "    name: B\n", `6: key "name" is there twice`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse(strings.NewReader(test.source))
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Fatalf("Parse(%q): %v, want %s", test.source, err, test.want)
			}
			if m := new(Mistake); !errors.As(err, &m) || m.Line > 0 && strings.Contains(m.Message, "line ") {
				t.Errorf("%#v is no mistake with its line told once", err)
			}
		})
	}
}

func TestParseMinimal(t *testing.T) {
	set, err := Parse(strings.NewReader(minimal))
	if err != nil {
		t.Fatal(err)
	}
	proofs := set.Prove(told(sample))
	if len(proofs) != 1 || proofs[0].Strength > Weak || len(proofs[0].Hits) > 0 {
		t.Errorf("a principle that asks for nothing is proved: %+v", proofs)
	}
}

func TestParseHundred(t *testing.T) {
	var b strings.Builder
	b.WriteString("version: 1\nprinciples:\n")
	for i := range 100 {
		fmt.Fprintf(&b, "  - id: p%d\n    name: Principle %d\n    summary: s\n    elements:\n      - {id: e, means: m, cues: {3: [word%d, parts]}}\n", i, i, i)
	}
	set, err := Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	proofs := set.Prove(told("I wrote word42 on the wall and read word42 again. " + around))
	if proofs[0].Principle.ID != "p42" || proofs[0].Strength != Solid || proofs[1].Strength != None {
		t.Errorf("first is %s, %v, then %v", proofs[0].Principle.ID, proofs[0].Strength, proofs[1].Strength)
	}
}

// TestResolveOwnSet holds that names are those of the set alone.
func TestResolveOwnSet(t *testing.T) {
	set, err := Parse(strings.NewReader("version: 1\nprinciples:\n" +
		"  - {id: ship-it, name: \"Ship It, Then Mend\", abbr: SI, aliases: [deliver], summary: s}\n" +
		"  - {id: ask-why, name: Ask Why, summary: s}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for items, want := range map[string]string{
		"ship-it, ask-why":       "ship-it ask-why",
		"Ship It, Then Mend; SI": "ship-it ship-it",
		"deliver, Ask why":       "ship-it ask-why",
		"Ship It Then Mand":      "ship-it",
		"Ownership":              "",
	} {
		var got []string
		for _, r := range set.Resolve([]string{items}) {
			got = append(got, r.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Resolve(%q) = %q, want %q", items, got, want)
		}
	}
	if set.ByID("ownership") != nil || set.ByID("ask-why") == nil {
		t.Error("ByID knows another set")
	}
}
