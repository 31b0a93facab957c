package main

import (
	"slices"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
)

// checkStory runs the rules over a story and keeps the findings to be shown. All
// of them run, whichever are shown: the readiness of a story depends on no flag.
func (p *checkPlan) checkStory(story *star.Story) lint.Result {
	result := p.onlyNew(lint.Run(story, rules.All, p.lint))
	result.Diagnostics = slices.DeleteFunc(result.Diagnostics, func(d lint.Diagnostic) bool {
		return d.Severity < p.show || !slices.Contains(p.ruleset, d.Rule)
	})
	return settle(result)
}

// settle lets go of all of a story that no report needs, so that a large bank
// does not stay in memory.
func settle(result lint.Result) lint.Result {
	var spans []star.Span
	for _, d := range result.Diagnostics {
		spans = append(spans, d.Span)
		for _, related := range d.Related {
			spans = append(spans, related.Span)
		}
		if d.Fix != nil {
			for _, edit := range d.Fix.Edits {
				spans = append(spans, edit.Span)
			}
		}
	}
	excerpt := result.Story.Excerpt(spans...)
	result.Story.Release()
	result.Story = excerpt
	result.Diagnostics = slices.Clone(result.Diagnostics)
	for i := range result.Diagnostics {
		result.Diagnostics[i].Story = result.Story
	}
	result.Anatomy.Steps, result.Evidence = nil, nil
	return result
}
