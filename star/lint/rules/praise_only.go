package rules

import (
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// PraiseOnly reports a Result of approval without an outcome. It speaks beside
// result-thin, since praise is what the writer took for the outcome; where a change
// is told too, if without a figure, it is not.
var PraiseOnly = &lint.Rule{
	ID:       "STAR206",
	Name:     "praise-only",
	Title:    "result is praise and no outcome",
	Why:      "Approval is not an outcome; what changed is.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: Everyone was happy and my manager praised the work.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. My manager praised the work, and customers now get fixes on the day they are written.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if section == nil || p.Anatomy.Sections[star.Result].State != anatomy.Thin || p.Anatomy.Metric {
			return
		}
		if found := praise().Find(section.Prose); len(found) > 0 && len(effects().Find(section.Prose)) == 0 {
			p.ReportIn(section, found[0].Range, "praise is given as the outcome", "say what changed, then who noticed")
		}
	},
}

var praise = list("was happy", "were happy", "was very happy", "were very happy", "so happy", "pleased", "impressed", "loved it", "praised", "congratulated", "thanked me", "great success", "went well", "big success", "huge success",
	"a success", "successful", "well received", "positive feedback", "great feedback", "good feedback", "satisfied", "kudos", "appreciated", "proud")

var effects = list("improved", "improving", "increasing", "reducing", "cutting", "eliminating", "allowed", "allowing", "enabled", "enabling", "united", "stronger", "no longer", "no incidents", "incidents after", "increased", "reduced", "decreased", "grew", "rose", "fell", "dropped", "faster", "fewer", "smoother", "safer", "simpler", "easier", "without causing", "without delaying", "without breaking", "without losing")
