package principles

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"starbank/star/prose"
)

// told returns a text as the one passage of a story.
func told(text string) []Passage { return []Passage{{Text: prose.Analyze(text)}} }

// one is a set of one principle whose elements tell how a cue was counted.
func one(t *testing.T) *Set {
	t.Helper()
	set, err := Parse(strings.NewReader(`version: 1
principles:
  - id: patience
    name: Patience
    summary: Waits for the right moment.
    elements:
      - {id: cause, means: a reason, setup: true, cues: {2: ["too early"]}}
      - {id: wait, means: waited, cues: {3: ["waited for/until", "patience paid"], 2: ["did not rush"]}}
    anti_cues: ["waited for approval", "lost patience"]
`))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestEvidence(t *testing.T) {
	tests := []struct{ name, text, want string }{ // want: the quotes; - against the principle
		{"told", "I waited for the parts.", "waited for"},
		{"denied", "I did not wait. I never waited for the parts.", ""},
		{"denied without", "I left without having waited for them.", ""},
		{"denied in another part", "It was not ready, so I waited for it.", "waited for"},
		{"the cue denies", "I did not rush it.", "did not rush"},
		{"supposed", "I would have waited for it. If I waited for it, it came.", ""},
		{"the name is in it", "My patience paid. I told him that patience paid.", ""},
		{"against, own", "I waited for approval.", "waited for|-waited for approval"},
		{"against, somebody else's", "They waited for approval, so I called.", "waited for"},
		{"against, of a part", "I lost patience.", ""},
		{"quoted", `He said "I waited for it".`, ""},
		{"across two clauses", "The parts were too; early on I left.", ""},
		{"a question copied above the answer", "Tell me about a time when you waited for something. I waited for the parts.", "waited for"},
		{"a question behind a label", "Experience: Any time when I waited for it? Note: I waited for the parts.", "waited for"},
		{"a question to the teller", "If your manager had waited for it, what would you have done? I waited until noon.", "waited until"},
		{"a question of the teller", "I asked: who waited for your parts?", "waited for"},
		{"what it is said to show", "This shows resolve because I waited for it. Link: demonstrates calm as I waited for it.", ""},
		{"what something else shows", "The log shows that I waited for it. This shows that I waited for it.", "waited for|waited for"},
		{"planned", "Next time I will say that I waited for it. I'll check that nobody waited for it.", ""},
		{"promised", "I told her that I will say I waited for it.", "waited for"},
		{"a habit", "I always say that they waited for it. Usually I ask who waited for it.", ""},
		{"a habit since", "Since then I always ask who waited for it.", "waited for"},
		{"a habit of the past", "I always asked who waited for it.", "waited for"},
		{"an opinion", "I think whoever waited for it was right. I thought that whoever waited for it was right.", "waited for"},
		{"twice", "I waited for him, and I waited until noon.", "waited for|waited until"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			passages := told(test.text)
			var got []string
			for _, hit := range one(t).Prove(passages)[0].Hits {
				quote := passages[0].Text.Slice(hit.Range)
				if hit.Element == Anti {
					quote = "-" + quote
				}
				got = append(got, quote)
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("hits in %q = %q, want %q", test.text, strings.Join(got, "|"), test.want)
			}
		})
	}
}

func TestWeWeighsLess(t *testing.T) {
	alone, shared := one(t).Prove(told("I waited for it."))[0], one(t).Prove(told("We waited for it."))[0]
	if a, s := alone.Hits[0].Weight, shared.Hits[0].Weight; a != 3 || s >= a || s <= 1 {
		t.Errorf("weights = %v as I and %v as we, want 3 and less", a, s)
	}
	if alone.Score != 1 || shared.Score >= 1 {
		t.Errorf("scores = %v as I and %v as we, want 1 and less", alone.Score, shared.Score)
	}
}

func TestSetup(t *testing.T) {
	text := prose.Analyze("It was too early, so I waited for it.")
	for _, test := range []struct {
		setup bool
		want  int
	}{{true, 1}, {false, 2}} {
		if got := one(t).Prove([]Passage{{Text: text, Setup: test.setup}})[0].Hits; len(got) != test.want {
			t.Errorf("setup %v: hits = %+v, want %d", test.setup, got, test.want)
		}
	}
}

