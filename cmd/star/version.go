package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// build is which build this is.
type build struct {
	Schema   int    `json:"version"`
	Star     string `json:"star"`
	Revision string `json:"revision"`
	Modified bool   `json:"modified"`
	Go       string `json:"go"`
}

func version() build {
	b := build{Schema: 1, Star: "unknown", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if b.Star = info.Main.Version; b.Star == "" || b.Star == "(devel)" {
		b.Star = "development"
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.Revision = setting.Value
		case "vcs.modified":
			b.Modified = setting.Value == "true"
		}
	}
	return b
}

// String returns "star VERSION (REVISION, GO)".
func (b build) String() string {
	revision := ""
	if len(b.Revision) > 12 {
		revision = b.Revision[:12] + ", "
	}
	return fmt.Sprintf("star %s (%s%s)", b.Star, revision, b.Go)
}

const versionLong = `Say which build this is: the version, the revision it was built from and the Go
release.

Exit status: 0 said; 2 there is no such format.`

func newVersion() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use: "version", Short: "Say which build this is", GroupID: "tools", Args: arguments(0, 0, "no arguments"),
		Long:    versionLong,
		Example: "  star version\n  star version --format json",
		RunE:    func(cmd *cobra.Command, _ []string) error { return runVersion(cmd.OutOrStdout(), format) },
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "say it in this `FORMAT`: json, text")
	return cmd
}

func runVersion(w io.Writer, format string) error {
	switch format {
	case "json":
		return json.NewEncoder(w).Encode(version())
	case "text":
		_, err := fmt.Fprintln(w, version())
		return err
	}
	return unknownWord("format", format, []string{"json", "text"})
}
