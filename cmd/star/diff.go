package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/changes"
	"starbank/cmd/star/internal/term"
	"starbank/star"
	"starbank/star/lint/rules"
	"starbank/star/review"
)

const diffLong = `Show what changed in stories between two versions, section by section and word
by word, behind a judgement of what the revision gained and lost: findings,
evidence for principles, figures, words and readiness.

Versions are named as in git diff:

    star diff                   what is in the files against the last commit
    star diff --staged          what will be committed against the last commit
    star diff REV               the files against a revision
    star diff REV1..REV2        one revision against another (also: REV1 REV2)
    star diff REV1...REV2       what REV2 has changed since it left REV1

Name stories by id, the beginning of one, or path; behind -- where a name is a
revision too. Two files are compared without git.

White space is never compared. Marks, with or without colour:
[-cut-]  {+added+}  [~moved away~]  {~moved here~}

Exit status: 0 shown; 1 with --exit-code, when something changed; 2 the work
could not be done.`

const diffExample = `  star diff                                    # since the last commit
  star diff main.. -- leaked-key               # one story, main against HEAD
  star diff HEAD~5 --stat                      # a line a story
  star diff --staged --findings-only           # what it mends and breaks
  star diff before.md after.md --side-by-side  # two files
  star diff v1..v2 --format html >changes.html`

// diffOptions are the flags of star diff.
type diffOptions struct {
	common
	staged, stat, sideBySide      bool
	findingsOnly, whole, exitCode bool
	noPager                       bool
}

func newDiff(s streams) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use: "diff [REV|REV..REV] [--] [STORY...]", Short: "Show what changed in stories, and whether for the better", GroupID: "review",
		Long: diffLong, Example: diffExample,
		RunE: func(cmd *cobra.Command, args []string) error { return runDiff(cmd, s, o, args) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.staged, "staged", false, "compare what will be committed")
	flags.BoolVar(&o.stat, "stat", false, "a line a story")
	flags.BoolVarP(&o.sideBySide, "side-by-side", "y", false, "the old words on the left, the new ones on the right")
	flags.BoolVar(&o.findingsOnly, "findings-only", false, "the judgement without the words")
	flags.BoolVar(&o.whole, "whole", false, "the words that did not change too")
	flags.BoolVar(&o.exitCode, "exit-code", false, "exit with 1 when something changed")
	flags.BoolVar(&o.noPager, "no-pager", false, "write to the terminal directly")
	o.add(cmd, "write", changes.Names()...)
	cmd.MarkFlagsMutuallyExclusive("stat", "side-by-side", "findings-only")
	return cmd
}

// detail returns what the flags ask for.
func (o *diffOptions) detail() changes.Detail {
	switch {
	case o.stat:
		return changes.Stat
	case o.sideBySide:
		return changes.Columns
	case o.findingsOnly:
		return changes.Judgement
	}
	return changes.Text
}

func runDiff(cmd *cobra.Command, s streams, o diffOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.format != "text" && (o.stat || o.sideBySide) {
		return errors.New("--stat and --side-by-side are ways to write text; leave --format out")
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	pairs, err := r.pairs(cmd, o, args)
	if err != nil {
		return err
	}
	document, err := r.compare(pairs)
	if err != nil {
		return err
	}
	document.Detail, document.Whole = o.detail(), o.whole
	err = paged(s, o.noPager || o.format != "text", func(out io.Writer) error {
		document.Width, document.Colour = term.Width(s.out), term.Colour(o.color, s.out, os.Getenv)
		return changes.Lookup(o.format).Write(out, document)
	})
	if err == nil && o.exitCode {
		return findingsIf(len(document.Stories) > 0)
	}
	return err
}

// pair is a story on two sides, each a path and its content. A path of "" is none.
type pair struct {
	from, to      string
	before, after []byte
}

// compared is the pairs of two sides.
type compared struct {
	sides [2]string
	pairs []pair
}

// compare judges each pair that differs.
func (r *reading) compare(c compared) (changes.Document, error) {
	config, err := r.checking()
	if err != nil {
		return changes.Document{}, err
	}
	document := changes.Document{Sides: c.sides, Rate: config.Rate()}
	version := func(path string, source []byte) *review.Version {
		if path == "" {
			return nil
		}
		return review.Check(star.Parse(path, source), rules.All, config)
	}
	for _, p := range c.pairs {
		if story := changed(p, review.Of(version(p.from, p.before), version(p.to, p.after))); story.Status != changes.Unchanged {
			document.Stories = append(document.Stories, story)
		}
	}
	return document, nil
}

// changed says what became of a story.
func changed(p pair, r *review.Review) changes.Story {
	story := changes.Story{From: p.from, To: p.to, Status: changes.Changed, Review: r}
	switch {
	case r.Old == nil:
		story.Status = changes.Added
	case r.New == nil:
		story.Status = changes.Removed
	case p.from != p.to:
		story.Status = changes.Renamed
	case r.Difference.Empty() && len(r.Fixed)+len(r.Brought) == 0 && string(p.before) == string(p.after):
		story.Status = changes.Unchanged
	}
	if story.ID = r.Difference.New.ID; r.New == nil {
		story.ID = r.Difference.Old.ID
	}
	return story
}
