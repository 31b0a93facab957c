package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"starbank/stories/history"
)

const logLong = `Show how a story came to be what it is: its revisions in git, newest first and
through all its names, a line each. A line has the date, the commit, the
readiness as a column and a number, how many findings there were, the words,
the subject of the commit, and what changed most. What is not committed stands
first. --patch adds what changed, as star diff writes it.

A story is named by its path, its id, the beginning of one, or a former name.

Without a story, show which stories of the bank moved, the last one first, each
with its readiness from the first revision to now, and which are stale: not
touched for --stale days, and neither ready nor retired. The readiness of many
revisions is sampled.

Exit status: 0 shown; 2 the work could not be done.`

const logExample = `  star log leaked-key
  star log leaked-key --patch -n 3      # the last three, word by word
  star log old-name                     # what became of it
  star log                              # what moved, and what is stale
  star log --stale 14
  star log leaked-key --format json | jq '.revisions[].readiness'`

// logOptions are the flags of star log.
type logOptions struct {
	common
	patch, noPager bool
	most, stale    int
}

func newLog(s streams) *cobra.Command {
	var o logOptions
	cmd := &cobra.Command{
		Use: "log [STORY]", Short: "Show the revisions of a story, or what moved in the bank", GroupID: "review",
		Long: logLong, Example: logExample, Args: arguments(0, 1, "a story, or none"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return interruptible(cmd.Context(), func(ctx context.Context) error { return runLog(ctx, s, o, args) })
		},
	}
	flags := cmd.Flags()
	flags.BoolVarP(&o.patch, "patch", "p", false, "show what each revision changed, as star diff does")
	flags.IntVarP(&o.most, "number", "n", 0, "show this `NUMBER` of revisions, or of stories, at most")
	flags.IntVar(&o.stale, "stale", 30, "after how many `DAYS` without a change a story is stale")
	flags.BoolVar(&o.noPager, "no-pager", false, "write to the terminal directly")
	o.add(cmd, "write", "json", "text")
	return cmd
}

// unclear says which flags don't go together, or mean nothing.
func (o *logOptions) unclear(args []string) error {
	switch {
	case o.patch && len(args) == 0:
		return errors.New("--patch wants a story; star diff REV shows what changed in all of them")
	case o.most < 0 || o.stale < 0:
		return errors.New("--number and --stale count, from 0 on")
	}
	return o.check()
}

func runLog(ctx context.Context, s streams, o logOptions, args []string) error {
	if err := o.unclear(args); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	path := ""
	if len(args) == 1 {
		path, _ = r.workFile(args[0])
	}
	repo, err := r.openAround(ctx, path)
	if err != nil {
		return err
	}
	defer repo.Close()
	head, err := repo.Resolve(ctx, history.Head)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return r.logBank(ctx, s, o, repo, head)
	}
	return r.logStory(ctx, s, o, repo, head, args[0])
}

// short returns the beginning of a commit's id that people are shown.
func short(commit string) string { return commit[:min(shortID, len(commit))] }

// shortID is how many digits of a commit are shown: as many as git shows of one in
// a repository of the usual size.
const shortID = 7

// sayCut says that older revisions are missing.
func sayCut(p *page) {
	p.paragraph("", "The repository is shallow, and the tale cut short: git fetch --unshallow brings older revisions.")
}

// dateOf writes a day.
func dateOf(v history.Revision) string {
	if v.Time.IsZero() {
		return "no date"
	}
	return v.Time.Format("2006-01-02")
}
