package anatomy

import (
	"starbank/star"
	"starbank/star/prose"
)

// Of takes a story apart.
func Of(story *star.Story) *Anatomy {
	a := &Anatomy{}
	for _, part := range star.Parts() {
		section := story.Section(part)
		verdict := &a.Sections[part]
		if section.Blank() {
			verdict.State = Missing
			continue
		}
		verdict.Words = len(section.Prose.Words)
		a.Words += verdict.Words
		i, we := section.Prose.Persons()
		a.I, a.We = a.I+i, a.We+we
		*verdict = judge(a, story, section, verdict.Words)
	}
	a.coverTask(story)
	return a
}

// coverTask takes a part that the form of the story says elsewhere (the Task
// of CAR, the Situation of PAR) from the section that covers it.
func (a *Anatomy) coverTask(story *star.Story) {
	situation, task := &a.Sections[star.Situation], &a.Sections[star.Task]
	if task.State == Missing && story.TaskCovered() {
		*task = Section{State: situation.State, Level: min(situation.Level, 2)}
	}
	if situation.State == Missing && story.SituationCovered() {
		*situation = Section{State: task.State, Level: min(task.Level, 2)}
	}
}

// Minutes is how long the sections take to say at a rate in words a minute. A
// figure takes as long as two words.
func (a *Anatomy) Minutes(wordsPerMinute int) float64 {
	return float64(a.Words+a.figures) / float64(max(1, wordsPerMinute))
}

func judge(a *Anatomy, story *star.Story, section *star.Section, words int) Section {
	a.figures += len(section.Prose.Numbers)
	var verdict Section
	switch section.Part {
	case star.Situation:
		verdict = situation(section.Prose)
	case star.Task:
		verdict = task(section.Prose)
	case star.Action:
		verdict = a.action(section.Prose)
	case star.Result:
		verdict = a.result(section.Prose)
	case star.Lesson:
		verdict = Section{State: OK, Level: 2}
	}
	verdict.Words = words
	if lack, is := hollow(story, section); is {
		verdict.State, verdict.Hollow, verdict.Lacks = Thin, true, []Lack{lack}
	}
	if verdict.State == Thin {
		verdict.Level = min(verdict.Level, 1)
	}
	return verdict
}

// level is 1 for a section that is there, and one more for each further fact,
// up to 3.
func level(facts ...bool) int {
	n := 1
	for _, is := range facts {
		if is {
			n++
		}
	}
	return min(n, 3)
}

func has(t *prose.Text, lists ...func() *prose.Phrases) bool {
	for _, list := range lists {
		if list().Has(t) {
			return true
		}
	}
	return false
}
