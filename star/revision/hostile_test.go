package revision

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"starbank/star"
)

// hostile are texts made to hurt. Each is compared with its like made with
// another seed; what takes more than linear time would take minutes.
var hostile = []struct {
	name string
	make func(random *rand.Rand) string
}{
	{"unrelated sentences", func(r *rand.Rand) string {
		return inAction(fill(func() string { return invent(r, 14, 5000) + " " }))
	}},
	{"one sentence", func(r *rand.Rand) string {
		return inAction(fill(func() string { return strings.TrimSuffix(invent(r, 14, 5000), ".") + " " }))
	}},
	{"the same words in another order", func(r *rand.Rand) string {
		return inAction(fill(func() string { return invent(r, 14, 30) + " " }))
	}},
	{"one sentence of few words", func(r *rand.Rand) string {
		return inAction(fill(func() string { return strings.TrimSuffix(invent(r, 14, 30), ".") + " " }))
	}},
	{"the same sentences in another order", func(r *rand.Rand) string {
		fixed := rand.New(rand.NewPCG(9, 9))
		list := make([]string, 1500)
		for i := range list {
			list[i] = invent(fixed, 14, 5000)
		}
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return inAction(strings.Join(list, " "))
	}},
	{"a sentence with and without its stops", func(r *rand.Rand) string {
		fixed, stop := rand.New(rand.NewPCG(9, 9)), []string{"", "."}[r.IntN(2)]
		return inAction(fill(func() string { return strings.TrimSuffix(invent(fixed, 14, 5000), ".") + stop + " " }))
	}},
	{"two words", func(r *rand.Rand) string {
		return inAction(fill(func() string { return []string{"alpha ", "omega "}[r.IntN(2)] }))
	}},
	{"steps of a word", func(r *rand.Rand) string {
		return inBody(fill(func() string { return fmt.Sprintf("- w%d\n", r.IntN(5000)) }))
	}},
	{"figures", func(r *rand.Rand) string {
		return inBody(fill(func() string { return fmt.Sprintf("We had %d users. ", r.IntN(100000)) }))
	}},
	{"marks", func(r *rand.Rand) string { return inBody(fill(func() string { return "*_`|"[r.IntN(4):] + "\n" })) }},
	{"sections", func(r *rand.Rand) string {
		return inBody(fill(func() string {
			return []string{"## Situation\n\nx\n\n", "## Task\n\ny z\n\n", "## Notes\n\nq\n\n"}[r.IntN(3)]
		}))
	}},
	{"tags", func(r *rand.Rand) string {
		return "---\ntags:\n" + fill(func() string { return fmt.Sprintf("- tag%d\n", r.IntN(1000000)) }) + "---\n"
	}},
	{"anchors", func(r *rand.Rand) string {
		return "---\nanchors: [" + fill(func() string { return invent(r, 3, 400) + ", " }) + "x]\n---\n"
	}},
	{"keys", func(r *rand.Rand) string {
		return "---\n" + fill(func() string { return fmt.Sprintf("key%d: %d\n", r.IntN(1000000), r.IntN(9)) }) + "---\n"
	}},
}

func fill(piece func() string) string {
	var text strings.Builder
	for text.Len() < star.MaxSize/8 {
		text.WriteString(piece())
	}
	return text.String()
}

func inAction(text string) string { return "---\naction: |\n  " + text + "\n---\n" }
func inBody(text string) string   { return "## Action\n\n" + text }

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			old := star.Parse("a.md", []byte(h.make(rand.New(rand.NewPCG(1, 1)))))
			new := star.Parse("b.md", []byte(h.make(rand.New(rand.NewPCG(2, 3)))))
			holds(t, Compare(old, new))
		})
	}
}
