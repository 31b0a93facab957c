package rules

import (
	"fmt"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// NameGiven reports clients, partners and people by name. It heeds only names that
// a word beside them makes one: a legal form, "client", "my manager"; a capital
// alone is too often a product, a place or a stress.
var NameGiven = &lint.Rule{
	ID:       "STAR501",
	Name:     "name-given",
	Title:    "client, partner or person is named",
	Why:      "A name breaks a confidence and tells the interviewer how theirs would be kept; a role says as much.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Since then I time a suite before our client Brightwell adds to it.",
	Good:     "lesson: Since then I time a suite before a client or my manager adds to it, with Jira in March.",
	Check: func(p *lint.Pass) {
		for _, s := range namesGiven(p) {
			p.ReportIn(s.section, s.match.Range, fmt.Sprintf("%q is named", s.text()), "say the role: a bank, my manager")
		}
	},
}

// namesGiven returns the first place of each name.
func namesGiven(p *lint.Pass) []spot {
	var found []spot
	var seen []string
	for _, section := range parts(p, star.Parts()...) {
		t := section.Prose
		for i := range t.Words {
			first, last := nameAt(t, i)
			if first == last {
				continue
			}
			s := spot{section, prose.Match{Range: prose.Range{Start: t.Words[first].Start, End: t.Words[last-1].End}, First: first, Last: last, Sentence: t.Words[i].Sentence}}
			if name := s.text(); !slices.Contains(seen, name) && !p.Config.Allowed(name) {
				seen, found = append(seen, name), append(found, s)
			}
		}
	}
	return found
}

// nameAt returns the words of a name that word i makes one; none when first is
// last.
func nameAt(t *prose.Text, i int) (first, last int) {
	word := t.Words[i].Text
	switch {
	case legalForms[word] && capital(t, i) && i > 0 && named(t, i-1):
		first = i - 1
		for first > 0 && named(t, first-1) && t.Words[first-1].Sentence == t.Words[i].Sentence && !opens(t, first-1) {
			first--
		}
		return first, i + 1
	case parties[word] || relations[word] && i > 0 && ours[t.Words[i-1].Text] || titles[word] && capital(t, i):
		last = i + 1
		for last < len(t.Words) && t.Words[last].Sentence == t.Words[i].Sentence && named(t, last) && !t.Behind(last, ",.;:(") {
			last++
		}
		if last < len(t.Words) && t.Words[last].Sentence == t.Words[i].Sentence && capital(t, last) && !t.Behind(last, ",.;:(") {
			return i, i // goes on in capitals: a title
		}
		return i + 1, last
	}
	return i, i
}

// named reports whether a word could be a name: one capital, and neither a
// product, an acronym, a month nor a role.
func named(t *prose.Text, i int) bool {
	raw, word := t.Slice(t.Words[i].Range), t.Words[i].Text
	return len(raw) > 2 && capital(t, i) && raw[1:] == strings.ToLower(raw[1:]) && !publicProduct(word) && !knownCapitals[word] && !parties[word] && !relations[word] && !strings.ContainsAny(raw, "'’")
}

var (
	legalForms = set("inc ltd gmbh llc corp corporation plc pty limited")
	parties    = set("client customer vendor supplier partner")
	relations  = set("manager boss colleague coworker teammate director lead supervisor friend mentor mentee intern skip-level recruiter cto ceo ciso cfo vp")
	ours       = set("my our his her their a the former new")
	titles     = set("mr mrs ms dr")

	knownCapitals = set("office january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday english german french spanish chinese japanese hindi american european british indian " +
		"germany france spain italy india china japan europe america asia africa london berlin paris dublin seattle vancouver singapore sydney tokyo success service support satisfaction obsession experience engineering security data product project program operations management relations solutions platform portal team account api id first second the and but with for from what when where who that this these those our your their all new")
)
