package main

import (
	"fmt"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

// round is a way to practise.
type round struct {
	name  string
	tasks func(*session) ([]task, error)
	run   func(*session, *task) error
	whole bool // all tasks, whatever --count says
}

var rounds = []round{
	{"tell", (*session).storyTasks, (*session).tell, false},
	{"recall", (*session).storyTasks, (*session).recall, false},
	{"probe", (*session).storyTasks, (*session).probe, false},
	{"compress", (*session).storyTasks, (*session).compress, false},
	{"screen", (*session).screenTasks, (*session).tell, false},
	{"technical", (*session).technicalTasks, (*session).technical, false},
	{"loop", (*session).loopTasks, (*session).tell, true},
}

func roundNames() (names []string) {
	for _, r := range rounds {
		names = append(names, r.name)
	}
	return names
}

func roundOf(name string) *round {
	i := slices.IndexFunc(rounds, func(r round) bool { return r.name == name })
	if i < 0 {
		return nil
	}
	return &rounds[i]
}

// storyTasks lists the stories, those that want practice most first, each with a
// question of its principle that it was not asked last time.
func (run *session) storyTasks() ([]task, error) {
	var candidates []practice.Candidate
	byID := map[string]*rehearse.Candidate{}
	for _, c := range run.chosen {
		byID[c.Story.ID] = c
		candidates = append(candidates, practice.Candidate{Item: c.Story.ID, Worth: run.worth(c), Ready: float64(c.Readiness.Score) / 100})
	}
	var tasks []task
	for _, next := range practice.Next(candidates, run.memories) {
		c := byID[next.Item]
		tasks = append(tasks, task{story: c, question: run.questionFor(c)})
	}
	return tasks, nil
}

// worth returns how much a story matters for the target, from 1: by the weightiest
// principle that it is for.
func (run *session) worth(c *rehearse.Candidate) float64 {
	most := stories.Other
	for i := range run.set.Principles {
		p := &run.set.Principles[i]
		if proof := c.Evidence.Proof(p.ID); c.Evidence.Declares(p.ID) || proof != nil && proof.Strength >= principles.Solid {
			most = max(most, run.config.Target.Emphasis(p.ID))
		}
	}
	return 1 + float64(most)
}

// principleOf returns the principle that a story is told for, or nil.
func principleOf(c *rehearse.Candidate) *principles.Principle {
	if len(c.Evidence.Declared) > 0 {
		if proof := c.Evidence.Proof(c.Evidence.Declared[0]); proof != nil {
			return proof.Principle
		}
	}
	for i := range c.Evidence.Proofs {
		if proof := &c.Evidence.Proofs[i]; proof.Strength >= principles.Solid {
			return proof.Principle
		}
	}
	return nil
}

// questionFor returns a question for a story, another one each time it is practised;
// nil where no principle is known.
func (run *session) questionFor(c *rehearse.Candidate) *principles.Question {
	p := principleOf(c)
	if p == nil {
		return nil
	}
	return run.questionAbout(p, c)
}

func (run *session) questionAbout(p *principles.Principle, c *rehearse.Candidate) *principles.Question {
	all := run.asker.Questions().Questions
	var about []int
	for i := range all {
		if q := &all[i]; q.Kind == principles.Behavioral && len(q.Principles) > 0 && q.Principles[0] == p.ID {
			about = append(about, i)
		}
	}
	if len(about) == 0 {
		return nil
	}
	n := 0
	if m := run.memories[c.Story.ID]; m != nil {
		n = len(m.Answers)
	}
	return &all[about[n%len(about)]]
}

// screenThemes are what a recruiter asks about.
var screenThemes = []string{"intro", "motivation", "proud", "growth", "ninety-days"}

// screenTasks lists the questions of a screen; where a story of the bank fits, it is
// shown when the answer is over.
func (run *session) screenTasks() ([]task, error) {
	return run.questionTasks(func(q *principles.Question) bool { return slices.Contains(screenThemes, q.Theme) }), nil
}

// technicalTasks lists the technical questions.
func (run *session) technicalTasks() ([]task, error) {
	return run.questionTasks(func(q *principles.Question) bool { return q.Kind == principles.Technical }), nil
}

func (run *session) questionTasks(keep func(*principles.Question) bool) (tasks []task) {
	var candidates []practice.Candidate
	byID := map[string]*principles.Question{}
	all := run.asker.Questions().Questions
	for i := range all {
		if q := &all[i]; keep(q) {
			byID[q.ID] = q
			candidates = append(candidates, practice.Candidate{Item: q.ID, Worth: 1, Ready: 0.5})
		}
	}
	for _, next := range practice.Next(candidates, run.memories) {
		tasks = append(tasks, task{question: byID[next.Item]})
	}
	return tasks
}

// loopTasks lists what star plan plans, of the stories that are chosen.
func (run *session) loopTasks() ([]task, error) {
	slots, err := rehearse.Slots(run.config.Loop, run.set, run.config.Target)
	if err != nil {
		return nil, run.inSettings(err)
	}
	plan := run.asker.Plan(slots, nil)
	for i := range plan.Shortages {
		fmt.Fprintf(run.err, "star: left out: %s\n", cells.Clean(reasonOf(&plan.Shortages[i])))
	}
	var tasks []task
	for i := range plan.Assignments {
		if a := &plan.Assignments[i]; a.Story != nil && slices.Contains(run.chosen, a.Story.Candidate) {
			tasks = append(tasks, task{story: a.Story.Candidate, question: run.questionAbout(a.Principle, a.Story.Candidate), note: ": " + a.Interviewer})
		}
	}
	return tasks, nil
}

// cues returns what may be shown while somebody speaks: the anchors of a story, else
// its figures.
func cues(c *rehearse.Candidate) string {
	if anchors := anchorsOf(c.Story); len(anchors) > 0 {
		return strings.Join(anchors, " · ")
	}
	return figuresOf(c)
}

// titled returns the title of a story, or its id.
func titled(story *star.Story) string {
	if story.Title.Given() {
		return story.Title.Text
	}
	return story.ID
}
