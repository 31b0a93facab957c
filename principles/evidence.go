package principles

import (
	"starbank/star/prose"
)

// Passage is a text of a story in which evidence is looked for.
type Passage struct {
	Text  *prose.Text
	Setup bool // Situation or Task: only elements that may be met there count
}

// Anti is the element of hits that count against the principle.
const Anti = -1

// Hit is a wording that speaks for an element of a principle, or against the
// principle.
type Hit struct {
	prose.Range         // of the words, in the text of the passage
	Passage     int     // index of the passage
	Sentence    int     // index of the sentence
	Element     int     // index of the element, or Anti
	Cue         string  // the pattern
	Own         bool    // it stands in a clause of what the teller alone did
	Weight      float64 // 1 to 3, less where it is told as we; negative for Anti
}

// The share of its weight that a wording keeps when the sentence is told as we:
// an interviewer writes it down with a question mark.
const weShare = 0.6

// reading is a story at hand: its passages, who says what in each, and which
// word families it holds. Its memory is used again for the next story.
type reading struct {
	set      *Set
	passages []Passage
	scenes   []scene
	families [][]uint16 // of each word of each passage: its family, see leanings
	words    int

	found  []found
	counts []uint16 // of each family: how often it was met
	met    []uint16 // families, in the order of the text
}

// found is a hit with the principle it speaks for.
type found struct {
	Hit
	principle uint16
}

// read begins to read a story. The reading is to be given to finish.
func (s *Set) read(passages []Passage) *reading {
	r, _ := s.readings.Get().(*reading)
	if r == nil {
		r = &reading{set: s, counts: make([]uint16, len(s.leanings.names)+1)}
	}
	r.passages, r.words = passages, 0
	for len(r.families) < len(passages) {
		r.families = append(r.families, nil)
	}
	for _, passage := range passages {
		r.scenes = append(r.scenes, s.scene(passage.Text))
		r.words += len(passage.Text.Words)
	}
	return r
}

// finish hands the memory of r on.
func (r *reading) finish() {
	clear(r.scenes)
	r.passages, r.scenes, r.found, r.met = nil, r.scenes[:0], r.found[:0], r.met[:0]
	r.set.readings.Put(r)
}

// collect returns the hits of each principle, in the order of passages and
// words.
func (r *reading) collect() [][]Hit {
	for i, passage := range r.passages {
		w := r.set.matcher().walk(passage.Text)
		r.families[i] = r.set.leanings.families(r.families[i][:0], w)
		for _, m := range w.find() {
			if hit, ok := r.hit(i, m, &w.Patterns[m.pattern()]); ok {
				r.found = append(r.found, hit)
			}
		}
		w.release()
	}
	return r.byPrinciple()
}

// hit returns what a match in a passage is worth, if it is evidence.
func (r *reading) hit(passage int, m match, p *pattern) (found, bool) {
	scene, text := &r.scenes[passage], r.passages[passage].Text
	if r.passages[passage].Setup && !r.set.setup(p) || !scene.counts(m, p) {
		return found{}, false
	}
	cue := r.set.cue(p)
	hit := Hit{Range: prose.Range{Start: text.Words[m.first()].Start, End: text.Words[m.last()-1].End}, Passage: passage,
		Sentence: text.Words[m.first()].Sentence, Element: int(p.Element), Cue: cue.Pattern, Weight: float64(cue.Weight)}
	if p.Element == noElement {
		hit.Element, hit.Weight = Anti, -hit.Weight
	} else if c := scene.clauseAt(m); c != nil {
		hit.Own = c.Past && !c.Negated && c.Person != prose.We
		if c.Person == prose.We {
			hit.Weight *= weShare
		}
	}
	return found{hit, p.Principle}, true
}

// byPrinciple sorts hits by what they speak for.
func (r *reading) byPrinciple() [][]Hit {
	sorted, counts := make([][]Hit, len(r.set.Principles)), make([]int, len(r.set.Principles))
	for i := range r.found {
		counts[r.found[i].principle]++
	}
	room := make([]Hit, len(r.found))
	for p, n := range counts {
		sorted[p], room = room[:0:n], room[n:]
	}
	for i := range r.found {
		p := r.found[i].principle
		sorted[p] = add(sorted[p], r.found[i].Hit)
	}
	return sorted
}

// cue returns the wording that a pattern was compiled from.
func (s *Set) cue(p *pattern) Cue {
	principle := &s.Principles[p.Principle]
	if p.Element == noElement {
		return Cue{principle.AntiCues[p.Cue], antiWeight}
	}
	return principle.Elements[p.Element].Cues[p.Cue]
}

// antiWeight is what a wording against a principle weighs.
const antiWeight = 2

// setup reports whether a pattern speaks for an element that the Situation or the
// Task may hold. What counts against a principle is looked for in what was done:
// "it was not my job" sets the scene for taking it on.
func (s *Set) setup(p *pattern) bool {
	return p.Element != noElement && s.Principles[p.Principle].Elements[p.Element].Setup
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
