package history

import (
	"cmp"
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
	f := follower{Repo: r, brief: objects{git: r.git, brief: true}, blobs: map[lookup]string{}, names: map[string][]string{}, sketches: map[string]sketch{}}
	defer f.brief.stop()
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
	brief    objects
	commits  []*commit
	blobs    map[lookup]string   // the ids of files, "" for none; what is not in it was not asked
	names    map[string][]string // which the story may have had, by commits that are to come
	sketches map[string]sketch
}

// lookup is what may be asked for: what a commit holds under a name.
type lookup struct{ commit, name string }

// window is how many commits are asked about at once: so many that the time from
// question to answer doesn't count, and so few that little is asked in vain.
const window = 512

// list lists the commits and, as long as git is at it, asks what they hold under a
// name: as many as there is time for.
func (f *follower) list(ctx context.Context, tip, name string) error {
	windows, asked := make(chan []lookup), make(chan error, 1)
	go func() {
		var failed error
		for wanted := range windows {
			failed = cmp.Or(failed, f.look(ctx, wanted))
		}
		asked <- failed
	}()
	var open []lookup
	err := f.log(ctx, tip, func(c *commit) {
		f.commits = append(f.commits, c)
		if open = append(open, lookup{c.id, name}); len(open) >= window {
			select {
			case windows <- open:
				open = nil
			default: // the last question is not answered yet
				open = open[:0]
			}
		}
	})
	close(windows)
	f.commits = byDate(f.commits)
	return firstOf(err, <-asked)
}

// look asks what commits hold.
func (f *follower) look(ctx context.Context, wanted []lookup) error {
	names := make([]string, len(wanted))
	for i, v := range wanted {
		names[i] = v.commit + ":" + v.name
	}
	i := 0
	for found, err := range f.brief.ask(ctx, names) {
		switch {
		case err != nil && !errors.Is(err, errAbsent):
			return err
		case found.kind != "blob":
			found.id = ""
		}
		f.blobs[wanted[i]] = found.id
		i++
	}
	return nil
}

// blob returns what a commit holds under a name. What was not asked yet is asked
// together with the commits that come, the i-th and those behind it.
func (f *follower) blob(ctx context.Context, i int, v lookup) (string, error) {
	if id, known := f.blobs[v]; known {
		return id, nil
	}
	wanted := []lookup{v}
	for _, c := range f.commits[i:min(i+window, len(f.commits))] {
		other := lookup{c.id, v.name}
		if _, known := f.blobs[other]; !known && other != v {
			wanted = append(wanted, other)
		}
	}
	err := f.look(ctx, wanted)
	return f.blobs[v], err
}

// tell says what the i-th commit did to the story, under all names that it may have
// there, and which it had before.
func (f *follower) tell(ctx context.Context, i int) error {
	c := f.commits[i]
	names := f.names[c.id]
	delete(f.names, c.id)
	c.changes, c.renamed = make([][]entry, max(1, len(c.parents))), make([][]renaming, max(1, len(c.parents)))
	for _, name := range names {
		id, err := f.blob(ctx, i, lookup{c.id, name})
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
	before, err := f.blob(ctx, i, lookup{c.parents[k], name})
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
