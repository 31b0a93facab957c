package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"starbank/stories/history"
)

// openHistory opens the repository of the stories that the arguments of a command
// name: those of the bank, of the folder, or at these paths.
func (r *reading) openHistory(ctx context.Context, args []string) (*history.Repo, error) {
	return history.Open(ctx, r.place(args))
}

// place says where the stories are, and how far away they may have come from.
func (r *reading) place(args []string) history.Place {
	switch {
	case len(args) > 0 && r.bank != nil && encloses(r.bank.Root, commonFolder(args)):
		return history.Place{Folder: relative(commonFolder(args)), Within: relative(r.bank.Root)}
	case len(args) > 0:
		return history.Place{Folder: relative(commonFolder(args))}
	case r.bank != nil:
		return history.Place{Folder: relative(r.bank.Folder()), Within: relative(r.bank.Root)}
	}
	return history.Place{Folder: "."}
}

// commonFolder returns the folder that holds all paths.
func commonFolder(paths []string) string {
	common := ""
	for i, path := range paths {
		folder, err := filepath.Abs(path)
		if err != nil {
			return "."
		}
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			folder = filepath.Dir(folder)
		}
		if i == 0 {
			common = folder
		}
		for !encloses(common, folder) {
			common = filepath.Dir(common)
		}
	}
	return common
}

// encloses reports whether a path is a folder or lies in it.
func encloses(folder, path string) bool {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	if path, err = filepath.Abs(path); err != nil {
		return false
	}
	short, err := filepath.Rel(folder, path)
	return err == nil && short != ".." && !strings.HasPrefix(short, ".."+string(filepath.Separator))
}
