package history

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"starbank/stories"
)

// Status says what became of a story.
type Status int

// What can become of a story.
const (
	Modified Status = iota // its text
	Added
	Deleted
	Renamed // and perhaps its text
	Cut     // unknown: the repository is shallow and holds nothing older
)

var statusNames = [...]string{"modified", "added", "deleted", "renamed", "cut"}

// String returns the status as one word.
func (s Status) String() string { return statusNames[s] }

// File is a version of a story. The zero File is none.
type File struct {
	Path string // as [stories.List] names it, or would
	Blob string // the id of its content in git; "" in the work tree
}

// Compare orders files by their paths, and versions of one by their content.
func (f File) Compare(g File) int {
	return cmp.Or(cmp.Compare(f.Path, g.Path), cmp.Compare(f.Blob, g.Blob))
}

// Change is a story that differs between two sides.
type Change struct {
	Status   Status
	From, To File // From is none where the story was added, To where it was deleted
}

// Changes lists the stories in which two sides differ, in the order of their
// paths: those of the newer side, but for deleted stories. A story that is
// renamed, or came from elsewhere within the place, is one change if at least half
// of its text is the same. An unresolved conflict in the index is [ErrConflict].
//
// Files of the work tree are compared by their content. New ones count, whether
// git knows of them or not; what cannot be read counts as changed.
func (r *Repo) Changes(ctx context.Context, from, to Side) ([]Change, error) {
	if from.kind > to.kind {
		changes, err := r.Changes(ctx, to, from)
		return reversed(changes), err
	}
	entries, err := r.differences(ctx, from, to)
	if err != nil {
		return nil, err
	}
	return r.pair(ctx, entries)
}

// ChangesOf does the same for some files of the work tree, stories or not: it lists
// those that are not as a commit or the index has them, by the paths given.
func (r *Repo) ChangesOf(ctx context.Context, from Side, files []string) ([]Change, error) {
	before, err := r.list(ctx, from)
	if err != nil {
		return nil, err
	}
	changes, err := r.pair(ctx, append(r.edited(before, files), r.lost(before)...))
	return slices.DeleteFunc(changes, func(c Change) bool { return c.Status == Deleted }), err
}

func (c Change) path() string { return cmp.Or(c.To.Path, c.From.Path) }

func sortChanges(changes []Change) {
	slices.SortFunc(changes, func(a, b Change) int { return cmp.Compare(a.path(), b.path()) })
}

func reversed(changes []Change) []Change {
	for i, c := range changes {
		switch c.Status {
		case Added:
			c.Status = Deleted
		case Deleted:
			c.Status = Added
		}
		changes[i] = Change{c.Status, c.To, c.From}
	}
	sortChanges(changes)
	return changes
}

// differences lists how the files of two sides differ, the second of which is not
// the earlier one.
func (r *Repo) differences(ctx context.Context, from, to Side) ([]entry, error) {
	switch {
	case to.kind == workSide && from.kind != workSide:
		before, err := r.list(ctx, from)
		files, _ := stories.List(r.folder)
		return append(r.edited(before, files), r.lost(before)...), err
	case to.kind == indexSide && from.kind != indexSide:
		return r.raw(ctx, "diff-index", "--cached", "--ita-invisible-in-index", r.tree(from))
	case to.kind == commitSide:
		return r.raw(ctx, "diff-tree", "-r", r.tree(from), r.tree(to))
	}
	return nil, nil // of a side and itself
}

// The ids of the empty tree, which git knows without having it.
var emptyTrees = map[string]string{
	"sha1":   "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
	"sha256": "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}

// tree returns what names the tree of a commit, or the empty one.
func (r *Repo) tree(side Side) string { return cmp.Or(side.commit, emptyTrees[r.hash]) }

// rawFlags make git print differences of files as [readRaw] reads them. Who is
// whom renamed is found here, in one way for all sides.
var rawFlags = []string{"--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff"}

// raw lists the differences of stories that a command of git prints.
func (r *Repo) raw(ctx context.Context, command string, args ...string) (found []entry, err error) {
	output, err := r.git.run(ctx, command, slices.Concat(rawFlags, args, r.scope())...)
	if err != nil {
		return nil, err
	}
	_, err = readRaw(bufio.NewReader(bytes.NewReader(output)), func(e entry) {
		if r.concerns(e) {
			found = append(found, e)
		}
	})
	if !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("git %s: %w", command, err)
	}
	for _, e := range found {
		if e.conflict && r.isStory(e.path()) {
			return nil, fmt.Errorf("%s: %w", r.shown(e.path()), ErrConflict)
		}
	}
	return found, nil
}

// concerns reports whether a difference is one of stories: in a story, or of a
// file that went and may have become one.
func (r *Repo) concerns(e entry) bool {
	if name := e.path(); name == "" || !r.isStory(name) {
		return e.to.path == "" && strings.HasSuffix(name, ".md")
	}
	return true
}

// pair makes changes of differences: a file that went and one that came may be the
// same story renamed.
func (r *Repo) pair(ctx context.Context, entries []entry) (changes []Change, err error) {
	var gone, come []blob
	for _, e := range entries {
		switch {
		case e.to.path == "":
			gone = append(gone, e.from)
		case e.from.path == "":
			come = append(come, e.to)
		case e.from.id != e.to.id:
			changes = append(changes, Change{Modified, r.file(e.from), r.file(e.to)})
		}
	}
	sketches := map[string]sketch{}
	renamed, gone, come, err := r.renames(ctx, gone, come, sketches)
	for _, pair := range renamed {
		changes = append(changes, Change{Renamed, r.file(pair.from), r.file(pair.to)})
	}
	for _, b := range come {
		changes = append(changes, Change{Status: Added, To: r.file(b)})
	}
	for _, b := range gone {
		if r.isStory(b.path) {
			changes = append(changes, Change{Status: Deleted, From: r.file(b)})
		}
	}
	sortChanges(changes)
	return changes, err
}

func (r *Repo) file(b blob) File {
	if b.work != "" {
		return File{Path: b.work}
	}
	return File{r.shown(b.path), b.id}
}

// Files lists the stories of a side in the order of their paths.
func (r *Repo) Files(ctx context.Context, side Side) (files []File, err error) {
	if side.kind == workSide {
		names, _ := stories.List(r.folder)
		for _, name := range names {
			files = append(files, File{Path: name})
		}
		return files, nil
	}
	listed, err := r.list(ctx, side)
	for name, id := range listed {
		if r.isStory(name) {
			files = append(files, File{r.shown(name), id})
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files, err
}
