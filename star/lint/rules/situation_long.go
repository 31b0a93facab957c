package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// Shares of the words of the sections S to R. Guides give the Situation 15 to
// 25 %; applicants in real interviews give it most (Bangerter et al. 2014).
const (
	situationShareMax   = 0.30
	situationShareError = 0.40
	shareMinWords       = 120 // below this a share of words says nothing
)

// SituationLong reports a Situation that takes up the time of the Action.
var SituationLong = &lint.Rule{
	ID:       "STAR107",
	Name:     "situation-long",
	Title:    "situation takes up too much of the story",
	Why:      "The time spent on the setting is taken from the action, which is what is scored.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "situation: |\n  " + longSituation,
	Good:     "title: A situation of a few sentences",
	Check: func(p *lint.Pass) {
		share := shareOf(p, star.Situation)
		if share <= situationShareMax {
			return
		}
		severity := lint.Warning
		if share > situationShareError {
			severity = lint.Error
		}
		section := told(p, star.Situation)
		p.Report(lint.Finding{Span: section.LabelSpan, Section: section, Severity: severity,
			Message: fmt.Sprintf("situation takes %.0f %% of the words; 15 to 25 %% is usual", 100*share),
			Help:    "keep what a stranger needs to see the problem; move the rest to the notes"})
	},
}

// shareOf returns the share of a part in the words of S, T, A and R; it is 0
// where a share says nothing: a short story, or one without Action or Result.
func shareOf(p *lint.Pass, part star.Part) float64 {
	total := 0
	for _, section := range p.Anatomy.Sections[:star.Lesson] {
		total += section.Words
	}
	if total < shareMinWords || told(p, star.Action) == nil || told(p, star.Result) == nil || told(p, part) == nil {
		return 0
	}
	return float64(p.Anatomy.Sections[part].Words) / float64(total)
}

const longSituation = "In March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes. " +
	"The suite had begun as forty files in a folder next to the first service. Each team that joined added its own fixtures, its own runner and its own idea of a clean database. " +
	"Nobody removed anything, since nobody knew which test guarded what. The bank had been founded in a former railway office, and the server room stood where the ticket desk had been. " +
	"Three people had rewritten the runner over the years and each had left a layer behind. The oldest layer spoke to a mail server that had been switched off. " +
	"A second layer copied the whole customer table for each test, and a third one deleted it again with a script that waited ten seconds to be sure. " +
	"Two fixes for customers had already waited a week, and a partner launch was four weeks away."
