package stories

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// ErrChanged says that a file is no longer what was read from it.
var ErrChanged = errors.New("the file has changed since it was read; nothing was written")

// Replace writes a file that held before anew, so that at any moment it holds all
// of the one or all of the other: to a temporary file in the same folder, which
// then takes its place. Links are followed, the mode is kept. A file that holds
// anything but before is left alone.
func Replace(path string, before, after []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return Trouble{path, reason(err)}
	}
	info, err := os.Stat(target)
	if err != nil {
		return Trouble{path, reason(err)}
	}
	now, err := os.ReadFile(target)
	if err != nil {
		return Trouble{path, reason(err)}
	}
	if !bytes.Equal(now, before) {
		return Trouble{path, ErrChanged}
	}
	if info.Mode().Perm()&0o200 == 0 {
		return Trouble{path, errors.New("is write-protected")}
	}
	if err := writeBeside(target, after, info.Mode().Perm()); err != nil {
		return Trouble{path, reason(err)}
	}
	return nil
}

// writeBeside writes a temporary file and renames it; on failure it leaves
// nothing behind.
func writeBeside(target string, content []byte, mode os.FileMode) (err error) {
	file, err := os.CreateTemp(filepath.Dir(target), ".star-*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			file.Close()
			os.Remove(file.Name())
		}
	}()
	if _, err = file.Write(content); err != nil {
		return err
	}
	if err = file.Chmod(mode); err != nil {
		return err
	}
	if err = file.Sync(); err != nil {
		return err
	}
	if err = file.Close(); err != nil {
		return err
	}
	return os.Rename(file.Name(), target)
}
