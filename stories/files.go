package stories

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	pathpkg "path"
	"path/filepath"
	"strings"

	"starbank/star"
)

// Trouble is a path that could not be read, with the reason in words.
type Trouble struct {
	Path string
	Err  error
}

// Error returns "path: reason".
func (t Trouble) Error() string { return fmt.Sprintf("%s: %v", t.Path, t.Err) }

// Unwrap returns the reason.
func (t Trouble) Unwrap() error { return t.Err }

// List returns the story files of paths: a file as given, whatever its name,
// and of a folder all *.md below it in the order of their names, without
// README.md, files that begin with an underscore and hidden folders. A link to a
// folder is followed where it is one of the paths, and not below them. What cannot
// be a story is returned as trouble.
func List(paths ...string) (files []string, troubles []Trouble) {
	seen := map[string]bool{}
	add := func(path string) {
		if !seen[path] {
			seen[path] = true
			files = append(files, path)
		}
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			troubles = append(troubles, Trouble{path, reason(err)})
		case info.IsDir():
			troubles = append(troubles, walk(path, add)...)
		case !info.Mode().IsRegular():
			troubles = append(troubles, Trouble{path, errors.New("is not a regular file")})
		default:
			add(path)
		}
	}
	return files, troubles
}

func walk(root string, add func(string)) (troubles []Trouble) {
	report := func(path string, err error) { troubles = append(troubles, Trouble{path, err}) }
	root = entered(root)
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			report(path, reason(err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir() && hidden(root, path):
			return fs.SkipDir
		case entry.IsDir() && path != root && isStory(entry.Name()):
			report(path, errors.New("is a folder named like a story"))
		case !entry.IsDir() && isStory(entry.Name()):
			if err := regular(path, entry); err != nil {
				report(path, err)
				return nil
			}
			add(path)
		}
		return nil
	})
	return troubles
}

// Folders lists the folders on which it depends what List returns for paths: those
// given and the ones below them that are searched, and of anything else the folder
// that holds it, or would. A folder is listed before it is read, so that who watches
// it from then on misses nothing.
func Folders(paths ...string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, path := range paths {
			if info, err := os.Stat(path); err != nil || !info.IsDir() {
				if !yield(filepath.Dir(path)) {
					return
				}
			} else if !eachFolder(entered(path), yield) {
				return
			}
		}
	}
}

func eachFolder(root string, yield func(string) bool) (more bool) {
	return nil == filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || !entry.IsDir():
			return nil
		case hidden(root, path):
			return fs.SkipDir
		case !yield(filepath.Clean(path)):
			return errors.New("enough")
		}
		return nil
	})
}

// hidden reports whether a folder below the root of a walk is not searched.
func hidden(root, path string) bool {
	return path != root && strings.HasPrefix(filepath.Base(path), ".")
}

// entered returns a folder so that a walk enters it also where it is a link.
func entered(root string) string {
	if info, err := os.Lstat(root); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return root + string(filepath.Separator)
	}
	return root
}

// regular reports why a directory entry is no file to read.
func regular(path string, entry fs.DirEntry) error {
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return errors.New("is a link to nothing")
		}
		mode = info.Mode()
	}
	if !mode.IsRegular() {
		return errors.New("is not a regular file")
	}
	return nil
}

// IsStory reports whether [List] would return a file at that path below a folder.
// The path has slashes.
func IsStory(path string) bool {
	folder, name := pathpkg.Split(path)
	return isStory(name) && !strings.HasPrefix(folder, ".") && !strings.Contains(folder, "/.")
}

func isStory(name string) bool {
	return strings.HasSuffix(name, ".md") && !strings.HasPrefix(name, "_") && !strings.HasPrefix(name, ".") && !strings.EqualFold(name, "readme.md")
}

// ReadFile reads a file, and of one that is too large to be a story only so
// much that Parse can tell.
func ReadFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, Trouble{path, reason(err)}
	}
	defer file.Close()
	size := int64(512)
	if info, err := file.Stat(); err == nil {
		size = min(info.Size(), star.MaxSize) + 1
	}
	source := make([]byte, 0, size)
	for len(source) <= star.MaxSize {
		if len(source) == cap(source) {
			source = append(source, 0)[:len(source)]
		}
		n, err := file.Read(source[len(source):cap(source)])
		source = source[:len(source)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, Trouble{path, reason(err)}
		}
	}
	return source, nil
}

// reason takes the path out of an error of the file system.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}
