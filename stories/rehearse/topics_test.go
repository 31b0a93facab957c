package rehearse

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"starbank/principles"
)

var published = flag.String("published", "", "stories.jsonl of published stories, to measure questions in other people's words")

// TestTopics holds how often the principle that a question was written for comes
// first, and within three, when that question itself is not known: every fourth one
// is left out in turn. Where the questions are known, it always comes first.
func TestTopics(t *testing.T) {
	all := principles.BuiltinQuestions()
	known := NewTopics(principles.Builtin(), all)
	first, third, n := 0, 0, 0
	for turn := range 4 {
		less, out := *all, map[string]bool{}
		less.Questions = nil
		for i, q := range all.Questions {
			if i%4 != turn {
				less.Questions = append(less.Questions, q)
			} else if q.Group == "principle" {
				out[q.ID] = true
			}
		}
		topics := NewTopics(principles.Builtin(), &less)
		for id := range out {
			q := all.ByID(id)
			place := placeOf(topics.Of(q.Text), q.Principles[0])
			n++
			if place == 0 {
				first++
			}
			if place < 3 {
				third++
			}
			if placeOf(known.Of(q.Text), q.Principles[0]) != 0 {
				t.Errorf("%s is known, and its principle is not the first", id)
			}
		}
	}
	t.Logf("first %d, within three %d of %d", first, third, n)
	if first*100 < n*40 || third*100 < n*68 {
		t.Errorf("first %d, within three %d of %d", first, third, n)
	}
}

func placeOf(topics []Topic, id string) int {
	if i := slices.IndexFunc(topics, func(t Topic) bool { return t.Principle.ID == id }); i >= 0 {
		return i
	}
	return len(principles.Builtin().Principles)
}

// TestPublished measures questions in other people's words, where there are any.
func TestPublished(t *testing.T) {
	if *published == "" {
		t.Skip("-published says where they are")
	}
	file, err := os.Open(*published)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	topics := NewTopics(principles.Builtin(), principles.BuiltinQuestions())
	first, third, all := 0, 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Question, Primary string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		if row.Question == "" || row.Primary == "" {
			continue
		}
		all++
		found := topics.Of(row.Question)
		place := placeOf(found, principles.Builtin().Resolve([]string{row.Primary})[0].ID)
		if place == 0 {
			first++
		}
		if place < 3 {
			third++
		} else if testing.Verbose() {
			t.Logf("%.60s: %d, not %s", row.Question, len(found), row.Primary)
		}
	}
	t.Logf("first %.2f, within three %.2f of %d", float64(first)/float64(all), float64(third)/float64(all), all)
}
