package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/changes"
	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/history"
)

const restoreLong = `Bring back what a story was at a revision: all of it, or one section, while all
else stays as it is. A section comes back where it stands now, in the front
matter or under its heading; what is written is proved to read as it did. A
story that was renamed keeps its name, one that is gone comes back.

What is not saved in git is not overwritten, unless with --force. --diff shows
what would change and writes nothing.

Exit status: 0 restored, or as it was already; 2 the work could not be done.`

const restoreExample = `  star restore leaked-key@HEAD~3 result           # one section
  star restore leaked-key@a1b2c3d --diff          # see it first
  star restore leaked-key@HEAD --force            # drop what is not committed`

// restoreOptions are the flags of star restore.
type restoreOptions struct {
	common
	force, diff bool
}

func newRestore(s streams) *cobra.Command {
	var o restoreOptions
	cmd := &cobra.Command{
		Use: "restore STORY@REV [SECTION]", Short: "Bring back what a story was, or one section of it", GroupID: "write",
		Long: restoreLong, Example: restoreExample, Args: arguments(1, 2, "a story at a revision, and perhaps a section"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return interruptible(cmd.Context(), func(ctx context.Context) error { return runRestore(ctx, s, o, args) })
		},
		ValidArgsFunction: cobra.FixedCompletions(partNames(), cobra.ShellCompDirectiveNoFileComp),
	}
	cmd.Flags().BoolVar(&o.force, "force", false, "overwrite what is not saved in git")
	cmd.Flags().BoolVar(&o.diff, "diff", false, "show what would change, and change nothing")
	o.add(cmd, "write", "text")
	cmd.Flags().MarkHidden("format")
	return cmd
}

// partNames lists the names of sections.
func partNames() (names []string) {
	for _, part := range star.Parts() {
		names = append(names, part.String())
	}
	return names
}

func runRestore(ctx context.Context, s streams, o restoreOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	part, err := partArgument(args[1:])
	if err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	name, revision, err := r.splitRevision(args[0])
	if err == nil && revision == "" {
		err = fmt.Errorf("%q names no revision; write STORY@REV, and see them with star log STORY", args[0])
	}
	if err != nil {
		return err
	}
	path, _ := r.workFile(name)
	repo, err := r.openAround(ctx, path)
	if err != nil {
		return err
	}
	defer repo.Close()
	plan, err := r.planRestoring(ctx, repo, name, revision, part)
	if err != nil {
		return err
	}
	return r.restore(ctx, s, o, repo, plan)
}

// partArgument reads the name of a section, in any form that a story may call it.
func partArgument(args []string) (*star.Part, error) {
	if len(args) == 0 {
		return nil, nil
	}
	part, known := star.PartOf(args[0])
	if !known {
		return nil, unknownWord("section", args[0], partNames())
	}
	return &part, nil
}

// restoring is a version of a story on its way back into the work tree.
type restoring struct {
	version storyVersion
	part    *star.Part // nil for the whole
	path    string     // of the file to be written
	before  []byte     // which it holds; nil where there is none
	after   []byte
}

// planRestoring says what a file is to hold.
func (r *reading) planRestoring(ctx context.Context, repo *history.Repo, name, revision string, part *star.Part) (p restoring, err error) {
	p.part = part
	if p.version, err = r.findVersion(ctx, repo, name, revision); err != nil {
		return p, err
	}
	if p.path, err = r.homeOf(ctx, repo, name, p.version.path); err != nil {
		return p, err
	}
	if isThere(p.path) {
		if p.before, err = stories.ReadFile(p.path); err != nil {
			return p, err
		}
	}
	switch {
	case part == nil:
		p.after = likeLines(p.version.source, p.before)
	case p.before == nil:
		err = fmt.Errorf("%s is not in the work tree; bring back the whole of it", p.path)
	default:
		p.after, err = star.Parse(p.path, p.before).Restore(*part, star.Parse(p.version.path, p.version.source))
		err = p.explain(err)
	}
	return p, err
}

