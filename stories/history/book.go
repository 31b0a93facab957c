package history

import (
	"cmp"
	"maps"
	"slices"
)

// tale is a story while its history is put together.
type tale struct {
	path    string
	earlier bool // its file went before another of that name came
	told    []event
}

// event is what a commit did to a file.
type event struct {
	commit   *commit
	status   Status
	from, to blob
}

func (e event) path() string { return cmp.Or(e.to.path, e.from.path) }

// taken reports whether the text is that of a parent, under another name.
func (e event) taken() bool { return e.status == Renamed && e.from.id == e.to.id }

// names says which tale a path belongs to at a commit. A path that is not in it
// belongs to the tale of that name: only what was renamed later is noted.
type names struct{ tales map[string]*tale }

// book puts tales together from commits, each told before its parents.
type book struct {
	all   []*tale
	tales map[string]*tale  // by the name at the newest commit
	names map[string]*names // by the id of commits that are to come
}

// of returns the tale that a path belongs to.
func (b *book) of(n *names, path string) *tale {
	if t := n.tales[path]; t != nil {
		return t
	}
	if b.tales[path] == nil {
		b.tales[path] = b.begin(path)
	}
	return b.tales[path]
}

func (b *book) begin(path string) *tale {
	t := &tale{path: path}
	b.all = append(b.all, t)
	return t
}

// tell adds a commit to the tales that it is part of.
func (b *book) tell(c *commit) {
	n := b.names[c.id]
	delete(b.names, c.id)
	if n == nil {
		n = &names{}
	}
	for _, e := range c.events() {
		t := b.of(n, e.path())
		t.told = append(t.told, e)
	}
	for i, parent := range c.parents {
		b.meet(parent, b.before(n, c.renamed[i]))
	}
}

// before returns what the names were before files were renamed.
func (b *book) before(n *names, renamed []renaming) *names {
	if len(renamed) == 0 {
		return n
	}
	tales := maps.Clone(n.tales)
	if tales == nil {
		tales = map[string]*tale{}
	}
	for _, r := range renamed {
		earlier := b.begin(r.to.path)
		earlier.earlier = true
		tales[r.to.path] = earlier
	}
	for _, r := range renamed {
		tales[r.from.path] = b.of(n, r.to.path)
	}
	return &names{tales}
}

// meet notes the names at a commit, which several that follow it may know parts of.
func (b *book) meet(commit string, n *names) {
	known := b.names[commit]
	if known == nil || known == n || len(known.tales) == 0 {
		b.names[commit] = n
		return
	}
	if len(n.tales) == 0 {
		return
	}
	both := maps.Clone(known.tales)
	for path, t := range n.tales {
		if both[path] == nil || both[path].earlier {
			both[path] = t
		}
	}
	b.names[commit] = &names{both}
}

// events returns what a commit did: for a merge, what it did to a file that is
// like that of no parent.
func (c *commit) events() []event {
	if len(c.parents) < 2 && len(c.renamed[0]) == 0 {
		return c.plainEvents()
	}
	found := c.against(0)
	for i := 1; i < len(c.parents); i++ {
		other := c.against(i)
		maps.DeleteFunc(found, func(path string, e event) bool {
			seen, is := other[path]
			return !is || seen.taken() != e.taken()
		})
		for path, e := range found {
			if e.status == Added {
				found[path] = other[path] // some parent has it
			}
		}
	}
	return slices.SortedFunc(maps.Values(found), func(a, b event) int { return cmp.Compare(a.path(), b.path()) })
}

// plainEvents is events for nearly all commits: those of one parent that rename
// nothing.
func (c *commit) plainEvents() (found []event) {
	for _, e := range c.changes[0] {
		if is, happened := c.event(e); happened {
			found = append(found, is)
		}
	}
	return found
}

// event says what a difference is, unless the text is the same.
func (c *commit) event(e entry) (is event, happened bool) {
	switch {
	case e.from.path == "" && c.cut:
		return event{c, Cut, blob{}, e.to}, true
	case e.from.path == "":
		return event{c, Added, blob{}, e.to}, true
	case e.to.path == "":
		return event{c, Deleted, e.from, blob{}}, true
	}
	return event{c, Modified, e.from, e.to}, e.from.id != e.to.id
}

// against returns what a commit did to files as one parent, or nothing, has them.
func (c *commit) against(i int) map[string]event {
	found := make(map[string]event, len(c.changes[i]))
	for _, e := range c.changes[i] {
		if is, happened := c.event(e); happened {
			found[e.path()] = is
		}
	}
	for _, r := range c.renamed[i] {
		found[r.to.path] = event{c, Renamed, r.from, r.to}
	}
	for _, r := range c.renamed[i] {
		if found[r.from.path].status == Deleted {
			delete(found, r.from.path)
		}
	}
	return found
}
