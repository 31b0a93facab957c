package stories

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrExists says that a file is there already.
var ErrExists = errors.New("the file is there already; nothing was written")

// Create writes a new file, whole or not at all, and never over one that is there.
func Create(path string, content []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return Trouble{path, ErrExists}
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".star-*.tmp")
	if err != nil {
		return Trouble{path, reason(err)}
	}
	defer os.Remove(file.Name())
	_, err = file.Write(content)
	err = errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close())
	if err != nil {
		return Trouble{path, reason(err)}
	}
	if err := os.Link(file.Name(), path); errors.Is(err, fs.ErrExist) {
		return Trouble{path, ErrExists}
	} else if err == nil {
		return nil
	}
	return exclusively(path, content) // a file system without links
}

// exclusively writes a file where no other is, and leaves nothing half written.
func exclusively(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return Trouble{path, ErrExists}
	}
	if err != nil {
		return Trouble{path, reason(err)}
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		os.Remove(path)
		return Trouble{path, reason(err)}
	}
	return nil
}
