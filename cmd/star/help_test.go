package main

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// tree returns every command that a user can call, the root among them.
func tree(cmd *cobra.Command) []*cobra.Command {
	if !cmd.HasParent() {
		cmd.InitDefaultHelpCmd()
	}
	all := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			all = append(all, tree(sub)...)
		}
	}
	return all
}

// TestHelp holds that the help of each command is there, fits a terminal and
// says how the command ends.
func TestHelp(t *testing.T) {
	commands := tree(newRoot(streams{}))
	if len(commands) < 6 {
		t.Fatalf("%d commands, want at least 6", len(commands))
	}
	for _, cmd := range commands {
		t.Run(cmd.CommandPath(), func(t *testing.T) {
			help := helpOf(t, cmd)
			for line := range strings.Lines(help) {
				if width := utf8.RuneCountInString(strings.TrimRight(line, "\n")); width > 80 {
					t.Errorf("line of %d columns: %s", width, line)
				}
				if strings.TrimRight(line, " \n") != strings.TrimRight(line, "\n") || strings.Contains(line, "\t") {
					t.Errorf("blank at the end or tab: %q", line)
				}
			}
			for _, want := range []string{cmd.Long, "Usage:\n  star", "Examples:\n" + cmd.Example} {
				if !strings.Contains(help, want) {
					t.Errorf("help lacks %q", want)
				}
			}
			if !strings.Contains(cmd.Long, "\nExit status") || cmd.Example == "" || cmd.Short == "" {
				t.Error("short, exit status or example is missing")
			}
			if cmd.HasParent() && !slices.ContainsFunc(cmd.Parent().Groups(), func(g *cobra.Group) bool { return g.ID == cmd.GroupID }) {
				t.Errorf("group %q is not one of %s", cmd.GroupID, cmd.Parent().Name())
			}
		})
	}
}

func helpOf(t *testing.T, cmd *cobra.Command) string {
	t.Helper()
	var out, errs bytes.Buffer
	args := append(strings.Fields(cmd.CommandPath())[1:], "--help")
	if status := run(args, strings.NewReader(""), &out, &errs); status != exitFine || errs.Len() > 0 {
		t.Fatalf("star %s: exit status %d, %s", strings.Join(args, " "), status, &errs)
	}
	return out.String()
}

// shellWords finds the words of a command line.
var shellWords = regexp.MustCompile(`"[^"]*"|\S+`)

// TestHelpExamples holds that the commands in the examples are ones that the
// program takes.
func TestHelpExamples(t *testing.T) {
	for _, cmd := range tree(newRoot(streams{})) {
		for line := range strings.Lines(cmd.Example) {
			_, call, _ := strings.Cut(line, "star ")
			call, _, _ = strings.Cut(strings.NewReplacer(">", "|", ")", "|", "#", "|").Replace(call), "|")
			root := newRoot(streams{})
			root.InitDefaultHelpCmd()
			called, args, err := root.Find(shellWords.FindAllString(call, -1))
			if err == nil {
				err = called.ParseFlags(args)
			}
			if err == nil && called.Args != nil {
				err = called.Args(called, called.Flags().Args())
			}
			if err != nil || called == root {
				t.Errorf("%s: %q: %v", cmd.CommandPath(), line, err)
			}
		}
	}
}
