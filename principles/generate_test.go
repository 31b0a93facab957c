package principles

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite generated and golden files")

// TestGenerated holds that amazon.go is what amazon.yaml and amazon_words.tsv
// say. The built-in set is Go source since parsing the files and compiling the
// cues would cost every start ten milliseconds.
func TestGenerated(t *testing.T) {
	file, err := os.Open("amazon.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	set, err := Parse(file)
	if err != nil {
		t.Fatalf("amazon.yaml:%v", err)
	}
	x := newIndex(set.Principles)
	l := readWords(t, "amazon_words.tsv", set)
	for _, word := range x.Words {
		l.words = append(l.words, l.family(word))
	}
	readable, err := source(set.Principles)
	current(t, "amazon.go", readable, err)
	compiled, err := indexSource(x, l)
	current(t, "amazon_index.go", compiled, err)
}

// current holds that a generated file is as wanted, or makes it so.
func current(t *testing.T, path string, want []byte, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("%s is not current; run go generate ./principles", path)
	}
}

// readWords reads lines of "family TAB ABBR=weight ...", and the lines @rank and
// @bias.
func readWords(t *testing.T, path string, set *Set) *leanings {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l := &leanings{rank: ranking{Bias: make([]float64, len(set.Principles))}, words: []uint16{0}}
	for line := range strings.Lines(string(source)) {
		name, pairs, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || name[0] == '#' {
			continue
		}
		if name == "@rank" {
			if _, err := fmt.Sscanf(pairs, "cue=%g element=%g lean=%g", &l.rank.Cue, &l.rank.Element, &l.rank.Lean); err != nil {
				t.Fatalf("@rank %q: %v", pairs, err)
			}
			continue
		}
		leans := readLeans(t, pairs, set)
		if name == "@bias" {
			for _, lean := range leans {
				l.rank.Bias[lean.Principle] = float64(lean.Weight)
			}
			continue
		}
		if n := len(l.names); n > 0 && l.names[n-1] >= name {
			t.Fatalf("%s: %q is not in order", path, name)
		}
		l.names, l.starts, l.leans = append(l.names, name), append(l.starts, uint32(len(l.leans))), append(l.leans, leans...)
	}
	l.starts = append(l.starts, uint32(len(l.leans)))
	return l
}

// readLeans reads "ABBR=weight ...".
func readLeans(t *testing.T, pairs string, set *Set) (leans []lean) {
	t.Helper()
	for pair := range strings.FieldsSeq(pairs) {
		abbr, number, _ := strings.Cut(pair, "=")
		weight, err := strconv.ParseFloat(number, 32)
		p := slices.IndexFunc(set.Principles, func(p Principle) bool { return p.Abbr == abbr })
		if err != nil || p < 0 {
			t.Fatalf("%q is no weight of a principle", pair)
		}
		leans = append(leans, lean{uint16(p), float32(weight)})
	}
	return leans
}

// source writes the readable part of a set as a Go variable.
func source(list []Principle) ([]byte, error) {
	return goFile("amazon.yaml", fmt.Sprintf("var amazon = %#v\n", list))
}

// indexSource writes what is compiled from it as literals without the names of
// fields, which would make two thirds of the file.
func indexSource(x *index, l *leanings) ([]byte, error) {
	var b strings.Builder
	b.WriteString("var amazonIndex = index{\n")
	for _, list := range []any{x.Words, x.Slots, x.Prefixes, x.Ids, x.Stubs, x.Tokens, x.Code, x.Patterns, x.Tries, x.Starts, x.Stems} {
		b.WriteString(literal(list) + ",\n")
	}
	b.WriteString("}\n\nfunc amazonLeanings() leanings {\nreturn leanings{names: amazonFamilies, starts: amazonStarts, leans: amazonLeans, rank: amazonRank, words: amazonWords}\n}\n")
	fmt.Fprintf(&b, "\nvar amazonRank = ranking{Cue: %v, Element: %v, Lean: %v, Bias: %s}\n", l.rank.Cue, l.rank.Element, l.rank.Lean, literal(l.rank.Bias))
	for _, part := range []struct {
		name string
		list any
	}{{"Families", l.names}, {"Starts", l.starts}, {"Leans", l.leans}, {"Words", l.words}} {
		fmt.Fprintf(&b, "\nvar amazon%s = %s\n", part.name, literal(part.list))
	}
	return goFile("amazon.yaml and amazon_words.tsv", b.String())
}

// literal writes a slice of values or of structs of them, some to a line.
func literal(list any) string {
	var b strings.Builder
	v := reflect.ValueOf(list)
	b.WriteString(strings.ReplaceAll(v.Type().String(), "principles.", "") + "{")
	for i := range v.Len() {
		if i%16 == 0 {
			b.WriteByte('\n')
		}
		writeValue(&b, v.Index(i))
		b.WriteString(", ")
	}
	b.WriteString("\n}")
	return b.String()
}

func writeValue(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		b.WriteByte('{')
		for i := range v.NumField() {
			writeValue(b, v.Field(i))
			b.WriteString(", ")
		}
		b.WriteByte('}')
	case reflect.Array:
		b.WriteString(strings.ReplaceAll(v.Type().String(), "principles.", "") + "{")
		for i := range v.Len() {
			writeValue(b, v.Index(i))
			b.WriteString(", ")
		}
		b.WriteByte('}')
	case reflect.String:
		b.WriteString(strconv.Quote(v.String()))
	default:
		fmt.Fprint(b, v)
	}
}

func goFile(from, text string) ([]byte, error) {
	for _, name := range []string{"Principle", "Element", "Cue", "Difference"} {
		text = strings.ReplaceAll(text, "principles."+name+"{", name+"{")
		text = strings.ReplaceAll(text, "}, "+name+"{", "},\n{")
		text = strings.ReplaceAll(text, "[]"+name+"{"+name+"{", "[]"+name+"{{")
	}
	return format.Source([]byte("// Code generated from " + from + " by go generate; DO NOT EDIT.\n\npackage principles\n\n" + text))
}
