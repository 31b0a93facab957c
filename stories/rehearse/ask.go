package rehearse

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/readiness"
	"starbank/stories"
)

// Candidate is a story that may answer a question.
type Candidate struct {
	Story     *star.Story
	Anatomy   *anatomy.Anatomy
	Evidence  *evidence.Evidence
	Readiness readiness.Readiness

	stems map[string]bool // of the words of its title and its sections
}

// Asker picks stories for questions. It is safe for concurrent use once all stories
// are added.
type Asker struct {
	questions *principles.Questions
	topics    *Topics
	stories   []*Candidate
	now       time.Time
	told      []stories.Telling
	company   string
}

// NewAsker returns an asker without stories. What is recent counts back from now.
func NewAsker(set *principles.Set, questions *principles.Questions, now time.Time) *Asker {
	return &Asker{questions: questions, topics: NewTopics(set, questions), now: now}
}

// Remember takes in what was told already. A story told at the company, where one is
// named, ranks far lower; one not told anywhere a little higher.
func (a *Asker) Remember(told []stories.Telling, company string) { a.told, a.company = told, company }

// Add adds a story. One that is retired is left out.
func (a *Asker) Add(c *Candidate) {
	if c.Story.Status.Text == star.Retired {
		return
	}
	a.Take(c)
}

func (c *Candidate) hold(text string) {
	for _, word := range wordsOf(text) {
		c.stems[family(word)] = true
	}
}

// Answer is what the bank has for a question.
type Answer struct {
	Question string
	Known    *principles.Question // the same question in the list, or nil
	Kind     principles.QuestionKind
	Topics   []Topic  // what it probes, the likeliest first; those that count
	Untold   []string // words of the question that are about no principle, and that no story has
	Choices  []Choice // the stories, the best first; those that fit or come near
}

// Fits reports whether the first story solidly proves what the question probes.
func (a *Answer) Fits() bool { return len(a.Choices) > 0 && a.Choices[0].Fits }

// Choice is a story for a question.
type Choice struct {
	*Candidate
	Score float64
	Why   []string // what speaks for it, the weightiest first
	Proof *principles.Proof
	Fits  bool // it solidly proves a principle that the question probes; of a question that probes none, it tells of what is asked for
}

// What counts for a story, next to solid evidence of all that a question probes.
const (
	primaryBonus   = 1   // solid evidence of what it probes first
	sureShare      = 1.6 // 1 over the share from which on that is plain
	declaredBonus  = 0.1 // the writer files it there
	wordsWeight    = 0.8 // all rare words of the question are told
	tagWeight      = 0.3 // the question asks for a failure, a conflict, feedback
	readyWeight    = 0.3
	recentWeight   = 0.1 // told of the last years
	draftPenalty   = 0.05
	toldFactor     = 0.4 // told at this company already
	newBonus       = 0.02
	recentYears    = 5
	smallestShare  = 0.5 // of what the first principle has, for a principle to count
	mostTopics     = 3
	mostTold       = 0.6  // of what a question asks for, for a story to be about it
	smallestAnswer = 0.25 // of a story that is worth a look
)

// worth is what evidence of each strength counts.
var worth = [...]float64{principles.None: 0, principles.Weak: 0.3, principles.Solid: 0.85, principles.Strong: 1}

// Ask ranks the stories for a question.
func (a *Asker) Ask(question string) Answer {
	answer := Answer{Question: question, Known: a.known(question), Kind: KindOf(question)}
	if answer.Known != nil {
		answer.Kind = answer.Known.Kind
	}
	if answer.Kind != principles.Technical {
		answer.Topics = a.counting(question, answer.Known)
	}
	asked := a.telling(question)
	answer.Untold = a.untold(asked)
	for _, c := range a.stories {
		if choice := a.choice(c, answer.Topics, question, asked); choice.Score >= smallestAnswer {
			answer.Choices = append(answer.Choices, choice)
		}
	}
	slices.SortStableFunc(answer.Choices, func(x, y Choice) int { return cmp.Compare(y.Score, x.Score) })
	return answer
}

// known returns the question of the list that is asked, or nil.
func (a *Asker) known(question string) *principles.Question {
	plain := wordsOf(question)
	i := slices.IndexFunc(a.questions.Questions, func(q principles.Question) bool { return slices.Equal(wordsOf(q.Text), plain) })
	if i < 0 {
		return nil
	}
	return &a.questions.Questions[i]
}

