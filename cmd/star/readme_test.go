package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"starbank/star/report"
)

// TestReadmeSample holds that the sample of the README is what the command
// above it prints, but for the gaps.
func TestReadmeSample(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "\ngo run ./cmd/star check stories/examples\n```\n")
	_, rest, opened := strings.Cut(rest, "\n```text\n")
	sample, _, closed := strings.Cut(rest, "```\n")
	if !found || !opened || !closed {
		t.Fatal("README.md has no sample")
	}
	t.Setenv("NO_COLOR", "1")
	var out, errs bytes.Buffer
	if status := run([]string{"check", "stories/examples"}, strings.NewReader(""), &out, &errs); status != exitFindings || errs.Len() > 0 {
		t.Fatalf("exit status %d, %s", status, &errs)
	}
	if missing := lacking(out.String(), sample); missing != "" {
		t.Fatalf("the command does not print, behind what stands above it:\n%s", missing)
	}
}

// lacking returns the first part of a sample, whose gaps are lines of "...", that is
// not printed behind the part before it.
func lacking(printed, sample string) string {
	lines := strings.Split(printed, "\n")
	for part := range strings.SplitSeq("\n"+strings.TrimSuffix(sample, "\n")+"\n", "\n...\n") {
		wanted := strings.Split(strings.Trim(part, "\n"), "\n")
		at := indexOf(lines, wanted)
		if at < 0 {
			return part
		}
		lines = lines[at+len(wanted):]
	}
	return ""
}

// TestReference holds that the reference of the rules is current.
func TestReference(t *testing.T) {
	const path = "../../star/lint/rules/RULES.md"
	var want bytes.Buffer
	writeReference(&want)
	if *update {
		if err := os.WriteFile(path, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want.Bytes()) {
		t.Errorf("%s is not current (%v); run go generate ./star/lint/rules", path, err)
	}
}

// indexOf returns where a run of lines begins, or -1.
func indexOf(lines, wanted []string) int {
	for i := range lines {
		if i+len(wanted) <= len(lines) && slices.Equal(lines[i:i+len(wanted)], wanted) {
			return i
		}
	}
	return -1
}

// TestReadmeConsole holds that the samples of the README below the tour are what
// their commands print, but for the gaps.
func TestReadmeConsole(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(readme), "\n## Your own stories\n")
	samples := codeBlocks(rest, "console")
	if len(samples) < 2 {
		t.Fatalf("README.md has %d samples", len(samples))
	}
	t.Setenv("NO_COLOR", "1")
	for _, sample := range samples {
		command, sample, _ := strings.Cut(strings.TrimPrefix(sample, "$ star "), "\n")
		var out, errs bytes.Buffer
		run(strings.Fields(command), strings.NewReader(""), &out, &errs)
		if missing := lacking(out.String(), sample); missing != "" || errs.Len() > 0 {
			t.Errorf("star %s: %s, does not print\n%s", command, &errs, missing)
		}
	}
}

// TestReadmeFormats holds that the README says of each format who reads it.
func TestReadmeFormats(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "\n| `--format` | read by |\n")
	table, _, closed := strings.Cut(table, "\n\n")
	if !found || !closed {
		t.Fatal("README.md has no table of formats")
	}
	for _, name := range report.Names() {
		if !strings.Contains(table, "`"+name+"`") {
			t.Errorf("the format %s is not in the table", name)
		}
	}
}
