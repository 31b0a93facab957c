package rules

import (
	_ "embed"
	"strings"
	"sync"

	"starbank/star/lint"
	"starbank/star/prose"
)

// The vocabulary of the rules: what an interviewer of any trade knows, and the
// words of the trades that the program serves. It stands in vocabulary.txt, by
// field, and is read on first use. A bank adds its own with
// check: {known: [...]} in star.yaml.

//go:embed vocabulary.txt
var vocabularyFile string

// lexicon says in which lists of the vocabulary a word or name stands.
type lexicon uint32

const (
	knownAcronyms lexicon = 1 << iota // need no explanation
	stressedWords                     // ordinary words that people write in capitals
	productNames                      // tools, platforms, languages of programs
	companyNames                      // companies that everybody knows
	placeNames                        // countries, regions and cities
	peopleNames                       // languages and peoples
	calendarNames                     // months, weekdays, seasons and feasts
)

const publicNames = productNames | companyNames | placeNames | peopleNames | calendarNames

// lexicons maps the heads of the vocabulary to what stands below them.
func lexicons() map[string]lexicon {
	return map[string]lexicon{"acronyms": knownAcronyms, "stressed": stressedWords, "products": productNames, "companies": companyNames,
		"places": placeNames, "languages and peoples": peopleNames, "calendar": calendarNames}
}

var vocabulary = sync.OnceValue(func() *prose.Dictionary {
	words := prose.NewDictionary(strings.Count(vocabularyFile, " "))
	eachEntry(vocabularyFile, func(in lexicon, entry string) { words.Put(entry, words.Get(entry)|uint32(in)) })
	return words
})

// eachEntry calls add with each entry of a vocabulary, in small letters. Acronyms
// and stressed words stand between blanks; names, of one word or several, between
// commas.
func eachEntry(file string, add func(in lexicon, entry string)) {
	var in lexicon
	known := lexicons()
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '[' {
			head, _, _ := strings.Cut(strings.Trim(line, "[]"), ":")
			in = known[head]
			continue
		}
		for _, entry := range entriesOf(line, in) {
			add(in, strings.ToLower(entry))
		}
	}
}

func entriesOf(line string, in lexicon) []string {
	if in&(knownAcronyms|stressedWords) != 0 {
		return strings.Fields(line)
	}
	return strings.Split(line, ", ")
}

// stands reports whether a word of a text stands in one of some lists.
func stands(word *prose.Word, in lexicon) bool { return lexicon(vocabulary().Of(word))&in != 0 }

// publicProduct reports whether a name, in small letters and of one word or
// several, is that of a tool, product or maker that is known to the public.
func publicProduct(name string) bool {
	return lexicon(vocabulary().Get(name))&(productNames|companyNames) != 0
}

// knownTo reports whether a bank lists a word among those that need no
// explanation.
func knownTo(config lint.Config, word string) bool {
	for _, known := range config.Known {
		if strings.EqualFold(known, word) {
			return true
		}
	}
	return false
}
