package star

import (
	"strings"
	"unicode"
)

// Part is what a section of a story is for.
type Part uint8

// The parts in the order in which a listener needs them.
const (
	Situation Part = iota
	Task
	Action
	Result
	Lesson
)

// Parts lists all parts in order.
func Parts() []Part { return []Part{Situation, Task, Action, Result, Lesson} }

var partNames = [...]string{"situation", "task", "action", "result", "lesson"}

// String returns the part as it is spelled in front matter and machine output.
func (p Part) String() string { return partNames[p] }

// Title returns the part as a heading.
func (p Part) Title() string { return strings.ToUpper(p.String()[:1]) + p.String()[1:] }

// labels maps the words that people use for a section to its part: the labels
// of STAR, STARR, CAR, CARL, PAR, SOAR, SHARE, PARLA and SBI.
var labels = map[string]Part{
	"situation": Situation, "context": Situation, "background": Situation, "setting": Situation, "scene": Situation,
	"task": Task, "goal": Task, "challenge": Task, "problem": Task, "objective": Task, "responsibility": Task,
	"my role": Task, "obstacle": Task, "hindrance": Task, "complication": Task,
	"action": Action, "actions": Action, "approach": Action, "what i did": Action, "steps": Action,
	"behavior": Action, "behaviour": Action,
	"result": Result, "results": Result, "outcome": Result, "outcomes": Result, "impact": Result, "effect": Result,
	"learning": Lesson, "learnings": Lesson, "lesson": Lesson, "lessons": Lesson, "lessons learned": Lesson,
	"lessons learnt": Lesson, "reflection": Lesson, "reflections": Lesson, "takeaway": Lesson, "takeaways": Lesson,
	"growth": Lesson, "what i learned": Lesson, "what i learnt": Lesson, "retrospective": Lesson,
	"evaluation": Lesson, "application": Lesson,
}

// letters are the labels of one letter, understood in headings only.
var letters = map[string]Part{
	"s": Situation, "c": Situation, "t": Task, "p": Task, "o": Task,
	"a": Action, "b": Action, "r": Result, "i": Result, "l": Lesson,
}

// coversTask lists the labels of forms that have no Task of their own: the
// Context of CAR and CARL, the Problem of PAR and PARLA, the Situation of SBI.
var coversTask = map[string]bool{"context": true, "problem": true, "challenge": true, "background": true}

// PartOf returns the part that a label stands for, in any case and with the
// decoration people give it: "**Situation:**", "2. Task", "Result (R)".
func PartOf(label string) (Part, bool) {
	for _, text := range []string{label, head(label)} {
		word := plainLabel(text)
		if part, ok := labels[word]; ok {
			return part, true
		}
		if part, ok := letters[word]; ok {
			return part, true
		}
	}
	return 0, false
}

// keyPart is PartOf for a key of the front matter, which carries no decoration.
func keyPart(key string) (Part, bool) {
	part, ok := labels[strings.ReplaceAll(strings.ToLower(key), "_", " ")]
	return part, ok
}

// head cuts what people write behind a label: "Action: the rotation".
func head(label string) string {
	if i := strings.IndexAny(label, ":(–—"); i > 0 {
		return label[:i]
	}
	if before, _, ok := strings.Cut(label, " - "); ok {
		return before
	}
	return label
}

// plainLabel strips numbering, marks and emphasis from both ends of a label.
func plainLabel(label string) string {
	label = strings.TrimFunc(label, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.Join(strings.Fields(strings.ToLower(label)), " ")
}
