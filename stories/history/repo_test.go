package history

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository is a git repository made for a test.
type repository struct {
	t      *testing.T
	folder string
	clock  int // minutes: each commit is later than the one before
}

// TestMain keeps the settings of whoever runs the tests out of them.
func TestMain(m *testing.M) {
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "GIT_") {
			os.Unsetenv(name)
		}
	}
	os.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	os.Exit(m.Run())
}

// newRepository makes a repository without commits.
func newRepository(t *testing.T, options ...string) *repository {
	t.Helper()
	r := &repository{t: t, folder: t.TempDir()}
	r.git(append([]string{"init", "-q", "-b", "main"}, options...)...)
	return r
}

// git runs a command in the repository and returns what it prints.
func (r *repository) git(args ...string) string {
	r.t.Helper()
	output, err := r.try(args...)
	if err != nil {
		r.t.Fatalf("git %q: %v\n%s", args, err, output)
	}
	return strings.TrimSpace(output)
}

func (r *repository) try(args ...string) (string, error) {
	r.clock++
	cmd := exec.Command("git", append([]string{"-C", r.folder, "-c", "protocol.file.allow=always"}, args...)...)
	date := fmt.Sprintf("2025-03-01T%02d:%02d:00Z", r.clock/60, r.clock%60)
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date)
	output, err := cmd.CombinedOutput()
	return string(output), err
}

// write writes a file of the work tree.
func (r *repository) write(name, content string) {
	r.t.Helper()
	path := filepath.Join(r.folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

// commit writes files, a name and a content each, and commits all there is.
func (r *repository) commit(subject string, files ...string) (id string) {
	r.t.Helper()
	for i := 0; i < len(files); i += 2 {
		r.write(files[i], files[i+1])
	}
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", subject)
	return r.git("rev-parse", "HEAD")
}

// open opens the repository for one of its folders.
func (r *repository) open(folder string) *Repo {
	r.t.Helper()
	return open(r.t, Place{Folder: filepath.Join(r.folder, folder)})
}

func open(t *testing.T, place Place) *Repo {
	t.Helper()
	repo, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(repo.Close)
	return repo
}

// story is a text of some length that has nothing in common with that of another
// name.
func story(name string) string {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, "step %d of %s-%d was %s\n", i, name, i, name)
	}
	return b.String()
}

// told writes the revisions of a story, newest first: "status subject former-name".
func told(tale Tale) string {
	var lines []string
	for _, v := range tale.Revisions {
		line := v.Status.String() + " " + v.Subject
		if v.Status == Renamed {
			line += " " + filepath.Base(v.Before.Path)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// history tells the story of a file in the newest commit.
func (r *repository) history(folder, name string) Tale {
	r.t.Helper()
	repo := r.open(folder)
	tale, err := repo.History(r.t.Context(), resolve(r.t, repo, Head), filepath.Join(r.folder, folder, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return tale
}

func resolve(t *testing.T, repo *Repo, revision string) Side {
	t.Helper()
	side, err := repo.Resolve(t.Context(), revision)
	if err != nil {
		t.Fatal(err)
	}
	return side
}

// changes writes what differs between two sides, a line each.
func changes(t *testing.T, repo *Repo, from, to Side) string {
	t.Helper()
	found, err := repo.Changes(t.Context(), from, to)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range found {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", c.Status, base(c.From), base(c.To))), " "))
	}
	return strings.Join(lines, "\n")
}

func base(file File) string {
	if file.Path == "" {
		return ""
	}
	return filepath.Base(file.Path)
}

// content returns the content of a file.
func content(t *testing.T, repo *Repo, file File) string {
	t.Helper()
	content, err := repo.Content(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n%s\nwant:\n%s", what, got, want)
	}
}
