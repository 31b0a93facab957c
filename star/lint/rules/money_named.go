package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// MoneyNamed reports an exact amount in one sentence with a named party. Ranges
// and estimates are no figures of a contract.
var MoneyNamed = &lint.Rule{
	ID:       "STAR504",
	Name:     "money-named",
	Title:    "exact amount stands beside a named party",
	Why:      "What a named client pays is theirs to tell; a magnitude proves the point as well.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Our client Brightwell paid $48,000 for it. Since then I time a suite before I add to it.",
	Good:     "lesson: A client paid $48,000 for it. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		for _, section := range parts(p, star.Parts()...) {
			t := section.Prose
			for k, n := range t.Numbers {
				if n.Kind != prose.Money || estimated(t, k) {
					continue
				}
				if name := partyIn(p, section, n.Sentence); name != "" {
					p.ReportIn(section, n.Range, fmt.Sprintf("%q stands beside %s", t.Slice(n.Range), quotedName(name)), "take the name out, or give a magnitude: five figures")
				}
			}
		}
	},
}

// partyIn returns the first party that a sentence names, by its own words or as
// one that star.yaml denies.
func partyIn(p *lint.Pass, section *star.Section, sentence int) string {
	t := section.Prose
	s := t.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		if first, last, how := nameAt(t, i); how == party {
			if name := t.Source[t.Words[first].Start:t.Words[last-1].End]; !p.Config.Allowed(name) {
				return name
			}
		}
	}
	for _, name := range p.Config.Deny {
		if len(FindName([]byte(t.Slice(s.Range)), name)) > 0 {
			return name
		}
	}
	return ""
}

// estimated reports an amount that is rounded by its words, or one end of a range.
func estimated(t *prose.Text, k int) bool {
	n := t.Numbers[k]
	before, behind := strings.TrimRight(t.Source[:n.Start], " "), strings.TrimLeft(t.Source[n.End:], " ")
	for _, mark := range [...]string{"~", "≈", "<", ">", "-", "–", "—"} {
		if strings.HasSuffix(before, mark) && (mark != "—" || !strings.HasSuffix(t.Source[:n.Start], " ")) {
			return true
		}
	}
	for _, mark := range [...]string{"+", "-", "–"} {
		if strings.HasPrefix(t.Source[n.End:], mark) && behind != "" {
			return true
		}
	}
	if strings.ContainsAny(t.Slice(n.Range), "-–") {
		return true
	}
	if n.First > t.Sentences[n.Sentence].First && estimates.Has(&t.Words[n.First-1]) {
		return true
	}
	return between(t, k)
}

// between reports an amount of "between $40,000 and $60,000".
func between(t *prose.Text, k int) bool {
	first := t.Sentences[t.Numbers[k].Sentence].First
	for i := t.Numbers[k].First - 1; i >= max(first, t.Numbers[k].First-4); i-- {
		if t.Words[i].Text == "between" {
			return true
		}
	}
	return false
}

var estimates = prose.NewWordSet("about around approximately roughly nearly almost over under than to some estimated circa least most")
