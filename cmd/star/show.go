package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/galley"
	"starbank/cmd/star/internal/term"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/history"
)

const showLong = `Show a story as an interviewer would mark it: its title, fields and sections,
wrapped to the width, with the words that speak for a principle and those that
something was found about, the findings by their numbers, and how ready it is.

STORY@REV is the story as it was at a revision of git, written in any way that
git knows, under the name that it had then: leaked-key@HEAD~3, key@a1b2c3d. A
story is named by its path, its id, the beginning of one, or a former name.
Without @REV it is the file as it lies there, which wants no git.

Marks, without colour: ‹evidence›  «finding»[1]

Exit status: 0 shown; 2 the work could not be done.`

const showExample = `  star show leaked-key
  star show leaked-key@HEAD~3                     # as it was
  star show leaked-key@v1 --plain >old.md         # the file itself
  star show leaked-key --format markdown          # to paste
  star show leaked-key --format json | jq .readiness`

// showOptions are the flags of star show.
type showOptions struct {
	common
	plain, noPager bool
}

func newShow(s streams) *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use: "show STORY[@REV]", Short: "Show a story, or what it was, with evidence and findings marked", GroupID: "review",
		Long: showLong, Example: showExample, Args: arguments(1, 1, "one story"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return interruptible(cmd.Context(), func(ctx context.Context) error { return runShow(ctx, s, o, args[0]) })
		},
	}
	cmd.Flags().BoolVar(&o.plain, "plain", false, "write the file as it is, and nothing else")
	cmd.Flags().BoolVar(&o.noPager, "no-pager", false, "write to the terminal directly")
	o.add(cmd, "write", "json", "markdown", "text")
	return cmd
}

func runShow(ctx context.Context, s streams, o showOptions, arg string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.plain && o.format != "text" {
		return errors.New("--plain writes the file as it is; leave --format out")
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	found, err := r.find(ctx, arg)
	if err != nil {
		return err
	}
	if o.plain {
		return paged(s, o.noPager, func(out io.Writer) error { return writePlain(out, found.source, term.IsTerminal(s.out)) })
	}
	config, err := r.checking()
	if err != nil {
		return err
	}
	version, err := checkVersion(found.path, found.source, config)
	if err != nil {
		return err
	}
	look := o.look(s.out)
	g := galley.Galley{Version: version, Revision: found.revision, Rate: config.Rate(), Width: look.width, Colour: look.colour}
	write := map[string]func(io.Writer, galley.Galley) error{"json": galley.JSON, "markdown": galley.Markdown, "text": galley.Text}[o.format]
	return paged(s, o.noPager || o.format != "text", func(out io.Writer) error { return write(out, g) })
}

// writePlain writes a text; where somebody looks, without what a terminal would take
// for commands.
func writePlain(w io.Writer, source []byte, terminal bool) error {
	if !terminal {
		_, err := w.Write(source)
		return err
	}
	for line := range strings.Lines(string(source)) {
		if _, err := fmt.Fprintln(w, cells.Clean(strings.TrimRight(line, "\r\n"))); err != nil {
			return err
		}
	}
	return nil
}

// storyVersion is a story as it is or was.
type storyVersion struct {
	path     string // what it was called
	source   []byte
	revision galley.Revision // zero for the work tree
}

// find reads the version that STORY or STORY@REV names.
func (r *reading) find(ctx context.Context, arg string) (v storyVersion, err error) {
	name, revision, err := r.splitRevision(arg)
	if err != nil {
		return v, err
	}
	if revision == "" {
		return r.findFile(name)
	}
	path, _ := r.workFile(name)
	repo, err := r.openAround(ctx, path)
	if err != nil {
		return v, err
	}
	defer repo.Close()
	return r.findVersion(ctx, repo, name, revision)
}

// findFile reads a story of the work tree, or standard input.
func (r *reading) findFile(name string) (v storyVersion, err error) {
	if v.path = name; name != stdinPath {
		if v.path, err = r.workFile(name); err != nil {
			return v, err
		}
	}
	if v.source, err = r.source(&v.path); err != nil {
		err = stories.Trouble{Path: v.path, Err: err}
	}
	return v, err
}

// findVersion reads a story as it was at a revision.
func (r *reading) findVersion(ctx context.Context, repo *history.Repo, name, revision string) (v storyVersion, err error) {
	side, err := repo.Resolve(ctx, revision)
	if err != nil {
		return v, err
	}
	file, err := r.fileAt(ctx, repo, name, side)
	if err != nil {
		return v, err
	}
	commit, err := repo.Commit(ctx, side)
	if err != nil {
		return v, err
	}
	v.path, v.revision = file.Path, galley.Revision{Name: revision, Commit: commit.Commit, Date: dateOf(commit), Subject: commit.Subject}
	v.source, err = repo.Content(ctx, file)
	return v, err
}
