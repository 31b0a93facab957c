package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"starbank/stories"
)

// errNoStoryYet is the trouble of a bank that has no story; it is no failure.
var errNoStoryYet = errors.New("no story yet; star new writes one, and star import NOTES.md makes them of notes")

// stdinPath is the argument that means standard input.
const stdinPath = "-"

// places lists the paths to search: those given, else the bank, else the folder.
func (r *reading) places(args []string) []string {
	switch {
	case len(args) > 0:
		return args
	case r.bank != nil:
		return []string{relative(r.bank.Folder())}
	}
	return []string{"."}
}

// files lists what to read: the stories of the places. Where there are none, the one
// trouble says so; it is errNoStoryYet for a whole bank.
func (r *reading) files(args []string) (files []string, troubles []stories.Trouble) {
	if len(args) == 0 && r.bank != nil {
		files, troubles = bankFiles(r.bank)
	} else {
		files, troubles = listPaths(r.places(args))
	}
	slices.Sort(files)
	files = slices.Compact(files)
	if len(files) == 0 && len(troubles) == 0 {
		reason := errors.New("no story here; a story is a file that ends in .md")
		if len(args) == 0 && r.bank != nil {
			reason = errNoStoryYet
		}
		troubles = []stories.Trouble{{Path: strings.Join(r.places(args), ", "), Err: reason}}
	}
	return files, troubles
}

// stories lists the files that the arguments of a command mean: paths, ids of
// stories of the bank or the folder, or a beginning that only one id has.
func (r *reading) stories(args []string) (files []string, troubles []stories.Trouble, err error) {
	if args, err = r.resolve(args); err != nil {
		return nil, nil, err
	}
	files, troubles = r.files(args)
	return files, troubles, nil
}

// resolve puts the paths of stories in place of their ids. What is neither stays as
// it is, and err says so.
func (r *reading) resolve(args []string) (paths []string, err error) {
	var known []string
	paths = slices.Clone(args)
	for i, arg := range args {
		if _, err := os.Stat(arg); err == nil || arg == stdinPath {
			continue
		}
		if known == nil {
			known, _ = r.files(nil)
		}
		path, failed := lookUp(arg, known)
		if failed != nil {
			err = cmp.Or(err, failed)
			continue
		}
		paths[i] = path
	}
	return paths, err
}

// lookUp finds the one file whose id is name or begins with it.
func lookUp(name string, files []string) (string, error) {
	var ids, begin []string
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".md")
		if id == name {
			return file, nil
		}
		if ids = append(ids, id); strings.HasPrefix(id, name) {
			begin = append(begin, file)
		}
	}
	switch len(begin) {
	case 1:
		return begin[0], nil
	case 0:
		return "", fmt.Errorf("no story %q%s", name, stories.Suggest(name, ids))
	}
	return "", fmt.Errorf("%q begins the ids of %d stories: %s", name, len(begin), strings.Join(begin, ", "))
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
