package main

import (
	"math"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
)

// mapped is what a story gives for each principle, ready to be printed: it
// holds on to nothing of the story.
type mapped struct {
	ID         string            `json:"id"`
	Path       string            `json:"path"`
	Title      string            `json:"title"`
	Principles []mappedPrinciple `json:"principles"`

	empty bool // no section says anything
}

type mappedPrinciple struct {
	ID       string              `json:"id"`
	Declared bool                `json:"declared"`
	Primary  bool                `json:"primary"`
	Score    float64             `json:"score"`
	Strength principles.Strength `json:"strength"`
	Elements []mappedElement     `json:"elements"`
	Evidence []mappedQuote       `json:"evidence"`

	principle *principles.Principle
	lean      float64
	against   []mappedQuote // what counts against it
	all       []mappedQuote // every wording, for --explain
}

type mappedElement struct {
	ID      string `json:"id"`
	Covered bool   `json:"covered"`
}

type mappedQuote struct {
	Element   string `json:"element"`
	Section   string `json:"section"`
	Quote     string `json:"quote"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`

	before, after string // the rest of the sentence
	cue           string
	weight, rank  float64
}

// mapStory reads a story for the principles of a set. Of the principle that is to
// be explained, if any, it keeps every wording.
func mapStory(story *star.Story, set *principles.Set, explained *principles.Principle) mapped {
	e := evidence.Of(story, set)
	m := mapped{ID: story.ID, Path: story.Path, Title: strings.Clone(story.Title.Text), Principles: make([]mappedPrinciple, 0, len(e.Proofs)),
		empty: !slices.ContainsFunc(story.Sections, func(s *star.Section) bool { return !s.Blank() })}
	for i := range e.Proofs {
		p := mapProof(e, &e.Proofs[i])
		if p.principle == explained {
			for _, quote := range e.Quotes(&e.Proofs[i]) {
				p.all = append(p.all, mapQuote(e.Story, quote))
			}
		}
		m.Principles = append(m.Principles, p)
	}
	story.Release()
	return m
}

func mapProof(e *evidence.Evidence, proof *principles.Proof) mappedPrinciple {
	p := mappedPrinciple{ID: proof.Principle.ID, Declared: e.Declares(proof.Principle.ID), Primary: e.Primary(proof.Principle.ID),
		Score: math.Round(1000*proof.Score) / 1000, Strength: proof.Strength, Elements: []mappedElement{}, Evidence: []mappedQuote{},
		principle: proof.Principle, lean: proof.Lean}
	for i, element := range proof.Principle.Elements {
		p.Elements = append(p.Elements, mappedElement{element.ID, proof.Covered[i]})
	}
	for _, quote := range e.Best(proof) {
		p.Evidence = append(p.Evidence, mapQuote(e.Story, quote))
	}
	if !p.Declared {
		return p
	}
	for _, quote := range e.Quotes(proof) {
		if quote.Against {
			p.against = append(p.against, mapQuote(e.Story, quote))
		}
	}
	return p
}

func mapQuote(story *star.Story, quote evidence.Quote) mappedQuote {
	from, to := story.Position(quote.Words.Start), story.Position(quote.Words.End)
	q := mappedQuote{Section: quote.Section.Part.String(), Quote: story.Quote(quote.Words),
		Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column,
		before: story.Quote(star.Span{Start: quote.Sentence.Start, End: quote.Words.Start}),
		after:  story.Quote(star.Span{Start: quote.Words.End, End: quote.Sentence.End}), cue: quote.Cue, weight: quote.Weight, rank: quote.Rank()}
	if quote.Element != nil {
		q.Element = quote.Element.ID
	}
	return q
}

// covered counts the elements that are covered.
func (p *mappedPrinciple) covered() int {
	n := 0
	for _, element := range p.Elements {
		if element.Covered {
			n++
		}
	}
	return n
}

// missing lists the elements that are not covered.
func (p *mappedPrinciple) missing() []principles.Element {
	var missing []principles.Element
	for i, element := range p.Elements {
		if !element.Covered {
			missing = append(missing, p.principle.Elements[i])
		}
	}
	return missing
}

// shown reports whether a principle is worth a line of its own: it is proved, or
// the writer says it is.
func (p *mappedPrinciple) shown() bool { return p.Strength >= principles.Solid || p.Declared }

func (m *mapped) principle(id string) *mappedPrinciple {
	i := slices.IndexFunc(m.Principles, func(p mappedPrinciple) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &m.Principles[i]
}

// unproven lists the declared principles without recognised evidence.
func (m *mapped) unproven() []mappedPrinciple {
	return slices.DeleteFunc(slices.Clone(m.Principles), func(p mappedPrinciple) bool { return !p.Declared || p.Strength != principles.None })
}
