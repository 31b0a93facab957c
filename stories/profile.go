package stories

import (
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
	"starbank/star/ledger"
)

// Profile is what a bank has to know of a story. It holds on to nothing of the
// story itself.
type Profile struct {
	ID, Path, Title       string
	Status, Date, Project string
	Role                  string
	Tags                  []string
	Words                 int
	Readiness             int                   // 0 to 100
	Declared              []string              // ids of principles, the primary one first
	Strengths             []principles.Strength // by place in the set
	Scores                []float64             // likewise

	shingles []uint64      // of Action and Result, to find the same event told twice
	figures  []ledger.Line // of a story with a project, to compare with its other stories
}

// ProfileOf reads a story, by the evidence it gives for a set, for a bank. The
// readiness, where a reader of the bank wants it, is left to the caller.
func ProfileOf(e *evidence.Evidence, set *principles.Set) Profile {
	story := e.Story
	p := Profile{ID: story.ID, Path: story.Path, Title: strings.Clone(story.Title.Text), Status: strings.Clone(story.Status.Text),
		Date: strings.Clone(story.Date.Text), Project: strings.Clone(story.Project.Text), Role: strings.Clone(story.Role.Text),
		Words: words(story), Declared: e.Declared,
		Strengths: make([]principles.Strength, len(set.Principles)), Scores: make([]float64, len(set.Principles)), shingles: shingles(story)}
	if p.Status == "" {
		p.Status = star.Draft
	}
	if story.Project.Given() {
		p.figures = figures(story)
	}
	for _, tag := range story.Tags {
		p.Tags = append(p.Tags, strings.ToLower(tag.Text))
	}
	for i := range set.Principles {
		proof := e.Proof(set.Principles[i].ID)
		p.Strengths[i], p.Scores[i] = proof.Strength, proof.Score
	}
	return p
}

// words counts the words of the sections, as spoken.
func words(story *star.Story) (n int) {
	for _, part := range star.Parts() {
		if section := story.Section(part); !section.Blank() {
			n += len(section.Prose.Words)
		}
	}
	return n
}

// HasTag reports whether the story carries a tag.
func (p *Profile) HasTag(tag string) bool { return slices.Contains(p.Tags, tag) }

// Declares reports whether the story is filed under a principle.
func (p *Profile) Declares(id string) bool { return slices.Contains(p.Declared, id) }

// Counts reports whether the story counts for a principle, given by its place in
// the set: the words prove it, or the writer declares it and some words speak
// for it.
func (p *Profile) Counts(set *principles.Set, i int) bool {
	return p.Strengths[i] >= principles.Solid || p.Strengths[i] >= principles.Weak && p.Declares(set.Principles[i].ID)
}

// A shingle is a run of shingleWords words. Of all, one in shingleShare is kept,
// chosen by its hash: enough to tell two accounts of one event, and little to
// hold for ten thousand stories.
const (
	shingleWords = 5
	shingleShare = 4

	shingleBase uint64 = 0x9E3779B97F4A7C15 // any odd number with many ones
)

// shinglePower is how often a word has been multiplied when it leaves a run.
var shinglePower = func() uint64 {
	power := uint64(1)
	for range shingleWords {
		power *= shingleBase
	}
	return power
}()

// shingles returns hashes of runs of words in Action and Result. The Situation is
// left out: stories of one project share it by right.
func shingles(story *star.Story) []uint64 {
	var found []uint64
	for _, part := range []star.Part{star.Action, star.Result} {
		section := story.Section(part)
		if section.Blank() {
			continue
		}
		h, words := uint64(0), section.Prose.Words
		for i := range words { // a polynomial whose coefficients are the words
			h = h*shingleBase + uint64(words[i].Hash())
			if i >= shingleWords {
				h -= uint64(words[i-shingleWords].Hash()) * shinglePower
			}
			if i+1 >= shingleWords && h>>32%shingleShare == 0 {
				found = append(found, h)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
