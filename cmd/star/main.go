// Command star keeps and reviews stories for behavioural interviews.
package main

import (
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// The exit statuses of every command.
const (
	exitFine     = 0
	exitFindings = 1 // findings at or above fail_on
	exitFailed   = 2 // could not do the work
)

// run is the program.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot(streams{stdin, stdout, stderr})
	root.SetArgs(args)
	return exitStatus(root.Execute(), stderr)
}
