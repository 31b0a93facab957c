package rules

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// How the rules about stories of failure read one: what was lost, whose it was,
// how it was put right and what changed. Their words stand in failure.txt.

//go:embed failure.txt
var failureFile string

var failureLists = sync.OnceValue(func() map[string][]string { return phraseLists(failureFile) })

// failureWords finds the phrases below a head of failure.txt.
func failureWords(head string) func() *prose.Phrases {
	return sync.OnceValue(func() *prose.Phrases { return prose.NewPhrases(failureLists()[head]...) })
}

var (
	losses      = failureWords("losses")
	faults      = failureWords("faults")
	fixes       = failureWords("fixes")
	changesMade = failureWords("changes")
	practices   = failureWords("practices")
	affected    = failureWords("affected")
	insights    = failureWords("learning")
	boasts      = failureWords("boasts")
)

// phraseLists reads lists of phrases between commas, by the head above them:
// "[fixes: what puts it right]". A line that begins with # is a comment.
func phraseLists(file string) map[string][]string {
	lists := map[string][]string{}
	head := ""
	for line := range strings.Lines(file) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			head, _, _ = strings.Cut(strings.Trim(line, "[]"), ":")
		default:
			lists[head] = append(lists[head], strings.Split(line, ", ")...)
		}
	}
	return lists
}

// failure is what a story of failure tells.
type failure struct {
	asked  bool   // the writer files it as one: by its tag, its title or the question it answers
	losses []spot // what went wrong, in the order of the story
}

// failures returns the failure that a story tells, or nil.
var failures = &lint.Fact[*failure]{Find: func(p *lint.Pass) *failure {
	asked := p.Story.HasTag("failure") || asksForFailure(p.Story) || ownFailureIn(p.Story.Title.Text)
	if !asked && !plainlyTold(p) || told(p, star.Action) == nil {
		return nil
	}
	f := &failure{asked: asked}
	for _, section := range parts(p, star.Parts()...) {
		f.losses = append(f.losses, lossesIn(section)...)
	}
	return f
}}

// main returns the loss to speak of: the first that is a fault by its word (missed,
// outage), else the first; plain says which.
func (f *failure) main() (loss spot, plain bool) {
	for _, loss := range f.losses {
		if faults().At(loss.section.Prose, loss.match.First) {
			return loss, true
		}
	}
	return f.losses[0], false
}

// severity is that of the rule for a story filed as a failure. One that only
// reads like it may be told for something else.
func (f *failure) severity() lint.Severity {
	if f.asked {
		return lint.Off // as the rule has it
	}
	return lint.Warning
}

// plainlyTold reports whether a story says in two sentences at least, once
// without doubt, that a failure was its teller's own.
func plainlyTold(p *lint.Pass) bool {
	found := ownFailures.in(p, func(t *prose.Text, m prose.Match) bool { return !precededBy(t, m, 3, denials) })
	sentences, plain := 0, false
	for i, s := range found {
		if i == 0 || s.section != found[i-1].section || s.match.Sentence != found[i-1].match.Sentence {
			sentences++
		}
		plain = plain || !doubtful()[s.section.Prose.Words[s.match.Last-1].Text]
	}
	return plain && sentences >= 2
}

// ownFailures are the words of somebody who owns a failure. Those that end in a
// word of doubtful may speak of a view that was given up.
var ownFailures = &wording{phrases: []string{"my mistake", "my mistakes", "my own mistake", "my fault", "my error", "my errors", "my failure", "my biggest mistake", "my worst mistake", "my biggest failure", "my worst failure", "biggest mistake", "biggest failure",
	"i made a mistake", "i had made a mistake", "i've made a mistake", "i made mistakes", "i made a big mistake", "i made a serious mistake", "i made the mistake", "i made two mistakes", "i made three mistakes", "i made an error", "i had made an error", "mistake was mine", "failure was mine", "fault was mine", "error was mine",
	"i failed", "i had failed", "i messed up", "i screwed up", "i broke production", "i broke the build", "i took down production", "i brought down production", "i missed the deadline", "i caused", "i had caused", "i owned the mistake", "owned my mistake", "i accidentally", "i took the blame", "i blame myself",
	"i was wrong", "i had been wrong", "i was mistaken", "i should have", "i forgot", "i had forgotten", "i overlooked", "i had overlooked", "i underestimated", "i had underestimated", "i misjudged", "i had misjudged"}}

var doubtful = words("wrong mistaken have forgot forgotten overlooked underestimated misjudged accidentally")

// ownFailureIn reports a title that speaks of a failure of one's own: "My biggest
// mistake", but not "Fixed a failed build".
func ownFailureIn(title string) bool {
	small := strings.ToLower(title)
	for _, sign := range [...]string{"my mistake", "my failure", "my biggest mistake", "my biggest failure", "biggest mistake", "biggest failure", "i failed", "i made a mistake", "mistake i made", "my fault", "my worst"} {
		if strings.Contains(small, sign) {
			return true
		}
	}
	return false
}

// asksForFailure reports whether the question that a story was written for, kept
// under question: by an import, asks for a failure.
func asksForFailure(story *star.Story) bool {
	for _, field := range story.Fields {
		if field.Key != "question" {
			continue
		}
		small := strings.ToLower(story.Quote(field.Value))
		for _, sign := range [...]string{"you failed", "your failure", "a failure", "biggest failure", "mistake you", "you made a mistake", "biggest mistake", "you've made a mistake", "a mistake that you", "that failed", "did not meet", "didn't meet", "missed a deadline", "missed deadline"} {
			if strings.Contains(small, sign) {
				return true
			}
		}
	}
	return false
}

// lossesIn returns where a section tells that something went wrong: in words, or by
// "only" before a figure. What is denied or kept from happening is no loss.
func lossesIn(section *star.Section) []spot {
	var found []spot
	t := section.Prose
	for _, m := range losses().Find(t) {
		if !precededBy(t, m, 2, denials) && !precededBy(t, m, 3, averted) && !precededBy(t, m, 5, unable) {
			found = append(found, spot{section, m})
		}
	}
	for _, n := range t.Numbers {
		if n.Metric() && n.First > t.Sentences[n.Sentence].First && t.Words[n.First-1].Text == "only" {
			found = append(found, spot{section, prose.Match{Range: n.Range, First: n.First - 1, Last: n.Last, Sentence: n.Sentence}})
		}
	}
	slices.SortStableFunc(found, func(a, b spot) int { return cmp.Compare(a.match.First, b.match.First) })
	return found
}

var unable = words("can't cannot couldn't")

var averted = words("no without zero 0 avoid avoided avoiding avoids prevent prevented prevents preventing single fewer")
