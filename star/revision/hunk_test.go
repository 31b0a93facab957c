package revision

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"starbank/star"
)

// TestHunks holds that hunks lead from one run of tokens to the other and are
// kept apart by equal ones, with and without means to compare word by word.
func TestHunks(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	for range 3000 {
		c := newComparer(0)
		c.budget = []int{maxCells, 600, 60, 0}[random.IntN(4)]
		vocabulary := 2 + random.IntN(60)
		old, new := invented(c, random, vocabulary), invented(c, random, vocabulary)
		for name, hunks := range map[string][]hunk{"raw": c.raw(nil, old, new, 0, 0), "tidy": c.hunks(old, new)} {
			if got := follow(old, new, hunks); !slices.Equal(got, ids(new)) {
				t.Fatalf("%s hunks %v lead from %v to %v, want %v", name, hunks, ids(old), got, ids(new))
			}
		}
	}
}

// TestLongRun holds that small changes far apart in a run too long to compare are
// marked as such.
func TestLongRun(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	words := strings.Fields(invent(random, 6000, 5000))
	old := strings.Join(words, " ")
	words[1500], words[4500] = "alpha", "omega"
	d := Compare(star.Parse("a.md", []byte("## Action\n"+old)), star.Parse("b.md", []byte("## Action\n"+strings.Join(words, " "))))
	if d.Edits() != 2 {
		t.Errorf("%d edits, want 2", d.Edits())
	}
}

func invented(c *comparer, random *rand.Rand, vocabulary int) []token {
	tokens := make([]token, random.IntN(60))
	for i := range tokens {
		tokens[i].id = c.intern(invent(random, 1, vocabulary)[2:], false)
	}
	return tokens
}

func ids(tokens []token) []int32 {
	list := make([]int32, len(tokens))
	for i := range tokens {
		list[i] = tokens[i].id
	}
	return list
}

// follow goes from old to new: old tokens where both are equal, new ones in hunks.
func follow(old, new []token, hunks []hunk) []int32 {
	var out []int32
	at := hunk{}
	for _, h := range append(slices.Clone(hunks), hunk{len(old), len(old), len(new), len(new)}) {
		if h.o0 < at.o1 || h.n0 < at.n1 || h.o0-at.o1 != h.n0-at.n1 || h.o1 < h.o0 || h.n1 < h.n0 {
			return nil
		}
		out = append(append(out, ids(old[at.o1:h.o0])...), ids(new[h.n0:h.n1])...)
		at = h
	}
	return out
}
