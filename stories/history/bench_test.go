package history_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"starbank/star"
	"starbank/star/revision"
	"starbank/stories/history"
)

// What the benchmarks read: 200 stories of 50 revisions, one a commit, each fifth
// story renamed halfway, and a merge of eight commits after every 200.
const (
	benchStories   = 200
	benchRevisions = 50
)

// BenchmarkHistories reads all versions of all stories with the chains of their
// names, in turn with git log --raw -M and git cat-file --batch.
func BenchmarkHistories(b *testing.B) {
	folder := benchRepository(b)
	inTurn(b, func() {
		repo, head := openHead(b, folder)
		defer repo.Close()
		tales, err := repo.Histories(b.Context(), head)
		if err != nil || len(tales) != benchStories {
			b.Fatalf("%d tales, %v", len(tales), err)
		}
		var files []history.File
		for _, tale := range tales {
			files = append(files, filesOf(tale)...)
		}
		if n := read(b, repo, files); n != benchStories*benchRevisions {
			b.Fatalf("%d versions", n)
		}
	}, func() {
		raw := git(b, folder, nil, "log", "--raw", "-M", "-z", "--no-abbrev", "--format=")
		var ids bytes.Buffer
		for item := range bytes.SplitSeq(raw, []byte{0}) {
			if fields := bytes.Fields(item); len(fields) == 5 && fields[0][0] == ':' {
				fmt.Fprintf(&ids, "%s\n", fields[3])
			}
		}
		git(b, folder, &ids, "cat-file", "--batch")
	})
}

// BenchmarkHistory reads the versions of one story and compares each with the one
// before, word by word, in turn with git log -p --follow.
func BenchmarkHistory(b *testing.B) {
	folder := benchRepository(b)
	const name = "stories/renamed-005.md"
	inTurn(b, func() {
		repo, head := openHead(b, folder)
		defer repo.Close()
		tale, err := repo.History(b.Context(), head, filepath.Join(folder, name))
		if err != nil || len(tale.Revisions) != benchRevisions {
			b.Fatalf("%d revisions, %v", len(tale.Revisions), err)
		}
		var newer *star.Story
		for source, err := range repo.Contents(b.Context(), filesOf(tale)) {
			if err != nil {
				b.Fatal(err)
			}
			older := star.Parse(name, source)
			if newer != nil {
				revision.Compare(older, newer)
			}
			newer = older
		}
	}, func() { git(b, folder, nil, "log", "-p", "--follow", "--", name) })
}

// inTurn runs two ways to do a work in turn and reports how much longer the first
// one takes than the second: the ratio of the medians.
func inTurn(b *testing.B, ours, theirs func()) {
	var times [2][]float64
	for b.Loop() {
		for i, work := range []func(){ours, theirs} {
			begun := time.Now()
			work()
			times[i] = append(times[i], time.Since(begun).Seconds())
		}
	}
	median := func(seconds []float64) float64 {
		slices.Sort(seconds)
		return seconds[len(seconds)/2]
	}
	star, git := median(times[0]), median(times[1])
	b.ReportMetric(star*1000, "star-ms")
	b.ReportMetric(git*1000, "git-ms")
	b.ReportMetric(star/git, "star/git")
}

func openHead(b *testing.B, folder string) (*history.Repo, history.Side) {
	repo, err := history.Open(b.Context(), history.Place{Folder: folder})
	if err != nil {
		b.Fatal(err)
	}
	head, err := repo.Resolve(b.Context(), history.Head)
	if err != nil {
		b.Fatal(err)
	}
	return repo, head
}

func filesOf(tale history.Tale) (files []history.File) {
	for _, v := range tale.Revisions {
		if v.File.Path != "" {
			files = append(files, v.File)
		}
	}
	return files
}

func read(b *testing.B, repo *history.Repo, files []history.File) (n int) {
	for _, err := range repo.Contents(b.Context(), files) {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}

// git runs a command and returns what it prints.
func git(b *testing.B, folder string, stdin io.Reader, args ...string) []byte {
	cmd := exec.Command("git", append([]string{"-C", folder}, args...)...)
	cmd.Stdin = stdin
	output, err := cmd.Output()
	if err != nil {
		b.Fatalf("git %q: %v", args, err)
	}
	return output
}

// benchRepository makes the repository.
func benchRepository(b *testing.B) string {
	b.Helper()
	folder := b.TempDir()
	git(b, folder, nil, "init", "-q", "-b", "main")
	var stream bytes.Buffer
	g := generator{Writer: bufio.NewWriter(&stream), random: rand.New(rand.NewPCG(7, 7)), clock: 1_700_000_000}
	g.history()
	g.Flush()
	git(b, folder, &stream, "fast-import", "--quiet")
	git(b, folder, nil, "repack", "-adfq", "--depth=50", "--window=50")
	git(b, folder, nil, "checkout", "-qf", "main")
	return folder
}

// generator writes what git fast-import reads.
type generator struct {
	*bufio.Writer
	random      *rand.Rand
	clock, mark int
}

// benchStory is a story at one of its revisions.
type benchStory struct {
	path     string
	words    []string
	revision int
}

func (g *generator) history() {
	all := make([]benchStory, benchStories)
	var order []int
	for i := range all {
		all[i] = benchStory{path: fmt.Sprintf("stories/story-%03d.md", i), words: g.text(600)}
		order = append(order, slices.Repeat([]int{i}, benchRevisions)...)
	}
	g.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	tip, fork, aside := 0, 0, ""
	for n, i := range order {
		change := all[i].next(g, i)
		if n < 200 || n%200 >= 8 {
			tip = g.commit("main", change, tip)
			continue
		}
		if n%200 == 0 {
			fork, aside = tip, ""
		}
		aside += change
		tip = g.commit("side", change, tip)
		if n%200 == 7 {
			tip = g.commit("main", aside, fork, tip)
		}
	}
}

// next returns the change of a story to its next revision.
func (s *benchStory) next(g *generator, i int) (change string) {
	s.revision++
	for range 3 {
		s.words[g.random.IntN(len(s.words))] = g.text(1)[0]
	}
	if s.revision == benchRevisions/2 && i%5 == 0 {
		change = "D " + s.path + "\n"
		s.path = strings.Replace(s.path, "story", "renamed", 1)
	}
	return change + s.stay()
}

// stay returns the story as it is.
func (s *benchStory) stay() string {
	var text strings.Builder
	part := len(s.words) / 4
	fmt.Fprintf(&text, "---\ntitle: Story\nrevision: %d\n---\n", s.revision)
	for k, name := range []string{"Situation", "Task", "Action", "Result"} {
		fmt.Fprintf(&text, "## %s\n", name)
		for sentence := range slices.Chunk(s.words[k*part:(k+1)*part], 15) {
			fmt.Fprintf(&text, "I %s.\n", strings.Join(sentence, " "))
		}
	}
	return fmt.Sprintf("M 100644 inline %s\ndata %d\n%s\n", s.path, text.Len(), &text)
}

func (g *generator) text(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%x", g.random.IntN(3000))
	}
	return words
}

func (g *generator) commit(branch, change string, parents ...int) int {
	g.mark++
	g.clock += 600
	fmt.Fprintf(g, "commit refs/heads/%s\nmark :%d\ncommitter A U Thor <a@example.com> %d +0000\ndata 9\nrevision\n\n", branch, g.mark, g.clock)
	for i, parent := range parents {
		if parent > 0 {
			fmt.Fprintf(g, "%s :%d\n", []string{"from", "merge"}[i], parent)
		}
	}
	g.WriteString(change + "\n")
	return g.mark
}
