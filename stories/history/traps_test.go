package history

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// twoRevisions is a repository in which a.md was begun and edited.
func twoRevisions(t *testing.T, options ...string) *repository {
	t.Helper()
	r := newRepository(t, options...)
	r.commit("begin", "a.md", story("audit"))
	r.commit("edit", "a.md", story("audit")+"More.\n")
	return r
}

const twoTold = "modified edit\nadded begin"

// script puts a program into a folder of its own and returns its path.
func script(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

// sound holds that the two revisions are told with their texts.
func sound(t *testing.T, r *repository) {
	t.Helper()
	tale := r.history(".", "a.md")
	equal(t, "history", told(tale), twoTold)
	repo := r.open(".")
	equal(t, "changes", changes(t, repo, resolve(t, repo, "HEAD~1"), resolve(t, repo, "HEAD")), "modified a.md a.md")
	equal(t, "text", content(t, repo, tale.Revisions[1].File), story("audit"))
}

// TestSettings holds that no setting of a user or a repository changes what is
// read, and that no program that one names is run.
func TestSettings(t *testing.T) {
	r := twoRevisions(t)
	mark := filepath.Join(t.TempDir(), "ran")
	program := script(t, "program", "touch '"+mark+"'\ncat\n")
	for _, setting := range []string{
		"color.ui=always", "color.diff=always", "core.pager=" + program, "pager.rev-list=true", "pager.diff-tree=true", "diff.external=" + program,
		"diff.noprefix=true", "diff.renames=copies", "diff.relative=true", "diff.orderFile=/nowhere", "diff.odd.textconv=" + program, "diff.odd.command=" + program,
		"core.fsmonitor=" + program, "core.hooksPath=" + filepath.Dir(program), "core.quotePath=true", "core.abbrev=5", "log.showSignature=true", "log.showRoot=false",
		"log.date=human", "log.mailmap=true", "log.decorate=full", "format.pretty=oneline", "i18n.logOutputEncoding=ISO-8859-1", "core.precomposeUnicode=true", "gpg.program=" + program,
		"filter.odd.smudge=" + program, "filter.odd.clean=" + program, "core.sshCommand=" + program, "diff.submodule=log", "diff.ignoreSubmodules=all", "core.commitGraph=false",
		"diff.algorithm=patience", "diff.interHunkContext=9", "diff.wordRegex=.", "rev-list.pager=" + program, "alias.rev-list=!" + program, "alias.cat-file=!" + program,
	} {
		name, value, _ := strings.Cut(setting, "=")
		r.git("config", name, value)
	}
	r.write(".git/info/attributes", "*.md diff=odd filter=odd text eol=crlf\n")
	sound(t, r)
	repo := r.open(".")
	equal(t, "work tree", changes(t, repo, resolve(t, repo, Head), WorkTree()), "")
	equal(t, "index", changes(t, repo, resolve(t, repo, Head), Index()), "")
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program that the settings name was run")
	}
}

