package rehearse

import (
	"cmp"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/stories"
)

// Plan gives each slot of a loop a story.
type Plan struct {
	Assignments []Assignment
	Shortages   []Shortage // why slots are empty
}

// Assignment is what is told to one slot.
type Assignment struct {
	Slot
	Story  *Pick // nil where none is left
	Backup *Pick // a story that is told to no slot, or nil
}

// Pick is a story for a slot.
type Pick struct {
	*Candidate
	Proof *principles.Proof
	Told  *stories.Telling // when it was last told where the plan is for, or nil
}

// Shortage is a proof that slots cannot all be filled: they compete for too few stories.
type Shortage struct {
	Principles []*principles.Principle // of the slots, in the order of the loop; as often as they are asked for
	Stories    []*Candidate            // all that count for any of them, one of each event
}

// Plan assigns stories to slots. No story is told twice, and no event: stories of one
// project and date are one event. As many slots as can be get a story; then the
// weakest is as strong as can be; then the sum is. A story told before, where told
// lists it, is taken only where nothing else fits, and counts for none of this. Each slot has a backup as far as
// the other stories go, chosen in the same way.
func (a *Asker) Plan(slots []Slot, told []stories.Telling) Plan {
	t := a.table(slots, told)
	columns := t.assign()
	plan := Plan{Assignments: make([]Assignment, len(slots))}
	for i, slot := range slots {
		plan.Assignments[i] = Assignment{Slot: slot, Story: t.pick(i, columns[i])}
	}
	plan.Shortages = t.shortages(columns)
	t.close(columns)
	for i, column := range t.assign() {
		plan.Assignments[i].Backup = t.pick(i, column)
	}
	return plan
}

// Filled reports whether every slot has a story.
func (p *Plan) Filled() bool { return len(p.Shortages) == 0 }

// Weakest returns the filled slot with the weakest story, or nil.
func (p *Plan) Weakest() (weakest *Assignment) {
	for i := range p.Assignments {
		a := &p.Assignments[i]
		if a.Story != nil && (weakest == nil || a.Story.worth(a.Principle) < weakest.Story.worth(weakest.Principle)) {
			weakest = a
		}
	}
	return weakest
}

// table is what the events of a bank are worth to slots.
type table struct {
	choices
	slots []Slot
	picks [][]*Pick // the best story of each event, or nil
}

func (a *Asker) table(slots []Slot, told []stories.Telling) *table {
	events := a.events()
	t := &table{slots: slots}
	for _, event := range events {
		t.last = append(t.last, lastOf(event, told) != nil)
	}
	for _, slot := range slots {
		values, picks := make([]int, len(events)), make([]*Pick, len(events))
		for j, event := range events {
			picks[j], values[j] = bestOf(event, slot, told)
		}
		t.value, t.picks, t.bonus = append(t.value, values), append(t.picks, picks), append(t.bonus, int(slot.emphasis)*worthOfEmphasis)
	}
	return t
}

// events groups the stories by what they are about.
func (a *Asker) events() (events [][]*Candidate) {
	at := map[string]int{}
	ordered := slices.Clone(a.stories)
	slices.SortStableFunc(ordered, func(x, y *Candidate) int { return cmp.Compare(x.Story.ID, y.Story.ID) })
	for _, c := range ordered {
		key := c.event()
		i, known := at[key]
		if !known {
			i = len(events)
			at[key] = i
			events = append(events, nil)
		}
		events[i] = append(events[i], c)
	}
	return events
}

// event returns what stories about one event share: a project with a date. A story
// that lacks either stands alone.
func (c *Candidate) event() string {
	project, date := strings.ToLower(strings.TrimSpace(c.Story.Project.Text)), strings.TrimSpace(c.Story.Date.Text)
	if project == "" || date == "" {
		return "\x00" + c.Story.Path
	}
	return project + "\x00" + date
}

// bestOf returns the story of an event that serves a slot best, and what it is worth.
func bestOf(event []*Candidate, slot Slot, told []stories.Telling) (best *Pick, most int) {
	last := lastOf(event, told)
	for _, c := range event {
		pick := &Pick{c, c.Evidence.Proof(slot.Principle.ID), last}
		if value := pick.worth(slot.Principle); value > most {
			best, most = pick, value
		}
	}
	return best, most
}

