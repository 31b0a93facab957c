package principles

import (
	"starbank/star/prose"
)

// Passage is a text of a story in which evidence is looked for.
type Passage struct {
	Text  *prose.Text
	Setup bool // Situation or Task: only elements that may be met there count
}

// The elements of hits that speak for none.
const (
	Anti = -1 // counts against the principle
	Lean = -2 // the sentence that leans most to it, where no wording was recognised
)

// Hit is a wording that speaks for an element of a principle, or against the
// principle.
type Hit struct {
	prose.Range         // of the words, in the text of the passage
	Passage     int     // index of the passage
	Sentence    int     // index of the sentence
	Element     int     // index of the element, Anti or Lean
	Cue         string  // the pattern; none for Lean
	Weight      float64 // 1 to 3, less where it is told as we; negative for Anti
}

// The share of its weight that a wording keeps when the sentence is told as we:
// an interviewer writes it down with a question mark.
const weShare = 0.6

// collect returns the hits of each principle, in the order of passages and
// words.
func (s *Set) collect(passages []Passage) [][]Hit {
	found := make([][]Hit, len(s.Principles))
	for i, passage := range passages {
		scene := s.scene(passage.Text)
		for _, m := range s.matcher().find(passage.Text) {
			if passage.Setup && !s.setup(m) || !scene.counts(m) {
				continue
			}
			t := passage.Text
			hit := Hit{Range: prose.Range{Start: t.Words[m.first].Start, End: t.Words[m.last-1].End}, Passage: i,
				Sentence: t.Words[m.first].Sentence, Element: m.Element, Cue: m.Cue.Pattern, Weight: float64(m.Cue.Weight)}
			if m.Element == Anti {
				hit.Weight = -hit.Weight
			} else if scene.teller(m) == prose.We {
				hit.Weight *= weShare
			}
			found[m.Principle] = add(found[m.Principle], hit)
		}
	}
	return found
}

// setup reports whether a match speaks for an element that the Situation or the
// Task may hold. What counts against a principle is looked for in what was done:
// "it was not my job" sets the scene for taking it on.
func (s *Set) setup(m match) bool {
	return m.Element != Anti && s.Principles[m.Principle].Elements[m.Element].Setup
}

// add appends a hit. Of wordings for the same element that overlap, the
// weightiest is kept.
func add(hits []Hit, hit Hit) []Hit {
	for i := range hits {
		earlier := &hits[i]
		if earlier.Passage == hit.Passage && earlier.Element == hit.Element && earlier.Start < hit.End && hit.Start < earlier.End {
			if hit.Weight > earlier.Weight {
				*earlier = hit
			}
			return hits
		}
	}
	return append(hits, hit)
}