// TestEnvironment holds the same of variables, those of another repository among
// them.
func TestEnvironment(t *testing.T) {
	r, other := twoRevisions(t), newRepository(t)
	other.commit("other", "other.md", "Other.\n")
	mark := filepath.Join(t.TempDir(), "ran")
	program := script(t, "program", "touch '"+mark+"'\ncat\n")
	for name, value := range map[string]string{
		"GIT_DIR": filepath.Join(other.folder, ".git"), "GIT_WORK_TREE": other.folder, "GIT_INDEX_FILE": filepath.Join(other.folder, ".git/index"),
		"GIT_OBJECT_DIRECTORY": filepath.Join(other.folder, ".git/objects"), "GIT_COMMON_DIR": filepath.Join(other.folder, ".git"), "GIT_NAMESPACE": "odd",
		"GIT_EXTERNAL_DIFF": program, "GIT_PAGER": program, "PAGER": program, "GIT_DIFF_OPTS": "--unified=9", "GIT_TRACE": "1", "GIT_TRACE_SETUP": "1", "GIT_ICASE_PATHSPECS": "1",
		"GIT_GLOB_PATHSPECS": "1", "GIT_PREFIX": "odd/", "GIT_SSH_COMMAND": program, "GIT_ASKPASS": program, "GIT_FLUSH": "0", "GIT_REPLACE_REF_BASE": "refs/heads", "GIT_DEFAULT_HASH": "sha256",
		"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "LANG": "de_DE.UTF-8",
	} {
		t.Setenv(name, value)
	}
	repo := open(t, Place{Folder: r.folder})
	head := resolve(t, repo, Head)
	tale, err := repo.History(t.Context(), head, filepath.Join(r.folder, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "history", told(tale), twoTold)
	equal(t, "index", changes(t, repo, head, Index()), "")
	for _, variable := range []string{"LC_ALL=C", "LANGUAGE="} {
		if !slices.Contains(repo.git.command(t.Context(), "version").Environ(), variable) {
			t.Errorf("git is started without %s", variable)
		}
	}
	if _, err := Open(t.Context(), Place{Folder: t.TempDir()}); !errors.Is(err, ErrNoRepository) {
		t.Errorf("a folder in no repository: %v", err)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program that a variable names was run")
	}
}

// TestIndexOfHook holds that the index that git names to a hook is the one read.
func TestIndexOfHook(t *testing.T) {
	r := twoRevisions(t)
	saw := filepath.Join(t.TempDir(), "index")
	r.write(".git/hooks/pre-commit", "#!/bin/sh\nprintf %s \"$GIT_INDEX_FILE\" >'"+saw+"'\ncp \"$GIT_INDEX_FILE\" .git/index-of-hook\nexit 1\n")
	if err := os.Chmod(filepath.Join(r.folder, ".git/hooks/pre-commit"), 0o755); err != nil {
		t.Fatal(err)
	}
	r.write("a.md", "edited\n")
	if _, err := r.try("commit", "-q", "-a", "-m", "all"); err == nil {
		t.Fatal("the hook did not run")
	}
	name, err := os.ReadFile(saw)
	if err != nil {
		t.Fatal(err)
	}
	repo := r.open(".")
	equal(t, "usual index", changes(t, repo, resolve(t, repo, Head), Index()), "")
	t.Logf("git names %s", name)
	t.Setenv("GIT_INDEX_FILE", filepath.Join(r.folder, ".git/index-of-hook"))
	repo = r.open(".")
	equal(t, "index of a commit -a", changes(t, repo, resolve(t, repo, Head), Index()), "modified a.md a.md")
}

// TestReplacements holds that stand-ins for objects and grafts are not followed.
func TestReplacements(t *testing.T) {
	r := twoRevisions(t)
	r.write("stand-in", "Something else.\n")
	r.git("replace", r.git("rev-parse", "HEAD~1:a.md"), r.git("hash-object", "-w", "stand-in"))
	r.git("replace", "--graft", "HEAD")
	sound(t, r)
}

// TestSHA256 holds that ids may be longer, and content is still known by them.
func TestSHA256(t *testing.T) {
	r := twoRevisions(t, "--object-format=sha256")
	sound(t, r)
	repo := r.open(".")
	head := resolve(t, repo, Head)
	equal(t, "work tree", changes(t, repo, head, WorkTree()), "")
	equal(t, "from nothing", changes(t, repo, Side{}, head), "added a.md")
	r.git("mv", "a.md", "b.md")
	equal(t, "renamed", changes(t, repo, head, WorkTree()), "renamed a.md b.md")
}

// TestWorktree holds that a second work tree of a repository has its own HEAD and
// index.
func TestWorktree(t *testing.T) {
	r := twoRevisions(t)
	second := &repository{t: t, folder: filepath.Join(t.TempDir(), "second")}
	r.git("worktree", "add", "-q", "-b", "second", second.folder)
	second.clock = 100
	second.commit("in the second", "a.md", story("audit")+"Second.\n")
	equal(t, "first", told(r.history(".", "a.md")), twoTold)
	equal(t, "second", told(second.history(".", "a.md")), "modified in the second\n"+twoTold)
	second.write("b.md", "New.\n")
	second.git("add", "b.md")
	repo := second.open(".")
	equal(t, "index", changes(t, repo, resolve(t, repo, Head), Index()), "added b.md")
}

// TestSubmodule holds that stories in a submodule have the history of that.
func TestSubmodule(t *testing.T) {
	inner, outer := twoRevisions(t), newRepository(t)
	outer.commit("outer", "readme.txt", "Outer.\n")
	outer.git("submodule", "add", "-q", inner.folder, "bank")
	outer.commit("submodule")
	equal(t, "history", told(outer.history("bank", "a.md")), twoTold)
	repo := outer.open(".")
	equal(t, "a submodule is no story", changes(t, repo, Side{}, resolve(t, repo, Head)), "")
	repo = open(t, Place{Folder: filepath.Join(outer.folder, "bank"), Within: outer.folder})
	equal(t, "within the outer one", changes(t, repo, resolve(t, repo, "HEAD~1"), WorkTree()), "modified a.md a.md")
	bank := filepath.Join(outer.folder, "bank")
	if err := os.Mkdir(filepath.Join(bank, "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(bank, "a.md"), filepath.Join(bank, "deep/a.md")); err != nil {
		t.Fatal(err)
	}
	repo = open(t, Place{Folder: filepath.Join(bank, "deep"), Within: outer.folder})
	equal(t, "from above, within the inner one", changes(t, repo, resolve(t, repo, Head), WorkTree()), "renamed a.md a.md")
}

// TestSubfolder holds that a bank deep in a repository has its own stories, under
// the paths that it was asked for, with those that came from elsewhere in the bank.
func TestSubfolder(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "x/bank/drafts/a.md", story("audit"), "a.md", story("top"), "x/bank/stories/.hidden/h.md", "Hidden.\n", "x/bank/stories/_template.md", "Template.\n")
	if err := os.MkdirAll(filepath.Join(r.folder, "x/bank/stories/deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	r.git("mv", "x/bank/drafts/a.md", "x/bank/stories/deep/a.md")
	r.commit("into the bank", "x/bank/stories/b.md", story("other"))
	t.Chdir(filepath.Join(r.folder, "x"))
	for _, folder := range []string{"bank/stories", filepath.Join(r.folder, "x/bank/stories")} {
		repo := open(t, Place{Folder: folder, Within: "bank"})
		head := resolve(t, repo, Head)
		tale, err := repo.History(t.Context(), head, "bank/stories/deep/a.md")
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "history", told(tale), "renamed into the bank a.md\nadded begin")
		equal(t, "path", tale.Path, filepath.Join(folder, "deep/a.md"))
		equal(t, "former path", tale.Revisions[0].Before.Path, filepath.Join(filepath.Dir(folder), "drafts/a.md"))
		files, err := repo.Files(t.Context(), head)
		if err != nil || len(files) != 2 || files[0].Path != filepath.Join(folder, "b.md") {
			t.Errorf("files %v, %v", files, err)
		}
		equal(t, "changes", changes(t, repo, resolve(t, repo, "HEAD~1"), WorkTree()), "added b.md\nrenamed a.md a.md")
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(r.folder, "x/bank/stories"), link); err != nil {
		t.Fatal(err)
	}
	repo := open(t, Place{Folder: link})
	equal(t, "through a link", changes(t, repo, resolve(t, repo, "HEAD~1"), WorkTree()), "added b.md\nadded a.md")
	repo = open(t, Place{Folder: "bank/stories/gone"})
	equal(t, "a folder that is not there", changes(t, repo, resolve(t, repo, "HEAD~1"), WorkTree()), "")
}

// TestNames holds that any name of a file is a name.
func TestNames(t *testing.T) {
	r := newRepository(t)
	names := []string{"-x.md", "--output=y.md", "a b.md", "line\nbreak.md", "tab\t.md", `quote"s'.md`, "\xff\xfe.md", "é.md", ":(top)z.md", ":colon.md", "*.md", "back\\slash.md", "HEAD.md", " missing.md"}
	var files []string
	for _, name := range names {
		files = append(files, name, story(fmt.Sprintf("%x", name)))
	}
	r.commit("begin", files...)
	for i := 1; i < len(files); i += 2 {
		files[i] += "More.\n"
	}
	r.commit("edit", files...)
	repo := r.open(".")
	head := resolve(t, repo, Head)
	for i, name := range names {
		tale, err := repo.History(t.Context(), head, filepath.Join(r.folder, name))
		if err != nil || told(tale) != twoTold {
			t.Errorf("%q: %v, %s", name, err, told(tale))
			continue
		}
		equal(t, name, content(t, repo, tale.Revisions[0].File), files[2*i+1])
	}
	equal(t, "work tree", changes(t, repo, head, WorkTree()), "")
	odd := newRepository(t)
	odd.commit("begin", "-o\n*\"/a.md", story("audit"), "-o/a.md", story("other"))
	odd.commit("edit", "-o\n*\"/a.md", story("audit")+"More.\n")
	odd.commit("begin", "[ab]/a.md", story("pattern"), ":(icase)x/a.md", story("magic"), "a/c.md", story("matched"))
	equal(t, "a folder of an odd name", told(odd.history("-o\n*\"", "a.md")), twoTold)
	for _, folder := range []string{"[ab]", ":(icase)x"} {
		repo := odd.open(folder)
		equal(t, "a folder named like a pattern", changes(t, repo, Side{}, resolve(t, repo, Head)), "added a.md")
	}
}

// TestNoHistory holds that each reason for there being no history is one clear
// line that callers can tell.
func TestNoHistory(t *testing.T) {
	r := newRepository(t)
	r.write("a.md", "New.\n")
	repo := r.open(".")
	_, err := repo.Resolve(t.Context(), Head)
	clear(t, err, ErrNoCommits)
	_, _, err = repo.Range(t.Context(), "main~3..")
	clear(t, err, ErrNoCommits)
	equal(t, "against nothing", changes(t, repo, Side{}, WorkTree()), "added a.md")
	r.git("add", "a.md")
	equal(t, "staged against nothing", changes(t, repo, Side{}, Index()), "added a.md")

	_, err = Open(t.Context(), Place{Folder: t.TempDir()})
	clear(t, err, ErrNoRepository)
	_, err = Open(t.Context(), Place{Folder: filepath.Join(r.folder, ".git")})
	clear(t, err, ErrNoRepository)
	bare := t.TempDir()
	r.git("init", "-q", "--bare", bare)
	_, err = Open(t.Context(), Place{Folder: bare})
	clear(t, err, ErrNoRepository)

	t.Setenv("PATH", t.TempDir())
	_, err = Open(t.Context(), Place{Folder: r.folder})
	clear(t, err, ErrNoGit)
}

func clear(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) || strings.Contains(err.Error(), "\n") || !Unavailable(err) {
		t.Errorf("error is %v; want %v", err, want)
	}
}

// TestNotTrusted holds that a repository of another user is not read, and that
// what git proposes is said.
func TestNotTrusted(t *testing.T) {
	r := twoRevisions(t)
	real, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	program := script(t, "git", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '"+real+"' \"$@\"\n")
	t.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+os.Getenv("PATH"))
	_, err = Open(t.Context(), Place{Folder: r.folder})
	clear(t, err, ErrNotTrusted)
	if !strings.Contains(err.Error(), "if you trust it: git config --global --add safe.directory "+r.folder) {
		t.Errorf("error is %v", err)
	}
}

