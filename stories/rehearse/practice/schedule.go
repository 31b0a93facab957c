package practice

import (
	"cmp"
	"slices"
	"sync"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v4"
)

// Memory is how well an item is kept in mind.
type Memory struct {
	Item    string
	Answers []Answer // by time
	Due     time.Time
	Recall  float64 // how likely it comes to mind now, from 0 to 1
}

// Last returns when the item was last practised.
func (m *Memory) Last() time.Time { return m.Answers[len(m.Answers)-1].Time }

// Minutes returns how long the item takes to tell on average, 0 where it was not timed.
func (m *Memory) Minutes() float64 {
	seconds, n := 0, 0
	for _, a := range m.Answers {
		if a.Seconds > 0 && a.Round != "recall" {
			seconds += a.Seconds
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(seconds) / float64(n) / 60
}

// scheduler counts in days: nobody practises a story twice an hour.
var scheduler = sync.OnceValue(func() *fsrs.FSRS {
	parameters := fsrs.DefaultParam()
	parameters.EnableShortTerm = false
	parameters.EnableFuzz = false
	return fsrs.NewFSRS(parameters)
})

// Of returns what a log says of each item now, by the default weights of FSRS 6, which
// were fitted on some hundred million reviews of other people's cards.
func Of(answers []Answer, now time.Time) map[string]*Memory {
	memories := map[string]*Memory{}
	cards := map[string]fsrs.Card{}
	for _, a := range answers {
		m := memories[a.Item]
		if m == nil {
			m = &Memory{Item: a.Item}
			memories[a.Item], cards[a.Item] = m, fsrs.NewCard(a.Time)
		}
		m.Answers = append(m.Answers, a)
		if a.Rating == 0 {
			continue
		}
		if info, err := scheduler().Next(cards[a.Item], a.Time, fsrs.Rating(a.Rating)); err == nil {
			cards[a.Item] = info.Card
		}
	}
	for item, m := range memories {
		m.Due = cards[item].Due
		m.Recall, _ = scheduler().Retrievability(cards[item], now)
	}
	return memories
}

// Candidate is an item that may be practised.
type Candidate struct {
	Item  string
	Worth float64 // how much it matters, above 0
	Ready float64 // how good it is on paper, from 0 to 1
}

// Next orders candidates by how much they want practice: those that matter and are
// likely forgotten or weak first. Equals keep their order.
func Next(candidates []Candidate, memories map[string]*Memory) []Candidate {
	wants := func(c Candidate) float64 {
		recall := 0.0
		if m := memories[c.Item]; m != nil {
			recall = m.Recall
		}
		return c.Worth * (1 - recall) * (weakness - c.Ready)
	}
	ordered := slices.Clone(candidates)
	slices.SortStableFunc(ordered, func(a, b Candidate) int { return cmp.Compare(wants(b), wants(a)) })
	return ordered
}

// weakness is what makes a weak story want three times the practice of a ready one.
const weakness = 1.5
