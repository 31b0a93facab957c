package history

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestHistory holds that a story is followed through new names with edits, back to
// the first commit, whatever the settings say of renames and of roots.
func TestHistory(t *testing.T) {
	r := newRepository(t)
	r.git("config", "diff.renames", "false")
	r.git("config", "log.showRoot", "false")
	text := story("audit")
	r.commit("begin", "a.md", text, "other.md", story("other"))
	r.commit("edit", "a.md", text+"More.\n")
	r.git("mv", "a.md", "b.md")
	r.commit("rename and edit", "b.md", strings.Replace(text, "step 7", "step seven", 1)+"More.\n")
	r.commit("elsewhere", "other.md", story("other")+"More.\n")
	r.git("mv", "b.md", "c.md")
	r.commit("rename")
	equal(t, "history of c", told(r.history(".", "c.md")), "renamed rename b.md\nrenamed rename and edit a.md\nmodified edit\nadded begin")
	equal(t, "history of its first name", told(r.history(".", "a.md")), "renamed rename b.md\nrenamed rename and edit a.md\nmodified edit\nadded begin")

	repo := r.open(".")
	tale, err := repo.History(t.Context(), resolve(t, repo, "HEAD"), filepath.Join(r.folder, "c.md"))
	if err != nil {
		t.Fatal(err)
	}
	oldest := tale.Revisions[len(tale.Revisions)-1]
	equal(t, "first version", content(t, repo, oldest.File), text)
	if oldest.Author != "Ada" || oldest.Time.UTC().Format("2006-01-02") != "2025-03-01" || filepath.Base(oldest.File.Path) != "a.md" {
		t.Errorf("first revision is %+v", oldest)
	}
}

// TestNamesReused holds that a name given to a second story does not mix the two,
// and that a story that was away for a while is one.
func TestNamesReused(t *testing.T) {
	r := newRepository(t)
	r.commit("first", "a.md", story("first"))
	r.git("mv", "a.md", "b.md")
	r.commit("rename")
	r.commit("second", "a.md", story("second"))
	r.commit("edit first", "b.md", story("first")+"More.\n")
	r.git("rm", "-q", "a.md")
	r.commit("remove second")
	r.commit("second again", "a.md", story("second")+"More.\n")
	equal(t, "history of b", told(r.history(".", "b.md")), "modified edit first\nrenamed rename a.md\nadded first")
	equal(t, "history of a", told(r.history(".", "a.md")), "added second again\ndeleted remove second\nadded second")

	r.git("rm", "-q", "a.md")
	r.commit("gone for good")
	tale := r.history(".", "a.md")
	equal(t, "history of what is gone", told(tale), "deleted gone for good\nadded second again\ndeleted remove second\nadded second")
	if !tale.Gone {
		t.Error("a story that was removed is not gone")
	}
}

// TestNameTaken holds that a story renamed to a name that another once had does
// not get the history of that.
func TestNameTaken(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "a.md", story("first"), "b.md", story("second"))
	r.git("rm", "-q", "b.md")
	r.commit("remove second")
	r.git("mv", "a.md", "b.md")
	r.commit("rename first")
	equal(t, "history of b", told(r.history(".", "b.md")), "renamed rename first a.md\nadded begin")
	repo := r.open(".")
	tales, err := repo.Histories(t.Context(), resolve(t, repo, Head))
	if err != nil || len(tales) != 2 {
		t.Fatalf("%v, %v", tales, err)
	}
	equal(t, "history of the one that had the name", told(tales[1]), "deleted remove second\nadded begin")
	if tales[0].Gone || !tales[1].Gone {
		t.Error("of two stories of a name, not the older one is gone")
	}
}

// TestRenamesOnBranches holds that stories are followed that were renamed on
// different branches.
func TestRenamesOnBranches(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "a.md", story("first"), "b.md", story("second"))
	r.commit("edit", "a.md", story("first")+"More.\n", "b.md", story("second")+"More.\n")
	r.git("checkout", "-q", "-b", "side")
	r.git("mv", "a.md", "x.md")
	r.commit("rename first")
	r.git("checkout", "-q", "main")
	r.git("mv", "b.md", "y.md")
	r.commit("rename second")
	r.git("merge", "-q", "--no-ff", "-m", "merge", "side")
	equal(t, "history of the one", told(r.history(".", "x.md")), "renamed rename first a.md\n"+twoTold)
	equal(t, "history of the other", told(r.history(".", "y.md")), "renamed rename second b.md\n"+twoTold)
}

// TestMerges holds that edits of a side branch are told once, that an edit made in
// a merge alone is told, and that a branch on which the story had its former name
// is followed.
func TestMerges(t *testing.T) {
	r := newRepository(t)
	lines := strings.Split(story("audit"), "\n")
	text := func(first, last string) string {
		return first + "\n" + strings.Join(lines, "\n") + last + "\n"
	}
	r.commit("begin", "a.md", text("1", "1"), "other.md", story("other"))
	r.git("checkout", "-q", "-b", "side")
	r.commit("on side", "a.md", text("2", "1"))
	r.git("checkout", "-q", "main")
	r.commit("elsewhere", "other.md", story("other")+"More.\n")
	r.git("merge", "-q", "--no-ff", "-m", "merge takes side", "side")
	equal(t, "a merge that takes over", told(r.history(".", "a.md")), "modified on side\nadded begin")

	r.git("checkout", "-q", "-b", "rename")
	r.git("mv", "a.md", "b.md")
	r.commit("rename on a branch")
	r.git("checkout", "-q", "main")
	r.commit("edit under the old name", "a.md", text("2", "2"))
	r.git("merge", "-q", "--no-ff", "-m", "merge rename", "rename")
	want := "modified edit under the old name\nrenamed rename on a branch a.md\nmodified on side\nadded begin"
	equal(t, "a rename on a branch", told(r.history(".", "b.md")), want)

	r.git("checkout", "-q", "-b", "both")
	r.commit("edit on both", "b.md", text("3", "2"))
	r.git("checkout", "-q", "main")
	r.commit("edit on main", "b.md", text("2", "3"))
	r.git("merge", "-q", "--no-ff", "--no-commit", "both")
	r.commit("merge with an edit", "b.md", text("4", "4"))
	want = "modified merge with an edit\nmodified edit on main\nmodified edit on both\n" + want
	equal(t, "an edit in a merge", told(r.history(".", "b.md")), want)
}

// TestShallow holds that the history of a shallow clone says that it is cut.
func TestShallow(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "a.md", story("audit"))
	r.commit("new", "b.md", story("other"))
	r.commit("edit", "a.md", story("audit")+"More.\n")
	clone := &repository{t: t, folder: t.TempDir()}
	clone.git("clone", "-q", "--depth", "2", "file://"+r.folder, ".")
	tale := clone.history(".", "a.md")
	equal(t, "history", told(tale), "modified edit\ncut new")
	if repo := clone.open("."); !tale.Cut() || !repo.Shallow() {
		t.Error("a shallow history does not say so")
	}
	repo := clone.open(".")
	if _, err := repo.Resolve(t.Context(), "HEAD~2"); err == nil || !strings.Contains(err.Error(), "--unshallow") {
		t.Errorf("a revision behind the cut: %v", err)
	}
	if repo := r.open("."); r.history(".", "a.md").Cut() || repo.Shallow() {
		t.Error("a whole history says that it is cut")
	}
}
