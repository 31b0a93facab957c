package review

import (
	"slices"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// waits lists the rules that ask for more of a section only when it is there and not
// thin, with the sections that they wait for.
var waits = map[string][]star.Part{
	"action-few-steps":    {star.Action},
	"action-no-reason":    {star.Action},
	"result-no-baseline":  {star.Result},
	"result-no-effect":    {star.Result},
	"result-no-metric":    {star.Result},
	"result-no-timeframe": {star.Result},
	"result-short":        {star.Result},
	"story-short":         {star.Situation, star.Task, star.Action, star.Result},
	"task-not-own":        {star.Task},
}

// uncover takes from what a revision brought the findings that it only brought to
// light: a section that was thin is not yet what it should be.
func uncover(old, new *Version, come []lint.Diagnostic) (brought, uncovered []lint.Diagnostic) {
	for _, d := range come {
		if old != nil && slices.ContainsFunc(waits[d.Rule.Name], func(part star.Part) bool { return filled(old, new, part) }) {
			uncovered = append(uncovered, d)
		} else {
			brought = append(brought, d)
		}
	}
	return brought, uncovered
}

// filled reports whether a section was missing or thin and is no more.
func filled(old, new *Version, part star.Part) bool {
	return old.Anatomy.Sections[part].State != anatomy.OK && new.Anatomy.Sections[part].State == anatomy.OK
}
