package lint

import (
	"fmt"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/readiness"
)

// Result is what Run says of a story.
type Result struct {
	Story       *star.Story
	Anatomy     *anatomy.Anatomy
	Diagnostics []Diagnostic // in the order of Sort
	Evidence    *evidence.Evidence
	Readiness   readiness.Readiness
}

// Run checks a story with every rule that is not off. Findings that the story
// ignores with a reason are left out, and hold its readiness back no more. No
// message repeats a secret that was found.
func Run(story *star.Story, rules []*Rule, config Config) Result {
	result := Result{Story: story, Anatomy: anatomy.Of(story)}
	pass := Pass{Story: story, Anatomy: result.Anatomy, Config: config}
	for _, rule := range rules {
		if pass.severity = config.SeverityOf(rule); pass.severity != Off {
			pass.Rule = rule
			rule.Check(&pass)
			if rule.Final && len(pass.found) > 0 && pass.found[len(pass.found)-1].Rule == rule {
				break
			}
		}
	}
	result.Diagnostics = pass.found
	if len(story.Ignores) > 0 {
		result.Diagnostics = suppress(result.Diagnostics, story, rules, config)
	}
	hideSecrets(story, result.Diagnostics)
	Sort(result.Diagnostics)
	result.Evidence = pass.Evidence()
	result.Readiness = readiness.Of(result.Anatomy, result.Evidence, weighed(result.Diagnostics))
	return result
}

// weighed are findings as the rubric of readiness wants them.
func weighed(found []Diagnostic) []readiness.Finding {
	findings := make([]readiness.Finding, len(found))
	for i, d := range found {
		findings[i] = readiness.Finding{ID: d.Rule.ID, Name: d.Rule.Name, Weight: int(d.Severity - Info), Help: d.Help}
	}
	return findings
}

// suppress drops the findings that the story ignores with a reason and reports
// ignores that hit nothing, when the rule for that is among rules.
func suppress(found []Diagnostic, story *star.Story, rules []*Rule, config Config) []Diagnostic {
	used := map[*Rule]bool{}
	kept := found[:0]
	for _, d := range found {
		if d.Rule != IgnoreInvalid && Ignored(story, d.Rule) {
			used[d.Rule] = true
			continue
		}
		kept = append(kept, d)
	}
	if Lookup(rules, IgnoreUnused.ID) == nil || config.SeverityOf(IgnoreUnused) == Off {
		return kept
	}
	pass := Pass{Rule: IgnoreUnused, Story: story, Config: config, severity: config.SeverityOf(IgnoreUnused)}
	for i, ignore := range story.Ignores {
		rule := Lookup(rules, ignore.Rule.Text)
		if rule == nil || used[rule] || config.SeverityOf(rule) == Off || !ignore.Reason.Given() {
			continue
		}
		pass.Report(Finding{Span: ignore.Rule.Span,
			Message: fmt.Sprintf("ignore of %s hides nothing", ignore.Rule.Text), Help: "delete the line",
			Fix: &Fix{"delete it", story.RemoveIgnore(i)}})
	}
	return append(kept, pass.found...)
}

// Ignored reports whether a story sets the findings of a rule aside, with a reason.
func Ignored(story *star.Story, rule *Rule) bool {
	for _, ignore := range story.Ignores {
		if ignore.Reason.Given() && Lookup([]*Rule{rule}, ignore.Rule.Text) != nil {
			return true
		}
	}
	return false
}
