package revision

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"starbank/star"
)

// sources returns two versions of a story of about 600 words: a dozen edits of
// all kinds.
func sources() (old, new []byte) {
	var a, b strings.Builder
	random := rand.New(rand.NewPCG(3, 3))
	for i, section := range []string{"situation", "task", "action", "result", "lesson"} {
		fmt.Fprintf(&a, "%s: |\n", section)
		fmt.Fprintf(&b, "%s: |\n", section)
		for k := range []int{9, 4, 20, 9, 3}[i] {
			sentence := invent(random, 8+random.IntN(11), vocabulary)
			fmt.Fprintf(&a, "  %s\n", sentence)
			switch words := strings.Fields(sentence); {
			case k == 2:
				words[4] = "37 %"
				fmt.Fprintf(&b, "  %s\n", strings.Join(words, " "))
			case k == 5 && i == 2:
				fmt.Fprintf(&b, "  %s\n  %s\n", invent(random, 12, vocabulary), sentence)
			case k == 7:
			case k == 8:
				fmt.Fprintf(&b, "  %s, %s\n", strings.Join(words[:5], " "), strings.Join(words[7:], " "))
			default:
				fmt.Fprintf(&b, "  %s\n", sentence)
			}
		}
	}
	return []byte("---\ntitle: Before\n" + a.String() + "---\n"), []byte("---\ntitle: Before and after\n" + b.String() + "---\n")
}

const vocabulary = 900

// invent returns a sentence of made-up words; the common ones come often.
func invent(random *rand.Rand, words, of int) string {
	list := make([]string, words)
	for i := range list {
		n := random.IntN(of)
		if random.IntN(3) == 0 {
			n %= 20
		}
		list[i] = strings.Repeat(string(rune('a'+n%26)), 1+n%3) + string(rune('a'+n/26%26)) + fmt.Sprintf("%c", 'a'+n/676%26)
	}
	return "I " + strings.Join(list, " ") + "."
}

// unrelated returns a text of about a megabyte, of sentences on one line.
func unrelated(seed uint64) []byte {
	random := rand.New(rand.NewPCG(seed, seed))
	var text strings.Builder
	text.WriteString("---\ntitle: Long\naction: |\n  ")
	for text.Len() < star.MaxSize-400 {
		text.WriteString(invent(random, 8+random.IntN(12), 5000) + " ")
	}
	text.WriteString("\n---\n")
	return []byte(text.String())
}

func BenchmarkCompare(b *testing.B) {
	old, new := sources()
	x, y := star.Parse("a.md", old), star.Parse("b.md", new)
	b.Logf("%d and %d words, %d edits", words(x), words(y), Compare(x, y).Edits())
	b.ReportAllocs()
	for b.Loop() {
		Compare(x, y)
	}
}

func BenchmarkParseAndCompare(b *testing.B) {
	old, new := sources()
	b.ReportAllocs()
	for b.Loop() {
		Compare(star.Parse("a.md", old), star.Parse("b.md", new))
	}
}

func BenchmarkUnchanged(b *testing.B) {
	old, _ := sources()
	x, y := star.Parse("a.md", old), star.Parse("b.md", bytes.Clone(old))
	b.ReportAllocs()
	for b.Loop() {
		Compare(x, y)
	}
}

func BenchmarkUnrelated(b *testing.B) {
	old, new := unrelated(1), unrelated(2)
	b.ReportAllocs()
	for b.Loop() {
		Compare(star.Parse("a.md", old), star.Parse("b.md", new))
	}
}

// BenchmarkGit runs git on the same texts, for the proportion.
func BenchmarkGit(b *testing.B) {
	old, new := sources()
	b.Run("edited", func(b *testing.B) { benchmarkGit(b, old, new) })
	b.Run("unrelated", func(b *testing.B) { benchmarkGit(b, unrelated(1), unrelated(2)) })
}

func benchmarkGit(b *testing.B, old, new []byte) {
	folder := b.TempDir()
	for name, text := range map[string][]byte{"a.md": old, "b.md": new} {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		command := exec.CommandContext(b.Context(), "git", "diff", "--no-index", "--word-diff", "a.md", "b.md")
		command.Dir = folder
		if output, err := command.Output(); len(output) == 0 {
			b.Skip("git: ", err)
		}
	}
}
