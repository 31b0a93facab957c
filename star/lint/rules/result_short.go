package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// Guides give the Result 10 to 20 % of the answer.
const (
	resultShareMin = 0.10
	resultWordsMin = 20
)

// ResultShort reports a Result of a few words. One with a figure, a baseline
// and a time frame says enough, and the rule stays a suggestion.
var ResultShort = &lint.Rule{
	ID:       "STAR109",
	Name:     "result-short",
	Title:    "result is too short",
	Why:      "The result is the last thing that is heard and the first that is written down.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "result: Releases took 12 minutes within a month.",
	Good:     "title: A result of two sentences or more",
	Check: func(p *lint.Pass) {
		words := p.Anatomy.Sections[star.Result].Words
		share := shareOf(p, star.Result)
		if isThin(p, star.Result) || words >= resultWordsMin && (share == 0 || share >= resultShareMin) {
			return
		}
		severity := lint.Warning
		if p.Anatomy.Metric && p.Anatomy.Baseline && p.Anatomy.Timeframe {
			severity = lint.Info
		}
		section := told(p, star.Result)
		p.Report(lint.Finding{Span: section.LabelSpan, Section: section, Severity: severity,
			Message: fmt.Sprintf("result is %d words long", words),
			Help:    "add what it meant for customers or the business, and what has lasted"})
	},
}
