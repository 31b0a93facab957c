package history

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"maps"
	"os"
	"slices"
	"strings"

	"starbank/stories"
)

// list returns the regular files of a commit or the index with the ids of their
// contents.
func (r *Repo) list(ctx context.Context, side Side) (map[string]string, error) {
	if side.kind == indexSide {
		return r.listIndex(ctx)
	}
	entries, err := r.compareTrees(ctx, "", side.commit)
	listed := make(map[string]string, len(entries))
	for _, e := range entries {
		listed[e.to.path] = e.to.id
	}
	return listed, err
}

func (r *Repo) listIndex(ctx context.Context) (map[string]string, error) {
	output, err := r.git.run(ctx, "ls-files", append([]string{"-s", "-z", "--full-name"}, r.scope()...)...)
	if err != nil {
		return nil, err
	}
	listed := map[string]string{}
	for item := range bytes.SplitSeq(output, []byte{0}) {
		about, name, _ := strings.Cut(string(item), "\t")
		fields := strings.Fields(about) // "MODE ID STAGE"
		if len(fields) != 3 || !regular(fields[0]) {
			continue
		}
		if fields[2] != "0" && r.isStory(name) {
			return nil, fmt.Errorf("%s: %w", r.shown(name), ErrConflict)
		}
		listed[name] = fields[1]
	}
	return listed, nil
}

// edited takes files of the work tree out of those listed before and lists which
// are not as they were.
func (r *Repo) edited(before map[string]string, files []string) (found []entry) {
	for _, file := range files {
		name := r.inside(file)
		id, known := before[name]
		delete(before, name)
		content, err := stories.ReadFile(file)
		if err == nil && known && r.holds(content, id) {
			continue
		}
		e := entry{to: blob{name, r.id(content), file}}
		if known {
			e.from = blob{path: name, id: id}
		}
		found = append(found, e)
	}
	return found
}

// lost lists the Markdown files that the work tree has no more.
func (r *Repo) lost(before map[string]string) (found []entry) {
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		if info, err := os.Lstat(r.shown(name)); err != nil || info.IsDir() {
			found = append(found, entry{from: blob{path: name, id: before[name]}})
		}
	}
	return found
}

// holds reports whether git stores content of the work tree under an id, as it is
// or with its line breaks made one byte.
func (r *Repo) holds(content []byte, id string) bool {
	return r.id(content) == id || bytes.Contains(content, []byte("\r\n")) && r.id(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))) == id
}

// id returns the id that git gives to content, or "" for a repository whose ids
// are of an unknown kind.
func (r *Repo) id(content []byte) string {
	var h hash.Hash
	switch r.hash {
	case "sha1":
		h = sha1.New()
	case "sha256":
		h = sha256.New()
	default:
		return ""
	}
	fmt.Fprintf(h, "blob %d\x00", len(content))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}
