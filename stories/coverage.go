package stories

import (
	"cmp"
	"slices"
	"time"

	"starbank/principles"
	"starbank/star"
)

// Status says how well a bank covers a principle.
type Status string

// The states of a principle in a bank.
const (
	Covered Status = "covered" // as many stories as the target wants
	Thin    Status = "thin"    // fewer, or only declared
	Gap     Status = "gap"     // none
)

// Coverage is how well a bank covers the principles of a set for a target.
type Coverage struct {
	Target     Target
	Set        *principles.Set
	Stories    []Profile        // those that are not retired, by id
	Principles []PrincipleCover // in the order of the set
	Findings   []Finding
}

// PrincipleCover is how well one principle is covered.
type PrincipleCover struct {
	Principle *principles.Principle
	Status    Status
	Emphasis  Emphasis
	Stories   []int // indexes into Coverage.Stories: those that prove or declare it, the best first
	Counted   int   // how many of them count
	Wanted    int   // how many it wants
	Needed    int   // how many more
}

// Cover says how well stories cover a set for a target. Retired stories count for
// nothing. Now is the day by which stories are old.
func Cover(profiles []Profile, set *principles.Set, target Target, now time.Time) *Coverage {
	c := &Coverage{Target: target, Set: set}
	for _, p := range profiles {
		if p.Status != star.Retired {
			c.Stories = append(c.Stories, p)
		}
	}
	slices.SortStableFunc(c.Stories, func(a, b Profile) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Path, b.Path)) })
	for i := range set.Principles {
		c.Principles = append(c.Principles, c.cover(i))
	}
	for _, rule := range Rules {
		for _, finding := range rule.check(c, now) {
			finding.Rule = rule
			finding.Severity = cmp.Or(finding.Severity, rule.Severity)
			c.Findings = append(c.Findings, finding)
		}
	}
	return c
}

// cover looks at the principle at one place of the set.
func (c *Coverage) cover(i int) PrincipleCover {
	p := &c.Set.Principles[i]
	cover := PrincipleCover{Principle: p, Status: Gap, Emphasis: c.Target.Emphasis(p.ID)}
	for k := range c.Stories {
		story := &c.Stories[k]
		if story.Counts(c.Set, i) {
			cover.Counted++
		} else if !story.Declares(p.ID) {
			continue
		}
		cover.Stories = append(cover.Stories, k)
	}
	slices.SortStableFunc(cover.Stories, func(a, b int) int {
		x, y := &c.Stories[a], &c.Stories[b]
		return cmp.Or(cmp.Compare(y.Strengths[i], x.Strengths[i]), cmp.Compare(y.Scores[i], x.Scores[i]))
	})
	cover.Wanted = c.Target.wanted(p.ID)
	cover.Needed = max(0, cover.Wanted-cover.Counted)
	switch {
	case cover.Needed == 0:
		cover.Status = Covered
	case len(cover.Stories) > 0:
		cover.Status = Thin
	}
	return cover
}

// Gaps lists the ids of the principles without a story, those that the role meets
// first in front.
func (c *Coverage) Gaps() []string {
	ids := []string{}
	for emphasis := First; ; emphasis-- {
		for _, cover := range c.Principles {
			if cover.Status == Gap && cover.Emphasis == emphasis {
				ids = append(ids, cover.Principle.ID)
			}
		}
		if emphasis == Other {
			return ids
		}
	}
}

// Configure gives the findings of a rule the severity that star.yaml sets for it,
// and drops those of a rule that is off.
func (c *Coverage) Configure(settings []RuleSetting) {
	for _, setting := range settings {
		rule := LookupRule(setting.Rule)
		if rule == nil {
			continue
		}
		c.Findings = slices.DeleteFunc(c.Findings, func(f Finding) bool { return f.Rule == rule && setting.Severity == "off" })
		for i := range c.Findings {
			if c.Findings[i].Rule == rule {
				c.Findings[i].Severity = setting.Severity
			}
		}
	}
}

// Next lists the principles to write for, the most urgent first: those that the
// role meets first, gaps before thin ones.
func (c *Coverage) Next() []PrincipleCover {
	var next []PrincipleCover
	for _, cover := range c.Principles {
		if cover.Status != Covered {
			next = append(next, cover)
		}
	}
	slices.SortStableFunc(next, func(a, b PrincipleCover) int {
		return cmp.Or(cmp.Compare(b.Emphasis, a.Emphasis), cmp.Compare(a.Counted, b.Counted), cmp.Compare(len(a.Stories), len(b.Stories)))
	})
	return next
}
