// Package review judges a revision of a story: what it mended and what it broke,
// which principles it proves better or no longer, what became of its figures.
// [Of] is the entry. What changed in the text is said by package revision.
package review

import (
	"slices"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/lint"
	"starbank/star/readiness"
	"starbank/star/revision"
)

// Version is a story as it was at one time, with what a check says of it.
type Version struct {
	Story     *star.Story
	Anatomy   *anatomy.Anatomy
	Evidence  *evidence.Evidence
	Readiness readiness.Readiness
	Findings  []lint.Diagnostic
}

// Check makes a version of a story by running rules over it.
func Check(story *star.Story, rules []*lint.Rule, config lint.Config) *Version {
	result := lint.Run(story, rules, config)
	return &Version{story, result.Anatomy, result.Evidence, result.Readiness, result.Diagnostics}
}

// Review is the judgement of a revision.
type Review struct {
	Old, New   *Version // nil where the story was added or removed
	Difference *revision.Difference
	Fixed      []lint.Diagnostic // findings about the old version that are gone
	Brought    []lint.Diagnostic // findings about the new version that have come in
	Uncovered  []lint.Diagnostic // findings that waited until a section was there, or no more thin
	Principles []Principle       // those whose evidence changed, the best proven first
}

// Principle is one whose evidence changed.
type Principle struct {
	Principle *principles.Principle
	Declared  bool // by either version
	Old, New  principles.Strength
	Gained    []Quote // an element each that is told now, with its best words
	Lost      []Quote // an element each that is told no more, with the words that went
}

// Quote is the words that spoke for an element, in the version that has them.
type Quote struct {
	evidence.Quote
	Story *star.Story
}

// Of judges the way from one version to another. One of them may be nil.
func Of(old, new *Version) *Review {
	r := &Review{Old: old, New: new, Difference: revision.Compare(storyOf(old), storyOf(new))}
	fixed, come := lint.Compare(findingsOf(old), findingsOf(new))
	r.Fixed = fixed
	r.Brought, r.Uncovered = uncover(old, new, come)
	r.Principles = compare(old, new)
	return r
}

func storyOf(v *Version) *star.Story {
	if v == nil {
		return nil
	}
	return v.Story
}

func findingsOf(v *Version) []lint.Diagnostic {
	if v == nil {
		return nil
	}
	return v.Findings
}

// Scores returns the readiness of both versions; of one that is not there, 0.
func (r *Review) Scores() (old, new int) { return r.Old.score(), r.New.score() }

func (v *Version) score() int {
	if v == nil {
		return 0
	}
	return v.Readiness.Score
}

// compare tells of which principles the evidence changed: those that are declared
// or proven in a version, and of which an element or the strength is another.
func compare(old, new *Version) []Principle {
	var changed []Principle
	for _, principle := range setOf(new, old) {
		p := Principle{Principle: principle}
		before, after := old.told(&p), new.told(&p)
		p.Old, p.New = before.strength, after.strength
		p.Gained, p.Lost = without(after.quotes, before.quotes), without(before.quotes, after.quotes)
		counts := p.Declared || max(p.Old, p.New) >= principles.Solid
		if counts && (p.Old != p.New || len(p.Gained)+len(p.Lost) > 0) {
			changed = append(changed, p)
		}
	}
	return changed
}

// setOf lists the principles that the versions were read for, those best proven
// first.
func setOf(versions ...*Version) (set []*principles.Principle) {
	for _, v := range versions {
		if v == nil {
			continue
		}
		for i := range v.Evidence.Proofs {
			set = append(set, v.Evidence.Proofs[i].Principle)
		}
		break
	}
	return set
}

// telling is what a version tells of a principle.
type telling struct {
	strength principles.Strength
	quotes   []Quote // the best one of each element told
}

func (v *Version) told(p *Principle) (t telling) {
	if v == nil {
		return t
	}
	proof := v.Evidence.Proof(p.Principle.ID)
	p.Declared = p.Declared || v.Evidence.Declares(p.Principle.ID)
	t.strength = proof.Strength
	for _, quote := range v.Evidence.Best(proof) {
		if quote.Element != nil {
			t.quotes = append(t.quotes, Quote{quote, v.Story})
		}
	}
	return t
}

// without returns the quotes for elements that others do not speak for.
func without(quotes, others []Quote) (left []Quote) {
	for _, quote := range quotes {
		if !slices.ContainsFunc(others, func(o Quote) bool { return o.Element.ID == quote.Element.ID }) {
			left = append(left, quote)
		}
	}
	return left
}
