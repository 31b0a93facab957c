// Package term knows what the other end of a stream can show.
package term

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Colour reports whether a stream gets colour. The order is: the flag (always
// or never), NO_COLOR, CLICOLOR_FORCE, TERM=dumb, and at last whether the
// stream is a terminal.
func Colour(flag string, stream io.Writer, getenv func(string) string) bool {
	switch {
	case flag == "always":
		return true
	case flag == "never", getenv("NO_COLOR") != "":
		return false
	case getenv("CLICOLOR_FORCE") != "" && getenv("CLICOLOR_FORCE") != "0":
		return true
	case getenv("TERM") == "dumb":
		return false
	}
	return IsTerminal(stream)
}

// The widths in columns that text is laid out for.
const (
	defaultWidth = 80
	minWidth     = 40
	maxWidth     = 110 // wider lines are hard to read
)

// Width returns how many columns to fill on a stream.
func Width(stream io.Writer) int {
	file, ok := stream.(*os.File)
	if !ok {
		return defaultWidth
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil || width <= 0 {
		return defaultWidth
	}
	return max(minWidth, min(maxWidth, width))
}

// IsTerminal reports whether somebody reads a stream as it is written.
func IsTerminal(stream io.Writer) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
