package principles

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"os"
	"regexp"
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
	families, bias := readWords(t, "amazon_words.tsv", set)
	readable, err := source(set.Principles)
	current(t, "amazon.go", readable, err)
	compiled, err := indexSource(newIndex(set.Principles), families, bias)
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

// readWords reads lines of "family TAB ABBR=weight ...", and the line @bias.
func readWords(t *testing.T, path string, set *Set) (families []family, bias []float64) {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bias = make([]float64, len(set.Principles))
	for line := range strings.Lines(string(source)) {
		name, leans, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || name[0] == '#' {
			continue
		}
		f := family{Name: name}
		for pair := range strings.FieldsSeq(leans) {
			abbr, number, _ := strings.Cut(pair, "=")
			weight, err := strconv.ParseFloat(number, 64)
			p := slices.IndexFunc(set.Principles, func(p Principle) bool { return p.Abbr == abbr })
			if err != nil || p < 0 {
				t.Fatalf("%s: %q is no weight of a principle", path, pair)
			}
			f.Leans = append(f.Leans, lean{p, weight})
		}
		if name != "@bias" {
			families = append(families, f)
			continue
		}
		for _, l := range f.Leans {
			bias[l.Principle] = l.Weight
		}
	}
	return families, bias
}

// source writes the readable part of a set as a Go variable.
func source(list []Principle) ([]byte, error) {
	return goFile("amazon.yaml", fmt.Sprintf("var amazon = %#v\n", list))
}

// indexSource writes what is compiled from it, without the names of fields: they
// would make two thirds of the file.
func indexSource(x *index, families []family, bias []float64) ([]byte, error) {
	text := fmt.Sprintf("var amazonIndex = %#v\n\nvar amazonFamilies = %#v\n\nvar amazonBias = %#v\n", *x, families, bias)
	text = regexp.MustCompile(`\b(Words|Patterns|ByWord|Stems|ByFigure|Guards|Place|Principle|Element|Cue|Tokens|Before|Behind|Negative|Modal|Kind|Exact|Prefixes|Text|Pattern|Weight|Name|Leans):`).ReplaceAllString(text, "")
	text = regexp.MustCompile(`([{ ])principles\.guard\{`).ReplaceAllString(text, "$1{")
	text = strings.NewReplacer("principles.guard{", "guard{", "[]string(nil)", "nil", "[]uint32(nil)", "nil", "[]int32(nil)", "nil", "0x", "0x").Replace(text)
	return goFile("amazon.yaml and amazon_words.tsv", text)
}

func goFile(from, text string) ([]byte, error) {
	for _, name := range []string{"Principle", "Element", "Cue", "Difference", "pattern", "token", "stem", "family", "lean"} {
		text = strings.ReplaceAll(text, "principles."+name+"{", name+"{")
		text = strings.ReplaceAll(text, "}, "+name+"{", "},\n{")
		text = strings.ReplaceAll(text, "[]"+name+"{"+name+"{", "[]"+name+"{{")
	}
	text = strings.ReplaceAll(text, "principles.index{", "index{")
	text = regexp.MustCompile(`\[\](uint32|int32)\{`).ReplaceAllString(text, "[]$1{")
	return format.Source([]byte("// Code generated from " + from + " by go generate; DO NOT EDIT.\n\npackage principles\n\n" + text))
}
