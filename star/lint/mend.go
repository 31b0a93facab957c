package lint

import "starbank/star"

// mostMends bounds how often a file is mended.
const mostMends = 100

// Mend carries out the fixes of what the rules find in a story and returns the
// new file with what was mended; without any, the file as it is. The fixes are
// carried out one after the other, since one may change what another is about,
// and only when the file parses no worse and still says all that it said before.
func Mend(story *star.Story, rules []*Rule, config Config) (source []byte, mended []Diagnostic) {
	for range mostMends {
		changed, fixed := mendOne(story, Run(story, rules, config).Diagnostics)
		if changed == nil {
			break
		}
		story, mended = changed, append(mended, fixed)
	}
	return story.Source, mended
}

// mendOne carries out the first fix that is harmless.
func mendOne(story *star.Story, found []Diagnostic) (*star.Story, Diagnostic) {
	for _, d := range found {
		if d.Fix == nil {
			continue
		}
		if changed := mended(story, d.Fix.Edits); changed != nil {
			return changed, d
		}
	}
	return nil, Diagnostic{}
}

// mended returns the story with edits carried out, or nil when it no longer says
// all it said, or parses worse.
func mended(story *star.Story, edits []star.Edit) *star.Story {
	source, err := star.Apply(story.Source, edits)
	if err != nil {
		return nil
	}
	later := star.Parse(story.Path, source)
	if broken(later) > broken(story) || !story.Keeps(later, edits) {
		return nil
	}
	return later
}

// broken counts the problems that take text out of a story.
func broken(story *star.Story) int {
	n := 0
	for _, problem := range story.Problems {
		switch problem.Kind {
		case star.Unreadable, star.Unclosed, star.Invalid, star.Repeated, star.WrongType, star.TooDeep:
			n++
		}
	}
	return n
}
