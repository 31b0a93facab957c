package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// habitMin is how many habits make an account of one's ways out of a story.
const habitMin = 2

// HabitTold reports a story of what is usually done instead of what was done
// once.
var HabitTold = &lint.Rule{
	ID:       "STAR307",
	Name:     "habit-told",
	Title:    "habit is told instead of one event",
	Why:      "Accounts of habits and of oneself score lower than stories (Bangerter et al. 2014).",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "action: |\n  I usually time the tests first because guesses are wrong. I always split a suite into parts. Whenever a colleague is against it, I rebuild his fixtures with him. I then move the copies into memory.",
	Good:     "action: |\n  I always measure first, so I began there. " + steps,
	Check: func(p *lint.Pass) {
		var first *star.Section
		var ranges []prose.Range
		n := 0
		for _, section := range parts(p, star.Situation, star.Action, star.Result) {
			for _, match := range habits().Find(section.Prose) {
				if n++; first == nil {
					first = section
				}
				if section == first {
					ranges = append(ranges, match.Range)
				}
			}
		}
		if n < habitMin || pastSteps(p) >= fewSteps {
			return
		}
		p.Report(lint.Finding{Span: first.Span(ranges[0]), Section: first,
			Message: fmt.Sprintf("%q tells a habit, and so do %d other places", first.Prose.Slice(ranges[0]), n-1),
			Help:    "tell the last time it happened: when, what you did, what came of it", Related: more(first, ranges[1:])})
	},
}

// tellsHabit reports whether the Action says that it tells a habit.
func tellsHabit(p *lint.Pass) bool {
	action := told(p, star.Action)
	return action != nil && len(habits().Find(action.Prose)) >= habitMin
}

// pastSteps counts the steps told in the past: with three of them there is one
// event, whatever habits are told around it.
func pastSteps(p *lint.Pass) int {
	n := 0
	for _, step := range p.Anatomy.Steps {
		if step.Past {
			n++
		}
	}
	return n
}

var habits = list("i always", "i usually", "i typically", "i generally", "i often", "i tend to", "i normally", "i like to", "i try to", "i make sure", "i would usually", "i would always", "i'd usually", "we always", "we usually", "we typically", "whenever i", "whenever", "every time i", "every time", "in general", "as a rule", "my philosophy", "my approach is", "i am the kind of", "i'm the kind of")