// TestConflict holds that a merge in progress stops what needs one text of a story,
// and nothing else.
func TestConflict(t *testing.T) {
	r := twoRevisions(t)
	r.commit("other", "b.md", story("other"))
	r.git("checkout", "-q", "-b", "side")
	r.commit("side", "a.md", "Side.\n")
	r.git("checkout", "-q", "main")
	r.commit("main", "a.md", "Main.\n")
	if _, err := r.try("merge", "side"); err == nil {
		t.Fatal("no conflict")
	}
	repo := r.open(".")
	head := resolve(t, repo, Head)
	if _, err := repo.Changes(t.Context(), head, Index()); !errors.Is(err, ErrConflict) || !strings.HasPrefix(err.Error(), filepath.Join(r.folder, "a.md")+":") {
		t.Errorf("staged: %v", err)
	}
	if _, err := repo.Files(t.Context(), Index()); !errors.Is(err, ErrConflict) {
		t.Errorf("files of the index: %v", err)
	}
	equal(t, "work tree", changes(t, repo, head, WorkTree()), "modified a.md a.md")
	equal(t, "history", told(r.history(".", "a.md")), "modified main\n"+twoTold)
}

// TestPartial holds that a partial clone tells what it holds, says what it lacks,
// and fetches nothing.
func TestPartial(t *testing.T) {
	r := twoRevisions(t)
	r.git("config", "uploadpack.allowFilter", "true")
	r.git("mv", "a.md", "b.md")
	r.commit("rename and edit", "b.md", story("audit")+"More.\nMore.\n")
	clone := &repository{t: t, folder: t.TempDir()}
	clone.git("clone", "-q", "--filter=blob:none", "file://"+r.folder, ".")
	lacks := clone.git("rev-list", "--objects", "--all", "--missing=print")
	repo := clone.open(".")
	head := resolve(t, repo, Head)
	tale, err := repo.History(t.Context(), head, filepath.Join(clone.folder, "b.md"))
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "history", told(tale), "added rename and edit")
	equal(t, "what there is", content(t, repo, tale.Revisions[0].File), story("audit")+"More.\nMore.\n")
	found, err := repo.Changes(t.Context(), resolve(t, repo, "HEAD~1"), head)
	if err != nil || len(found) != 2 {
		t.Fatalf("changes %v, %v", found, err)
	}
	if _, err := repo.Content(t.Context(), found[0].From); !errors.Is(err, ErrNotFetched) || strings.Contains(err.Error(), "\n") {
		t.Errorf("what is lacking: %v", err)
	}
	equal(t, "what there is, afterwards", content(t, repo, tale.Revisions[0].File), story("audit")+"More.\nMore.\n")
	equal(t, "missing objects", clone.git("rev-list", "--objects", "--all", "--missing=print"), lacks)

	treeless := &repository{t: t, folder: t.TempDir()}
	treeless.git("clone", "-q", "--filter=tree:0", "file://"+r.folder, ".")
	repo = treeless.open(".")
	if _, err := repo.Histories(t.Context(), resolve(t, repo, Head)); !errors.Is(err, ErrNotFetched) || strings.Contains(err.Error(), "\n") {
		t.Errorf("without trees: %v", err)
	}
}

