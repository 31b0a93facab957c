package history

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestFollow holds that a story followed alone is told as it is among all others,
// through branches, renames with edits and files that come back.
func TestFollow(t *testing.T) {
	renames, merges := 0, 0
	for seed := range uint64(10) {
		r := newRepository(t)
		b := branches{Rand: rand.New(rand.NewPCG(seed, 1))}
		b.grow(120)
		b.load(t, r)
		merges += strings.Count(b.stream.String(), "\nmerge ")
		repo := r.open("stories")
		head := resolve(t, repo, "main")
		tales, err := repo.Histories(t.Context(), head)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range tales {
			if want.Gone {
				continue
			}
			got, err := repo.followed(t.Context(), head, want.Path)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("seed %d, %s, %v: told\n%s\nwant\n%s", seed, want.Path, err, told(got), told(want))
			}
			renames += strings.Count(told(want), "renamed ")
		}
	}
	if renames < 20 || merges < 20 {
		t.Errorf("%d renames and %d merges are few", renames, merges)
	}
}

// TestFollowOldGit holds that a story is told by a git that answers no questions
// about single files.
func TestFollowOldGit(t *testing.T) {
	real, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	r := newRepository(t)
	r.commit("begin", "a.md", story("audit"))
	r.git("mv", "a.md", "b.md")
	r.commit("rename")
	old := script(t, "git", "case \" $* \" in *' --batch-command '*) exit 129;; esac\nexec '"+real+"' \"$@\"\n")
	t.Setenv("PATH", filepath.Dir(old)+string(os.PathListSeparator)+os.Getenv("PATH"))
	if _, err := r.open(".").followed(t.Context(), resolve(t, r.open("."), Head), filepath.Join(r.folder, "b.md")); err == nil {
		t.Error("the question was answered")
	}
	equal(t, "history", told(r.history(".", "b.md")), "renamed rename a.md\nadded begin")
}

// branches makes a history by chance, as git fast-import reads one: two branches,
// each at work on stories of its own, the first of which takes over from the second.
type branches struct {
	*rand.Rand
	stream strings.Builder
	marks  int
	tips   [2]int               // marks of the newest commits; 0 for none
	texts  [2]map[string]string // by path
}

func (b *branches) grow(commits int) {
	b.texts = [2]map[string]string{{}, {}}
	for range commits {
		side := b.IntN(2)
		if b.tips[0] == 0 {
			side = 0
		} else if b.tips[1] == 0 {
			b.tips[1], b.texts[1] = b.tips[0], maps.Clone(b.texts[0])
		}
		if b.IntN(10) == 0 && b.tips[1] != 0 {
			b.merge()
		} else {
			b.change(side)
			b.commit(side, 0)
		}
	}
	b.merge()
}

// change writes, renames, removes or edits a story.
func (b *branches) change(side int) {
	texts := b.texts[side]
	from := fmt.Sprintf("stories/%c-%d.md", 'a'+b.IntN(4), side)
	for path := range texts {
		if strings.HasPrefix(path, from[:len("stories/x")]) && strings.HasSuffix(path, from[len("stories/x"):]) {
			from = path // as it is called now
		}
	}
	text, is := texts[from]
	chance := b.IntN(10)
	switch {
	case !is:
		texts[from] = story(fmt.Sprint(b.IntN(1000)))
	case chance < 3:
		delete(texts, from)
		texts[fmt.Sprintf("stories/%c/%d-%d.md", from[len("stories/")], b.marks, side)] = text + "moved\n"
	case chance == 4:
		delete(texts, from)
	default:
		texts[from] = fmt.Sprintf("%sedit %d\n", text, b.IntN(100))
	}
}

// merge takes the stories of the second branch into the first, and may change one.
func (b *branches) merge() {
	maps.DeleteFunc(b.texts[0], func(path, _ string) bool { return strings.HasSuffix(path, "-1.md") })
	for path, text := range b.texts[1] {
		if strings.HasSuffix(path, "-1.md") {
			b.texts[0][path] = text
		}
	}
	if b.IntN(3) == 0 {
		b.change(0)
	}
	b.commit(0, b.tips[1])
}

func (b *branches) commit(side, merged int) {
	b.marks++
	branch := []string{"main", "side"}[side]
	when := fmt.Sprintf("A <a@example.com> %d +0000", 1700000000+60*b.marks-600*b.IntN(2)) // clocks differ
	fmt.Fprintf(&b.stream, "commit refs/heads/%s\nmark :%d\nauthor %s\ncommitter %s\ndata 4\nstep\n", branch, b.marks, when, when)
	if b.tips[side] != 0 {
		fmt.Fprintf(&b.stream, "from :%d\n", b.tips[side])
	}
	if merged != 0 {
		fmt.Fprintf(&b.stream, "merge :%d\n", merged)
	}
	b.stream.WriteString("deleteall\n")
	for path, text := range b.texts[side] {
		fmt.Fprintf(&b.stream, "M 100644 inline %s\ndata %d\n%s\n", path, len(text), text)
	}
	b.tips[side] = b.marks
}

func (b *branches) load(t *testing.T, r *repository) {
	t.Helper()
	load := exec.Command("git", "-C", r.folder, "fast-import", "--quiet", "--force")
	load.Stdin = strings.NewReader(b.stream.String())
	if output, err := load.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	if err := os.MkdirAll(r.folder+"/stories", 0o755); err != nil {
		t.Fatal(err)
	}
}
