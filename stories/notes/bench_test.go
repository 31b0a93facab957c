package notes

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"

	"starbank/principles"
	"starbank/star"
	"starbank/stories/examples"
)

// benchmarkNotes is 100 KiB of notes: the example stories under labels in bold, under
// headings, behind letters, and as items of a list.
func benchmarkNotes(b *testing.B) []byte {
	layouts := []string{"**%s:** %s\n\n", "#### %s\n\n%s\n\n", "- **%s**: %s\n", "%.1s: %s\n"}
	var notes strings.Builder
	for round := 0; notes.Len() < 100<<10; round++ {
		err := fs.WalkDir(examples.Stories(), ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			source, err := fs.ReadFile(examples.Stories(), path)
			story := star.Parse(path, source)
			fmt.Fprintf(&notes, "\n### %d. %s\n\n**LPs:** %s\n\n", round, story.Title.Text, story.Principles[0].Text)
			for _, part := range star.Parts() {
				if section := story.Section(part); !section.Blank() {
					fmt.Fprintf(&notes, layouts[round%len(layouts)], strings.ToUpper(part.String()[:1])+part.String()[1:], strings.TrimSpace(section.Prose.Source))
				}
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return []byte(notes.String()[:100<<10])
}

// BenchmarkRead is to take at most twice as long as BenchmarkGoldmark.
func BenchmarkRead(b *testing.B) {
	source, set := benchmarkNotes(b), principles.Builtin()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		Read("notes.md", source, set)
	}
}

// BenchmarkGoldmark parses the same notes as Markdown.
func BenchmarkGoldmark(b *testing.B) {
	source := benchmarkNotes(b)
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		goldmark.DefaultParser().Parse(text.NewReader(source))
	}
}
