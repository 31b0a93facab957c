package principles

import (
	"fmt"
	"slices"
	"strings"
)

const biasPenalty = 4 // keeps what a principle begins with small

// fitRank fits what the wordings, the elements and the words of a principle count
// for its rank, and what each principle begins with, on some of the stories.
func (left *leftOut) fitRank(stories []*labelledText) ranking {
	n := len(left.set.Principles)
	at := minimize(3+n, func(at, slope []float64) float64 {
		loss := 0.0
		clear(slope[:3])
		for k, bias := range at[3:] {
			loss += biasPenalty / 2 * bias * bias
			slope[3+k] = biasPenalty * bias
		}
		for i, story := range left.stories {
			if slices.Contains(stories, story) {
				loss += left.pull(i, at, slope)
			}
		}
		return loss
	})
	return ranking{Cue: at[0], Element: at[1], Lean: at[2], Bias: at[3:]}
}

// pull adds to the slope what one story pulls at the factors.
func (left *leftOut) pull(i int, at, slope []float64) float64 {
	scores := make([]float64, len(left.leans[i]))
	for k := range scores {
		cues := left.cues[i][k]
		scores[k] = at[0]*cues.weight + at[1]*cues.elements + at[2]*left.leans[i][k] + at[3+k]
	}
	loss := logLoss(scores, left.stories[i].target, 1)
	for k, pull := range scores {
		cues := left.cues[i][k]
		slope[0] += pull * cues.weight
		slope[1] += pull * cues.elements
		slope[2] += pull * left.leans[i][k]
		slope[3+k] += pull
	}
	return loss
}

// tally counts what holds of stories.
type tally struct {
	stories, first, third                  int
	named, namedSolid, others, othersSolid int
}

// measure proves each published story by what was fitted without its author.
func (left *leftOut) measure() string {
	var all, plain tally
	for author, words := range left.words {
		set := left.fitted(author, words)
		for _, story := range left.stories {
			if story.author != author {
				continue
			}
			proofs := set.Prove(story.passages)
			all.add(story, proofs, left.set)
			if story.plain {
				plain.add(story, proofs, left.set)
			}
		}
	}
	return "all      " + all.String() + "\nplainest " + plain.String()
}

// fitted returns the set as fitted without an author.
func (left *leftOut) fitted(author string, words *leanings) *Set {
	var others []*labelledText
	for _, story := range left.stories {
		if story.author != author {
			others = append(others, story)
		}
	}
	set := &Set{Principles: amazon, compiled: &amazonIndex}
	set.leanings.names, set.leanings.starts, set.leanings.leans = words.names, words.starts, words.leans
	set.leanings.rank = left.fitRank(others)
	return set
}

func (t *tally) add(story *labelledText, proofs []Proof, set *Set) {
	t.stories++
	rank := len(proofs)
	for i := range proofs {
		solid := 0
		if proofs[i].Strength >= Solid {
			solid = 1
		}
		if slices.ContainsFunc(story.named, func(n int) bool { return set.Principles[n].ID == proofs[i].Principle.ID }) {
			rank = min(rank, i)
			t.named, t.namedSolid = t.named+1, t.namedSolid+solid
		} else {
			t.others, t.othersSolid = t.others+1, t.othersSolid+solid
		}
	}
	if rank == 0 {
		t.first++
	}
	if rank < 3 {
		t.third++
	}
}

func (t tally) String() string {
	share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
	var b strings.Builder
	fmt.Fprintf(&b, "%3d stories: first %.3f, within three %.3f", t.stories, share(t.first, t.stories), share(t.third, t.stories))
	fmt.Fprintf(&b, "; solid of named %.3f, of others %.3f", share(t.namedSolid, t.named), share(t.othersSolid, t.others))
	return b.String()
}
