package history

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// commit is a commit of the history of a side.
type commit struct {
	id              string
	parents         []string
	committed       int64  // seconds of the clock of who committed it
	listed          int    // how many git listed before it
	authored        string // when, as git writes it
	author, subject string
	cut             bool         // it has parents that a shallow repository lacks
	changes         [][]entry    // against each parent, or against nothing
	renamed         [][]renaming // among them
}

// walk returns the commits that lead to one, newest first and none behind its
// parents, with the changes of stories in each.
func (r *Repo) walk(ctx context.Context, tip string) ([]*commit, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // so that when one process fails, the other ends
	differ := r.git.command(ctx, "diff-tree", append(append([]string{"--stdin", "-r", "--root", "--always"}, rawFlags...), r.scope()...)...)
	in, err := differ.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := differ.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := differ.Start(); err != nil {
		return nil, err
	}
	var commits []*commit
	listed := make(chan error, 1)
	go func() {
		var err error
		commits, err = r.feed(ctx, tip, in)
		listed <- err
	}()
	groups, err := r.groups(bufio.NewReaderSize(out, 1<<16))
	if err != nil {
		cancel()
	}
	failed := <-listed
	ended := differ.end(ctx)
	if err := firstOf(failed, ended, err); err != nil {
		return nil, err
	}
	return byDate(commits), assign(commits, groups)
}

// firstOf returns the first error that is more than the echo of another process
// that ended.
func firstOf(errs ...error) error {
	var echo error
	for _, err := range errs {
		if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, io.ErrClosedPipe) {
			return err
		}
		if echo == nil {
			echo = err
		}
	}
	return echo
}

// feed lists the commits and asks for the changes of each against each of its
// parents.
func (r *Repo) feed(ctx context.Context, tip string, ask io.WriteCloser) (commits []*commit, err error) {
	defer ask.Close()
	to := bufio.NewWriter(ask)
	err = r.log(ctx, tip, func(c *commit) {
		commits = append(commits, c)
		if len(c.parents) == 0 {
			fmt.Fprintf(to, "%s\n", c.id)
		}
		for _, parent := range c.parents {
			fmt.Fprintf(to, "%s %s\n", c.id, parent)
		}
	})
	return commits, cmp.Or(err, to.Flush())
}

// log lists the commits that lead to one as git comes upon them.
func (r *Repo) log(ctx context.Context, tip string, each func(*commit)) error {
	lister := r.git.command(ctx, "rev-list", "--parents", "--encoding=UTF-8", "--format=%ct %aI%n%an%n%s", tip)
	out, err := lister.StdoutPipe()
	if err != nil {
		return err
	}
	if err := lister.Start(); err != nil {
		return err
	}
	in := bufio.NewReaderSize(out, 1<<16)
	for {
		c, err := readCommit(in)
		if err != nil {
			break // what it was, the end of the process tells
		}
		each(c)
	}
	return lister.end(ctx)
}

// readCommit reads "commit ID PARENT...", the dates, the author and the subject,
// each on a line.
func readCommit(in *bufio.Reader) (*commit, error) {
	var lines [4]string
	for i := range lines {
		line, err := in.ReadString('\n')
		if err != nil {
			return nil, err
		}
		lines[i] = line[:len(line)-1]
	}
	id, parents, _ := strings.Cut(strings.TrimPrefix(lines[0], "commit "), " ")
	if id == "" {
		return nil, errTruncated
	}
	c := &commit{id: id, author: strings.ToValidUTF8(lines[2], "\uFFFD"), subject: strings.ToValidUTF8(lines[3], "\uFFFD")}
	if parents != "" {
		c.parents = strings.Split(parents, " ")
	}
	var committed string
	committed, c.authored, _ = strings.Cut(lines[1], " ")
	c.committed, _ = strconv.ParseInt(committed, 10, 64)
	return c, nil
}

// time returns when a commit was authored; what git could not read is zero.
func (c *commit) time() time.Time {
	authored, _ := time.Parse(time.RFC3339, c.authored)
	return authored
}

// groups reads the changes that belong to each question: its first line, always
// there, is the id of a commit.
func (r *Repo) groups(in *bufio.Reader) (groups [][]entry, err error) {
	for {
		id, err := readRaw(in, func(e entry) {
			if n := len(groups); n > 0 && strings.HasSuffix(e.path(), ".md") {
				groups[n-1] = append(groups[n-1], e)
			}
		})
		if errors.Is(err, io.EOF) {
			return groups, nil
		}
		if err != nil {
			return nil, fmt.Errorf("git diff-tree: %w", err)
		}
		if id != "" {
			groups = append(groups, nil)
		}
	}
}

// assign gives each commit its changes.
func assign(commits []*commit, groups [][]entry) error {
	for _, c := range commits {
		n := max(1, len(c.parents))
		if len(groups) < n {
			return fmt.Errorf("git diff-tree: %w", errTruncated)
		}
		c.changes, groups = groups[:n], groups[n:]
	}
	return nil
}
