package history

import (
	"bytes"
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// fork is a folder that is not the same in two trees: its path, with a slash at its
// end, and the names of its trees, "" where there is none.
type fork struct{ path, old, new string }

// node is what a tree holds under a name.
type node struct{ mode, id string }

func (n node) folder() bool { return n.mode == "40000" }

// compareTrees lists how the regular files of two commits differ, in the order of
// their paths, without a process of its own. A commit of "" has no files.
func (r *Repo) compareTrees(ctx context.Context, old, new string) (found []entry, err error) {
	level := []fork{{r.within, r.treeName(old), r.treeName(new)}}
	for len(level) > 0 {
		trees, err := r.trees(ctx, level)
		if err != nil {
			return nil, err
		}
		var below []fork
		for i, f := range level {
			entries, deeper := f.compare(trees[2*i], trees[2*i+1])
			found, below = append(found, entries...), append(below, deeper...)
		}
		level = below
	}
	slices.SortFunc(found, func(a, b entry) int { return cmp.Compare(a.path(), b.path()) })
	return found, nil
}

// treeName returns how git names the tree of a commit that holds all stories and
// what may have become one.
func (r *Repo) treeName(commit string) string {
	switch {
	case commit == "":
		return ""
	case r.within == "":
		return commit + "^{tree}"
	}
	return commit + ":" + strings.TrimSuffix(r.within, "/")
}

// trees reads the old and the new tree of each folder. One that is not there is
// empty.
func (r *Repo) trees(ctx context.Context, forks []fork) ([]map[string]node, error) {
	var names []string
	var places []int
	for i, f := range forks {
		for k, name := range [2]string{f.old, f.new} {
			if name != "" {
				names, places = append(names, name), append(places, 2*i+k)
			}
		}
	}
	trees := make([]map[string]node, 2*len(forks))
	i := 0
	for found, err := range r.objects.ask(ctx, names) {
		if err == nil && found.kind == "tree" {
			trees[places[i]], err = readTree(found.content, len(found.id)/2)
		}
		if err != nil && !errors.Is(err, errAbsent) {
			return nil, err
		}
		i++
	}
	return trees, nil
}

// readTree reads "MODE NAME", a NUL and the bytes of an id, again and again.
func readTree(content []byte, idBytes int) (map[string]node, error) {
	tree := map[string]node{}
	for len(content) > 0 {
		head, rest, is := bytes.Cut(content, []byte{0})
		mode, name, are := strings.Cut(string(head), " ")
		if _, err := strconv.ParseUint(mode, 8, 32); !is || !are || err != nil || len(rest) < idBytes {
			return nil, fmt.Errorf("git cat-file: unexpected tree %q", head)
		}
		tree[name] = node{mode, hex.EncodeToString(rest[:idBytes])}
		content = rest[idBytes:]
	}
	return tree, nil
}

// compare lists the files in which a folder differs, and the folders below it.
func (f fork) compare(old, new map[string]node) (found []entry, below []fork) {
	all := maps.Clone(old)
	if all == nil {
		all = map[string]node{}
	}
	maps.Copy(all, new)
	for name := range all {
		before, after := old[name], new[name]
		if before == after {
			continue
		}
		deeper := fork{path: f.path + name + "/"}
		var e entry
		for _, side := range []struct {
			node
			file *blob
			tree *string
		}{{before, &e.from, &deeper.old}, {after, &e.to, &deeper.new}} {
			switch {
			case side.folder():
				*side.tree = side.id
			case regular(side.mode):
				*side.file = blob{path: f.path + name, id: side.id}
			}
		}
		if e.path() != "" {
			found = append(found, e)
		}
		if deeper.old != "" || deeper.new != "" {
			below = append(below, deeper)
		}
	}
	return found, below
}
