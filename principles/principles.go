// Package principles knows the Leadership Principles: their names, the ways
// people write them, what each one asks for, and which words of a story speak
// for it.
//
// [Builtin] is Amazon's set; [Parse] reads another company's. [Set.Resolve]
// turns what stands in the front matter of a story into identifiers, and
// [Set.Prove] says which principles a text gives evidence for, by quoting it.
package principles

import (
	"sync"

	"starbank/star/prose"
)

// Principle is one principle of a set.
type Principle struct {
	ID          string   // "are-right-a-lot", the form kept in story files
	Name        string   // "Are Right, A Lot"
	Abbr        string   // "RAL"
	Since       string   // the year it was added, or "original"
	Aliases     []string // what else people type for it
	Summary     string
	Signals     []string // what speaks for it in a story
	AntiSignals []string // what speaks against it
	Elements    []Element
	Must        [][]string // without one element of each list a story is usually judged as another principle
	AntiCues    []string
	TellApart   []Difference
	Strong      string // an example of a sentence that proves it
	Weak        string // and of one that does not
}

// Element is a part of the evidence for a principle.
type Element struct {
	ID    string // "voice"
	Means string // "the need was learned from evidence"
	Ask   string // the question that brings it out
	Setup bool   // may be met in Situation and Task
	Cues  []Cue
}

// Cue is a wording that speaks for an element. The grammar of patterns stands
// at the head of amazon.yaml.
type Cue struct {
	Pattern string
	Weight  int // 3 near-diagnostic, 2 supporting, 1 weak
}

// Difference tells a principle from one that it is taken for.
type Difference struct{ From, By string }

// Set is a list of principles that a company judges by, in its own order. It is
// safe for concurrent use.
type Set struct {
	Principles []Principle

	byName map[string]*Principle // by plain name
	byID   map[string]*Principle

	compiled *index // nil: to be compiled from Principles
	leanings leanings

	matching sync.Once
	cues     *matcher
	naming   sync.Once
	names    *prose.Phrases
	readings sync.Pool
}

// Builtin returns Amazon's 16 principles. The set must not be changed.
var Builtin = sync.OnceValue(func() *Set {
	set := &Set{Principles: amazon, compiled: &amazonIndex, leanings: amazonLeanings()}
	if _, err := set.indexNames(); err != nil {
		panic(err) // a test rules this out
	}
	return set
})

// ByID returns the principle with an id, or nil.
func (s *Set) ByID(id string) *Principle { return s.byID[id] }

// Element returns the index of an element, or -1.
func (p *Principle) Element(id string) int {
	for i := range p.Elements {
		if p.Elements[i].ID == id {
			return i
		}
	}
	return -1
}
