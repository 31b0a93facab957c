package main

import (
	"github.com/spf13/cobra"
)

const hookLong = `Have git check the stories of each commit before it is made: as they are staged,
whatever the files hold meanwhile. A commit with findings at or above fail_on is
stopped; git commit --no-verify makes it all the same.

The hook is that of this repository and of all its work trees, in the folder
that core.hooksPath names. What else the hook holds stays as it is.

Exit status: 0 done; 2 the work could not be done.`

const hookExample = `  star hook install
  star hook status
  star hook uninstall`

func newHook(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use: "hook COMMAND", Short: "Have git check stories before each commit", GroupID: "tools",
		Long: hookLong, Example: hookExample, Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	cmd.AddGroup(&cobra.Group{ID: "hook", Title: "Commands:"})
	cmd.AddCommand(newHookInstall(s), newHookStatus(s), newHookUninstall(s))
	return cmd
}
