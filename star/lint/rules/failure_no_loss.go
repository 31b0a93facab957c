package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
)

// FailureNoLoss reports a story that is filed as a failure and in which nothing
// goes wrong.
var FailureNoLoss = &lint.Rule{
	ID:       "STAR601",
	Name:     "failure-no-loss",
	Title:    "story of failure tells no loss",
	Why:      "A success in disguise, or a slip without consequences, reads as if the question had been dodged. An error where words make a success of it; else a question, since a loss is told in many ways.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad: "tags: [failure]\nsituation: |\n  In March 2025 our payment team at a small bank ran a test suite of 50 minutes. A partner launch was four weeks away.\n" +
		"action: |\n  I timed every test with two colleagues and split the suite into eight parts, because one database served them all. I cared so much about it that I worked through three weekends. I rebuilt the fixtures and compared the results row by row. I told the leads every Friday what was left.",
	Good: "tags: [failure]\n" + ownedFailure,
	Check: func(p *lint.Pass) {
		f := failures.Of(p)
		if f == nil || len(f.losses) > 0 {
			return
		}
		finding := lint.Finding{Span: failureTag(p.Story), Severity: lint.Info, Message: "what was lost by it? the story is filed as a failure",
			Help: "say what was lost, late, broken or hurt, or file it as something else"}
		if boast := boastIn(p); boast != "" {
			finding.Severity, finding.Message = lint.Off, fmt.Sprintf("story is filed as a failure, tells no loss and says %q", boast)
		}
		if finding.Severity == lint.Off || !ownsAny(p) {
			p.Report(finding)
		}
	},
}

// boastIn returns the first words that make the failure of a story a success, or
// "".
func boastIn(p *lint.Pass) string {
	for _, section := range parts(p, star.Parts()...) {
		for _, m := range boasts().Find(section.Prose) {
			if !precededBy(section.Prose, m, 3, denials) {
				return section.Prose.Slice(m.Range)
			}
		}
	}
	return ""
}

// ownedFailure is a failure in keys of a front matter: an own fault with its loss,
// how it was put right and what changed.
const ownedFailure = "action: |\n  I had let the ledger tests into every build without timing them, and a release for 40 shops went out two days late. I told the leads that it was my mistake. " + steps

// failureTag returns where a story is filed as a failure.
func failureTag(story *star.Story) star.Span {
	for _, tag := range story.Tags {
		if strings.EqualFold(tag.Text, "failure") {
			return tag.Span
		}
	}
	return story.Anchor()
}