// homeOf returns where a story belongs that has a name or had: its file of today,
// else the last it had.
func (r *reading) homeOf(ctx context.Context, repo *history.Repo, name, then string) (string, error) {
	if path, err := r.workFile(name); err == nil {
		return path, nil
	}
	head, err := repo.Resolve(ctx, history.Head)
	if err != nil {
		return "", err
	}
	t, err := r.tell(ctx, repo, head, name)
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case err != nil:
		return then, nil // of another branch
	case t.work != nil && t.work.To.Path != "":
		return t.work.To.Path, nil
	}
	return t.Path, nil
}

// likeLines ends the lines of a text as another text does, where git stores one line
// break for both.
func likeLines(text, like []byte) []byte {
	if n := bytes.IndexByte(like, '\n'); n < 1 || like[n-1] != '\r' || bytes.IndexByte(text, '\r') >= 0 {
		return text
	}
	return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
}

// explain says of which section a restoration failed.
func (p *restoring) explain(err error) error {
	switch {
	case errors.Is(err, star.ErrNoSection):
		return fmt.Errorf("%s says nothing in its %s at %s", p.version.path, *p.part, p.version.revision.Name)
	case err != nil:
		return fmt.Errorf("%s: %s: %w; star show %s@%s --plain prints it", p.path, *p.part, err, idOf(p.version.path), p.version.revision.Name)
	}
	return nil
}

// restore writes the file, or shows how it would change.
func (r *reading) restore(ctx context.Context, s streams, o restoreOptions, repo *history.Repo, p restoring) error {
	what := cells.Clean(p.path)
	if p.part != nil {
		what = fmt.Sprintf("%s of %s", *p.part, what)
	}
	at := fmt.Sprintf("%s of %s", short(p.version.revision.Commit), p.version.revision.Date)
	switch {
	case p.before != nil && bytes.Equal(p.before, p.after):
		_, err := fmt.Fprintf(s.out, "%s is as it was at %s\n", what, at)
		return err
	case o.diff:
		return r.showRestoring(s, o, p)
	}
	if !o.force {
		if saved, err := p.saved(ctx, repo); err != nil {
			return err
		} else if !saved {
			return fmt.Errorf("%s is not saved in git; commit it first, or overwrite it with --force (--diff shows what would change)", what)
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := p.write(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(s.out, "%s is again as it was at %s\n", what, at)
	return err
}

func (r *reading) showRestoring(s streams, o restoreOptions, p restoring) error {
	change := pair{p.path, p.path, p.before, p.after}
	if p.before == nil {
		change.from = ""
	}
	document, err := r.compare(compared{[2]string{"work tree", p.version.revision.Name}, []pair{change}})
	if err != nil {
		return err
	}
	look := o.look(s.out)
	document.Width, document.Colour, document.Whole = look.width, look.colour, p.before == nil
	return paged(s, false, func(out io.Writer) error { return changes.Plain(out, document) })
}

// saved reports whether git has what would be overwritten: the file, or the section,
// as the last commit or the index holds it.
func (p *restoring) saved(ctx context.Context, repo *history.Repo) (bool, error) {
	if p.before == nil || p.says(p.before) == "" {
		return true, nil
	}
	head, err := repo.Resolve(ctx, history.Head)
	if err != nil {
		return false, err
	}
	for _, side := range []history.Side{head, history.Index()} {
		changed, err := repo.ChangesOf(ctx, side, []string{p.path})
		switch {
		case errors.Is(err, history.ErrConflict):
			continue
		case err != nil:
			return false, err
		case len(changed) == 0:
			return true, nil
		}
		if p.part == nil || changed[0].From.Path == "" {
			continue
		}
		if had, err := repo.Content(ctx, changed[0].From); err == nil && p.says(had) == p.says(p.before) {
			return true, nil
		}
	}
	return false, nil
}

// says returns the part of a file that is to be overwritten.
func (p *restoring) says(source []byte) string {
	if p.part == nil {
		return string(source)
	}
	section := star.Parse(p.path, source).Section(*p.part)
	if section.Blank() {
		return ""
	}
	return section.Text
}

func (p *restoring) write() error {
	if p.before != nil {
		return stories.Replace(p.path, p.before, p.after)
	}
	if err := os.MkdirAll(filepath.Dir(p.path), 0o755); err != nil {
		return err
	}
	return stories.Create(p.path, p.after)
}
