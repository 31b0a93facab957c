package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// VagueQuantifier reports a word of size in the Result where no figure stands
// in its sentence or a neighbouring one.
var VagueQuantifier = &lint.Rule{
	ID:       "STAR205",
	Name:     "vague-quantifier",
	Title:    "word of size in place of a figure",
	Why:      "Amazon's own advice on writing is to replace adjectives with data.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: |\n  The partner launched in the fifth week. Releases got dramatically faster. Customers now get fixes on the day they are written. The suite went from 50 to 12 minutes.",
	Good:     "result: |\n  The partner launched in the fifth week. Releases got dramatically faster: the suite went from 50 to 12 minutes. Customers now get fixes on the day they are written; before, they waited a week.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil {
			return
		}
		last := -1
		for _, match := range sizes().Find(section.Prose) {
			if match.Sentence == last || figureNear(section.Prose, match.Sentence) {
				continue
			}
			last = match.Sentence
			p.ReportIn(section, match.Range, fmt.Sprintf("%q stands in place of a figure", section.Prose.Slice(match.Range)), "say how much")
		}
	},
}

// figureNear reports whether a sentence or the next one holds a figure; a word
// of size is then its summary.
func figureNear(t *prose.Text, sentence int) bool {
	return hasMetric(t, sentence) || hasMetric(t, sentence+1) || hasMetric(t, sentence-1)
}

// sizes are words of size that say nothing without a figure.
var sizes = list("significant", "significantly", "substantial", "substantially", "dramatic", "dramatically", "considerable", "considerably", "greatly", "huge", "hugely", "massive", "massively",
	"tremendous", "tremendously", "vastly", "drastically", "numerous", "countless", "a lot", "lots of", "plenty of", "a great deal", "much better", "much faster", "way faster", "way better", "far better", "far fewer", "much less", "much more efficient", "many more", "a large number", "a good number", "exponentially", "nearly all", "almost all")
