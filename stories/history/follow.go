package history

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// follow returns the commits that walk returns, with no changes but those that one
// story has part in: the one that has a name at the tip. It asks what each commit
// holds under that name, which takes git half the time, and looks at all files only
// where the name comes or goes. It fails where walk may not: a git before 2.36
// does not know the question, and a partial clone gives no answer.
func (r *Repo) follow(ctx context.Context, tip, name string) ([]*commit, error) {
	if strings.Contains(name, "\n") {
		return nil, errUnsure
	}
	ctx, cancel := context.WithCancel(ctx)
	f := follower{Repo: r, ahead: newLookahead(ctx, r.git), names: map[string][]string{}, sketches: map[string]sketch{}}
	defer func() { cancel(); f.ahead.close() }()
	if err := f.list(ctx, tip, name); err != nil {
		return nil, err
	}
	f.names[tip] = []string{name}
	for i := range f.commits {
		if err := f.tell(ctx, i); err != nil {
			return nil, err
		}
	}
	return f.commits, nil
}

// errUnsure says that git does not say what a commit holds in a way that can be
// relied on.
var errUnsure = errors.New("git says one thing of a file and another of its folder")

// follower follows a story back.
type follower struct {
	*Repo
	ahead    *lookahead
	commits  []*commit
	names    map[string][]string // which the story may have had, by commits that are to come
	sketches map[string]sketch
}

// list lists the commits, and has git asked at once what they hold under a name.
func (f *follower) list(ctx context.Context, tip, name string) error {
	asked := 0
	err := f.log(ctx, tip, func(c *commit) {
		if f.commits = append(f.commits, c); len(f.commits)-asked == window {
			f.ahead.want(name, f.commits[asked:], false)
			asked = len(f.commits)
		}
	})
	f.ahead.want(name, f.commits[asked:], false)
	f.commits = byDate(f.commits)
	return err
}

// blob returns what a commit holds under a name. What was not asked yet is asked
// first, together with the commits that come, the i-th and those behind it.
func (f *follower) blob(i int, id, name string) (string, error) {
	held, known, err := f.ahead.blob(id, name)
	if known || err != nil {
		return held, err
	}
	f.ahead.want(name, append([]*commit{{id: id}}, f.commits[i:]...), true)
	held, _, err = f.ahead.blob(id, name)
	return held, err
}

// tell says what the i-th commit did to the story, under all names that it may have
// there, and which it had before.
func (f *follower) tell(ctx context.Context, i int) error {
	c := f.commits[i]
	names := f.names[c.id]
	delete(f.names, c.id)
	c.changes, c.renamed = make([][]entry, max(1, len(c.parents))), make([][]renaming, max(1, len(c.parents)))
	for _, name := range names {
		id, err := f.blob(i, c.id, name)
		if err != nil {
			return err
		}
		if len(c.parents) == 0 && id != "" {
			c.changes[0] = append(c.changes[0], entry{to: blob{path: name, id: id}})
		}
		for k, parent := range c.parents {
			former, err := f.former(ctx, i, k, name, id)
			if err != nil {
				return err
			}
			if former != "" && !slices.Contains(f.names[parent], former) {
				f.names[parent] = append(f.names[parent], former)
			}
		}
	}
	return nil
}

// former tells how the file of a name differs from that of the k-th parent of the
// i-th commit, and returns the name that the story may have there.
func (f *follower) former(ctx context.Context, i, k int, name, id string) (string, error) {
	c := f.commits[i]
	before, err := f.blob(i, c.parents[k], name)
	switch {
	case err != nil || before == id:
		return name, err
	case before != "" && id != "" && c.renamed[k] != nil:
		return name, nil // all is noted
	case before != "" && id != "":
		c.changes[k] = append(c.changes[k], entry{from: blob{path: name, id: before}, to: blob{path: name, id: id}})
		return name, nil
	}
	if c.renamed[k] == nil {
		if err := f.compare(ctx, c, k); err != nil {
			return "", err
		}
	}
	if !slices.ContainsFunc(c.changes[k], func(e entry) bool { return e.path() == name && e.from.id == before && e.to.id == id }) {
		return "", fmt.Errorf("%s: %w", name, errUnsure)
	}
	for _, r := range c.renamed[k] {
		switch name {
		case r.to.path:
			return r.from.path, nil
		case r.from.path:
			return "", nil // what had the name has another one now
		}
	}
	return name, nil
}

// compare notes all changes of a commit against a parent, in place of those known.
func (f *follower) compare(ctx context.Context, c *commit, k int) (err error) {
	changes, err := f.compareTrees(ctx, c.parents[k], c.id)
	if err != nil {
		return err
	}
	c.changes[k] = slices.DeleteFunc(changes, func(e entry) bool { return !strings.HasSuffix(e.path(), ".md") })
	gone, come := sides(c.changes[k])
	renamed, _, _, err := f.renames(ctx, gone, come, f.sketches)
	c.renamed[k] = append([]renaming{}, renamed...) // and not nil: it is known
	return err
}
