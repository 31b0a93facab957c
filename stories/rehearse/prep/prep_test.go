package prep

import (
	"math/rand/v2"
	"testing"
)

// TestChosen holds that no other selection of sentences is worth more.
func TestChosen(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		all := make([]Kept, r.IntN(9))
		for i := range all {
			all[i] = Kept{Words: 1 + r.IntN(12), worth: 1 + r.IntN(20)}
		}
		words := r.IntN(40)
		sum := func(kept []Kept) (n, worth int) {
			for _, k := range kept {
				n, worth = n+k.Words, worth+k.worth
			}
			return n, worth
		}
		best := 0
		for set := range 1 << len(all) {
			var kept []Kept
			for i := range all {
				if set>>i&1 == 1 {
					kept = append(kept, all[i])
				}
			}
			if n, worth := sum(kept); n <= words {
				best = max(best, worth)
			}
		}
		if n, worth := sum(chosen(all, words)); n > words || worth != best {
			t.Fatalf("%+v in %d words: %d words worth %d, want %d", all, words, n, worth, best)
		}
	}
}

func TestTicks(t *testing.T) {
	source := "# mine\nnews: 2026-11-20   # the weekly list\n"
	source = Tick(source, "coding", "2026-11-26")
	if want := "# mine\nnews: 2026-11-20   # the weekly list\ncoding: 2026-11-26\n"; source != want {
		t.Errorf("got\n%s", source)
	}
	if got := Tick(Tick(source, "coding", ""), "news", ""); got != "# mine\n" {
		t.Errorf("got\n%s", got)
	}
	if got := Tick("news: 2026-11-20\n", "news", "2026-11-26"); got != "news: 2026-11-26\n" {
		t.Errorf("got\n%s", got)
	}
}
