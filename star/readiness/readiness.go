// Package readiness says how far a story is from being told in an interview: one
// number from 0 to 100, from a rubric of five parts with described levels. A
// described level is what makes two readers agree, so no number goes without
// its parts.
//
// The weights, the caps and the bands are conventions of this project; Amazon
// publishes no scale. [Of] is the entry. Mending a finding never lowers a
// readiness: a finding only ever holds a part back.
package readiness

import (
	"fmt"
	"slices"

	"starbank/star/anatomy"
	"starbank/star/evidence"
)

// Part is one line of the rubric.
type Part uint8

// The parts in the order they are shown.
const (
	Structure Part = iota
	Action
	Result
	Principle
	Delivery
	parts
)

var partNames = [parts]string{"structure", "own action", "result", "principle", "delivery"}

// String returns the name of the part, in lower case.
func (p Part) String() string { return partNames[p] }

// Verdict is the level that a part reaches.
type Verdict struct {
	Part  Part
	Of    string // what is judged, where that is not plain: the principle
	Level int    // 0 to 3, as Anchor describes
	Ask   string // what would raise it; empty at level 3
	In    string // what Ask is about, where that is not the part: a section, a principle
}

// Anchor describes the level in words.
func (v Verdict) Anchor() string {
	if v.Of != "" {
		return v.Of + ": " + anchors[v.Part][v.Level]
	}
	return anchors[v.Part][v.Level]
}

// Readiness is the verdict on a story.
type Readiness struct {
	Score  int    // 0 to 100
	Held   string // what keeps the score below the sum of its parts, or ""
	Parts  [parts]Verdict
	Event  bool   // something is told that happened once and that the teller did
	Errors int    // findings that nearly every interviewer would object to
	Mend   string // what the first of them asks for
}

// Finding is what the rubric wants to know of a finding.
type Finding struct {
	ID, Name string // of its rule
	Weight   int    // 0 for a suggestion, 1 for a warning, 2 for an error
	Help     string
}

// The scores from which on a story is in a band.
const (
	ReadyToTell = 85
	NearlyReady = 70
	OnTheWay    = 50
)

// The bands of the score, each named by what is to be done next.
var bands = []struct {
	from int
	name string
}{{ReadyToTell, "ready to tell"}, {NearlyReady, "nearly ready"}, {OnTheWay, "on the way"}, {0, "a draft"}}

// Band names the band of the score.
func (r Readiness) Band() string {
	for _, band := range bands {
		if r.Score >= band.from {
			return band.name
		}
	}
	return bands[len(bands)-1].name
}

// The share of each part in the score. What the teller did and what came of it
// decide an answer; how it is said decides least.
var shares = [parts]int{Structure: 20, Action: 30, Result: 25, Principle: 15, Delivery: 10}

// limit is the highest score while something holds.
type limit struct {
	most   int
	reason string
	holds  func(*Readiness) bool
}

// caps are what keeps a score down whatever else is good, the lowest first: a part
// without which there is no answer, a text that tells no event, and a finding that
// nearly every interviewer would object to.
var caps = []limit{
	{39, "Action or Result is missing or says nothing", func(r *Readiness) bool { return r.Parts[Structure].Level == 0 }},
	{39, "no step is the teller's own", func(r *Readiness) bool { return r.Parts[Action].Level == 0 }},
	{39, "nothing came of it", func(r *Readiness) bool { return r.Parts[Result].Level == 0 }},
	{49, "no event of the teller's own is recognised", func(r *Readiness) bool { return !r.Event }},
	{69, "an error stands", func(r *Readiness) bool { return r.Errors > 0 }},
}

// Of judges a story by what it holds, what it proves, and what was found in it.
func Of(a *anatomy.Anatomy, e *evidence.Evidence, found []Finding) Readiness {
	r := Readiness{Event: e.Event()}
	for part, judge := range judges {
		r.Parts[part] = judge(a, e)
		r.Parts[part].Part = Part(part)
	}
	r.hold(found, primaryName(e))
	r.Score, r.Held = r.score()
	return r
}

// score adds the levels up by their shares, and says what keeps the sum down.
func (r *Readiness) score() (score int, held string) {
	sum := 0
	for part, verdict := range r.Parts {
		sum += shares[part] * verdict.Level
	}
	score = (sum + 1) / 3
	for _, cap := range caps {
		if score > cap.most && cap.holds(r) {
			return cap.most, cap.reason
		}
	}
	return score, ""
}

// Step is something that would raise the score.
type Step struct {
	Gain int    // points, if it is done and nothing else
	Do   string // what to do
}

// next is how many steps are proposed: more than two are not taken.
const next = 2

// Next returns the two steps that would raise the score most, what brings more
// first. Where two things hold the score down, no step alone raises it.
func (r Readiness) Next() []Step {
	var steps []Step
	if r.Errors > 0 {
		steps = append(steps, r.step(fmt.Sprintf("mend the %s: %s", errors(r.Errors), r.Mend), func(r *Readiness) { r.Errors = 0 }))
	}
	for part, verdict := range r.Parts {
		if verdict.Ask != "" && !r.asked(verdict.Ask, part) {
			steps = append(steps, r.step(verdict.where()+": "+verdict.Ask, func(r *Readiness) { r.answer(verdict.Ask) }))
		}
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return b.Gain - a.Gain })
	return steps[:min(next, len(steps))]
}

// where says what an Ask is about.
func (v Verdict) where() string {
	if v.In != "" {
		return v.In
	}
	return v.Part.String()
}

// asked reports whether one of the first n parts asks for the same.
func (r *Readiness) asked(ask string, n int) bool {
	return slices.ContainsFunc(r.Parts[:n], func(v Verdict) bool { return v.Ask == ask })
}

// answer raises every part that asks for the same.
func (r *Readiness) answer(ask string) {
	for i := range r.Parts {
		if r.Parts[i].Ask == ask {
			r.Parts[i].Level++
		}
	}
}

// step says what a change of one thing brings.
func (r Readiness) step(do string, change func(*Readiness)) Step {
	before := r.Score
	change(&r)
	after, _ := r.score()
	return Step{after - before, do}
}

func errors(n int) string {
	if n == 1 {
		return "error"
	}
	return fmt.Sprintf("%d errors", n)
}
