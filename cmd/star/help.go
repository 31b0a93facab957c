package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

const helpLong = `Show the help of a command, as its --help does. Without a command, list them.

Exit status: 0 shown; 2 there is no such command.`

func newHelp() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Show the help of a command", GroupID: "tools",
		Long: helpLong, Example: "  star help\n  star help check",
		RunE: func(cmd *cobra.Command, args []string) error { return runHelp(cmd.Root(), args) },
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return commandNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func runHelp(root *cobra.Command, args []string) error {
	cmd, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return unknownCommand(root, strings.Join(args, " "))
	}
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	return cmd.Help()
}

// commandNames lists the commands with what they do, as completion wants them.
func commandNames(root *cobra.Command) []string {
	var names []string
	for _, cmd := range root.Commands() {
		if !cmd.Hidden {
			names = append(names, cmd.Name()+"\t"+cmd.Short)
		}
	}
	return names
}

// helpWidth is the width that help is wrapped to.
const helpWidth = 80

// writeUsage writes how a command is called, below what it does: cobra's own
// runs beyond the width of a terminal.
func writeUsage(cmd *cobra.Command) error {
	w := cmd.OutOrStderr()
	fmt.Fprintf(w, "Usage:\n  %s\n", strings.TrimSuffix(cmd.UseLine(), " [flags]"))
	for _, group := range cmd.Groups() {
		writeGroup(w, cmd, group)
	}
	if cmd.HasAvailableLocalFlags() {
		fmt.Fprintf(w, "\nFlags:\n%s", cmd.LocalFlags().FlagUsagesWrapped(helpWidth))
	}
	if cmd.HasExample() {
		fmt.Fprintf(w, "\nExamples:\n%s\n", cmd.Example)
	}
	return nil
}

func writeGroup(w io.Writer, cmd *cobra.Command, group *cobra.Group) {
	fmt.Fprintf(w, "\n%s\n", group.Title)
	for _, sub := range cmd.Commands() {
		if sub.GroupID == group.ID && !sub.Hidden {
			fmt.Fprintf(w, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
}
