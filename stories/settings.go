package stories

import (
	"fmt"
	"maps"
	"slices"
)

// Roles lists the roles that have an emphasis of their own, in alphabetical order.
func Roles() []string { return slices.Sorted(maps.Keys(roles)) }

// Levels lists the levels in rising order.
func Levels() []string { return slices.Sorted(maps.Keys(levels)) }

// NewSettings returns a star.yaml with every key and what it means. A role or level
// that is not known is reported as it is in a star.yaml.
func NewSettings(role, level string) ([]byte, error) {
	settings := fmt.Appendf(nil, settingsFormat, role, level)
	_, err := ParseConfig(settings)
	return settings, err
}

const settingsFormat = `# The settings of this bank of stories. Every key is optional.
stories: stories              # folder, searched for *.md; README.md and _*.md are skipped
principles: amazon            # or the path of a set of your own
# questions: questions.yaml   # questions of your own, beside those of star questions
target: {role: %s, level: %s, stories_per_principle: 2}
speaking: {words_per_minute: 140, minutes: [1.5, 3]}   # your rate, and the shortest and longest first answer
check:
  fail_on: warning            # error, warning or info
  rules: {}                   # for example {result-no-metric: error, lesson-missing: off}
  known: []                   # acronyms and names that need no explanation
confidential:
  allow: []                   # names that may be said
  deny: []                    # names that must not stand in any story
loop: []                      # who will ask, for star plan: [{interviewer: Hiring manager, principles: [ownership, earn-trust]}]
`
