package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// SectionMissing reports a part of STAR that is not there or empty. Forms
// such as CAR and PAR, which say the task elsewhere, miss nothing.
var SectionMissing = &lint.Rule{
	ID:       "STAR101",
	Name:     "section-missing",
	Title:    "section is missing",
	Why:      "STAR is the form Amazon tells candidates to use, and the gap is what an interviewer probes first.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "task: \"\"",
	Good:     "task: I owned the fix and had until Friday to stop the leak.",
	Check: func(p *lint.Pass) {
		if p.Anatomy.Words == 0 {
			return // reported as an empty story
		}
		for _, part := range []star.Part{star.Situation, star.Task, star.Action, star.Result} {
			if p.Anatomy.Sections[part].State == anatomy.Missing {
				reportMissing(p, part)
			}
		}
	},
}

// asks says what each part is for, as the question an interviewer asks.
var asks = map[star.Part]string{
	star.Situation: "say where and when this was, and what was at stake",
	star.Task:      "say what had to be reached and what was yours to do",
	star.Action:    "say what you did, step by step: I + verb + what",
	star.Result:    "say what came of it: how much, compared with before, within which time",
}

func reportMissing(p *lint.Pass, part star.Part) {
	if section := p.Story.Section(part); section != nil {
		p.ReportAt(section, fmt.Sprintf("%s is empty", part), asks[part])
		return
	}
	p.Report(lint.Finding{Span: p.Story.Anchor(), Section: &star.Section{Part: part}, Message: fmt.Sprintf("%s is missing", part), Help: asks[part]})
}
