package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"starbank/stories/history"
)

// splitRevision parts STORY@REV at the last @ that begins a revision: in
// story@main@{yesterday} that is the first one, and in story@{yesterday} it is part
// of the revision. A story that is there is one whatever it is called. No @ means no
// revision.
func (r *reading) splitRevision(arg string) (name, revision string, err error) {
	if !strings.Contains(arg, "@") {
		return arg, "", nil
	}
	if known, _ := r.files(nil); isThere(arg) || slices.ContainsFunc(known, func(path string) bool { return idOf(path) == arg }) {
		return arg, "", nil
	}
	at := strings.LastIndexByte(arg, '@')
	for at >= 0 && strings.HasPrefix(arg[at+1:], "{") {
		before := strings.LastIndexByte(arg[:at], '@')
		if before < 0 {
			return arg[:at], arg[at:], nil // story@{yesterday}, of the branch
		}
		at = before
	}
	switch {
	case at == 0:
		return "", "", fmt.Errorf("%q names no story; write STORY@REV", arg)
	case at == len(arg)-1:
		return "", "", fmt.Errorf("%q names no revision; write STORY@REV", arg)
	}
	return arg[:at], arg[at+1:], nil
}

// workFile finds the file of the work tree that names one story: a path, an id, or
// a beginning that only one id has.
func (r *reading) workFile(name string) (string, error) {
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return "", fmt.Errorf("%s is no file; name one story", name)
		}
		return name, nil
	}
	known, _ := r.files(nil)
	return lookUp(name, known)
}

// openAround opens the repository of the stories of the reading, or of the folder of
// a path that is none of them.
func (r *reading) openAround(ctx context.Context, path string) (*history.Repo, error) {
	if path != "" && !encloses(r.place(nil).Folder, path) {
		return r.openHistory(ctx, []string{path})
	}
	return r.openHistory(ctx, nil)
}

// formerTale finds the tale of a story that the work tree does not have under a
// name: by a former path, its id or a beginning that only one has. What is there
// now goes before what is gone.
func formerTale(tales []history.Tale, name string) (tale history.Tale, found bool, err error) {
	for _, is := range []func(path string) bool{
		func(path string) bool { return samePath(path, name) },
		func(path string) bool { return idOf(path) == name },
		func(path string) bool { return strings.HasPrefix(idOf(path), name) },
	} {
		var there, gone []history.Tale
		for _, t := range tales {
			switch {
			case !slices.ContainsFunc(t.Names(), is):
			case t.Gone:
				gone = append(gone, t)
			default:
				there = append(there, t)
			}
		}
		switch had := append(there, gone...); {
		case len(there) == 1 || len(had) == 1:
			return had[0], true, nil
		case len(had) > 1:
			return tale, false, fmt.Errorf("%q was the name of %d stories: %s", name, len(had), strings.Join(pathsOf(had), ", "))
		}
	}
	return tale, false, nil
}

func pathsOf(tales []history.Tale) (paths []string) {
	for _, t := range tales {
		paths = append(paths, t.Path)
	}
	return paths
}

// told is what git and the work tree know of a story.
type told struct {
	history.Tale
	work *history.Change // what is not committed; nil for nothing
}

// tell finds the tale of a story by a name that it has or had.
func (r *reading) tell(ctx context.Context, repo *history.Repo, head history.Side, name string) (told, error) {
	path, unknown := r.workFile(name)
	if unknown != nil {
		return tellFormer(ctx, repo, head, name, unknown)
	}
	changes, err := repo.ChangesOf(ctx, head, []string{path})
	if err != nil {
		return told{}, err
	}
	t := told{Tale: history.Tale{Path: path}}
	from := path
	if len(changes) > 0 {
		if t.work = &changes[0]; t.work.Status == history.Added {
			return t, nil
		}
		from = t.work.From.Path
	}
	t.Tale, err = repo.History(ctx, head, from)
	return t, err
}

// tellFormer is tell for a story that the work tree does not have under that name.
func tellFormer(ctx context.Context, repo *history.Repo, head history.Side, name string, unknown error) (told, error) {
	tales, err := repo.Histories(ctx, head)
	if err != nil {
		return told{}, err
	}
	tale, found, err := formerTale(tales, name)
	switch {
	case err != nil:
		return told{}, err
	case !found:
		return told{}, unknown
	case tale.Gone:
		return told{Tale: tale}, nil
	}
	changes, err := repo.Changes(ctx, head, history.WorkTree())
	if err != nil {
		return told{}, err
	}
	t := told{Tale: tale}
	if i := slices.IndexFunc(changes, func(c history.Change) bool { return c.From.Path == tale.Path }); i >= 0 {
		t.work = &changes[i]
	}
	return t, nil
}

// fileAt finds the file of a story at a commit, by a name that it has or had.
func (r *reading) fileAt(ctx context.Context, repo *history.Repo, name string, side history.Side) (history.File, error) {
	files, err := repo.Files(ctx, side)
	if err != nil {
		return history.File{}, err
	}
	path, unknown := r.workFile(name)
	if unknown != nil {
		path = name
	}
	if i := slices.IndexFunc(files, func(f history.File) bool { return samePath(f.Path, path) }); i >= 0 {
		return files[i], nil
	}
	if unknown != nil { // a name that it had then
		var paths []string
		for _, f := range files {
			paths = append(paths, f.Path)
		}
		if path, err := lookUp(name, paths); err == nil {
			return files[slices.Index(paths, path)], nil
		}
	}
	return r.formerFile(ctx, repo, name, side, files)
}

// formerFile is fileAt for a story that has another name now, or had.
func (r *reading) formerFile(ctx context.Context, repo *history.Repo, name string, side history.Side, files []history.File) (history.File, error) {
	head, err := repo.Resolve(ctx, history.Head)
	if err != nil {
		return history.File{}, err
	}
	t, err := r.tell(ctx, repo, head, name)
	if err != nil {
		return history.File{}, err
	}
	for _, former := range t.Names() {
		if i := slices.IndexFunc(files, func(f history.File) bool { return samePath(f.Path, former) }); i >= 0 {
			return files[i], nil
		}
	}
	return history.File{}, fmt.Errorf("%s was not there at %s%s", t.Path, side, when(t))
}

// when says when a story came, for who looks for it before.
func when(t told) string {
	if n := len(t.Revisions); n > 0 {
		return fmt.Sprintf("; its first revision is %s of %s", short(t.Revisions[n-1].Commit), dateOf(t.Revisions[n-1]))
	}
	return "; nothing of it is committed yet"
}

// samePath reports whether two paths are of one place.
func samePath(a, b string) bool {
	a, err := filepath.Abs(a)
	if err != nil {
		return false
	}
	b, err = filepath.Abs(b)
	return err == nil && a == b
}
