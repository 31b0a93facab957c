// Package anatomy says what each section of a story holds and what it lacks,
// judged by content before length: a Situation wants a place, a time and
// something at stake, a Task a duty or a goal, an Action two concrete own
// steps, a Result a concrete outcome.
//
// [Of] is the entry. The verdicts are facts for rules and reports to phrase;
// the package reports nothing itself.
package anatomy

import "starbank/star/prose"

// State is the verdict on a section.
type State string

// The states of a section.
const (
	Missing State = "missing" // not there, or empty
	Thin    State = "thin"    // there, without the content it is for
	OK      State = "ok"
)

// Lack is something a section does not say and the question that asks for it.
type Lack struct{ What, Ask string }

// Section is the verdict on one part of a story.
type Section struct {
	State  State
	Words  int
	Level  int    // 0 absent, 1 asserted, 2 specific, 3 specific and checkable
	Hollow bool   // words are strung together and tell nothing
	Lacks  []Lack // what is missing, the most important first; also set on sections that are ok
}

// Anatomy is what a story holds.
type Anatomy struct {
	Sections  [5]Section     // by star.Part
	Words     int            // of all sections, as spoken
	I, We     int            // tokens of the teller in all sections
	Steps     []prose.Clause // of the Action: the concrete acts of the teller, or of the team
	Soft      int            // further acts of the teller that do not say what was done: "led", "supported"
	Metric    bool           // the Result holds a figure that measures an outcome
	Baseline  bool           // ... with what it was before
	Timeframe bool           // ... and when or within which time

	figures int // spoken as two words each
}
