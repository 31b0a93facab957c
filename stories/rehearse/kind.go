package rehearse

import (
	"slices"
	"strings"

	"starbank/principles"
)

// kindWording is what a question of a kind begins with or holds, in whole words.
type kindWording struct {
	kind     principles.QuestionKind
	opens    bool // it begins so
	wordings []string
}

// kindWordings are looked at from the top; the first that is met decides.
var kindWordings = []kindWording{
	{principles.Situational, true, []string{"imagine", "suppose", "if", "let's say", "say", "what would you", "what if", "how would you handle", "how would you react", "how would you respond", "how would you deal", "how would you convince", "how would you decide"}},
	{principles.Behavioral, true, []string{"tell", "describe", "give", "walk", "share", "when", "have you", "think of", "talk"}},
	{principles.Habit, true, []string{"how do you", "how often do you", "what do you do", "what are you", "what's your approach", "what is your approach"}},
	{principles.Situational, false, []string{"what would you do", "you are asked", "you discover that", "you find out that", "you were asked"}},
	{principles.Behavioral, false, []string{"a time", "time when", "last time", "did you", "were you", "have you", "you have", "you've", "you had", "your career", "your most", "your biggest", "your life", "proudest"}},
	{principles.Technical, true, []string{"what is", "what are", "what does", "what do", "how does", "how do", "how is", "how are", "how would you", "why is", "why are", "why", "explain", "define", "compare", "which"}},
	{principles.Technical, false, []string{"difference between"}},
	{principles.Situational, false, []string{"would you"}},
}

// KindOf tells of which kind a question is by its wording; where that says nothing,
// it asks for an event, as most do.
func KindOf(question string) principles.QuestionKind {
	plain := " " + strings.Join(wordsOf(question), " ") + " "
	for _, kind := range kindWordings {
		if kind.in(plain) {
			return kind.kind
		}
	}
	return principles.Behavioral
}

func (k *kindWording) in(plain string) bool {
	return slices.ContainsFunc(k.wordings, func(wording string) bool {
		if k.opens {
			return strings.HasPrefix(plain, " "+wording+" ")
		}
		return strings.Contains(plain, " "+wording+" ")
	})
}

// Shape says what form an answer to a kind of question takes.
func Shape(kind principles.QuestionKind) string {
	return shapes[kind]
}

var shapes = map[principles.QuestionKind]string{
	principles.Behavioral:  "one event, told once: situation and task in a fifth of the time, what you did in three fifths, the result with its figure, the lesson in a sentence",
	principles.Situational: "the goal and what you would ask first, the steps with their reasons, then \"I have met this before\" and the story in three sentences",
	principles.Habit:       "what you do as a rule, in two sentences, then the latest time you did it, told as a story",
	principles.Technical:   "the answer in a sentence, how it works, where it fails, and in one sentence where you used it",
}
