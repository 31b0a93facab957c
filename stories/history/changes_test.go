package history

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestChanges holds which stories differ between a commit, the index and the work
// tree, each judged by its own content.
func TestChanges(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "a.md", story("a"), "b.md", story("b"), "gone.md", story("gone"), "same.md", story("same"), "README.md", "No story.\n")
	r.git("mv", "b.md", "renamed.md")
	r.write("renamed.md", story("b")+"More.\n")
	r.write("a.md", "staged\n")
	r.git("add", "-A")
	r.write("a.md", "half\n")
	r.write("new.md", story("new"))
	r.git("rm", "-q", "gone.md")
	r.write("README.md", "Changed.\n")

	repo := r.open(".")
	head := resolve(t, repo, Head)
	equal(t, "staged", changes(t, repo, head, Index()), "modified a.md a.md\ndeleted gone.md\nrenamed b.md renamed.md")
	equal(t, "work tree", changes(t, repo, head, WorkTree()), "modified a.md a.md\ndeleted gone.md\nadded new.md\nrenamed b.md renamed.md")
	equal(t, "not staged", changes(t, repo, Index(), WorkTree()), "modified a.md a.md\nadded new.md")
	equal(t, "backwards", changes(t, repo, WorkTree(), head), "modified a.md a.md\nrenamed renamed.md b.md\nadded gone.md\ndeleted new.md")
	equal(t, "from nothing", changes(t, repo, Side{}, head), "added a.md\nadded b.md\nadded gone.md\nadded same.md")
	equal(t, "itself", changes(t, repo, Index(), Index())+changes(t, repo, head, head)+changes(t, repo, WorkTree(), WorkTree()), "")

	found, err := repo.Changes(t.Context(), head, Index())
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "staged content", content(t, repo, found[0].To), "staged\n")
	equal(t, "content of HEAD", content(t, repo, found[0].From), story("a"))
	files, err := repo.Files(t.Context(), WorkTree())
	if err != nil || len(files) != 4 {
		t.Fatalf("%v, %v", files, err)
	}
	equal(t, "content of the work tree", content(t, repo, files[0]), "half\n")
}

// TestShortID holds that the beginning of an id is that of the commit, where other
// objects have it too.
func TestShortID(t *testing.T) {
	r := newRepository(t)
	commit := r.commit("begin")
	repo := r.open(".")
	for i := 0; ; i++ {
		text := fmt.Sprint(i)
		if id := repo.id([]byte(text)); id[:4] == commit[:4] {
			r.write("a.md", text)
			break
		}
	}
	r.git("add", "-A")
	if side := resolve(t, r.open("."), commit[:4]); side.Commit() != commit {
		t.Errorf("%s is %s, want %s", commit[:4], side.Commit(), commit)
	}
}

// TestCommit holds what is told of a commit.
func TestCommit(t *testing.T) {
	r := newRepository(t)
	id := r.commit("a subject\nin two lines\n\nand more")
	repo := r.open(".")
	v, err := repo.Commit(t.Context(), resolve(t, repo, Head))
	if want := "a subject in two lines"; err != nil || v.Commit != id || v.Author != "Ada" || v.Subject != want || v.Time.Format("2006-01-02 -0700") != "2025-03-01 +0000" {
		t.Errorf("%+v, %v", v, err)
	}
}

// TestRange holds how two sides are written.
func TestRange(t *testing.T) {
	r := newRepository(t)
	fork := r.commit("fork")
	side := r.commit("a..b")
	r.git("tag", "-a", "-m", "tag", "v1")
	r.git("checkout", "-q", "--detach", fork)
	head := r.commit("head")
	repo := r.open(".")
	for text, want := range map[string][2]string{
		"":              {head, ""},
		"v1":            {side, ""},
		"v1..":          {side, head},
		"..v1":          {head, side},
		"main..HEAD~1":  {side, fork},
		"main...HEAD":   {fork, head},
		"main^{/a..b}":  {side, ""},
		":/a..b":        {side, ""},
		"HEAD@{0}":      {head, ""},
		"...main":       {fork, side},
		head[:9] + "..": {head, head},
	} {
		from, to, err := repo.Range(t.Context(), text)
		if err != nil || from.Commit() != want[0] || to.Commit() != want[1] || want[1] == "" && to != WorkTree() {
			t.Errorf("Range(%q) = %q %q, %v; want %q %q", text, from.Commit(), to.Commit(), err, want[0], want[1])
		}
	}
	for _, text := range []string{"nope", "--all", "-h", "--output=" + filepath.Join(r.folder, "x"), " ", "a\nb", "HEAD:", "main@{u}", "HEAD@{99}", "main..nope"} {
		if _, _, err := repo.Range(t.Context(), text); err == nil || !strings.Contains(err.Error(), "no such revision") || strings.Contains(err.Error(), "\n") {
			t.Errorf("Range(%q): %v", text, err)
		}
	}
	if _, err := os.Stat(filepath.Join(r.folder, "x")); err == nil {
		t.Error("a revision was taken for an option")
	}
}
