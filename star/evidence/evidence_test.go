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

// patience is a set of one principle of two elements.
const patience = `version: 1
principles:
  - id: patience
    name: Patience
    summary: Waits for the right moment.
    elements:
      - {id: cause, means: a reason, setup: true, cues: {1: [early], 2: ["too early", "far too soon"]}}
      - {id: wait, means: waited, cues: {1: ["slow* down"], 2: ["waited for", "patience paid"], 3: [calm]}}
`

// about has two events and 20 words, so that it may be solid, and nothing more.
const about = " I walked home in the rain. I made some tea and I read the paper until the evening came."

func TestBestOfElement(t *testing.T) {
	set, err := principles.Parse(strings.NewReader(patience))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, action, want string }{
		{"what the teller did", "They waited for it. I waited for him.", "waited for him"},
		{"a phrase before a word", "The calm evening came. I waited for him.", "waited for him"},
		{"the word of the teller", "I was calm. They waited for him.", "calm."},
		{"the first of two alike", "I waited for one. I waited for two.", "waited for one"},
		{"none covered", "I slowed down.", "slowed down."},
		{"none covered: not where it begins", "It was early.", ""},
		{"nothing", "It rained.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := evidence.Of(star.Parse("x.md", []byte("---\naction: |\n  "+test.action+about+"\n---\n")), set)
			best, got := e.Best(&e.Proofs[0]), ""
			if len(best) > 0 {
				got = e.Story.Quote(star.Span{Start: best[0].Words.Start, End: best[0].Sentence.End})
			}
			if strings.TrimSuffix(got, ".") != strings.TrimSuffix(test.want, ".") || len(best) > 1 {
				t.Errorf("%d quotes, %q first; want %q", len(best), got, test.want)
			}
			if solid := e.Proofs[0].Strength >= principles.Solid; solid != (test.want != "") {
				t.Errorf("strength = %v, and quoted is %q", e.Proofs[0].Strength, got)
			}
		})
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
