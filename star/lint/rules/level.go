package rules

import (
	_ "embed"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// How the rules about the level read a story. They are silent unless star.yaml
// states a level, and they ask: scope and ambiguity are easily understated. The
// words stand in level.txt.

//go:embed level.txt
var levelFile string

// levelWords finds the phrases of each head of level.txt.
var levelWords = sync.OnceValue(func() map[string]*prose.Phrases {
	found := map[string]*prose.Phrases{}
	for head, phrases := range phraseLists(levelFile) {
		found[head] = prose.NewPhrases(phrases...)
	}
	return found
})

// wholeTold reports whether a story has what it takes to be asked about its
// level: an Action and a Result, and the length of an answer.
func wholeTold(p *lint.Pass) bool {
	return told(p, star.Action) != nil && told(p, star.Result) != nil && p.Anatomy.Words >= storyWordsError
}

// saysAnywhere reports whether a story says one of some phrases.
func saysAnywhere(p *lint.Pass, phrases *prose.Phrases) bool {
	for _, section := range parts(p, star.Parts()...) {
		if phrases.Has(section.Prose) {
			return true
		}
	}
	return false
}
