package principles

import (
	"strings"

	"starbank/star/prose"
)

// aside reports whether a sentence stands beside the story: the question that it
// answers, or what it is said to show. Neither is something that was done.
func (s *scene) aside(sentence int) bool {
	if s.asked != sentence+1 {
		s.asked, s.apart = sentence+1, s.prompt(sentence) || s.moral(sentence)
	}
	return s.apart
}

// openers begin the questions of interviewers.
var openers = map[string]bool{"tell me about": true, "tell us about": true, "describe a time": true, "describe a situation": true, "describe an example": true,
	"give an example": true, "give me an": true, "share an example": true, "share a time": true, "talk about a": true, "have you ever": true,
	"what would you": true, "how would you": true, "how do you": true, "what do you": true, "when did you": true, "when have you": true, "any time when": true}

// opens are the first words of openers.
var opens = prose.NewWordSet("tell describe give share talk have what how when any")

// prompt reports the question of an interviewer, copied above the answer: it
// begins like one, or asks "you" and says nothing of the teller.
func (s *scene) prompt(n int) bool {
	sentence := s.text.Sentences[n]
	words := s.text.Words[sentence.First:sentence.Last]
	if s.opens(sentence) {
		return true
	}
	if !asks(s.text.Slice(sentence.Range)) {
		return false
	}
	for i := range words {
		if w := words[i].Text; w == "i" || w == "we" {
			return false
		}
	}
	for i := range words {
		if w := words[i].Text; w == "you" || w == "your" {
			return true
		}
	}
	return false
}

// opens reports whether a sentence begins like the question of an interviewer,
// perhaps behind a label: "Personal experience: Any time when …".
func (s *scene) opens(sentence prose.Sentence) bool {
	for i := sentence.First; i+3 < min(sentence.Last, sentence.First+moralWithin); i++ {
		words := s.text.Words[i:]
		if opens.Has(&words[0]) && (i == sentence.First || s.text.Behind(i, ":")) && openers[words[0].Text+" "+words[1].Text+" "+words[2].Text] {
			return true
		}
	}
	return false
}

// asks reports whether a sentence ends in a question mark, perhaps stressed.
func asks(sentence string) bool {
	last := len(sentence) - 1
	for last >= 0 && strings.IndexByte(" *_\t\r\n", sentence[last]) >= 0 {
		last--
	}
	return last >= 0 && sentence[last] == '?'
}

// moral reports a sentence that says what a story proves: "This demonstrates
// ownership by …", "Shows judgment …".
func (s *scene) moral(n int) bool {
	sentence := s.text.Sentences[n]
	for i := sentence.First; i < min(sentence.Last, sentence.First+moralWithin); i++ {
		if !proves.Has(&s.text.Words[i]) || i+1 < sentence.Last && s.text.Words[i+1].Text == "that" {
			continue
		}
		if i == sentence.First || s.text.Behind(i, ":–—") || moralSubjects.Has(&s.text.Words[i-1]) {
			return true
		}
	}
	return false
}

// moralWithin is among how many words at the start of a sentence its verb stands
// when it tells the moral; a label may stand before it.
const moralWithin = 7

var proves = prose.NewWordSet("shows demonstrates exemplifies illustrates showcases embodies reflects")

var moralSubjects = prose.NewWordSet("this that story example experience situation")

// planned reports whether a match stands behind "I will": it has not happened.
// What was said to somebody is a promise, which has.
func (s *scene) planned(m match) bool {
	words, first := s.text.Words, m.first()
	for i := first - 1; i >= 0 && words[i].Sentence == words[first].Sentence && !s.text.Behind(i+1, ",;:"); i-- {
		word := words[i].Text
		if word == "i'll" || word == "we'll" || word == "will" && i > 0 && (words[i-1].Text == "i" || words[i-1].Text == "we") {
			return !s.reported(i)
		}
	}
	return false
}

// reported reports whether something was done earlier in the sentence of a word:
// "I told them that we will …".
func (s *scene) reported(word int) bool {
	for _, c := range s.text.Clauses() {
		if c.Sentence == s.text.Words[word].Sentence && c.Past && c.Verb < word {
			return true
		}
	}
	return false
}

// habit reports whether a match stands in a clause that tells, in the present,
// what the teller does or believes in general. What is done since an event came
// of it.
func (s *scene) habit(m match) bool {
	c := s.clauseAt(m)
	if c == nil || c.Subject < 0 || c.Past {
		return false
	}
	words := s.text.Words
	if !opinions.Has(&words[c.Verb]) && !s.general(s.text.Sentences[c.Sentence].First, c) {
		return false
	}
	for i := s.text.Sentences[c.Sentence].First; i < m.first(); i++ {
		if lasting.Has(&words[i]) {
			return false
		}
	}
	return true
}

// general reports whether a word between the start of the sentence and the verb of
// a clause makes a habit of it.
func (s *scene) general(first int, c *prose.Clause) bool {
	if usual.Has(&s.text.Words[first]) {
		return true
	}
	for i := c.Subject + 1; i < c.Verb; i++ {
		if usual.Has(&s.text.Words[i]) {
			return true
		}
	}
	return false
}

// opinions are verbs that, in the present, tell no event.
var opinions = prose.NewWordSet("think believe like love enjoy prefer")

// usual are the words that make a habit of what is told in the present.
var usual = prose.NewWordSet("always usually often typically generally normally sometimes frequently never")

// lasting are the words behind which a habit is what an event left behind.
var lasting = prose.NewWordSet("since now today nowadays after afterwards then")
