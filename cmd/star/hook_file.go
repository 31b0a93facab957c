package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"starbank/stories"
	"starbank/stories/history"
)

// hook is the file that git runs before a commit.
type hook struct {
	path     string
	there    bool
	source   []byte
	obstacle string // why star does not write it
}

// hookHere finds the hook of the repository of the working folder, whatever
// star.yaml holds.
func hookHere(ctx context.Context) (hook, error) {
	repo, err := history.Open(ctx, history.Place{Folder: "."})
	if err != nil {
		return hook{}, err
	}
	defer repo.Close()
	return openHook(ctx, repo)
}

// openHook finds the hook of a repository.
func openHook(ctx context.Context, repo *history.Repo) (h hook, err error) {
	hooks, err := repo.Hooks(ctx)
	if err != nil {
		return h, err
	}
	h.path = filepath.Join(hooks.Folder, "pre-commit")
	info, err := os.Lstat(h.path)
	switch {
	case hooks.Folder == os.DevNull:
		h.obstacle = "core.hooksPath turns all hooks off"
		return h, nil
	case hooks.Shared:
		h.obstacle = hooks.Folder + ", which core.hooksPath names, lies outside of the repository and may serve others"
	}
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return h, err
	}
	if h.obstacle == "" {
		h.obstacle = obstacle(h.path, info)
	}
	if h.there = !info.IsDir(); h.there {
		h.source, err = os.ReadFile(h.path)
	}
	return h, err
}

// obstacle says why an existing file is left alone, or "".
func obstacle(path string, info fs.FileInfo) string {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return path + " is a link"
	case !info.Mode().IsRegular():
		return path + " is no file"
	case !executable(info):
		return path + " is not executable, so git does not run it; chmod +x it, or delete it"
	}
	return ""
}

func executable(info fs.FileInfo) bool {
	return runtime.GOOS == "windows" || info.Mode().Perm()&0o111 != 0
}

// write puts a new content in place of the old one.
func (h hook) write(source []byte) error {
	if h.there {
		return stories.Replace(h.path, h.source, source)
	}
	if err := os.MkdirAll(filepath.Dir(h.path), 0o777); err != nil {
		return err
	}
	file, err := os.OpenFile(h.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o777)
	if err != nil {
		return err
	}
	_, err = file.Write(source)
	if err = errors.Join(err, file.Close()); err != nil {
		os.Remove(h.path)
	}
	return err
}
