package anatomy

import (
	"strings"

	"starbank/star/prose"
)

// A Task shorter than this many words cannot name a duty and its object.
const dutyWords = 3

// task asks for a goal or a duty of the teller.
func task(t *prose.Text) Section {
	i, we := t.Persons()
	own := i > 0 || ordered(t)
	goal := has(t, goals) || ordered(t)
	s := Section{State: OK, Level: level(own && goal, own && goal && measured(t))}
	if !goal {
		s.lack("a goal", "say what had to be reached, and by when")
	}
	if !own {
		s.lack("a duty", "say what was yours to do")
	}
	if len(t.Words) < dutyWords || !goal && !duty(t) || we+i == 0 && !goal {
		s.State = Thin
	}
	return s
}

// ordered reports whether the text starts with the bare verb of an order, as
// notes do: "Find the cause", "As the engineer on call, find it".
func ordered(t *prose.Text) bool {
	first := 0
	if len(t.Words) > 0 && t.Words[0].Text == "as" {
		for i := 1; i < min(len(t.Words), roleWords) && first == 0; i++ {
			if t.Behind(i, ",") {
				first = i
			}
		}
	}
	if first+1 < len(t.Words) && strings.HasSuffix(t.Words[first].Text, "ly") {
		first++ // "proactively design"
	}
	return first < len(t.Words) && orders().At(t, first)
}

// roleWords is how long the role before an order may be.
const roleWords = 9

// duty reports whether the text says what the teller held or did, even where
// it names no goal. A belief is neither.
func duty(t *prose.Text) bool { return has(t, duties) || len(steps(t)) > 0 }

// measured reports whether a goal can be checked: a figure or a date in it.
func measured(t *prose.Text) bool {
	for _, n := range t.Numbers {
		if n.Metric() || n.Kind == prose.Date {
			return true
		}
	}
	return false
}
