package stories

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestReplace(t *testing.T) {
	folder := t.TempDir()
	path, link := filepath.Join(folder, "a.md"), filepath.Join(folder, "link.md")
	if err := os.WriteFile(path, []byte("one"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.md", link); err != nil {
		t.Skip(err)
	}
	if err := Replace(link, []byte("one"), []byte("two")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "two" {
		t.Errorf("the file holds %q", got)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v", info.Mode())
	}
	if err := Replace(path, []byte("one"), []byte("three")); !errors.Is(err, ErrChanged) {
		t.Errorf("a changed file: %v", err)
	}
	os.Chmod(path, 0o440)
	if err := Replace(path, []byte("two"), []byte("three")); err == nil {
		t.Error("a write-protected file was written")
	}
	if got, _ := os.ReadFile(path); string(got) != "two" {
		t.Errorf("the file holds %q", got)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 2 {
		t.Errorf("files are left behind: %v", entries)
	}
}
