package principles

import (
	"bytes"
	_ "embed"
	"io"
	"maps"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"
)

// Questions is a collection of what interviewers ask.
type Questions struct {
	Questions      []Question
	Wordings       map[string][]string // what else questions about a principle are made of, by its id
	Probes         map[string][]string // what is asked after a story about a principle, by its id
	GenericProbes  []string            // what is asked after any story
	AskInterviewer []Inquiry
}

// Question is one that an interviewer asks.
type Question struct {
	ID         string // "co-01"
	Text       string
	Principles []string // ids of what it probes, the primary one first
	Kind       QuestionKind
	Levels     []string // where it is usual: "L4" to "L7"
	Roles      []string // short: "sec", "mgr"; "any" for everybody
	Group      string   // principle, generic, security or technical
	Required   bool     // an item of the guide for security engineers
	Domain     string   // "network-security"; of technical questions and of those of the guide
	ProbesFor  string   // what a technical question wants to see
	Theme      string   // of a generic one: "intro", "conflict"
}

// QuestionKind says what form an answer takes.
type QuestionKind string

// The kinds of questions.
const (
	Behavioral  QuestionKind = "behavioral"  // one event of the past
	Situational QuestionKind = "situational" // what would you do
	Habit       QuestionKind = "habit"       // how do you usually
	Technical   QuestionKind = "technical"   // what is, how does it work
)

// Kinds lists the kinds of questions.
var Kinds = []QuestionKind{Behavioral, Situational, Habit, Technical}

// Inquiry is a question for the candidate to ask.
type Inquiry struct{ ID, Theme, Text string }

//go:embed questions.yaml
var questionsYAML []byte

// BuiltinQuestions returns the questions that come with the program, about Amazon's
// principles. They must not be changed.
var BuiltinQuestions = sync.OnceValue(func() *Questions {
	questions, err := ParseQuestions(bytes.NewReader(questionsYAML))
	if err != nil {
		panic(err) // a test rules this out
	}
	return questions
})

// ParseQuestions reads questions in the format of questions.yaml. Every error is a
// [Mistake]: an unknown key, a question without a text, an id given twice.
func ParseQuestions(r io.Reader) (*Questions, error) {
	source, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return nil, yamlMistake(err)
	}
	if len(document.Content) == 0 {
		return nil, &Mistake{Message: "the file is empty; want version: 1 and questions"}
	}
	q, version := &Questions{}, 0
	err = object{
		"version": number(&version), "questions": list(&q.Questions, q.readQuestion),
		"wordings": textsByID(&q.Wordings), "probes": textsByID(&q.Probes), "generic_probes": texts(&q.GenericProbes),
		"ask_the_interviewer": list(&q.AskInterviewer, readInquiry),
	}.read(document.Content[0])
	if err == nil && version != 1 {
		return nil, mistake(document.Content[0], "want version: 1")
	}
	return q, err
}

func (q *Questions) readQuestion(to *Question, node *yaml.Node) error {
	kind := ""
	err := object{
		"id": text(&to.ID), "text": text(&to.Text), "lps": texts(&to.Principles), "kind": text(&kind), "levels": texts(&to.Levels),
		"roles": texts(&to.Roles), "group": text(&to.Group), "required": truth(&to.Required), "domain": text(&to.Domain),
		"probes_for": text(&to.ProbesFor), "theme": text(&to.Theme),
	}.read(node)
	to.Kind = QuestionKind(kind)
	switch {
	case err != nil:
		return err
	case to.ID == "" || to.Text == "":
		return mistake(node, "question wants an id and a text")
	case q.ByID(to.ID) != nil:
		return mistake(node, "question %q is there twice", to.ID)
	case kind == "":
		to.Kind = Behavioral
	case !slices.Contains(Kinds, to.Kind):
		return mistake(node, "unknown kind %q; known are behavioral, situational, habit, technical", kind)
	}
	return nil
}

func readInquiry(to *Inquiry, node *yaml.Node) error {
	err := object{"id": text(&to.ID), "theme": text(&to.Theme), "text": text(&to.Text)}.read(node)
	if err == nil && to.Text == "" {
		return mistake(node, "question wants a text")
	}
	return err
}

// textsByID reads lists of texts by the ids of principles.
func textsByID(to *map[string][]string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		*to = map[string][]string{}
		keys := object{}
		for i := 0; node.Kind == yaml.MappingNode && i+1 < len(node.Content); i += 2 {
			id := node.Content[i].Value
			keys[id] = func(node *yaml.Node) error {
				var list []string
				err := texts(&list)(node)
				(*to)[id] = list
				return err
			}
		}
		return keys.read(node)
	}
}

// With returns the questions with those of another collection behind them. One with
// an id that is there already takes its place.
func (q *Questions) With(more *Questions) *Questions {
	all := &Questions{Questions: slices.Clone(q.Questions), Wordings: maps.Clone(q.Wordings), Probes: maps.Clone(q.Probes),
		GenericProbes: slices.Concat(q.GenericProbes, more.GenericProbes), AskInterviewer: slices.Concat(q.AskInterviewer, more.AskInterviewer)}
	for _, question := range more.Questions {
		if old := all.ByID(question.ID); old != nil {
			*old = question
		} else {
			all.Questions = append(all.Questions, question)
		}
	}
	for id, texts := range more.Wordings {
		all.Wordings[id] = slices.Concat(all.Wordings[id], texts)
	}
	for id, texts := range more.Probes {
		all.Probes[id] = slices.Concat(all.Probes[id], texts)
	}
	return all
}

// ByID returns the question with an id, or nil.
func (q *Questions) ByID(id string) *Question {
	i := slices.IndexFunc(q.Questions, func(other Question) bool { return other.ID == id })
	if i < 0 {
		return nil
	}
	return &q.Questions[i]
}
