package stories

import "slices"

// Emphasis is how much a principle matters for a role.
type Emphasis uint8

// The emphases in rising order.
const (
	Other  Emphasis = iota // may come up
	Second                 // often asked
	First                  // asked in nearly every loop
)

// roles says which principles a role meets first and second. The source is
// candidates' and coaches' advice, not Amazon: a convention, which the job
// advert overrides.
var roles = map[string]struct{ first, second []string }{
	SecurityEngineer: {
		[]string{"dive-deep", "ownership", "earn-trust", "bias-for-action", "insist-on-the-highest-standards"},
		[]string{"customer-obsession", "have-backbone-disagree-and-commit", "are-right-a-lot", "invent-and-simplify", "learn-and-be-curious"}},
	"sde": {
		[]string{"dive-deep", "invent-and-simplify", "ownership", "insist-on-the-highest-standards", "deliver-results"},
		[]string{"customer-obsession", "learn-and-be-curious", "bias-for-action", "earn-trust"}},
	"tpm": {
		[]string{"deliver-results", "ownership", "earn-trust", "dive-deep", "bias-for-action"},
		[]string{"customer-obsession", "are-right-a-lot", "have-backbone-disagree-and-commit", "invent-and-simplify"}},
	"product-manager": {
		[]string{"customer-obsession", "think-big", "are-right-a-lot", "invent-and-simplify", "deliver-results"},
		[]string{"dive-deep", "have-backbone-disagree-and-commit", "frugality", "earn-trust"}},
	"solutions-architect": {
		[]string{"customer-obsession", "earn-trust", "learn-and-be-curious", "dive-deep"},
		[]string{"think-big", "invent-and-simplify", "bias-for-action", "deliver-results"}},
	"people-manager": {
		[]string{"hire-and-develop-the-best", "deliver-results", "earn-trust", "ownership", "strive-to-be-earths-best-employer"},
		[]string{"think-big", "are-right-a-lot", "have-backbone-disagree-and-commit", "insist-on-the-highest-standards"}},
	"data": {
		[]string{"dive-deep", "are-right-a-lot", "invent-and-simplify", "customer-obsession"},
		[]string{"learn-and-be-curious", "deliver-results", "insist-on-the-highest-standards"}},
	"operations": {
		[]string{"deliver-results", "customer-obsession", "bias-for-action", "dive-deep", "strive-to-be-earths-best-employer"},
		[]string{"frugality", "insist-on-the-highest-standards", "earn-trust"}},
}

// SecurityEngineer is the role whose interviews ask about security.
const SecurityEngineer = "security-engineer"

// technicalRoles are the roles that meet technical interviews.
var technicalRoles = []string{SecurityEngineer, "sde", "data", "solutions-architect", "tpm"}

// Technical reports whether the role meets technical interviews.
func (t Target) Technical() bool { return slices.Contains(technicalRoles, t.Role) }

// levels says which principles gain weight at a level, beside those of the role.
var levels = map[string][]string{
	"L4": {"learn-and-be-curious", "ownership", "bias-for-action", "deliver-results", "earn-trust"},
	"L5": {"customer-obsession", "dive-deep", "invent-and-simplify", "insist-on-the-highest-standards", "have-backbone-disagree-and-commit"},
	"L6": {"are-right-a-lot", "hire-and-develop-the-best", "think-big"},
	"L7": {"think-big", "hire-and-develop-the-best", "success-and-scale-bring-broad-responsibility", "strive-to-be-earths-best-employer", "are-right-a-lot"},
}

// bankSizes is how many stories a loop at a level wants: convention, L4 to L7.
var bankSizes = map[string]int{"L4": 8, "L5": 10, "L6": 14, "L7": 18}

// Emphasis returns how much a principle matters for the target.
func (t Target) Emphasis(id string) Emphasis {
	role := roles[t.Role]
	switch {
	case slices.Contains(role.first, id):
		return First
	case slices.Contains(role.second, id), slices.Contains(levels[t.Level], id):
		return Second
	}
	return Other
}

// wanted is how many stories a principle wants: those that the role meets as many
// as the target says, the others one.
func (t Target) wanted(id string) int {
	if t.Emphasis(id) == Other {
		return 1
	}
	return t.StoriesPerPrinciple
}
