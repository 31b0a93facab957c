package prep

import (
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/prose"
	"starbank/stories/rehearse"
)

// Kept is a sentence of a story that is kept for a length.
type Kept struct {
	Part  star.Part
	Words int
	Text  string
	worth int
}

// What a sentence is worth to a short answer. Where it was, what was wanted, what was
// done and what came of it have to stand in any; figures and evidence weigh next.
const (
	worthNeeded   = 40 // the first sentence of Situation and Task, the most telling of Action and Result
	worthStep     = 6  // a step of the teller's own
	worthFigure   = 8
	worthEvidence = 5
	worthAny      = 1
)

// Variant selects the sentences of a story that say most in so many words, in their
// order. It writes nothing: each sentence stands in the story as it is.
func Variant(c *rehearse.Candidate, words int) []Kept {
	sentences := weighed(c)
	return chosen(sentences, words)
}

// weighed lists the sentences of a story with what they are worth.
func weighed(c *rehearse.Candidate) (all []Kept) {
	for _, part := range star.Parts() {
		section := c.Story.Section(part)
		if section.Blank() {
			continue
		}
		var kept []Kept
		for i, s := range section.Prose.Sentences {
			if s.Last > s.First {
				kept = append(kept, Kept{Part: part, Words: s.Last - s.First, Text: strings.Join(strings.Fields(section.Prose.Slice(s.Range)), " "), worth: worthAny + told(c, section, i)})
			}
		}
		if part != star.Lesson && len(kept) > 0 {
			kept[needed(part, kept)].worth += worthNeeded
		}
		all = append(all, kept...)
	}
	return all
}

// needed returns which sentence of a section no answer does without.
func needed(part star.Part, sentences []Kept) (at int) {
	if part == star.Situation || part == star.Task {
		return 0
	}
	for i := range sentences {
		if sentences[i].worth > sentences[at].worth {
			at = i
		}
	}
	return at
}

// told returns what a sentence is worth by what it tells.
func told(c *rehearse.Candidate, section *star.Section, sentence int) (worth int) {
	text := section.Prose
	s := text.Sentences[sentence]
	if section.Part == star.Action && slices.ContainsFunc(text.Clauses(), func(clause prose.Clause) bool {
		return clause.Sentence == sentence && clause.Past && clause.Person != prose.We && !clause.Negated
	}) {
		worth += worthStep
	}
	if section.Part == star.Result && slices.ContainsFunc(text.Numbers, func(n prose.Number) bool { return n.Sentence == sentence && n.Metric() }) {
		worth += worthFigure
	}
	span := section.Span(s.Range)
	for i := range c.Evidence.Proofs[:min(1, len(c.Evidence.Proofs))] {
		for _, quote := range c.Evidence.Best(&c.Evidence.Proofs[i]) {
			if span.Start <= quote.Words.Start && quote.Words.End <= span.End {
				worth += worthEvidence
			}
		}
	}
	return worth
}

// chosen returns the sentences of the greatest worth whose words are not more than a
// number: a knapsack, exactly.
func chosen(all []Kept, words int) (kept []Kept) {
	best := make([][]int, len(all)+1) // best[i][w]: the most that the first i are worth in w words
	best[0] = make([]int, max(0, words)+1)
	for i, s := range all {
		best[i+1] = slices.Clone(best[i])
		for w := s.Words; w < len(best[i]); w++ {
			best[i+1][w] = max(best[i][w], best[i][w-s.Words]+s.worth)
		}
	}
	w := max(0, words)
	for i := len(all) - 1; i >= 0; i-- {
		if best[i+1][w] != best[i][w] {
			kept = append(kept, all[i])
			w -= all[i].Words
		}
	}
	slices.Reverse(kept)
	return kept
}
