// Package evidence says which principles a story proves and by which of its
// words. [Of] is the entry; the judgement itself is made in package principles,
// which knows nothing of stories.
package evidence

import (
	"cmp"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
)

// Evidence is what a story gives for the principles of a set.
type Evidence struct {
	Story    *star.Story
	Proofs   []principles.Proof // one for each principle, the best first
	Declared []string           // ids of the principles the writer files it under, the primary one first; those that exist

	sections []*star.Section // by passage
}

// Of reads a story for the principles of a set.
func Of(story *star.Story, set *principles.Set) *Evidence {
	e := &Evidence{Story: story, Declared: Declared(story, set)}
	var passages []principles.Passage
	for _, part := range star.Parts() {
		section := story.Section(part)
		if section.Blank() {
			continue
		}
		e.sections = append(e.sections, section)
		passages = append(passages, principles.Passage{Text: section.Prose, Setup: part == star.Situation || part == star.Task})
	}
	e.Proofs = set.Prove(passages)
	return e
}

// Declared returns the ids of the principles that a story is filed under, each
// once and in the order given. Names that mean no principle of the set are left
// out.
func Declared(story *star.Story, set *principles.Set) []string {
	if len(story.Principles) == 0 {
		return nil
	}
	items := make([]string, len(story.Principles))
	for i, value := range story.Principles {
		items[i] = value.Text
	}
	var ids []string
	for _, reference := range set.Resolve(items) {
		if reference.ID != "" && !slices.Contains(ids, reference.ID) {
			ids = append(ids, reference.ID)
		}
	}
	return ids
}

// Declares reports whether the story is filed under a principle.
func (e *Evidence) Declares(id string) bool { return slices.Contains(e.Declared, id) }

// Primary reports whether a principle is the first the story is filed under.
func (e *Evidence) Primary(id string) bool { return len(e.Declared) > 0 && e.Declared[0] == id }

// Event reports whether the story tells something that happened once and that the
// teller did, and is more than wordings of principles in a row.
func (e *Evidence) Event() bool { return len(e.Proofs) > 0 && e.Proofs[0].Event }

// Proof returns the proof of a principle, or nil when the set has none such.
func (e *Evidence) Proof(id string) *principles.Proof {
	for i := range e.Proofs {
		if e.Proofs[i].Principle.ID == id {
			return &e.Proofs[i]
		}
	}
	return nil
}

// Quote is a wording of the story that speaks for an element of a principle, or
// against the principle.
type Quote struct {
	Element  *principles.Element // nil when it speaks against the principle
	Against  bool                // it speaks against the principle
	Section  *star.Section
	Words    star.Span // the words that were recognised
	Sentence star.Span // the sentence they stand in
	Cue      string
	Weight   float64

	own bool
}

// Quotes returns the wordings of a proof in the order of the story.
func (e *Evidence) Quotes(proof *principles.Proof) []Quote {
	quotes := make([]Quote, 0, len(proof.Hits))
	for _, hit := range proof.Hits {
		section := e.sections[hit.Passage]
		quote := Quote{Section: section, Words: section.Span(hit.Range), Sentence: section.Span(section.Prose.Sentences[hit.Sentence].Range),
			Cue: hit.Cue, Weight: hit.Weight, own: hit.Own}
		if quote.Against = hit.Element == principles.Anti; hit.Element >= 0 {
			quote.Element = &proof.Principle.Elements[hit.Element]
		}
		quotes = append(quotes, quote)
	}
	return quotes
}

// What makes one quote better than another of the same weight, judged by reading
// what is shown: what the teller did rather than what was there, a phrase rather
// than a word, Action and Result rather than the rest.
const (
	ownRank     = 0.5
	phraseRank  = 0.75
	sectionRank = 0.1
)

// Rank orders quotes for the same principle by how well they show it.
func (q *Quote) Rank() float64 {
	rank := q.Weight
	if q.own {
		rank += ownRank
	}
	if strings.Contains(q.Cue, " ") {
		rank += phraseRank
	}
	if q.Section.Part == star.Action || q.Section.Part == star.Result {
		rank += sectionRank
	}
	return rank
}

// Best returns the best quote of each element that is covered, in the order of the
// elements; of two alike the first. Where none is covered it returns the best of
// all, if the proof is solid nevertheless.
func (e *Evidence) Best(proof *principles.Proof) []Quote {
	best := make([]*Quote, len(proof.Covered))
	quotes := e.Quotes(proof)
	for i, hit := range proof.Hits {
		if hit.Element < 0 || !proof.Covered[hit.Element] {
			continue
		}
		if at := &best[hit.Element]; *at == nil || quotes[i].Rank() > (*at).Rank() {
			*at = &quotes[i]
		}
	}
	var found []Quote
	for _, quote := range best {
		if quote != nil {
			found = append(found, *quote)
		}
	}
	if len(found) > 0 || proof.Strength < principles.Solid {
		return found
	}
	quotes = slices.DeleteFunc(quotes, func(q Quote) bool { return q.Against })
	return []Quote{slices.MaxFunc(quotes, byDeed)}
}

// byDeed orders quotes of what was done above those of what was there before, and
// those by rank.
func byDeed(a, b Quote) int {
	if a.Element.Setup != b.Element.Setup {
		if b.Element.Setup {
			return 1
		}
		return -1
	}
	return cmp.Compare(a.Rank(), b.Rank())
}
