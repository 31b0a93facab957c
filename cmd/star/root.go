package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"starbank/star/report/cells"
	"starbank/stories"
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// finish says what could not be read, behind a report, and returns how the command
// ends, which err is why writing it failed.
func (s streams) finish(err error, troubles []stories.Trouble) error {
	troubles = s.note(troubles)
	s.complain(troubles)
	if err == nil && len(troubles) > 0 {
		return errReported
	}
	return err
}

// complain says on the error stream what could not be read.
func (s streams) complain(troubles []stories.Trouble) {
	for _, trouble := range troubles {
		fmt.Fprintf(s.err, "star: %s\n", cells.Clean(trouble.Error()))
	}
}

// note says of a bank that it has no story yet, and returns the other troubles.
func (s streams) note(troubles []stories.Trouble) []stories.Trouble {
	if len(troubles) == 1 && errors.Is(troubles[0].Err, errNoStoryYet) {
		s.complain(troubles)
		return nil
	}
	return troubles
}

// errFindings ends a command with exit status 1; all has been said.
var errFindings = errors.New("findings")

// errReported ends a command with exit status 2; all has been said.
var errReported = errors.New("reported")

func exitStatus(err error, stderr io.Writer) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitFine
	case errors.Is(err, errFindings):
		return exitFindings
	case !errors.Is(err, errReported):
		say(stderr, err)
	}
	return exitFailed
}

// say writes an error for the user, a line for each of its lines.
func say(w io.Writer, err error) {
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(w, "star: %s\n", cells.Clean(strings.TrimSuffix(line, "\n")))
	}
}

const rootLong = `star keeps one Markdown file for each story you would tell in a behavioural
interview and reads it the way a strict interviewer does. It works on your
machine alone and never writes a story for you.

Exit status of all commands: 0 nothing to report; 1 findings at or above the
severity that counts; 2 the work could not be done.`

const rootExample = `  star check
  star check stories/leaked-key.md
  star explain result-no-metric
  star help check`

const exitHelp = `
Exit status: 0 nothing to report; 1 findings at or above --fail-on; 2 the work
could not be done.`

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "star COMMAND",
		Short:         "A story bank for behavioural interviews",
		Long:          rootLong,
		Example:       rootExample,
		Version:       version().String(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.AddGroup(&cobra.Group{ID: "write", Title: "Write:"}, &cobra.Group{ID: "review", Title: "Review:"}, &cobra.Group{ID: "rehearse", Title: "Rehearse:"}, &cobra.Group{ID: "tools", Title: "Tools:"})
	root.SuggestionsMinimumDistance = 2
	root.SetUsageFunc(writeUsage)
	root.SetHelpCommand(newHelp())
	root.AddCommand(newFmt(s), newPlan(s), newTold(s), newPractice(s), newPrep(s), newAsk(s), newQuestions(s), newRestore(s), newShow(s), newNumbers(s), newTag(s), newSet(s), newAdd(s), newEdit(s), newNew(s), newInit(s), newImport(s), newCheck(s), newMap(s), newCoverage(s), newList(s), newDiff(s), newLog(s), newExplain(s), newHook(s), newCompletion(), newVersion())
	return root
}

func unknownCommand(root *cobra.Command, name string) error {
	message := fmt.Sprintf("unknown command %q", name)
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return fmt.Errorf("%s; did you mean %q?", message, near[0])
	}
	return fmt.Errorf("%s; %s --help lists them", message, root.CommandPath())
}
