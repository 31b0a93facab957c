package rehearse

import (
	"io/fs"
	"testing"
	"time"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/readiness"
	"starbank/stories/examples"
)

// exampleBank returns an asker with the examples; hidden takes away what they are
// filed under and tagged with.
func exampleBank(t testing.TB, hidden bool) *Asker {
	t.Helper()
	a := NewAsker(principles.Builtin(), principles.BuiltinQuestions(), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC))
	paths, err := fs.Glob(examples.Stories(), "*.md")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d examples, %v", len(paths), err)
	}
	for _, path := range paths {
		source, err := fs.ReadFile(examples.Stories(), path)
		if err != nil {
			t.Fatal(err)
		}
		story := star.Parse(path, source)
		if hidden {
			story.Tags, story.Principles = nil, nil
		}
		c := &Candidate{Story: story, Anatomy: anatomy.Of(story), Evidence: evidence.Of(story, principles.Builtin())}
		c.Readiness = readiness.Of(c.Anatomy, c.Evidence, nil)
		a.Add(c)
	}
	return a
}

// TestAskFindsSolid holds that a story that solidly proves what a question probes
// first comes first, wherever there is one, by the text of the stories alone.
func TestAskFindsSolid(t *testing.T) {
	a := exampleBank(t, true)
	for _, q := range principles.BuiltinQuestions().Questions {
		if q.Group != "principle" {
			continue
		}
		answer := a.Ask(q.Text)
		if answer.Known == nil || answer.Known.ID != q.ID {
			t.Errorf("%s is not known", q.ID)
		}
		there := false
		for _, c := range a.stories {
			there = there || c.Evidence.Proof(q.Principles[0]).Strength >= principles.Solid
		}
		if there && (!answer.Fits() || answer.Choices[0].Evidence.Proof(q.Principles[0]).Strength < principles.Solid) {
			t.Errorf("%s: %s does not prove %s", q.ID, answer.Choices[0].Story.ID, q.Principles[0])
		}
	}
}

// TestKindOf holds that the form of nine of ten questions shows in their wording.
func TestKindOf(t *testing.T) {
	right, all := 0, 0
	for _, q := range principles.BuiltinQuestions().Questions {
		all++
		if kind := KindOf(q.Text); kind == q.Kind {
			right++
		} else {
			t.Logf("%s: %s, not %s: %s", q.ID, kind, q.Kind, q.Text)
		}
	}
	if right*10 < all*9 {
		t.Errorf("%d of %d", right, all)
	}
}
