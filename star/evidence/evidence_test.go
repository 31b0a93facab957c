package evidence_test

import (
	"strings"
	"testing"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
	"starbank/star/lint/linttest"
)

func sound(t *testing.T) *evidence.Evidence {
	t.Helper()
	return evidence.Of(star.Parse("sound.md", []byte("---\n"+linttest.Sound+"---\n")), principles.Builtin())
}

// TestQuotes holds that every quote is in the file where it says and within its
// sentence.
func TestQuotes(t *testing.T) {
	e := sound(t)
	n := 0
	for i := range e.Proofs {
		for _, q := range e.Quotes(&e.Proofs[i]) {
			n++
			words := e.Story.Quote(q.Words)
			if words == "" || !strings.Contains(e.Story.Quote(q.Sentence), words) || !strings.Contains(q.Section.Text, words) {
				t.Errorf("%s: %q is not in %q", e.Proofs[i].Principle.ID, words, e.Story.Quote(q.Sentence))
			}
		}
	}
	if n < 5 {
		t.Errorf("%d quotes in all", n)
	}
}

// TestBest holds that each covered element is quoted once, in order.
func TestBest(t *testing.T) {
	e := sound(t)
	for i := range e.Proofs {
		proof := &e.Proofs[i]
		if proof.Elements() == 0 {
			continue
		}
		best := e.Best(proof)
		if len(best) != proof.Elements() {
			t.Errorf("%s: %d quotes for %d elements", proof.Principle.ID, len(best), proof.Elements())
		}
		for k := 1; k < len(best); k++ {
			if proof.Principle.Element(best[k-1].Element.ID) >= proof.Principle.Element(best[k].Element.ID) {
				t.Errorf("%s: %s stands before %s", proof.Principle.ID, best[k-1].Element.ID, best[k].Element.ID)
			}
		}
	}
}

func TestDeclared(t *testing.T) {
	story := star.Parse("x.md", []byte("---\nprinciples: [Are Right, A Lot, DD, dive-deep, nonsense]\n---\n"))
	e := evidence.Of(story, principles.Builtin())
	if got, want := strings.Join(e.Declared, " "), "are-right-a-lot dive-deep"; got != want {
		t.Errorf("declared = %q, want %q", got, want)
	}
	if !e.Primary("are-right-a-lot") || e.Primary("dive-deep") || !e.Declares("dive-deep") || e.Declares("ownership") {
		t.Error("the first declared one is primary, the other declared")
	}
	if e.Proof("dive-deep") == nil || e.Proof("none") != nil {
		t.Error("there is a proof for each principle of the set and no other")
	}
}
