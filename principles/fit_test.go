package principles

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var (
	published = flag.String("published", "", "fit and measure with the labelled stories of this file, one JSON object a line (see fit_corpus_test.go)")
	reader    = flag.String("reader", "", "the three principles that a reader saw in each published story, best first: id and three ids, by tabs")
)

// TestFit fits the weights of amazon_words.tsv and says how good they are on
// authors that were left out of the fit:
//
//	go test ./principles -run TestFit -v -published stories.jsonl -reader reader.tsv
//
// With -update it writes amazon_words.tsv too; go generate ./principles is to
// follow. The published stories are no part of the project, so without the flag
// there is nothing to do.
func TestFit(t *testing.T) {
	if *published == "" {
		t.Skip("no -published stories")
	}
	c := readCorpus(t)
	left := c.leaveOut()
	t.Logf("%d rows, %d published stories of %d authors\n%s", len(c.rows), len(left.stories), len(c.authors()), left.measure())
	if *update {
		l := c.fitWords(c.rows)
		l.rank = left.fitRank(left.stories)
		if err := os.WriteFile("amazon_words.tsv", c.table(l), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// leftOut are the published stories, each with the weights that were fitted
// without its author.
type leftOut struct {
	set     *Set
	stories []*labelledText
	words   map[string]*leanings // by author who was left out
	cues    [][]cueFeatures      // of each story, by principle
	leans   [][]float64
}

// leaveOut fits the words once for each author, on everything but the author's
// own stories.
func (c *corpus) leaveOut() *leftOut {
	left := &leftOut{set: c.set, words: map[string]*leanings{}}
	authors := c.authors()
	fitted := make([]*leanings, len(authors))
	parallel(len(authors), func(i int) {
		fitted[i] = c.fitWords(c.without(authors[i]))
	})
	for i, author := range authors {
		left.words[author] = fitted[i]
	}
	for _, row := range c.rows {
		if row.author != "" {
			left.stories = append(left.stories, row)
			left.cues = append(left.cues, row.cues(c.set))
			left.leans = append(left.leans, row.leans(left.words[row.author]))
		}
	}
	return left
}

// table writes amazon_words.tsv.
func (c *corpus) table(l *leanings) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, tableHead, len(c.rows)-c.publishedRows(), c.publishedRows())
	fmt.Fprintf(&b, "@rank\tcue=%.2f element=%.2f lean=%.2f\n", l.rank.Cue, l.rank.Element, l.rank.Lean)
	b.WriteString("@bias\t")
	for i, bias := range l.rank.Bias {
		fmt.Fprintf(&b, "%s=%.2f ", c.set.Principles[i].Abbr, bias)
	}
	b.Truncate(b.Len() - 1)
	for i, name := range l.names {
		fmt.Fprintf(&b, "\n%s\t", name)
		var pairs []string
		for _, lean := range l.of(uint16(i + 1)) {
			pairs = append(pairs, fmt.Sprintf("%s=%.1f", c.set.Principles[lean.Principle].Abbr, lean.Weight))
		}
		b.WriteString(strings.Join(pairs, " "))
	}
	b.WriteByte('\n')
	return b.Bytes()
}

const tableHead = `# Word families and the principles that they lean to.
#
# Fitted by TestFit (fit_test.go says how): multinomial logistic regression on %d texts written for the purpose (testdata/labelled,
# testdata/notes, and what amazon.yaml says of each principle) and %d published stories, each with the principles that its author
# and an experienced reader named; checked on authors that were left out. A family is a word without its endings, as prose.Family
# gives it. A weight is added for each story that holds the family, times the logarithm of one and how often, divided by the root
# of the length; small weights were dropped. @rank is what the wordings of a principle, its covered elements and its words
# count, and @bias what it begins with.
`
