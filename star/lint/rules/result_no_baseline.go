package rules

import (
	"slices"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// ResultNoBaseline reports a Result that gives a level and not what it was before.
// What was saved, fixed or reached by many had no before, and a distance in time
// has none.
var ResultNoBaseline = &lint.Rule{
	ID:       "STAR202",
	Name:     "result-no-baseline",
	Title:    "result has no baseline",
	Why:      "An after without a before cannot be judged.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: |\n  The suite takes 12 minutes since the end of April and the partner launched on time. Customers get their fixes on the day they are written, and 9 teams have taken the split runner over.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers get their fixes on the day they are written, and 9 teams have taken the split runner over.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if isThin(p, star.Result) || !p.Anatomy.Metric || p.Anatomy.Baseline || byPercent(section) {
			return
		}
		figures := section.Prose.Figures()
		if slices.ContainsFunc(figures, func(f prose.Figure) bool { return f.Role == prose.Supposed }) {
			return // "four hours and not six days"
		}
		if i := slices.IndexFunc(figures, func(f prose.Figure) bool { return isLevel(section.Prose, &f) }); i >= 0 {
			p.ReportIn(section, figures[i].Range, "result has no baseline", "say what it was before: from X to Y")
		}
	},
}

// isLevel reports a figure that says how high something is, has become, or by how
// much it changed, rather than how much was done.
func isLevel(t *prose.Text, f *prose.Figure) bool {
	switch {
	case f.Role == prose.After, f.Role == prose.By:
		return true
	case f.Role != prose.State:
		return false
	case f.Verb >= 0 && f.Kind == prose.Money:
		return costs().At(t, f.Verb)
	case f.Verb >= 0:
		return (f.Kind == prose.Duration || spans[f.Per]) && holds().At(t, f.Verb)
	}
	return f.Kind == prose.Duration && !f.Subject.Empty() && f.Subject.Last <= f.First
}

// holds are the verbs of what is so, and costs those of what is paid for it.
var (
	holds = list("is", "are", "was", "were", "be", "take*", "took", "last*", "run*", "ran", "need*", "require*", "stay*", "remain*", "average*", "get*", "got", "has", "have", "had", "see*", "saw")
	costs = list("cost*", "spend*", "spent", "pay*", "paid")
	spans = map[string]bool{"second": true, "minute": true, "hour": true, "day": true, "week": true, "month": true, "quarter": true, "year": true}
)
