package main

import (
	"io"

	"github.com/spf13/cobra"
)

const completionLong = `Print the script that completes commands, flags and the names of rules in a
shell. Load it from the start file of the shell, or put it where the shell looks
for completions.

Exit status: 0 printed; 2 there is no script for that shell.`

const completionExample = `  source <(star completion bash)
  star completion zsh >"${fpath[1]}/_star"
  star completion fish >~/.config/fish/completions/star.fish
  star completion powershell | Out-String | Invoke-Expression`

// shells lists what there are scripts for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion() *cobra.Command {
	return &cobra.Command{
		Use: "completion SHELL", Short: "Print the completion script of a shell", GroupID: "tools",
		Args: arguments(1, 1, "one shell (bash, zsh, fish or powershell)"), ValidArgs: shells,
		Long: completionLong, Example: completionExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runCompletion(cmd.OutOrStdout(), cmd.Root(), args[0])
		},
	}
}

func runCompletion(w io.Writer, root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(w)
	}
	return unknownWord("shell", shell, shells)
}
