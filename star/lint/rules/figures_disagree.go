package rules

import (
	"fmt"
	"math"

	"starbank/star/lint"
	"starbank/star/prose"
)

// Rounding that passes: a point of percent, or a twentieth of the change.
const (
	roundingPoints   = 1.0
	roundingRelative = 0.05
)

// FiguresDisagree reports a stated change that is not the change between the
// two figures of its sentence, and a fall by more than all there was.
var FiguresDisagree = &lint.Rule{
	ID:       "STAR207",
	Name:     "figures-disagree",
	Title:    "figures do not add up",
	Why:      "A follow-up question does the sum, and one wrong figure takes the others with it.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "title: Brought a test suite from 50 to 40 minutes\nresult: |\n  We cut the suite by 60 % from 50 to 40 minutes within five weeks. Customers now get fixes on the day they are written, and the partner launched on time.",
	Good:     "title: Brought a test suite from 50 to 40 minutes\nresult: |\n  We cut the suite by 20 % from 50 to 40 minutes within five weeks. Customers now get fixes on the day they are written, and the partner launched on time.",
	Check: func(p *lint.Pass) {
		for _, section := range p.Story.Sections {
			t := section.Prose
			for _, change := range t.Changes() {
				if change.From < 0 || change.To < 0 {
					continue
				}
				if stated, want, ok := contradiction(t, change); ok {
					p.ReportIn(section, stated.Range, fmt.Sprintf("%s is stated, but from %s to %s is %.0f %%",
						t.Slice(stated.Range), t.Slice(t.Numbers[change.From].Range), t.Slice(t.Numbers[change.To].Range), want), "check the three figures")
				}
			}
			overAll(p, section.Prose, func(r prose.Range, text string) {
				p.ReportIn(section, r, fmt.Sprintf("%s is more than all there was", text), "a fall ends at 100 %; say what it was and what it is")
			})
		}
	},
}

// contradiction finds a change in percent, next to a pair of figures in one
// sentence, that is not the change between them. It speaks only when the
// sentence holds one pair and one percentage: with more, which belongs to
// which is a guess.
func contradiction(t *prose.Text, change prose.Change) (stated prose.Number, want float64, ok bool) {
	from, to := t.Numbers[change.From], t.Numbers[change.To]
	if from.Kind == prose.Percent || to.Kind == prose.Percent || from.Value == 0 || from.Kind == prose.Date || from.Unit != to.Unit && from.Unit != "" && to.Unit != "" {
		return stated, 0, false
	}
	n := 0
	for i, number := range t.Numbers {
		if number.Sentence != change.Sentence || i == change.From || i == change.To || !number.Metric() {
			continue
		}
		if number.Kind != prose.Percent && number.Kind != prose.Duration {
			return stated, 0, false
		}
		if number.Kind == prose.Percent {
			stated, n = number, n+1
		}
	}
	want = 100 * math.Abs(to.Value-from.Value) / from.Value
	off := math.Abs(stated.Value - want)
	return stated, want, n == 1 && changed(t, stated) && off > roundingPoints && off > roundingRelative*want
}

// changed reports whether a percentage is said to be a change: "by 60 %", "a
// 60 % reduction", "60 % faster".
func changed(t *prose.Text, n prose.Number) bool {
	for i := max(0, n.First-2); i < min(len(t.Words), n.First+5); i++ {
		if changes().At(t, i) {
			return true
		}
	}
	return false
}

var (
	changes = list("by", "reduc*", "decreas*", "increas*", "drop*", "faster", "less", "fewer", "improve*", "cut", "saving", "gain", "growth")
	falls   = list("reduced", "reducing", "decreased", "cut", "lowered", "reduction", "decrease", "dropped", "fell")
)

// overAll yields percentages above 100 by which something is said to fall.
func overAll(p *lint.Pass, t *prose.Text, yield func(prose.Range, string)) {
	for _, n := range t.Numbers {
		if n.Kind != prose.Percent || n.Value <= 100 || !bySentence(t, n) {
			continue
		}
		yield(n.Range, t.Slice(n.Range))
	}
}

// bySentence reports whether the words right before a figure say that
// something fell by it.
func bySentence(t *prose.Text, n prose.Number) bool {
	if n.First < 1 || t.Words[n.First-1].Text != "by" {
		return false
	}
	sentence := t.Sentences[n.Sentence]
	for i := max(sentence.First, n.First-8); i < n.First; i++ {
		if falls().At(t, i) {
			return true
		}
	}
	return false
}
