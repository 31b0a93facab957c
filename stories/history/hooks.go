package history

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// Hooks is where git looks for the hooks of a repository.
type Hooks struct {
	Folder string // absolute; it need not be there
	Shared bool   // core.hooksPath names a folder outside of the repository, perhaps that of many
}

// Hooks returns where git looks for hooks.
func (r *Repo) Hooks(ctx context.Context) (Hooks, error) {
	folder, err := r.where(ctx, "--git-path", "hooks")
	if err != nil {
		return Hooks{}, err
	}
	hooks := Hooks{Folder: folder, Shared: true}
	for _, home := range []string{"--git-common-dir", "--show-toplevel"} {
		inside, err := r.where(ctx, home)
		if err != nil {
			return Hooks{}, err
		}
		if short, err := filepath.Rel(inside, folder); err == nil && short != ".." && !strings.HasPrefix(short, ".."+string(filepath.Separator)) {
			hooks.Shared = false
		}
	}
	return hooks, nil
}

// where asks git for a path of the repository and returns it in full, without
// links as far as it is there.
func (r *Repo) where(ctx context.Context, question ...string) (string, error) {
	output, err := r.git.run(ctx, "rev-parse", question...)
	if err != nil {
		return "", err
	}
	path := strings.TrimSuffix(string(output), "\n")
	if !filepath.IsAbs(path) {
		folder, err := r.top()
		if err != nil {
			return "", err
		}
		path = filepath.Join(folder, path)
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest), nil
		}
		if filepath.Dir(at) == at {
			return path, nil
		}
	}
}

// top returns the folder that git is called from, without links. The dots that it
// may end in go up from where a link leads, and so are not to be cut before.
func (r *Repo) top() (string, error) {
	folder := r.git.folder
	if !filepath.IsAbs(folder) {
		working, err := os.Getwd()
		if err != nil {
			return "", err
		}
		folder = working + string(filepath.Separator) + folder
	}
	return filepath.EvalSymlinks(folder)
}

// Name returns a path as the repository names it: with slashes, from its root.
func (r *Repo) Name(path string) string { return r.inside(path) }
