package history

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"starbank/stories"
)

// Place is where stories lie.
type Place struct {
	Folder string // the folder that [stories.List] finds them in
	Within string // a folder above, where they may have come from; "" means Folder
}

// Repo is the git repository of a folder of stories. It is not safe for
// concurrent use.
type Repo struct {
	git     git
	objects objects
	folder  string // as given
	prefix  string // the same within the repository: "" or ending in a slash
	within  string // likewise, of the folder above
	hash    string // of object ids: sha1, sha256
	shallow bool
}

// Open finds the repository that a folder lies in. What fails here wraps
// [ErrNoGit], [ErrNoRepository] or [ErrNotTrusted] for the known reasons; a
// repository without commits opens. Close it after use.
func Open(ctx context.Context, place Place) (*Repo, error) {
	folder, err := existing(place.Folder)
	if err != nil {
		return nil, err
	}
	g, err := newGit(folder, os.Environ())
	if err != nil {
		return nil, err
	}
	r := &Repo{git: g, folder: place.Folder}
	if err := r.discover(ctx); err != nil {
		return nil, err
	}
	r.objects.git = r.git
	r.prefix += below(folder, place.Folder)
	r.within = above(r.prefix, below(cmp.Or(place.Within, place.Folder), place.Folder))
	return r, nil
}

// existing returns the nearest folder, from the one given upwards, that is there:
// the stories of a commit may lie in a folder that the work tree has lost.
func existing(folder string) (string, error) {
	at := filepath.Clean(folder)
	for {
		info, err := os.Stat(at)
		if err == nil && info.IsDir() {
			return at, nil
		}
		parent := filepath.Dir(at)
		if parent == at {
			return "", fmt.Errorf("%s: %w", folder, ErrNoRepository)
		}
		at = parent
	}
}

// below returns a path from a folder down, with slashes and one at its end; "" where
// it is the folder itself or lies elsewhere.
func below(folder, down string) string {
	short, err := between(folder, down)
	if err != nil || short == "." || strings.HasPrefix(short, "..") {
		return ""
	}
	return short + "/"
}

// between returns the way from a folder to a path, with slashes.
func between(folder, to string) (string, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	if to, err = filepath.Abs(to); err != nil {
		return "", err
	}
	short, err := filepath.Rel(folder, to)
	return filepath.ToSlash(short), err
}

// above returns the folder that a prefix lies so far below of, or the root of the
// repository where that is nearer.
func above(prefix, depth string) string {
	if cut, is := strings.CutSuffix(prefix, depth); is {
		return cut
	}
	if strings.HasSuffix(depth, prefix) {
		return ""
	}
	return prefix // reached through a link
}

// discover asks git where the repository is.
func (r *Repo) discover(ctx context.Context) error {
	output, err := r.git.run(ctx, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-object-format", "--show-cdup", "--show-prefix")
	if err != nil {
		return r.noRepository(err)
	}
	lines := bytes.SplitN(output, []byte("\n"), 5)
	if len(lines) < 5 || string(lines[0]) != "true" {
		return fmt.Errorf("%s is %w", r.folder, ErrNoRepository)
	}
	r.shallow, r.hash, r.prefix = string(lines[1]) == "true", string(lines[2]), strings.TrimSuffix(string(lines[4]), "\n")
	if up := string(lines[3]); up != "" {
		r.git.folder += string(filepath.Separator) + up // and not joined: the folder may be a link
	}
	return r.takeIndex(ctx)
}

func (r *Repo) noRepository(err error) error {
	var failed *gitError
	switch {
	case !errors.As(err, &failed):
		return err
	case strings.Contains(failed.stderr, "dubious ownership"):
		return fmt.Errorf("%s is %w%s", r.folder, ErrNotTrusted, failed.trust())
	case strings.Contains(failed.stderr, "not a git repository"):
		return fmt.Errorf("%s is %w", r.folder, ErrNoRepository)
	}
	return err
}

// trust returns the command that git proposes to one who trusts the owner.
func (e *gitError) trust() string {
	for line := range strings.Lines(e.stderr) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "git config ") {
			return "; if you trust it: " + line
		}
	}
	return ""
}

// takeIndex heeds GIT_INDEX_FILE where it names an index of this repository: git
// sets it for hooks, and of a commit -a or of some files it is not the usual one.
func (r *Repo) takeIndex(ctx context.Context) error {
	name := os.Getenv("GIT_INDEX_FILE")
	if name == "" {
		return nil
	}
	output, err := r.git.run(ctx, "rev-parse", "--absolute-git-dir")
	if err != nil {
		return err
	}
	folder, err := filepath.EvalSymlinks(strings.TrimSuffix(string(output), "\n"))
	if err != nil {
		return err
	}
	index, err := filepath.Abs(name)
	if err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(filepath.Dir(index)); err == nil && real == folder {
		r.git.env = append(r.git.env, "GIT_INDEX_FILE="+index)
	}
	return nil
}

// Close ends the processes that are still running.
func (r *Repo) Close() { r.objects.stop() }

// Shallow reports whether the repository holds the newest commits alone, so that
// the tale of a story may be cut short.
func (r *Repo) Shallow() bool { return r.shallow }

// shown returns a path of the repository as the folder was given: what
// [stories.List] calls the file.
func (r *Repo) shown(name string) string {
	if inside, is := strings.CutPrefix(name, r.prefix); is {
		return filepath.Join(r.folder, filepath.FromSlash(inside))
	}
	up := strings.Repeat("../", strings.Count(strings.TrimPrefix(r.prefix, r.within), "/"))
	return filepath.Join(r.folder, filepath.FromSlash(up+strings.TrimPrefix(name, r.within)))
}

// inside returns a path as the repository names it.
func (r *Repo) inside(shown string) string {
	short, err := between(r.folder, shown)
	if err != nil {
		return shown
	}
	return path.Join(r.prefix, short)
}

// isStory reports whether a path of the repository is one of the stories.
func (r *Repo) isStory(name string) bool {
	inside, is := strings.CutPrefix(name, r.prefix)
	return is && stories.IsStory(inside)
}

// scope returns the pathspecs for where stories are and may have come from.
func (r *Repo) scope() []string {
	if r.within == "" {
		return nil
	}
	return []string{"--", strings.TrimSuffix(r.within, "/")}
}
