package history

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// Revision is a commit that changed a story.
type Revision struct {
	Commit  string // its id
	Time    time.Time
	Author  string
	Subject string
	Status  Status // Modified for a merge that brought a text of its own
	Before  File   // the version that it was made of; none where it was added or is cut
	File    File   // the version that came of it; none where it was deleted
}

// Tale is the history of one story.
type Tale struct {
	Path      string     // where the story is, or was last
	Gone      bool       // it is none of the stories of the side any more
	Revisions []Revision // newest first
}

// Cut reports whether older revisions are missing, because the repository is
// shallow.
func (t Tale) Cut() bool {
	return len(t.Revisions) > 0 && t.Revisions[len(t.Revisions)-1].Status == Cut
}

// Names lists the paths that the story had, the newest first.
func (t Tale) Names() (paths []string) {
	add := func(path string) {
		if path != "" && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	add(t.Path)
	for _, v := range t.Revisions {
		add(v.File.Path)
		add(v.Before.Path)
	}
	return paths
}

// Histories tells all revisions that led to the stories of a commit, and to those
// that it has no more, in the order of their paths. Merges count where they brought
// a text that no parent has; what a merge took over is told where it was made.
func (r *Repo) Histories(ctx context.Context, side Side) ([]Tale, error) {
	if side.kind != commitSide {
		return nil, fmt.Errorf("the history of the %s is that of %s", side, Head)
	}
	commits, err := r.walk(ctx, side.commit)
	if err == nil {
		err = r.recognise(ctx, commits)
	}
	if err != nil {
		return nil, err
	}
	return r.tales(ctx, commits)
}

// tales puts the tales together that commits tell.
func (r *Repo) tales(ctx context.Context, commits []*commit) ([]Tale, error) {
	if err := r.findCut(ctx, commits); err != nil {
		return nil, err
	}
	b := book{tales: map[string]*tale{}, names: map[string]*names{}}
	for _, c := range commits {
		b.tell(c)
	}
	return r.bind(b.all, present(commits)), nil
}

// History tells the revisions of one story by its path: one of the stories of a
// commit, or of those it had. It is what [Repo.Histories] tells of it, in less time
// where the commit has it.
func (r *Repo) History(ctx context.Context, side Side, shown string) (Tale, error) {
	wanted := r.shown(r.inside(shown))
	if side.kind == commitSide && r.isStory(r.inside(shown)) {
		if tale, err := r.followed(ctx, side, wanted); err == nil || ctx.Err() != nil {
			return tale, err
		}
	}
	tales, err := r.Histories(ctx, side)
	if err != nil {
		return Tale{}, err
	}
	for _, had := range []func(Tale) bool{
		func(t Tale) bool { return !t.Gone && t.Path == wanted },
		func(t Tale) bool { return t.Path == wanted },
		func(t Tale) bool { return slices.Contains(t.Names(), wanted) },
	} {
		if i := slices.IndexFunc(tales, had); i >= 0 {
			return tales[i], nil
		}
	}
	return Tale{}, fmt.Errorf("%s: %w at %s", shown, ErrNoVersion, side)
}

// followed is History for a story that a commit has.
func (r *Repo) followed(ctx context.Context, side Side, path string) (Tale, error) {
	commits, err := r.follow(ctx, side.commit, r.inside(path))
	if err != nil {
		return Tale{}, err
	}
	tales, err := r.tales(ctx, commits)
	if err != nil {
		return Tale{}, err
	}
	i := slices.IndexFunc(tales, func(t Tale) bool { return !t.Gone && t.Path == path })
	if i < 0 {
		return Tale{}, ErrNoVersion
	}
	return tales[i], nil
}

// recognise finds the renamed files of all commits.
func (r *Repo) recognise(ctx context.Context, commits []*commit) error {
	var open []*question
	var blobs []blob
	for _, c := range commits {
		c.renamed = make([][]renaming, len(c.changes))
		for i, entries := range c.changes {
			q := question{to: &c.renamed[i]}
			c.renamed[i], q.gone, q.come = exact(sides(entries))
			if len(q.gone) > 0 && len(q.come) > 0 {
				open = append(open, &q)
				blobs = append(append(blobs, q.gone...), q.come...)
			}
		}
	}
	sketches := map[string]sketch{}
	if err := r.sketch(ctx, sketches, blobs); err != nil {
		return err
	}
	for _, q := range open {
		*q.to = append(*q.to, similar(q.gone, q.come, sketches)...)
	}
	return nil
}

// question is which of the files that went are which of those that came.
type question struct {
	gone, come []blob
	to         *[]renaming
}

// sides returns the files that went and those that came.
func sides(entries []entry) (gone, come []blob) {
	for _, e := range entries {
		switch {
		case e.to.path == "":
			gone = append(gone, e.from)
		case e.from.path == "":
			come = append(come, e.to)
		}
	}
	return gone, come
}

// present says for each path that the newest commits speak of, along first
// parents, whether the file is there.
func present(commits []*commit) map[string]bool {
	there := map[string]bool{}
	next := ""
	for i, c := range commits {
		if i > 0 && c.id != next {
			continue
		}
		for _, e := range c.changes[0] {
			if _, known := there[e.path()]; !known {
				there[e.path()] = e.to.path != ""
			}
		}
		if len(c.parents) == 0 {
			break
		}
		next = c.parents[0]
	}
	return there
}

// findCut marks the commits whose parents a shallow repository lacks.
func (r *Repo) findCut(ctx context.Context, commits []*commit) error {
	if !r.shallow {
		return nil
	}
	var first []*commit
	var ids []string
	for _, c := range commits {
		if len(c.parents) == 0 {
			first, ids = append(first, c), append(ids, c.id)
		}
	}
	i := 0
	for found, err := range r.objects.ask(ctx, ids) {
		if err != nil {
			return err
		}
		head, _, _ := bytes.Cut(found.content, []byte("\n\n"))
		first[i].cut = bytes.Contains(head, []byte("\nparent "))
		i++
	}
	return nil
}

// bind makes the tales of stories.
func (r *Repo) bind(all []*tale, there map[string]bool) (tales []Tale) {
	for _, t := range all {
		if len(t.told) == 0 || !slices.ContainsFunc(t.told, func(e event) bool { return r.isStory(e.path()) }) {
			continue
		}
		tale := Tale{Path: r.shown(t.path), Gone: t.earlier || !there[t.path] || !r.isStory(t.path)}
		for _, e := range t.told {
			tale.Revisions = append(tale.Revisions, r.revision(e))
		}
		tales = append(tales, tale)
	}
	slices.SortStableFunc(tales, func(a, b Tale) int { return cmp.Compare(a.Path, b.Path) })
	return tales
}

func (r *Repo) revision(e event) Revision {
	v := Revision{Commit: e.commit.id, Time: e.commit.time(), Author: e.commit.author, Subject: e.commit.subject, Status: e.status}
	if e.to.path != "" {
		v.File = r.file(e.to)
	}
	if e.from.path != "" {
		v.Before = r.file(e.from)
	}
	return v
}