// counting returns the principles that count for a question: those that are filed
// with it, where it is known, else those that its words speak of.
func (a *Asker) counting(question string, known *principles.Question) []Topic {
	if known != nil {
		return a.filed(known)
	}
	topics := a.topics.Of(question)
	topics = topics[:min(len(topics), mostTopics)]
	total := 0.0
	for i, topic := range topics {
		if topic.Share < smallestShare*topics[0].Share {
			topics = topics[:i]
			break
		}
		total += topic.Share
	}
	for i := range topics {
		topics[i].Share /= total
	}
	return topics
}

func (a *Asker) filed(known *principles.Question) (topics []Topic) {
	for _, id := range known.Principles {
		if p := a.topics.set.ByID(id); p != nil {
			topics = append(topics, Topic{p, 0, 1})
		}
	}
	for i := range topics {
		topics[i].Share = float64(2*(len(topics)-i)) / float64(len(topics)*(len(topics)+1))
	}
	return topics
}

// choice weighs a story for a question.
func (a *Asker) choice(c *Candidate, topics []Topic, question string, asked []tellingWord) Choice {
	choice := Choice{Candidate: c}
	for i, topic := range topics {
		choice.prove(c.Evidence.Proof(topic.Principle.ID), topic, i == 0)
	}
	told, words := c.told(asked)
	tagged := slices.ContainsFunc(c.Story.Tags, func(tag star.Value) bool { return asksFor(question, tag.Text) })
	if len(topics) == 0 && told < mostTold && !tagged {
		return choice // a word in common is chance
	}
	choice.Fits = choice.Fits || told >= mostTold || len(topics) == 0 && tagged
	choice.add(wordsWeight*told, quoted(words))
	for _, tag := range c.Story.Tags {
		if asksFor(question, tag.Text) {
			choice.add(tagWeight, "is tagged "+strings.ToLower(tag.Text))
		}
	}
	if choice.Score > 0 {
		choice.Score += readyWeight*float64(c.Readiness.Score)/100 + recentWeight*a.recent(c)
		if c.Story.Status.Text == star.Draft || !c.Story.Status.Given() {
			choice.Score -= draftPenalty
		}
		a.used(&choice)
	}
	return choice
}

// used weighs whether a story was told already.
func (a *Asker) used(choice *Choice) {
	if len(a.told) == 0 {
		return
	}
	here := slices.DeleteFunc(slices.Clone(a.told), func(t stories.Telling) bool { return a.company == "" || !strings.EqualFold(t.Company, a.company) })
	event := []*Candidate{choice.Candidate}
	switch last := lastOf(event, here); {
	case last != nil:
		choice.Score *= toldFactor
		choice.Why = append(choice.Why, "but told there on "+last.Date)
	case lastOf(event, a.told) == nil:
		choice.add(newBonus, "not told yet")
	}
}

// prove takes in what a story gives for a principle.
func (c *Choice) prove(proof *principles.Proof, topic Topic, first bool) {
	if proof == nil {
		return
	}
	solid := proof.Strength >= principles.Solid
	score := topic.Share * worth[proof.Strength]
	if c.Evidence.Declares(topic.Principle.ID) {
		score += declaredBonus * topic.Share
	}
	if solid && first {
		score += primaryBonus * min(1, sureShare*topic.Share) // less where the words of the question speak of much
	}
	c.Score += score * topic.Near
	if c.Proof == nil && proof.Strength > principles.None || c.Proof != nil && solid && c.Proof.Strength < principles.Solid {
		c.Proof = proof
	}
	c.Fits = c.Fits || solid
	switch {
	case solid:
		c.Why = append(c.Why, "proves "+proof.Principle.Name+" ("+proof.Strength.String()+")")
	case proof.Strength == principles.Weak:
		c.Why = append(c.Why, "touches "+proof.Principle.Name)
	}
}

// add adds to what speaks for a story, if there is anything to say.
func (c *Choice) add(score float64, why string) {
	if score > 0 && why != "" {
		c.Score += score
		c.Why = append(c.Why, why)
	}
}

// recent returns 1 for a story of this year, and less year by year.
func (a *Asker) recent(c *Candidate) float64 {
	date, err := time.Parse("2006", firstFour(c.Story.Date.Text))
	if err != nil {
		return 0
	}
	return max(0, 1-float64(max(0, a.now.Year()-date.Year()))/recentYears)
}

func firstFour(text string) string { return text[:min(4, len(text))] }
