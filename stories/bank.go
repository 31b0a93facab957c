// Package stories knows the bank: a folder of stories and the star.yaml that
// says how to read them.
//
// [Find] looks for the bank around a folder, [Open] reads its settings and
// [List] finds its story files.
package stories

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Settings is the name of the file that makes a folder a bank.
const Settings = "star.yaml"

// Bank is a folder of stories with its settings.
type Bank struct {
	Root   string // the folder that holds star.yaml
	Source []byte // star.yaml as it was read
	Config Config
}

// Folder returns the folder that holds the stories.
func (b *Bank) Folder() string { return filepath.Join(b.Root, b.Config.Stories) }

// ErrNoBank says that no star.yaml was found.
var ErrNoBank = errors.New("no star.yaml here or in a folder above")

// Find opens the bank that a folder belongs to: it looks for star.yaml in the
// folder and those above it, up to the root of the git repository.
func Find(folder string) (*Bank, error) {
	at, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	for {
		path := filepath.Join(at, Settings)
		if _, err := os.Stat(path); err == nil {
			return Open(path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("looking for a bank: %w", err)
		}
		_, git := os.Stat(filepath.Join(at, ".git"))
		if parent := filepath.Dir(at); git != nil && parent != at {
			at = parent
			continue
		}
		return nil, ErrNoBank
	}
}

// Open reads the settings of a bank from the path of its star.yaml.
func Open(path string) (*Bank, error) {
	source, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	config, err := ParseConfig(source)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return &Bank{Root: filepath.Dir(path), Source: source, Config: config}, nil
}
