package rules

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite generated and golden files")

// TestDocs holds that the table of rules in the README is current.
func TestDocs(t *testing.T) {
	const path = "../../../README.md"
	const opening, closing = "<!-- rules: written by go generate ./star/lint/rules -->\n", "<!-- /rules -->"
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(source), opening)
	_, after, closed := strings.Cut(rest, closing)
	if !ok || !closed {
		t.Fatal("README.md has no place for the rules")
	}
	want := before + opening + Table() + closing + after
	if string(source) == want {
		return
	}
	if !*update {
		t.Fatal("README.md is not current; run go generate ./star/lint/rules")
	}
	if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}