// TestDamage holds that a repository that lacks objects is an error of one line.
func TestDamage(t *testing.T) {
	r := twoRevisions(t)
	id := r.git("rev-parse", "HEAD~1:a.md")
	tree := r.git("rev-parse", "HEAD~1^{tree}")
	remove := func(id string) {
		if err := os.Remove(filepath.Join(r.folder, ".git/objects", id[:2], id[2:])); err != nil {
			t.Fatal(err)
		}
	}
	tale := r.history(".", "a.md")
	remove(id)
	repo := r.open(".")
	files := []File{tale.Revisions[0].File, tale.Revisions[1].File, tale.Revisions[0].File}
	var errs []error
	for _, err := range repo.Contents(t.Context(), files) {
		errs = append(errs, err)
	}
	if len(errs) != 3 || errs[0] != nil || !errors.Is(errs[1], ErrNoVersion) || errs[2] != nil {
		t.Errorf("a version that is gone among others: %v", errs)
	}
	remove(tree)
	if _, err := repo.Histories(t.Context(), resolve(t, repo, Head)); err == nil || strings.Contains(err.Error(), "\n") || !strings.HasPrefix(err.Error(), "git diff-tree: ") {
		t.Errorf("a history without a tree: %v", err)
	}
	remove(r.git("rev-parse", "HEAD"))
	if _, err := r.open(".").Resolve(t.Context(), Head); !errors.Is(err, ErrDamaged) || Unavailable(err) {
		t.Errorf("a commit that is gone: %v", err)
	}
}

