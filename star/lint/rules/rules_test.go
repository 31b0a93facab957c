package rules

import (
	"os"
	"path/filepath"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

func TestDeclarations(t *testing.T) {
	if err := lint.Validate(All); err != nil {
		t.Error(err)
	}
}

func TestSound(t *testing.T) {
	for _, d := range lint.Run(star.Parse("sound.md", []byte("---\n"+linttest.Sound+"---\n")), All, lint.Config{}).Diagnostics {
		t.Errorf("the sound story raises %s: %s", d.Rule.Name, d.Message)
	}
}

// TestExamples holds that the bad example of each rule raises it and that the
// good one raises nothing at all.
func TestExamples(t *testing.T) {
	for _, rule := range All {
		t.Run(rule.Name, func(t *testing.T) {
			raised := false
			for _, d := range example(rule, rule.Bad).Diagnostics {
				raised = raised || d.Rule == rule
			}
			if !raised {
				t.Errorf("the bad example does not raise it: %v", names(example(rule, rule.Bad)))
			}
			for _, d := range example(rule, rule.Good).Diagnostics {
				t.Errorf("the good example raises %s: %s", d.Rule.Name, d.Message)
			}
		})
	}
}

// settings are what star.yaml says for the examples of rules that wait for it.
var settings = map[*lint.Rule]lint.Config{ScopeBelowLevel: {Level: "L6"}, AmbiguityUnseen: {Level: "L6"}}

func example(rule *lint.Rule, text string) lint.Result {
	return lint.Run(star.Parse("example.md", []byte(linttest.Overlay(text))), All, settings[rule])
}

func names(result lint.Result) []string {
	var names []string
	for _, d := range result.Diagnostics {
		names = append(names, d.Rule.Name)
	}
	return names
}

// TestFixtures runs each testdata/NAME.md with all rules; what it expects
// stands in its want comments. Every rule with exemptions has one.
func TestFixtures(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.md")
	if len(paths) == 0 {
		t.Fatal("no fixtures")
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			differences, err := linttest.Compare(path, string(source), All, lint.Config{})
			if err != nil {
				t.Fatal(err)
			}
			for _, difference := range differences {
				t.Error(difference)
			}
		})
	}
}
