package principles

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"starbank/star/prose"
)

// corpus is what the weights are fitted on.
type corpus struct {
	set  *Set
	rows []*labelledText
}

// labelledText is a text with the principles it speaks for.
type labelledText struct {
	author   string // of a published story, or ""
	plain    bool   // a published story in the plainest prose
	named    []int  // the principles that the author names
	target   []float64
	weight   float64
	passages []Passage
	families map[string]float64 // how often it holds each
	words    int
}

// What a text counts in the fit, found on authors that were left out.
const (
	publishedWeight = 2
	noteWeight      = 2 // they are short, and nearest to what people write
	ownWeight       = 1
	secondaryShare  = 0.15 // of the target, for the further principles of a text
	readerShare     = 0.4  // of the target of a published story
)

// readerShares are those of the three principles a reader saw.
var readerShares = [...]float64{0.5, 0.3, 0.2}

func readCorpus(t *testing.T) *corpus {
	t.Helper()
	c := &corpus{set: Builtin()}
	for _, folder := range []struct {
		name   string
		weight float64
	}{{"labelled", ownWeight}, {"notes", noteWeight}} {
		paths, _ := filepath.Glob("testdata/" + folder.name + "/*.jsonl")
		for _, path := range paths {
			for _, story := range labelled(t, path) {
				c.add(&labelledText{weight: folder.weight, target: c.target(story.Primary, story.Secondary), passages: told(story.Text)})
			}
		}
	}
	c.addCatalogue()
	c.addPublished(t, *published, readReader(t, *reader))
	return c
}

// add reads the words of a text.
func (c *corpus) add(text *labelledText) {
	text.families = map[string]float64{}
	for _, passage := range text.passages {
		text.words += len(passage.Text.Words)
		for i := range passage.Text.Words {
			if word := passage.Text.Words[i].Text; word != "" {
				text.families[prose.Family(word)]++
			}
		}
	}
	c.rows = append(c.rows, text)
}

// target spreads one over a primary principle and its companions.
func (c *corpus) target(primary string, secondary []string) []float64 {
	target := make([]float64, len(c.set.Principles))
	target[c.number(primary)] = 1
	for _, id := range secondary {
		target[c.number(id)] += secondaryShare / float64(len(secondary))
		target[c.number(primary)] -= secondaryShare / float64(len(secondary))
	}
	return target
}

func (c *corpus) number(id string) int {
	return slices.IndexFunc(c.set.Principles, func(p Principle) bool { return p.ID == id })
}

// addCatalogue adds what the set itself says of each principle.
func (c *corpus) addCatalogue() {
	for i := range c.set.Principles {
		p := &c.set.Principles[i]
		texts := append([]string{p.Summary, p.Strong}, p.Signals...)
		for _, element := range p.Elements {
			texts = append(texts, element.Means, element.Ask)
		}
		for _, text := range texts {
			if text != "" {
				c.add(&labelledText{weight: ownWeight, target: c.target(p.ID, nil), passages: told(text)})
			}
		}
	}
}

// publishedStory is a line of the file of published stories.
type publishedStory struct {
	ID, Author, Body, Learning string
	Labels                     []string // names of principles
	Polish                     string   `json:"llm_polish"`      // "no" marks the plainest prose
	Marked                     bool     `json:"sections_marked"` // Sections are the author's
	Sections                   map[string]string
}

func (c *corpus) addPublished(t *testing.T, path string, read map[string][]string) {
	t.Helper()
	for story := range lines[publishedStory](t, path) {
		var named []int
		for _, reference := range c.set.Resolve(story.Labels) {
			if reference.ID != "" {
				named = append(named, c.number(reference.ID))
			}
		}
		if len(named) == 0 {
			continue
		}
		c.add(&labelledText{author: story.Author, plain: story.Polish == "no", named: named, weight: publishedWeight,
			target: c.blend(named, read[story.ID]), passages: story.passages()})
	}
}

// blend is the target of a published story: what its author and a reader named.
func (c *corpus) blend(named []int, read []string) []float64 {
	target, share := make([]float64, len(c.set.Principles)), 1.0
	for i, id := range read {
		target[c.number(id)] += readerShare * readerShares[i]
		share = 1 - readerShare
	}
	for _, n := range named {
		target[n] += share / float64(len(named))
	}
	return target
}

// passages are the sections where the author marked them, or the whole text.
func (s *publishedStory) passages() (passages []Passage) {
	if s.Marked {
		for _, section := range []string{"situation", "task", "action", "result"} {
			if text := s.Sections[section]; strings.TrimSpace(text) != "" {
				passages = append(passages, Passage{Text: prose.Analyze(text), Setup: section == "situation" || section == "task"})
			}
		}
		if len(passages) > 0 && strings.TrimSpace(s.Learning) != "" {
			passages = append(passages, Passage{Text: prose.Analyze(s.Learning)})
		}
	}
	if len(passages) == 0 {
		return told(s.Body)
	}
	return passages
}

// lines reads a file of JSON objects, one a line.
func lines[T any](t *testing.T, path string) func(yield func(T) bool) {
	t.Helper()
	return func(yield func(T) bool) {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		scanner := bufio.NewScanner(file)
		scanner.Buffer(nil, 1<<22)
		for scanner.Scan() {
			var item T
			if err := json.Unmarshal(scanner.Bytes(), &item); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if !yield(item) {
				return
			}
		}
	}
}

// readReader reads which principles a reader saw in each story.
func readReader(t *testing.T, path string) map[string][]string {
	t.Helper()
	read := map[string][]string{}
	if path == "" {
		return read
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(source)) {
		if fields := strings.Split(line, "\t"); len(fields) > len(readerShares) {
			read[fields[0]] = fields[1 : 1+len(readerShares)]
		}
	}
	return read
}

// authors lists those of the published stories, sorted.
func (c *corpus) authors() (names []string) {
	for _, row := range c.rows {
		if row.author != "" {
			names = append(names, row.author)
		}
	}
	slices.SortFunc(names, cmp.Compare)
	return slices.Compact(names)
}

func (c *corpus) publishedRows() int {
	n := 0
	for _, row := range c.rows {
		if row.author != "" {
			n++
		}
	}
	return n
}

// without returns the rows but those of an author.
func (c *corpus) without(author string) (rows []*labelledText) {
	for _, row := range c.rows {
		if row.author != author {
			rows = append(rows, row)
		}
	}
	return rows
}
