package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"starbank/stories"
)

// stdinPath is the argument that means standard input.
const stdinPath = "-"

// files lists what to read: the paths given, else the bank, else the folder.
func (r *reading) files(args []string) (files []string, troubles []stories.Trouble) {
	switch {
	case len(args) > 0:
		files, troubles = listPaths(args)
	case r.bank != nil:
		files, troubles = bankFiles(r.bank)
		args = []string{relative(r.bank.Folder())}
	default:
		args = []string{"."}
		files, troubles = stories.List(args...)
	}
	slices.Sort(files)
	files = slices.Compact(files)
	if len(files) == 0 && len(troubles) == 0 {
		troubles = []stories.Trouble{{Path: strings.Join(args, ", "), Err: errors.New("no story here; a story is a file that ends in .md")}}
	}
	return files, troubles
}

// listPaths is stories.List for the arguments of a command, standard input among them.
func listPaths(args []string) (files []string, troubles []stories.Trouble) {
	for _, arg := range args {
		if arg == stdinPath {
			files = append(files, arg)
			continue
		}
		listed, failed := stories.List(arg)
		files, troubles = append(files, listed...), append(troubles, failed...)
	}
	return files, troubles
}

// bankFiles lists the stories of a bank as seen from the working folder.
func bankFiles(bank *stories.Bank) (files []string, troubles []stories.Trouble) {
	folder := bank.Folder()
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, []stories.Trouble{{Path: relative(folder), Err: errors.New("is not a folder; stories in star.yaml names it")}}
	}
	files, troubles = stories.List(folder)
	for i, file := range files {
		files[i] = relative(file)
	}
	for i, trouble := range troubles {
		troubles[i].Path = relative(trouble.Path)
	}
	return files, troubles
}

// relative returns a path as seen from the working folder, where that is shorter.
func relative(path string) string {
	folder, err := os.Getwd()
	if err != nil {
		return path
	}
	if short, err := filepath.Rel(folder, path); err == nil && len(short) < len(path) {
		return short
	}
	return path
}
