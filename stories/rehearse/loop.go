package rehearse

import (
	"fmt"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/stories"
)

// Slot is one thing that an interviewer asks for.
type Slot struct {
	Interviewer string
	Kind        string // one of [stories.InterviewKinds]
	Principle   *principles.Principle
	emphasis    stories.Emphasis
}

// The kinds of interviews, see [stories.InterviewKinds].
const (
	screen     = "screen"
	technical  = "technical"
	behavioral = "behavioral"
)

// The loops that candidates usually meet: a screen and a phone interview, then four or
// five people, of whom the hiring manager and the bar raiser ask for more principles.
// Technical interviews hold one question about behaviour. The source is guides and
// accounts of candidates, not Amazon: a convention.
var (
	technicalLoop = []stories.Interviewer{
		{Name: "Recruiter", Kind: screen}, {Name: "Phone screen", Kind: technical},
		{Name: "Hiring manager"}, {Name: "Technical 1", Kind: technical}, {Name: "Technical 2", Kind: technical}, {Name: "Peer"}, {Name: barRaiser},
	}
	otherLoop = []stories.Interviewer{
		{Name: "Recruiter", Kind: screen}, {Name: "Phone screen", Kind: screen},
		{Name: "Hiring manager"}, {Name: "Peer"}, {Name: "Partner"}, {Name: barRaiser},
	}
)

// usualLoop returns the loop that a target usually meets.
func usualLoop(target stories.Target) []stories.Interviewer {
	if target.Technical() {
		return technicalLoop
	}
	return otherLoop
}

// usualPrinciples is how many principles an interview of a kind has time for, and
// barRaiser how many that interviewer asks for.
var usualPrinciples = map[string]int{screen: 1, technical: 1, behavioral: 2}

const barRaiser = "Bar raiser"

// Slots lists what the interviewers of a loop ask for, in their order. Who has no
// principles asks for those that the target usually meets and nobody else asks for.
// Without interviewers the loop is the usual one of a target.
func Slots(loop []stories.Interviewer, set *principles.Set, target stories.Target) ([]Slot, error) {
	if len(loop) == 0 {
		loop = usualLoop(target)
	}
	usual := usualFor(set, target)
	asked := make([][]*principles.Principle, len(loop))
	for i, who := range loop {
		var err error
		if asked[i], err = named(set, who.Principles); err != nil {
			return nil, inLoop(who, err)
		}
		usual = slices.DeleteFunc(usual, func(p *principles.Principle) bool { return slices.Contains(asked[i], p) })
	}
	deal(loop, asked, usual, usualFor(set, target))
	var slots []Slot
	for i, who := range loop {
		for _, p := range asked[i] {
			slots = append(slots, Slot{who.Name, kindOf(who), p, target.Emphasis(p.ID)})
		}
	}
	return slots, nil
}

// inLoop says of whom a mistake is, and where that stands in star.yaml, if it does.
func inLoop(who stories.Interviewer, err error) error {
	err = fmt.Errorf("%s: %w", who.Name, err)
	if who.Line == 0 {
		return err
	}
	return &stories.ConfigError{Line: who.Line, Message: err.Error()}
}

// deal gives those who have no principles some, in turn, so that the weightiest are
// spread. Screens come last, and repeat what has been dealt.
func deal(loop []stories.Interviewer, asked [][]*principles.Principle, rest, all []*principles.Principle) {
	if len(all) == 0 {
		return
	}
	open := make([]int, len(loop))
	for i, who := range loop {
		if len(asked[i]) == 0 {
			open[i] = wants(who)
		}
	}
	for dealt := true; dealt; {
		dealt = false
		for _, i := range inTurn(loop) {
			if open[i] == 0 {
				continue
			}
			if len(rest) == 0 {
				rest = all
			}
			asked[i] = append(asked[i], rest[0])
			rest = rest[1:]
			open[i]--
			dealt = true
		}
	}
}

// inTurn orders interviewers for dealing: screens behind all others.
func inTurn(loop []stories.Interviewer) (order []int) {
	for _, screens := range []bool{false, true} {
		for i, who := range loop {
			if (kindOf(who) == screen) == screens {
				order = append(order, i)
			}
		}
	}
	return order
}

func kindOf(who stories.Interviewer) string {
	if who.Kind == "" {
		return behavioral
	}
	return who.Kind
}

// wants returns how many principles an interviewer asks for who is known by name only.
func wants(who stories.Interviewer) int {
	n := usualPrinciples[kindOf(who)]
	if strings.EqualFold(who.Name, barRaiser) {
		n++
	}
	return n
}

// usualFor lists the principles that a target meets, the weightiest first; of a set
// without any, all.
func usualFor(set *principles.Set, target stories.Target) (usual []*principles.Principle) {
	for emphasis := stories.First; emphasis > stories.Other; emphasis-- {
		for i := range set.Principles {
			if p := &set.Principles[i]; target.Emphasis(p.ID) == emphasis {
				usual = append(usual, p)
			}
		}
	}
	if len(usual) == 0 {
		for i := range set.Principles {
			usual = append(usual, &set.Principles[i])
		}
	}
	return usual
}

// named returns the principles that names mean.
func named(set *principles.Set, names []string) (found []*principles.Principle, err error) {
	for _, reference := range set.Resolve(names) {
		if p := set.ByID(reference.ID); p != nil {
			found = append(found, p)
			continue
		}
		if near := set.Nearest(reference.Text); near != nil {
			return nil, fmt.Errorf("%q is no principle; did you mean %q?", reference.Text, near.ID)
		}
		return nil, fmt.Errorf("%q is no principle", reference.Text)
	}
	return found, nil
}
