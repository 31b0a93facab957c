package main

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
)

// The words that flags accept.
var (
	severities = []string{"error", "warning", "info"}
	colours    = []string{"auto", "always", "never"}
)

// common are the flags of every command that reads stories and reports on them.
type common struct {
	format, color, config string
	formats               []string // that the command knows
}

// add adds the flags. does says what the command does in a format; a format may be
// followed by a tab and what completion says of it.
func (c *common) add(cmd *cobra.Command, does string, formats ...string) {
	for _, format := range formats {
		name, _, _ := strings.Cut(format, "\t")
		c.formats = append(c.formats, name)
	}
	flags := cmd.Flags()
	flags.StringVarP(&c.format, "format", "f", "text", does+" in this `FORMAT`: "+strings.Join(c.formats, ", "))
	flags.StringVar(&c.color, "color", "auto", "`WHEN` to use colour: auto, always or never")
	flags.StringVar(&c.config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	complete(cmd, "format", formats...)
	complete(cmd, "color", colours...)
}

// check reports words that the flags do not know.
func (c *common) check() error {
	switch {
	case !slices.Contains(c.formats, c.format):
		return unknownWord("format", c.format, c.formats)
	case !slices.Contains(colours, c.color):
		return unknownWord("color", c.color, colours)
	}
	return nil
}

// look is how a text is to look.
type look struct {
	width  int
	colour bool
}

// look returns how a text on a stream is to look.
func (c *common) look(w io.Writer) look {
	return look{term.Width(w), term.Colour(c.color, w, os.Getenv)}
}

// complete gives the words that a flag accepts to the shell.
func complete(cmd *cobra.Command, flag string, words ...string) {
	cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}
