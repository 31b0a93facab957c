package rehearse

import (
	"cmp"
	"math"
	"slices"

	"starbank/principles"
)

// Topics know which principles a question probes: by the questions that are known,
// by what the catalogue says of each principle, and by the wordings that questions
// about it are made of. They are safe for concurrent use.
type Topics struct {
	set       *principles.Set
	words     *vocabulary
	texts     []topicText
	rarity    []float64   // by term
	centroids [][]float64 // by principle and term, of length 1
}

// topicText is a text that speaks of principles.
type topicText struct {
	terms  []term
	shares []share
}

// share is how much a text counts for a principle.
type share struct {
	principle int
	weight    float64
}

// Topic is a principle that a question probes.
type Topic struct {
	Principle *principles.Principle
	Share     float64 // of all that the question probes, from 0 to 1
	Near      float64 // how sure that is, from 0 to 1: the question is as near to texts about it
}

// What a text counts for a principle, next to a question that probes it first. Found
// by leaving each question of the list out; TestTopics measures it.
const (
	secondaryWeight = 0.35 // a question that probes it too
	wordingWeight   = 1
	nameWeight      = 1
	summaryWeight   = 0.7
	elementWeight   = 0.6
	signalWeight    = 0.4
	probeWeight     = 0.4
	cueWeight       = 0.1 // times the weight of the cue
	nearestWeight   = 0.8 // of the nearest text of a principle, beside all its texts together
)

// NewTopics reads the texts of a set of principles and of questions about it.
// Principles of the questions that the set does not have are left out.
func NewTopics(set *principles.Set, questions *principles.Questions) *Topics {
	t := &Topics{set: set, words: newVocabulary()}
	for i := range set.Principles {
		t.addPrinciple(i, questions)
	}
	for _, q := range questions.Questions {
		t.addQuestion(&q)
	}
	t.weigh()
	return t
}

func (t *Topics) addPrinciple(i int, questions *principles.Questions) {
	p := &t.set.Principles[i]
	t.add(i, nameWeight, p.Name)
	t.add(i, nameWeight, p.Aliases...)
	t.add(i, summaryWeight, p.Summary)
	t.add(i, signalWeight, p.Signals...)
	t.add(i, wordingWeight, questions.Wordings[p.ID]...)
	t.add(i, probeWeight, questions.Probes[p.ID]...)
	for _, e := range p.Elements {
		t.add(i, elementWeight, e.Means, e.Ask)
		for _, cue := range e.Cues {
			t.add(i, cueWeight*float64(cue.Weight), cue.Pattern)
		}
	}
}

func (t *Topics) add(principle int, weight float64, texts ...string) {
	for _, text := range texts {
		t.texts = append(t.texts, topicText{t.words.terms(text), []share{{principle, weight}}})
	}
}

func (t *Topics) addQuestion(q *principles.Question) {
	text := topicText{terms: t.words.terms(q.Text)}
	for i, id := range q.Principles {
		weight := 1.0
		if i > 0 {
			weight = secondaryWeight
		}
		if at := slices.IndexFunc(t.set.Principles, func(p principles.Principle) bool { return p.ID == id }); at >= 0 {
			text.shares = append(text.shares, share{at, weight})
		}
	}
	t.texts = append(t.texts, text)
}

// weigh makes rare terms count more than those that any text has.
func (t *Topics) weigh() {
	t.rarity = make([]float64, t.words.size())
	for _, text := range t.texts {
		for _, term := range text.terms {
			t.rarity[term.id]++
		}
	}
	for id, texts := range t.rarity {
		t.rarity[id] = math.Log(float64(len(t.texts)+1) / (texts + 0.5))
	}
	t.centroids = make([][]float64, len(t.set.Principles))
	for i := range t.centroids {
		t.centroids[i] = make([]float64, len(t.rarity))
	}
	for _, text := range t.texts {
		t.scale(text.terms, 0)
		for _, share := range text.shares {
			for _, term := range text.terms {
				t.centroids[share.principle][term.id] += term.weight * share.weight
			}
		}
	}
	for _, centroid := range t.centroids {
		normalize(centroid)
	}
}

// scale weighs terms by their rarity, and makes their length 1 with that of what
// stands beside them.
func (t *Topics) scale(terms []term, beside float64) {
	length := beside
	for i := range terms {
		terms[i].weight *= t.rarity[terms[i].id]
		length += terms[i].weight * terms[i].weight
	}
	for i := range terms {
		terms[i].weight /= max(math.Sqrt(length), math.SmallestNonzeroFloat64)
	}
}

func normalize(values []float64) {
	length := 0.0
	for _, value := range values {
		length += value * value
	}
	for i := range values {
		values[i] /= max(math.Sqrt(length), math.SmallestNonzeroFloat64)
	}
}

// Of returns the principles that a question probes, the likeliest first. A question
// whose words say nothing of any gives none.
func (t *Topics) Of(question string) []Topic {
	asked := make([]float64, len(t.rarity))
	terms := t.words.known(question)
	t.scale(terms, t.unknown(question))
	for _, term := range terms {
		asked[term.id] = term.weight
	}
	scores, total := t.scores(asked, terms), 0.0
	for _, score := range scores {
		total += score
	}
	var topics []Topic
	for i, score := range scores {
		if score > 0 {
			topics = append(topics, Topic{&t.set.Principles[i], score / total, min(1, math.Sqrt(score)/plain)})
		}
	}
	slices.SortStableFunc(topics, func(a, b Topic) int { return cmp.Compare(b.Share, a.Share) })
	return topics
}

// faintest is how near a question has to be to a principle to probe it. A question about
// something else altogether comes as near as 0.15.
const faintest = 0.15

// plain is how near a question is that leaves no doubt.
const plain = 0.5

// unknown returns the square of the length of the words that no text has.
func (t *Topics) unknown(question string) (length float64) {
	for _, word := range wordsOf(question) {
		stem := family(word)
		if _, is := t.words.ids[stem]; stem != "" && !is {
			length += t.rarityOf(stem) * t.rarityOf(stem)
		}
	}
	return length
}

// scores returns how near a question is to each principle.
func (t *Topics) scores(asked []float64, terms []term) []float64 {
	nearest := make([]float64, len(t.set.Principles))
	for _, text := range t.texts {
		near := 0.0
		for _, term := range text.terms {
			near += term.weight * asked[term.id]
		}
		for _, share := range text.shares {
			nearest[share.principle] = max(nearest[share.principle], near*share.weight)
		}
	}
	scores := make([]float64, len(nearest))
	for i := range scores {
		for _, term := range terms {
			scores[i] += term.weight * t.centroids[i][term.id]
		}
		if scores[i] += nearestWeight * nearest[i]; scores[i] < faintest {
			scores[i] = 0
		}
		scores[i] *= scores[i] // what is likely stands out
	}
	return scores
}

// rarityOf returns how rare the family of a word is in the texts.
func (t *Topics) rarityOf(stem string) float64 {
	if id, is := t.words.ids[stem]; is {
		return t.rarity[id]
	}
	return math.Log(float64(len(t.texts)+1) / 0.5)
}
