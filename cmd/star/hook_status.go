package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/githook"
	"starbank/star/report/cells"
)

const hookStatusLong = `Say whether commits are checked, and how.

Exit status: 0 they are; 1 they are not; 2 the work could not be done.`

func newHookStatus(s streams) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use: "status", Short: "Say whether commits are checked", GroupID: "hook", Args: arguments(0, 0, "no arguments"),
		Long: hookStatusLong, Example: "  star hook status\n  star hook status --format json",
		RunE: func(cmd *cobra.Command, _ []string) error { return runHookStatus(cmd.Context(), s, format) },
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "say it in this `FORMAT`: json, text")
	complete(cmd, "format", "json", "text")
	return cmd
}

// hookStatus is what star hook status says.
type hookStatus struct {
	Schema    int    `json:"version"`
	Path      string `json:"path"`
	Installed bool   `json:"installed"`
	Runs      bool   `json:"runs"` // git does
	Command   string `json:"command"`
}

func runHookStatus(ctx context.Context, s streams, format string) error {
	if format != "json" && format != "text" {
		return unknownWord("format", format, []string{"json", "text"})
	}
	status, err := readHookStatus(ctx)
	if err != nil {
		return err
	}
	if format == "json" {
		err = json.NewEncoder(s.out).Encode(status)
	} else {
		_, err = fmt.Fprintln(s.out, cells.Clean(status.String()))
	}
	return errors.Join(err, findingsIf(!status.Runs))
}

func readHookStatus(ctx context.Context) (status hookStatus, err error) {
	h, err := hookHere(ctx)
	if err != nil {
		return status, err
	}
	status = hookStatus{Schema: 1, Path: h.path}
	var lines string
	if lines, status.Installed = githook.Lines(h.source); status.Installed {
		_, rest, _ := strings.Cut(lines, "\"$star\" check")
		command, _, _ := strings.Cut(rest, " && exit 0\n")
		status.Command = "star check" + command
		info, err := os.Stat(h.path)
		status.Runs = err == nil && executable(info)
	}
	return status, nil
}

// String says it in a sentence.
func (s hookStatus) String() string {
	switch {
	case !s.Installed:
		return "commits are not checked; star hook install sets it up"
	case !s.Runs:
		return fmt.Sprintf("commits are not checked: %s is not executable, so git does not run it", relative(s.Path))
	}
	return fmt.Sprintf("commits are checked by %s: %s", relative(s.Path), s.Command)
}