func TestProve(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a word": "Customers", "a story": sample, "no letters": "– 42 %", "10,000 words": strings.Repeat(sample+" ", 75),
	} {
		t.Run(name, func(t *testing.T) {
			proofs := Builtin().Prove(told(text))
			sum := 0.0
			for _, p := range proofs {
				sum += p.Score
			}
			if len(proofs) != len(Builtin().Principles) || sum <= 0 || sum > 1.0000001 {
				t.Errorf("%d proofs whose scores are %v in all", len(proofs), sum)
			}
			if !slices.IsSortedFunc(proofs, func(a, b Proof) int { return int(1e9 * (b.Score - a.Score)) }) {
				t.Error("proofs are not in the order of their scores")
			}
			if !reflect.DeepEqual(proofs, Builtin().Prove(told(text))) {
				t.Error("two runs differ")
			}
			if strings.Count(text, " ") == 0 && proofs[0].Strength > Weak {
				t.Errorf("strength = %v", proofs[0].Strength)
			}
		})
	}
}

func TestProveNoPassages(t *testing.T) {
	for _, proof := range Builtin().Prove(nil) {
		if proof.Strength != None || len(proof.Hits) > 0 {
			t.Errorf("%s is %v", proof.Principle.ID, proof.Strength)
		}
	}
}

// around makes a small story of a sentence without saying what it is about.
const around = " It was a grey afternoon in autumn, and the room on the second floor was empty. I sat at the window and opened my laptop. " +
	"I began with a cup of tea. Around six I walked home in the rain."

// TestStrongExamples holds that what the set itself calls strong puts its
// principle first, so that each can be first.
func TestStrongExamples(t *testing.T) {
	for i := range Builtin().Principles {
		p := &Builtin().Principles[i]
		first := Builtin().Prove(told(p.Strong + around))[0]
		if first.Principle != p || first.Strength < Solid {
			t.Errorf("%q: first is %s, %v", p.Strong, first.Principle.ID, first.Strength)
		}
	}
}

func TestToldAsWe(t *testing.T) {
	we := strings.NewReplacer("I had", "we had", " I ", " we ", "I ", "We ", " my ", " our ", "My ", "Our ", " me ", " us ")
	for _, text := range append([]string{sample}, strong(Builtin())...) {
		alone, shared := Builtin().Prove(told(text)), Builtin().Prove(told(we.Replace(text)))
		top := alone[0]
		i := slices.IndexFunc(shared, func(p Proof) bool { return p.Principle == top.Principle })
		if shared[i].Score >= top.Score || shared[i].Strength > top.Strength {
			t.Errorf("%s: %.3f %v as I, %.3f %v as we: %q", top.Principle.ID, top.Score, top.Strength, shared[i].Score, shared[i].Strength, we.Replace(text))
		}
	}
}

func strong(s *Set) (list []string) {
	for _, p := range s.Principles {
		list = append(list, p.Strong)
	}
	return list
}

func TestStrength(t *testing.T) {
	for s := None; s <= Strong; s++ {
		text, err := s.MarshalText()
		var back Strength
		if err != nil || back.UnmarshalText(text) != nil || back != s || string(text) != s.String() {
			t.Errorf("%d is written %q and read %d", s, text, back)
		}
	}
	if err := new(Strength).UnmarshalText([]byte("firm")); err == nil || !strings.Contains(err.Error(), `"firm"`) {
		t.Errorf("a strength unknown: %v", err)
	}
}

// TestAntiInSetup holds that what counts against a principle is looked for in
// what was done, not in the scene it was done in.
func TestAntiInSetup(t *testing.T) {
	passage := told("I waited for approval.")[0]
	for _, setup := range []bool{true, false} {
		passage.Setup = setup
		against := false
		for _, hit := range one(t).Prove([]Passage{passage})[0].Hits {
			against = against || hit.Element == Anti
		}
		if against == setup {
			t.Errorf("setup %v: against = %v", setup, against)
		}
	}
}
