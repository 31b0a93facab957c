package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// ApologeticOpener reports a story that begins by making itself small.
var ApologeticOpener = &lint.Rule{
	ID:       "STAR411",
	Name:     "apologetic-opener",
	Title:    "story begins with an apology",
	Why:      "An apology at the start is the frame in which the rest is heard.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "situation: |\n  This is not a great example, but in March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes.",
	Good:     "situation: |\n  In March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes. It was only a small bank, and we were sorry for the wait. The old suite was not a good example of care.",
	Check: func(p *lint.Pass) {
		for _, s := range apologies.in(p, ofTheStory) {
			if s.section == parts(p, star.Parts()...)[0] {
				p.ReportIn(s.section, s.match.Range, "story begins with an apology", "leave it out and begin with the fact")
				return
			}
		}
	},
}

// openingSentences is how far into the first section an opener may reach.
const openingSentences = 2

// ofTheStory reports whether a wording stands in an opening and speaks of the story
// itself: "this is not a great example", and not of "a good example of care".
func ofTheStory(t *prose.Text, m prose.Match) bool {
	if m.Sentence >= openingSentences {
		return false
	}
	before, behind := wordBefore(t, m), wordBehind(t, m)
	switch t.Words[m.Last-1].Text {
	case "best", "great", "have":
		return storyBehind(t, m)
	case "impressive", "exciting", "interesting", "silly", "boring":
		return ofThis()[t.Words[t.Sentences[m.Sentence].First].Text]
	case "counts", "is":
		return before == "" || before == "i'm" || before == "am" || before == "i"
	case "this":
		return before == "" || before == "i'm" || before == "am" || before == "so"
	}
	return behind != "of" && behind != "for"
}

// storyBehind reports whether the words behind a match name the story: "may not be
// a great one", "don't really have a good example".
func storyBehind(t *prose.Text, m prose.Match) bool {
	for i := range 3 {
		if storyNames()[nearby(t, m, m.Last+i)] {
			return true
		}
	}
	return false
}

// ofThis are the words by which a sentence begins that speaks of the story at hand.
var ofThis = words("this it it's that that's mine")

var storyNames = words("example examples story stories one answer case fit")

var apologies = &wording{phrases: []string{"not a great example", "not the best example", "not a good example", "not the greatest example", "not a perfect example", "not sure if this counts", "not sure this counts", "don't know if this counts", "do not know if this counts",
	"not sure if this is", "not sure this is", "not sure that this is", "not sure whether this is", "sorry this is", "not sure whether this counts", "not much of a story", "not a big story", "might not be the best", "may not be the best", "might not be a great", "may not be a great", "this is a small example", "it was only a small thing", "it was only a small example",
	"sorry if this", "sorry but this", "i don't have a great", "i do not have a great", "i don't really have", "i don't have a good example", "i do not have a good example",
	"isn't a great example", "isn't the best example", "isn't a good example", "isn't the greatest example", "not that impressive", "not very impressive", "not really impressive", "not so impressive", "not that exciting", "not very exciting", "not a very exciting", "not an exciting", "not very interesting", "not that interesting", "not a very interesting",
	"isn't very exciting", "isn't that exciting", "isn't very impressive", "isn't that impressive", "kind of silly", "a bit silly", "a bit boring", "kind of boring", "kind of a silly", "kind of a boring", "i can't think of a better example", "i cannot think of a better example", "i can't think of a good example", "i couldn't think of a better example", "bear with me",
	"i haven't done anything that", "i have not done anything that", "i don't think i have", "i do not think i have", "the closest thing i have is", "the closest i have is", "the closest i can think of is"}}
