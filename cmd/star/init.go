package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/examples"
	"starbank/stories/history"
	"starbank/stories/rehearse/practice"
)

const initLong = `Set up a bank of stories in a folder (the working folder, if none is named): a
star.yaml with every setting explained, a folder for the stories, what git has
to know, and a git repository where there is none; with --hook, the check before
each commit as well (see star help hook). What is there is left as it is, so
running it again does no harm.

Exit status: 0 done; 2 the work could not be done.`

const initExample = `  star init ~/interviews                  # a bank, in git
  star init --role sde --level L6         # for another job
  star init --hook                        # git checks each commit from here on
  star init --examples ~/example-bank     # with 23 stories to look at`

// initOptions are the flags of star init.
type initOptions struct {
	role, level           string
	examples, noGit, hook bool
}

func newInit(s streams) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use: "init [FOLDER]", Short: "Set up a bank of stories", GroupID: "write",
		Long: initLong, Example: initExample, Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			return runInit(cmd.Context(), s, o, filepath.Clean(folder))
		},
	}
	target := stories.DefaultConfig().Target
	flags := cmd.Flags()
	flags.StringVar(&o.role, "role", target.Role, "the `ROLE` that the stories are for: "+strings.Join(stories.Roles(), ", "))
	flags.StringVar(&o.level, "level", target.Level, "the `LEVEL`: "+strings.Join(stories.Levels(), ", "))
	flags.BoolVar(&o.examples, "examples", false, "copy the example stories")
	flags.BoolVar(&o.noGit, "no-git", false, "make no git repository")
	flags.BoolVar(&o.hook, "hook", false, "have git check the stories of each commit")
	cmd.MarkFlagsMutuallyExclusive("no-git", "hook")
	complete(cmd, "role", stories.Roles()...)
	complete(cmd, "level", stories.Levels()...)
	return cmd
}

// setup is a run of star init: what it did, a line each.
type setup struct {
	folder string
	done   []string
}

func runInit(ctx context.Context, s streams, o initOptions, folder string) error {
	switch {
	case !slices.Contains(stories.Roles(), o.role):
		return unknownWord("role", o.role, stories.Roles())
	case !slices.Contains(stories.Levels(), o.level):
		return unknownWord("level", o.level, stories.Levels())
	}
	settings, err := stories.NewSettings(o.role, o.level)
	if err != nil {
		return err
	}
	run := &setup{folder: folder}
	if err := run.bank(settings); err != nil {
		return err
	}
	if o.examples {
		if err := run.copyExamples(); err != nil {
			return err
		}
	}
	if !o.noGit {
		run.done = append(run.done, run.repository(ctx, s))
	}
	for _, line := range run.done {
		if _, err := fmt.Fprintln(s.out, cells.Clean(line)); err != nil {
			return err
		}
	}
	if o.hook {
		if err := runHookInstall(ctx, s, filepath.Join(folder, stories.Settings), nil); err != nil {
			return err
		}
	}
	return run.next(s)
}

// bank writes the files of a bank that are not there.
func (run *setup) bank(settings []byte) error {
	folder := filepath.Join(run.folder, stories.DefaultConfig().Stories)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return stories.Trouble{Path: folder, Err: errors.Unwrap(err)}
	}
	if err := run.file(stories.Settings, settings); err != nil {
		return err
	}
	if err := run.file(".gitignore", []byte("# what programs leave behind\n.star-*.tmp\n*~\n.*.sw?\n.DS_Store\n")); err != nil {
		return err
	}
	return run.file(".gitattributes", fmt.Appendf(nil, "# each line stands for itself: both sides of a merge are kept\n%s merge=union\n%s merge=union\n", practice.File, stories.ToldFile))
}

// file writes a file, or notes that it is there.
func (run *setup) file(name string, content []byte) error {
	path := filepath.Join(run.folder, name)
	switch err := stories.Create(path, content); {
	case errors.Is(err, stories.ErrExists):
		run.done = append(run.done, path+" is there already")
	case err != nil:
		return err
	default:
		run.done = append(run.done, path+" written")
	}
	return nil
}

func (run *setup) copyExamples() error {
	copied, folder := 0, filepath.Join(run.folder, stories.DefaultConfig().Stories)
	err := fs.WalkDir(examples.Stories(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(examples.Stories(), name)
		if err != nil {
			return err
		}
		if err := stories.Create(filepath.Join(folder, name), content); err == nil {
			copied++
		} else if !errors.Is(err, stories.ErrExists) {
			return err
		}
		return nil
	})
	run.done = append(run.done, fmt.Sprintf("%s: %s copied", folder, cells.Plural(copied, "example story", "example stories")))
	return err
}

// repository makes a git repository where there is none, and says what came of it. A
// bank works without.
func (run *setup) repository(ctx context.Context, s streams) string {
	repo, err := history.Open(ctx, history.Place{Folder: run.folder})
	switch {
	case err == nil:
		repo.Close()
		return "git repository is there already"
	case errors.Is(err, history.ErrNoRepository):
		if err := history.Init(ctx, run.folder); err != nil {
			return "no git repository: " + err.Error()
		}
		return "git repository made"
	}
	return "no git repository: " + err.Error()
}

func (run *setup) next(s streams) error {
	enter := ""
	if run.folder != "." {
		enter = "  cd " + cells.Clean(run.folder) + "\n"
	}
	_, err := fmt.Fprintf(s.out, "next:\n%s  star import NOTES.md     stories out of old notes\n  star check               what an interviewer would stumble over\n", enter)
	return err
}
