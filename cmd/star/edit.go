package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

const editLong = `Open a story in $VISUAL or $EDITOR, and check it when the editor is closed.

Exit status: 0 nothing to report; 1 findings at or above fail_on; 2 the work
could not be done.`

func newEdit(s streams) *cobra.Command {
	var config string
	cmd := &cobra.Command{
		Use: "edit STORY", Short: "Open a story in your editor, and check it after", GroupID: "write",
		Long: editLong, Example: "  star edit leaked-key", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := openChange(s, config, args[0])
			if err != nil {
				return err
			}
			if err := editor(s, c.path).Run(); err != nil {
				return fmt.Errorf("the editor failed: %w", err)
			}
			check := newCheck(s)
			check.SetArgs([]string{"--config", config, c.path})
			check.SilenceErrors, check.SilenceUsage = true, true
			return check.Execute()
		},
	}
	cmd.Flags().StringVar(&config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	return cmd
}
