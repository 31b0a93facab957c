package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/githook"
	"starbank/star/report/cells"
)

const hookUninstallLong = `Take the check of stories out of the hook again. What else it holds stays as it
is, to the byte; a hook that star made is deleted.

Exit status: 0 commits are not checked any more, or were not; 2 the work could
not be done.`

func newHookUninstall(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "uninstall", Short: "Take the check of commits out again", GroupID: "hook", Args: arguments(0, 0, "no arguments"),
		Long: hookUninstallLong, Example: "  star hook uninstall",
		RunE: func(cmd *cobra.Command, _ []string) error { return runHookUninstall(cmd.Context(), s) },
	}
}

func runHookUninstall(ctx context.Context, s streams) error {
	h, err := hookHere(ctx)
	if err != nil {
		return err
	}
	rest, ours, err := githook.Uninstall(h.source)
	switch {
	case err != nil:
		return fmt.Errorf("%s %w; take out what star wrote by hand", h.path, err)
	case len(rest) == len(h.source):
		_, err = fmt.Fprintln(s.out, "commits were not checked")
		return err
	case ours:
		err = os.Remove(h.path)
	default:
		err = h.write(rest)
	}
	if err == nil {
		_, err = fmt.Fprintf(s.out, "commits are not checked any more; %s is as it was\n", cells.Clean(relative(h.path)))
	}
	return err
}