// TestForms holds that content which filters have made is said to be so, that line
// breaks of the work tree are no change, and that what is to be added without
// content is not staged.
func TestForms(t *testing.T) {
	r := newRepository(t)
	r.commit("begin", "a.md", story("audit"), "b.md", "\x00GITCRYPT\x00abc", "c.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
	r.write("a.md", strings.ReplaceAll(story("audit"), "\n", "\r\n"))
	r.write("new.md", "New.\n")
	r.git("add", "-N", "new.md")
	repo := r.open(".")
	head := resolve(t, repo, Head)
	equal(t, "line breaks", changes(t, repo, head, WorkTree()), "added new.md")
	equal(t, "intent to add", changes(t, repo, head, Index()), "")
	files, err := repo.Files(t.Context(), head)
	if err != nil || len(files) != 3 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files[1:] {
		if _, err := repo.Content(t.Context(), file); !errors.Is(err, ErrEncoded) {
			t.Errorf("%s: %v", file.Path, err)
		}
	}
	r.write("a.md", story("audit"))
	r.git("update-index", "--chmod=+x", "a.md")
	equal(t, "mode alone", changes(t, repo, head, Index()), "")
	if err := os.Symlink("a.md", filepath.Join(r.folder, "link.md")); err != nil {
		t.Fatal(err)
	}
	r.git("add", "link.md")
	equal(t, "a link has no versions", changes(t, repo, head, Index()), "")
}

// TestProcesses holds that the number of stories does not change how many processes
// are started: four at most.
func TestProcesses(t *testing.T) {
	r := newRepository(t)
	var files []string
	for i := range 60 {
		files = append(files, fmt.Sprintf("s%d.md", i), story(fmt.Sprint("s", i)))
	}
	r.commit("begin", files...)
	for i := 0; i < len(files); i += 2 {
		r.git("mv", files[i], "r"+files[i])
		files[i], files[i+1] = "r"+files[i], files[i+1]+"More.\n"
	}
	r.commit("rename and edit all", files...)
	r.git("checkout", "-q", "-b", "side", "HEAD~1")
	r.commit("side")
	r.git("checkout", "-q", "main")
	real, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	program := script(t, "git", "echo x >>'"+log+"'\nexec '"+real+"' \"$@\"\n")
	t.Setenv("PATH", filepath.Dir(program)+string(os.PathListSeparator)+os.Getenv("PATH"))
	count := func(what string, most int, work func(*Repo)) {
		t.Helper()
		os.Remove(log)
		repo := r.open(".")
		work(repo)
		repo.Close()
		started, err := os.ReadFile(log)
		if n := strings.Count(string(started), "x"); err != nil || n > most {
			t.Errorf("%s starts %d processes, want %d; %v", what, n, most, err)
		}
	}
	read := func(repo *Repo, files []File) {
		for _, err := range repo.Contents(t.Context(), files) {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	count("all histories with contents", 4, func(repo *Repo) {
		tales, err := repo.Histories(t.Context(), resolve(t, repo, Head))
		if err != nil || len(tales) != 60 {
			t.Fatalf("%d tales, %v", len(tales), err)
		}
		for _, tale := range tales {
			equal(t, tale.Path, told(tale), "renamed rename and edit all "+filepath.Base(tale.Path)[1:]+"\nadded begin")
			read(repo, []File{tale.Revisions[0].File, tale.Revisions[1].File})
		}
	})
	count("differences from a fork with contents", 4, func(repo *Repo) {
		from, to, err := repo.Range(t.Context(), "side...main")
		if err != nil {
			t.Fatal(err)
		}
		found, err := repo.Changes(t.Context(), from, to)
		if err != nil || len(found) != 60 {
			t.Fatalf("%d changes, %v", len(found), err)
		}
		for _, c := range found {
			read(repo, []File{c.From, c.To})
		}
	})
	count("differences of the work tree with contents", 2, func(repo *Repo) {
		found, err := repo.Changes(t.Context(), resolve(t, repo, "HEAD~1"), WorkTree())
		if err != nil || len(found) != 60 {
			t.Fatalf("%d changes, %v", len(found), err)
		}
		read(repo, []File{found[0].From, found[0].To})
	})
	count("one history with what is not committed", 4, func(repo *Repo) {
		head := resolve(t, repo, Head)
		if found, err := repo.Changes(t.Context(), head, WorkTree()); err != nil || len(found) > 0 {
			t.Fatalf("%v, %v", found, err)
		}
		tale, err := repo.History(t.Context(), head, filepath.Join(r.folder, "rs0.md"))
		if err != nil || len(tale.Revisions) != 2 {
			t.Fatalf("%v, %v", tale, err)
		}
		read(repo, []File{tale.Revisions[0].Before, tale.Revisions[0].File})
	})
}

// TestCancel holds that a cancelled context ends the processes, and that the
// repository can be asked again.
func TestCancel(t *testing.T) {
	r := twoRevisions(t)
	repo := r.open(".")
	head := resolve(t, repo, Head)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := repo.Histories(ctx, head); !errors.Is(err, context.Canceled) {
		t.Errorf("histories: %v", err)
	}
	if _, err := repo.Changes(ctx, head, Index()); !errors.Is(err, context.Canceled) {
		t.Errorf("changes: %v", err)
	}
	if _, err := repo.Resolve(ctx, "HEAD~1"); !errors.Is(err, context.Canceled) {
		t.Errorf("resolve: %v", err)
	}
	equal(t, "afterwards", told(r.history(".", "a.md")), twoTold)

	real, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	slow := script(t, "git", "case \" $* \" in *' cat-file '*|*' diff-tree '*) exec sleep 60;; esac\nexec '"+real+"' \"$@\"\n")
	t.Setenv("PATH", filepath.Dir(slow)+string(os.PathListSeparator)+os.Getenv("PATH"))
	repo = r.open(".")
	for what, ask := range map[string]func(context.Context) error{
		"objects": func(ctx context.Context) error { _, err := repo.Resolve(ctx, Head); return err },
		"history": func(ctx context.Context) error { _, err := repo.Histories(ctx, head); return err },
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		begun := time.Now()
		if err := ask(ctx); !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 30*time.Second {
			t.Errorf("%s, slowly: %v after %v", what, err, time.Since(begun))
		}
	}
}

// TestBreakOff holds that contents need not be read to the end.
func TestBreakOff(t *testing.T) {
	r := twoRevisions(t)
	tale := r.history(".", "a.md")
	repo := r.open(".")
	files := []File{tale.Revisions[0].File, tale.Revisions[1].File, tale.Revisions[1].File}
	for range 3 {
		for text, err := range repo.Contents(t.Context(), files) {
			if err != nil || string(text) != story("audit")+"More.\n" {
				t.Errorf("%v: %.20q", err, text)
			}
			break
		}
	}
	equal(t, "afterwards", content(t, repo, files[1]), story("audit"))
}
