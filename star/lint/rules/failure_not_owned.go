package rules

import (
	"fmt"
	"slices"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// FailureNotOwned reports a failure that is told as somebody else's or as
// nobody's.
var FailureNotOwned = &lint.Rule{
	ID:       "STAR602",
	Name:     "failure-not-owned",
	Title:    "nothing in the failure is owned",
	Why:      "What is judged is how a mistake is owned; a failure of the team, of a vendor or of fate leaves nothing to judge.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad:      "tags: [failure]\naction: |\n  The vendor delivered the ledger tests late, and the team missed the release for 40 shops. " + steps,
	Good:     "tags: [failure]\n" + ownedFailure,
	Check: func(p *lint.Pass) {
		f := failures.Of(p)
		if f == nil || len(f.losses) == 0 {
			return
		}
		loss, plain := f.main()
		if !plain || ownFailureIn(p.Story.Title.Text) || actsBefore(p, loss) || ownsAny(p) {
			return
		}
		p.Report(lint.Finding{Span: loss.section.Span(loss.match.Range), Section: loss.section, Severity: f.severity(),
			Message: fmt.Sprintf("%q: no sentence says which part of the failure was your own", loss.text()), Help: "say what you decided, did or left undone that led to it"})
	},
}

// actsBefore reports whether the teller does something before a loss or in its
// sentence. What a story tells first is often the fault, in words that no list has:
// "I gave a patient the dose twice".
func actsBefore(p *lint.Pass, loss spot) bool {
	for _, section := range parts(p, star.Parts()...) {
		for _, clause := range section.Prose.Clauses() {
			if section == loss.section && clause.Sentence > loss.match.Sentence {
				return false
			}
			if ownAct(section.Prose, clause) && concrete(section.Prose, clause) {
				return true
			}
		}
		if section == loss.section {
			return false
		}
	}
	return false
}

// concrete reports a clause that tells an act in the past: not what was, was had or
// had to be done.
func concrete(t *prose.Text, clause prose.Clause) bool {
	return clause.Past && !nowStates()[t.Words[clause.Verb].Text]
}

// ownsAny reports whether any section tells a fault of the teller.
func ownsAny(p *lint.Pass) bool {
	return slices.ContainsFunc(parts(p, star.Parts()...), func(s *star.Section) bool { return ownsFault(s.Prose) })
}

// ownsFault reports whether a text tells a fault of its teller: behind an act of
// their own, beside "my", or as what came of what they had just done.
func ownsFault(t *prose.Text) bool {
	for _, clause := range t.Clauses() {
		if ownAct(t, clause) && (clause.Negated || saysFrom(t, clause.Verb, faults()) || wentWrong(t, clause)) {
			return true
		}
	}
	for _, m := range faults().Find(t) {
		if ownedBeside(t, m) {
			return true
		}
	}
	return false
}

// ownAct reports an act of the teller that is not one of finding or mending.
func ownAct(t *prose.Text, clause prose.Clause) bool {
	return clause.Person != prose.We && clause.Verb >= 0 && !ofRepair()[t.Words[clause.Verb].Text]
}

// ofRepair are verbs behind which a fault may be anybody's: "I noticed that the
// vendor had missed it".
var ofRepair = words("told fixed reported noticed saw found discovered identified helped asked heard joined learned learnt restored repaired corrected resolved solved investigated escalated informed analysed analyzed reviewed debugged traced diagnosed stopped prevented caught")

// saysFrom reports whether one of some phrases stands from a word on in its
// sentence.
func saysFrom(t *prose.Text, word int, phrases *prose.Phrases) bool {
	for i := word; i < t.Sentences[t.Words[word].Sentence].Last; i++ {
		if phrases.At(t, i) {
			return true
		}
	}
	return false
}

// ownReach is how many words may lie between a fault and "my" or "mine".
const ownReach = 4

func ownedBeside(t *prose.Text, m prose.Match) bool {
	for i := m.First - ownReach; i < m.Last+ownReach; i++ {
		if mine()[nearby(t, m, i)] {
			return true
		}
	}
	return false
}

// wentWrong reports an act that the next sentence turns into a fault: "I added a
// tool. But it created walls".
func wentWrong(t *prose.Text, clause prose.Clause) bool {
	next := clause.Sentence + 1
	if next >= len(t.Sentences) {
		return false
	}
	first := t.Sentences[next].First
	return turning()[t.Words[first].Text] || leading()[t.Words[first].Text] && saysFrom(t, first, faults())
}

var (
	mine    = words("my mine myself me")
	turning = words("but however unfortunately")
	leading = words("this that it which then later soon so and as")
)
