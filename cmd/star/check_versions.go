package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/history"
)

// former is what a story was.
type former struct {
	path   string
	source []byte
}

// ofVersions reports whether the flags ask for stories as git has them.
func (o *checkOptions) ofVersions() bool { return o.staged || o.newFrom != "" }

// chooseVersions reports flags that want of a version what is not to be had.
func (o *checkOptions) chooseVersions(args []string) error {
	flag := "--new-from"
	if o.staged {
		flag = "--staged"
	}
	switch {
	case !o.ofVersions():
		return nil
	case o.fix || o.diff || o.ignoreReason != "":
		return fmt.Errorf("%s changes no file; run --fix, --diff and --add-ignore without it", flag)
	case o.watch:
		return fmt.Errorf("%s looks at one moment; run --watch without it", flag)
	case slices.Contains(args, stdinPath):
		return fmt.Errorf("%s wants stories of a git repository; standard input has no versions", flag)
	}
	return nil
}

// changed lists the stories of the arguments that --staged and --new-from are
// about, and reads the versions that these want.
func (p *checkPlan) changed(ctx context.Context, args []string) (files []string, troubles []stories.Trouble, err error) {
	if !p.options.staged {
		if files, troubles = p.files(args); len(files) == 0 {
			return nil, troubles, nil
		}
	}
	repo, err := p.openHistory(ctx, args)
	if err != nil {
		return nil, nil, err
	}
	defer repo.Close()
	from, err := p.since(ctx, repo)
	if err != nil {
		return nil, nil, err
	}
	var changes []history.Change
	if p.options.staged {
		changes, err = repo.Changes(ctx, from, history.Index())
		changes = slices.DeleteFunc(changes, func(c history.Change) bool { return c.Status == history.Deleted || !amongArguments(args, c.To.Path) })
	} else {
		changes, err = repo.ChangesOf(ctx, from, files)
	}
	if err != nil {
		return nil, nil, err
	}
	files, failed := p.readVersions(ctx, repo, changes)
	return files, append(troubles, failed...), nil
}

// amongArguments reports whether a path is one of the arguments or lies in one; with none,
// all are.
func amongArguments(args []string, path string) bool {
	return len(args) == 0 || slices.ContainsFunc(args, func(arg string) bool { return encloses(arg, path) })
}

// since returns the side that stories have changed from: for --new-from REV... the
// commit at which HEAD left REV, and nothing before the first commit.
func (p *checkPlan) since(ctx context.Context, repo *history.Repo) (from history.Side, err error) {
	revision, fork := strings.CutSuffix(p.options.newFrom, "...")
	switch {
	case p.options.newFrom == "":
		from, err = repo.Resolve(ctx, history.Head)
	case strings.Contains(revision, ".."):
		return from, fmt.Errorf("--new-from wants one revision or REV..., not %q", p.options.newFrom)
	case fork:
		from, _, err = repo.Range(ctx, revision+"...")
	default:
		from, err = repo.Resolve(ctx, revision)
	}
	if errors.Is(err, history.ErrNoCommits) {
		return history.Side{}, nil
	}
	return from, err
}

// readVersions reads of each change what is staged and what it was before, as the
// flags ask. A story of which either is not to be had is none of the files.
func (p *checkPlan) readVersions(ctx context.Context, repo *history.Repo, changes []history.Change) (files []string, troubles []stories.Trouble) {
	staged, before := map[string]history.File{}, map[string]history.File{}
	for _, c := range changes {
		if p.options.staged {
			staged[c.To.Path] = c.To
		}
		if p.options.newFrom != "" && c.From.Path != "" {
			before[c.To.Path] = c.From
		}
	}
	texts, failed := readFiles(ctx, repo, staged)
	sources, lacking := readFiles(ctx, repo, before)
	p.texts, p.former = texts, map[string]former{}
	for path, source := range sources {
		p.former[path] = former{before[path].Path, source}
	}
	for _, c := range changes {
		if has(texts, c.To.Path) == has(staged, c.To.Path) && has(sources, c.To.Path) == has(before, c.To.Path) {
			files = append(files, c.To.Path)
		}
	}
	return files, append(failed, lacking...)
}

// readFiles returns the contents of files by the names given for them, and what
// could not be read.
func readFiles(ctx context.Context, repo *history.Repo, files map[string]history.File) (map[string][]byte, []stories.Trouble) {
	var wanted []history.File
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		wanted = append(wanted, files[name])
	}
	sources, i := map[string][]byte{}, 0
	var troubles []stories.Trouble
	for source, err := range repo.Contents(ctx, wanted) {
		if trouble, failed := err.(stories.Trouble); failed {
			troubles = append(troubles, trouble)
		} else {
			sources[names[i]] = source
		}
		i++
	}
	return sources, troubles
}

func has[V any](m map[string]V, key string) bool {
	_, is := m[key]
	return is
}

// onlyNew takes out of the findings of a story those that it had before.
func (p *checkPlan) onlyNew(result lint.Result) lint.Result {
	if was, is := p.former[result.Story.Path]; is {
		before := lint.Run(star.Parse(was.path, was.source), rules.All, p.lint)
		_, result.Diagnostics = lint.Compare(before.Diagnostics, result.Diagnostics)
	}
	return result
}

// sayScope says on the error stream, to people, what a report is about: there may
// have been nothing to check, and much that is not new is left out.
func (p *checkPlan) sayScope(s streams, files int) {
	switch {
	case !p.options.ofVersions() || !p.format.People || p.options.quiet:
	case p.options.newFrom != "" && files == 0:
		fmt.Fprintf(s.err, "star: no story has changed since %s\n", cells.Clean(p.options.newFrom))
	case p.options.newFrom != "":
		fmt.Fprintf(s.err, "star: reported is what is new since %s\n", cells.Clean(p.options.newFrom))
	case files == 0:
		fmt.Fprintln(s.err, "star: no story is staged")
	}
}
