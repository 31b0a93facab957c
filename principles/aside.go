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

// prompt reports the question of an interviewer, copied above the answer: it
// begins like one, or asks "you" and says nothing of the teller.
func (s *scene) prompt(n int) bool {
	sentence := s.text.Sentences[n]
	words := s.text.Words[sentence.First:sentence.Last]
	if len(words) > 3 && openers[words[0].Text+" "+words[1].Text+" "+words[2].Text] {
		return true
	}
	if !strings.HasSuffix(strings.TrimRight(s.text.Slice(sentence.Range), " *_\t\r\n"), "?") {
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

// moral reports a sentence that says what a story proves: "This demonstrates
// ownership by …", "Shows judgment …".
func (s *scene) moral(n int) bool {
	sentence := s.text.Sentences[n]
	for i := sentence.First; i < min(sentence.Last, sentence.First+moralWithin); i++ {
		if !proves[s.text.Words[i].Text] || i+1 < sentence.Last && s.text.Words[i+1].Text == "that" {
			continue
		}
		if i == sentence.First || s.text.Behind(i, ":–—") || moralSubjects[s.text.Words[i-1].Text] {
			return true
		}
	}
	return false
}

// moralWithin is among how many words at the start of a sentence its verb stands
// when it tells the moral; a label may stand before it.
const moralWithin = 7

var proves = map[string]bool{"shows": true, "demonstrates": true, "exemplifies": true, "illustrates": true, "showcases": true, "embodies": true, "reflects": true}

var moralSubjects = map[string]bool{"this": true, "that": true, "story": true, "example": true, "experience": true, "situation": true}

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
	if !opinions[words[c.Verb].Text] && !s.general(s.text.Sentences[c.Sentence].First, c) {
		return false
	}
	for i := s.text.Sentences[c.Sentence].First; i < m.first(); i++ {
		if lasting[words[i].Text] {
			return false
		}
	}
	return true
}

// general reports whether a word between the start of the sentence and the verb of
// a clause makes a habit of it.
func (s *scene) general(first int, c *prose.Clause) bool {
	if usual[s.text.Words[first].Text] {
		return true
	}
	for i := c.Subject + 1; i < c.Verb; i++ {
		if usual[s.text.Words[i].Text] {
			return true
		}
	}
	return false
}

// opinions are verbs that, in the present, tell no event.
var opinions = map[string]bool{"think": true, "believe": true, "like": true, "love": true, "enjoy": true, "prefer": true}

// usual are the words that make a habit of what is told in the present.
var usual = map[string]bool{"always": true, "usually": true, "often": true, "typically": true, "generally": true, "normally": true, "sometimes": true,
	"frequently": true, "never": true}

// lasting are the words behind which a habit is what an event left behind.
var lasting = map[string]bool{"since": true, "now": true, "today": true, "nowadays": true, "after": true, "afterwards": true, "then": true}