// lastOf returns when an event was last told, or nil.
func lastOf(event []*Candidate, told []stories.Telling) (last *stories.Telling) {
	for i := range told {
		t := &told[i]
		if (last == nil || t.Date > last.Date) && slices.ContainsFunc(event, func(c *Candidate) bool { return c.Story.ID == t.Story }) {
			last = t
		}
	}
	return last
}

// What a story is worth to a slot: above all how far it proves the principle, then
// whether it is filed there, then how ready it is.
const (
	worthOfStrength = 10000
	worthOfPrimary  = 3000
	worthOfDeclared = 2000
	worthOfReady    = 30     // a point of readiness
	worthOfEmphasis = 100000 // where not all slots can be filled, those that weigh most for the role are
)

// worth returns what a story is worth to a slot; 0 where it neither proves the
// principle nor declares it with some words for it.
func (p *Pick) worth(principle *principles.Principle) int {
	declared := p.Evidence.Declares(principle.ID)
	if p.Proof == nil || p.Proof.Strength == principles.None || p.Proof.Strength == principles.Weak && !declared {
		return 0
	}
	value := int(p.Proof.Strength)*worthOfStrength + p.Readiness.Score*worthOfReady
	switch {
	case declared && p.Evidence.Declared[0] == principle.ID:
		value += worthOfPrimary
	case declared:
		value += worthOfDeclared
	}
	return value
}

func (t *table) pick(slot, event int) *Pick {
	if event < 0 {
		return nil
	}
	return t.picks[slot][event]
}

// close takes the events that are told out of the choice.
func (t *table) close(columns []int) {
	for _, column := range columns {
		if column >= 0 {
			for i := range t.value {
				t.value[i][column] = 0
			}
		}
	}
}

// shortages says why slots are empty. Empty slots that compete for the same stories
// have one reason.
func (t *table) shortages(columns []int) (found []Shortage) {
	var groups []contest
	for i, column := range columns {
		if column < 0 {
			rows, few := shortage(t.value, columns, i)
			groups = joined(groups, contest{rows, few})
		}
	}
	for _, g := range groups {
		var s Shortage
		for _, row := range g.rows {
			s.Principles = append(s.Principles, t.slots[row].Principle)
		}
		for _, event := range g.few {
			s.Stories = append(s.Stories, t.any(g.rows, event))
		}
		found = append(found, s)
	}
	return found
}

// contest is slots that compete for too few events.
type contest struct{ rows, few []int }

// joined adds a contest to others, as one with those that share a slot, or that are
// without any event as well.
func joined(groups []contest, c contest) (apart []contest) {
	for _, g := range groups {
		shared := slices.ContainsFunc(g.rows, func(row int) bool { return slices.Contains(c.rows, row) })
		if shared || len(g.few) == 0 && len(c.few) == 0 {
			c = contest{union(g.rows, c.rows), union(g.few, c.few)}
		} else {
			apart = append(apart, g)
		}
	}
	return append(apart, c)
}

func union(a, b []int) []int {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// any returns a story of an event that serves one of some slots.
func (t *table) any(rows []int, event int) *Candidate {
	for _, row := range rows {
		if pick := t.picks[row][event]; pick != nil {
			return pick.Candidate
		}
	}
	return nil
}

// Drop leaves a story out, by its id. It reports whether there was one.
func (a *Asker) Drop(id string) bool {
	n := len(a.stories)
	a.stories = slices.DeleteFunc(a.stories, func(c *Candidate) bool { return c.Story.ID == id })
	return len(a.stories) < n
}

// IDs lists the stories that may be told.
func (a *Asker) IDs() (ids []string) {
	for _, c := range a.stories {
		ids = append(ids, c.Story.ID)
	}
	return ids
}

// Candidates returns the stories that may be told.
func (a *Asker) Candidates() []*Candidate { return a.stories }

// Questions returns the questions that the asker knows.
func (a *Asker) Questions() *principles.Questions { return a.questions }

// Take adds a story even if it is retired.
func (a *Asker) Take(c *Candidate) {
	c.stems = map[string]bool{}
	c.hold(c.Story.Title.Text)
	for _, part := range star.Parts() {
		if section := c.Story.Section(part); !section.Blank() {
			c.hold(section.Prose.Source)
		}
	}
	a.stories = append(a.stories, c)
}
