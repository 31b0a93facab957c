package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/stories/history"
)

// pairs finds what is to be compared: two files, or stories on two sides of git.
func (r *reading) pairs(cmd *cobra.Command, o diffOptions, args []string) (compared, error) {
	dash := cmd.ArgsLenAtDash()
	if dash < 0 && len(args) == 2 && !o.staged && isFile(args[0]) && isFile(args[1]) {
		return r.twoFiles(args[0], args[1])
	}
	ctx := cmd.Context()
	repo, err := r.openHistory(ctx, nil)
	if err != nil {
		return compared{}, fmt.Errorf("%w; two files can be compared without: star diff OLD.md NEW.md", err)
	}
	defer repo.Close()
	words, named := args, []string(nil)
	if dash >= 0 {
		words, named = args[:dash], args[dash:]
	}
	from, to, rest, err := sidesOf(ctx, repo, words, o.staged)
	if err != nil {
		return compared{}, err
	}
	if dash >= 0 && len(rest) > 0 {
		return compared{}, fmt.Errorf("%s: %w", rest[0], history.ErrNoRevision)
	}
	found, err := repo.Changes(ctx, from, to)
	if err != nil {
		return compared{}, err
	}
	if found, err = r.choose(found, append(rest, named...)); err != nil && len(rest) > 0 {
		return compared{}, fmt.Errorf("no revision, and %w", err)
	} else if err != nil {
		return compared{}, err
	}
	c := compared{sides: [2]string{from.String(), to.String()}}
	c.pairs, err = load(ctx, repo, found)
	return c, err
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// twoFiles compares two files that need not lie in git.
func (r *reading) twoFiles(from, to string) (compared, error) {
	before, err := r.source(&from)
	if err != nil {
		return compared{}, fmt.Errorf("%s: %w", from, err)
	}
	after, err := r.source(&to)
	if err != nil {
		return compared{}, fmt.Errorf("%s: %w", to, err)
	}
	return compared{[2]string{from, to}, []pair{{from, to, before, after}}}, nil
}

// sidesOf reads the sides from the first arguments and returns the others, which
// name stories.
func sidesOf(ctx context.Context, repo *history.Repo, args []string, staged bool) (from, to history.Side, rest []string, err error) {
	first := ""
	if len(args) > 0 {
		from, to, err = repo.Range(ctx, args[0])
		switch {
		case err == nil && isThere(args[0]):
			return from, to, nil, fmt.Errorf("%s is a revision and a path; write -- before or behind it", args[0])
		case err == nil:
			first, args = args[0], args[1:]
		case !errors.Is(err, history.ErrNoRevision) || strings.Contains(args[0], ".."):
			return from, to, nil, err
		}
	}
	if first == "" {
		if from, err = repo.Resolve(ctx, history.Head); errors.Is(err, history.ErrNoCommits) {
			from, err = history.Side{}, nil // all is new
		}
		to = history.WorkTree()
	}
	if err != nil {
		return from, to, nil, err
	}
	ranged := strings.Contains(first, "..")
	switch {
	case staged && ranged:
		return from, to, nil, errors.New("--staged compares one revision with what is staged; leave the range out")
	case staged:
		to = history.Index()
	case first != "" && !ranged && len(args) > 0 && !isThere(args[0]):
		if second, err := repo.Resolve(ctx, args[0]); err == nil {
			to, args = second, args[1:]
		}
	}
	return from, to, args, nil
}

func isThere(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// choose keeps the changes of the stories that are named; of all, where none is. A
// story that is named and did not change is no mistake.
func (r *reading) choose(found []history.Change, named []string) ([]history.Change, error) {
	if len(named) == 0 {
		return found, nil
	}
	keep := make([]bool, len(found))
	for _, name := range named {
		hits := hitsOf(found, name)
		if len(hits) == 0 {
			if _, _, err := r.stories([]string{name}); err != nil {
				return nil, err
			}
		}
		for _, i := range hits {
			keep[i] = true
		}
	}
	var kept []history.Change
	for i, change := range found {
		if keep[i] {
			kept = append(kept, change)
		}
	}
	return kept, nil
}

// hitsOf lists the changes that a name means: a path, a folder, an id, or the
// beginning of ids that only one has.
func hitsOf(found []history.Change, name string) (hits []int) {
	path := filepath.Clean(name)
	matches := []func(file string) bool{
		func(file string) bool {
			return filepath.Clean(file) == path || strings.HasPrefix(filepath.Clean(file), path+string(filepath.Separator))
		},
		func(file string) bool { return idOf(file) == name },
		func(file string) bool { return strings.HasPrefix(idOf(file), name) },
	}
	for _, match := range matches {
		for i, change := range found {
			if slices.ContainsFunc([]string{change.From.Path, change.To.Path}, func(file string) bool { return file != "" && match(file) }) {
				hits = append(hits, i)
			}
		}
		if len(hits) > 0 {
			return hits
		}
	}
	return nil
}

func idOf(path string) string { return strings.TrimSuffix(filepath.Base(path), ".md") }

// load reads both contents of each change.
func load(ctx context.Context, repo *history.Repo, found []history.Change) ([]pair, error) {
	var files []history.File
	for _, change := range found {
		for _, file := range []history.File{change.From, change.To} {
			if file.Path != "" {
				files = append(files, file)
			}
		}
	}
	contents := make(map[history.File][]byte, len(files))
	at := 0
	for content, err := range repo.Contents(ctx, files) {
		if err != nil {
			return nil, err
		}
		contents[files[at]] = content
		at++
	}
	pairs := make([]pair, len(found))
	for i, change := range found {
		pairs[i] = pair{change.From.Path, change.To.Path, contents[change.From], contents[change.To]}
	}
	return pairs, nil
}
