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
	printed := strings.Split(out.String(), "\n")
	for part := range strings.SplitSeq(strings.TrimSuffix(sample, "\n"), "\n...\n") {
		lines := strings.Split(part, "\n")
		at := indexOf(printed, lines)
		if at < 0 {
			t.Fatalf("the command does not print, behind what stands above it:\n%s", part)
		}
		printed = printed[at+len(lines):]
	}
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

// TestReadmeMap holds that the second sample is what its command prints.
func TestReadmeMap(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "```console\n$ star ")
	command, rest, _ := strings.Cut(rest, "\n")
	sample, _, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatal("README.md has no console sample")
	}
	t.Setenv("NO_COLOR", "1")
	var out, errs bytes.Buffer
	if status := run(strings.Fields(command), strings.NewReader(""), &out, &errs); status != exitFine || out.String() != sample {
		t.Errorf("exit status %d, %s: prints\n%s", status, &errs, &out)
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
