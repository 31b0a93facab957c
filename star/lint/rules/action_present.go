package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// A step now and then in the present is a way of telling; a third of them, and at
// least three, is another story.
const (
	presentShare = 0.3
	presentLeast = 3
)

// ActionPresent reports an Action told in the present or the future.
var ActionPresent = &lint.Rule{
	ID:       "STAR309",
	Name:     "action-present",
	Title:    "action is told in the present",
	Why:      "A past event is asked for; the present sounds like what one does in general, or would do.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "action: |\n  I look at every test, because one in ten takes most of the time. I decide to split the suite into eight parts. I sit down with a colleague. I rebuild his fixtures. I move the copies into memory. I tell the leads what is left.",
	Good:     "action: |\n  I know the ledger well, so I began there. " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil {
			return
		}
		var present []prose.Range
		all := 0
		for _, clause := range section.Prose.Clauses() {
			if clause.Person != prose.I || clause.Subject < 0 || clause.Negated {
				continue
			}
			if all++; !clause.Past && acts(section.Prose, clause) {
				present = append(present, prose.Range{Start: section.Prose.Words[clause.Subject].Start, End: section.Prose.Words[clause.Verb].End})
			}
		}
		if len(present) < presentLeast || float64(len(present)) <= presentShare*float64(all) || tellsHabit(p) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(present[0]), Section: section,
			Message: fmt.Sprintf("action tells %d of %d steps in the present", len(present), all), Help: "tell what you did: I measured, I split, I told", Related: more(section, present[1:])})
	},
}

// acts reports whether the verb of a clause in the present tells an act: "I look",
// but not "I think", "I would", "I own the service", nor a form that may be past,
// nor the i of code.
func acts(t *prose.Text, c prose.Clause) bool {
	verb := t.Words[c.Verb].Text
	return t.Words[c.Subject].Text == "i" && !t.Behind(c.Subject+1, "=<>[](){};+-") && plainWord(verb) && !t.Words[c.Verb].Cased() && !nowStates()[verb] && !eitherTense()[verb] && !strings.HasSuffix(verb, "ed")
}

var (
	// nowStates are verbs that say how things are at the telling, and auxiliaries.
	nowStates = words("am was were be is are have had has can could would should might may must will do thought think believe knew know felt feel wanted want needed need mean like love hope guess suppose remember recall saw see understand " +
		"own lead manage use work speak live care agree admit regret enjoy prefer tend consider expect trust doubt wish assume imagine kind just still also")
	// eitherTense are verbs with one form for both that are too rare to be read as past.
	eitherTense = words("beat broadcast burst cast dove fit forecast input knit offset reset rid shed thrust upset wet")
)
