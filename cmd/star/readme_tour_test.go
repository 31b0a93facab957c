package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestReadmeTour runs the tour of the README word for word: the notes that it shows,
// each command, and the edit. What a command prints is compared but for the gaps.
func TestReadmeTour(t *testing.T) {
	if testing.Short() {
		t.Skip("each command is a process of its own")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, tour, _ := strings.Cut(string(readme), "\n## From old notes to a bank\n")
	tour, _, _ = strings.Cut(tour, "\n## Your own stories\n")
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "tour.txtar"), []byte(tourScript(tour)), 0o600); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 folder,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"shows": shows},
	})
}

// tourScript makes a script of the blocks of a tour.
func tourScript(tour string) string {
	var script, files strings.Builder
	script.WriteString("[!exec:git] skip\n" +
		"env HOME=$WORK GIT_CONFIG_NOSYSTEM=1 EDITOR=tour-editor TOUR_EDIT=$WORK/edit.yaml\n" +
		"env GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org\n")
	fmt.Fprintf(&files, "-- notes.md --\n%s-- edit.yaml --\n%s", codeBlocks(tour, "markdown")[0], codeBlocks(tour, "yaml")[0])
	for i, step := range strings.Split("\n"+strings.Join(codeBlocks(tour, "console"), ""), "\n$ ")[1:] {
		commands, output, _ := strings.Cut(strings.TrimSuffix(step, "\n")+"\n", "\n")
		for command := range strings.SplitSeq(commands, " && ") {
			if strings.HasPrefix(command, "cd ") {
				fmt.Fprintln(&script, command)
				continue
			}
			fmt.Fprintf(&script, "shows $WORK/%d.out %s\n", i, quotedForScript(command))
		}
		fmt.Fprintf(&files, "-- %d.out --\n%s", i, output)
	}
	return script.String() + files.String()
}

// quotedForScript puts the one kind of quotation marks that a script knows in place of ".
func quotedForScript(command string) string {
	if !strings.Contains(command, `"`) {
		return command
	}
	return strings.ReplaceAll(strings.ReplaceAll(command, "'", "''"), `"`, "'")
}

// codeBlocks returns the blocks of code of a kind.
func codeBlocks(text, kind string) (blocks []string) {
	for {
		_, rest, found := strings.Cut(text, "\n```"+kind+"\n")
		if !found {
			return blocks
		}
		block, after, _ := strings.Cut(rest, "```\n")
		blocks, text = append(blocks, block), after
	}
}

// shows runs a command, which may find something, and compares what it prints with
// a file that has gaps. An empty file asks for nothing.
func shows(ts *testscript.TestScript, _ bool, args []string) {
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); err != nil && (!errors.As(err, &exit) || exit.ExitCode() > exitFindings) {
		ts.Fatalf("%v", err)
	}
	if missing := lacking(ts.ReadFile("stdout"), ts.ReadFile(args[0])); missing != "" {
		ts.Fatalf("the command does not print, behind what stands above it:\n%s", missing)
	}
}

// tourEditor is the editor of the tour: it writes the sections from Task on.
func tourEditor() {
	story, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	edit, err := os.ReadFile(os.Getenv("TOUR_EDIT"))
	if err != nil {
		panic(err)
	}
	before, _, _ := strings.Cut(string(story), "task:")
	_, source, _ := strings.Cut(string(story), "source:")
	if err := os.WriteFile(os.Args[1], []byte(before+string(edit)+"source:"+source), 0o600); err != nil {
		panic(err)
	}
}
