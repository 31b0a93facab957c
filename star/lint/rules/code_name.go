package rules

import (
	"fmt"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// CodeName reports the internal name of a project. Projects of a school or of
// one's own, open ones and single letters (Project X) hide nothing.
var CodeName = &lint.Rule{
	ID:       "STAR502",
	Name:     "code-name",
	Title:    "internal code name is used",
	Why:      "A code name says nothing to a stranger and something to a competitor.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Since Project Bluebird I time a suite before I add to it.",
	Good:     "lesson: The Project Manager agreed; since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		for _, name := range toldNames.Of(p).codes {
			p.Report(lint.Finding{Span: name.span, Section: name.section, Message: quotedName(name.text) + " is an internal name", Help: "say what it was: the migration of the ledger"})
		}
	},
}

// codeName is a code name at its place.
type codeName struct {
	text    string
	span    star.Span
	section *star.Section
}

func (n *namesTold) addCodes(p *lint.Pass, told passage) {
	t := told.Text
	nearCapitals(t, func(i int) (next int) {
		words, ok := codeNameAt(t, i)
		if !ok || inTitle(t, i) {
			return i + 1
		}
		name := codeName{t.Slice(words), told.span(words), told.section}
		known := func(earlier codeName) bool { return earlier.text == name.text }
		if !slices.ContainsFunc(n.codes, known) && !p.Config.Allowed(name.text) && !denied(p.Config, name.text) {
			n.codes = append(n.codes, name)
		}
		return i + 1
	})
}

// quotedName quotes a name that may hold quotation marks and line breaks of its own.
func quotedName(name string) string {
	return fmt.Sprintf("%q", strings.Join(strings.Fields(strings.NewReplacer("\"", "", "“", "", "”", "").Replace(name)), " "))
}

// The words around a code name.
const (
	projectWord uint32 = 1 << iota // Project Bluebird
	codeWord                       // code-named Bluebird
	calledWord                     // internally called Bluebird
	notInternal                    // open-source project
	projectNoun                    // Project Manager
)

var aroundCodes = words32(map[uint32]string{
	projectWord: "project operation",
	codeWord:    "codename codenamed code-name code-named",
	calledWord:  "called named known as dubbed nicknamed",
	notInternal: "open-source open source github gitlab personal side pet group school university college hobby capstone course class student thesis hackathon apache",
	projectNoun: "manager managers management lead leads leader leaders owner owners plan plans planning office charter coordinator co-ordinator director directors team teams scope timeline schedule description overview name title titles summary background goals goal status sponsor delivery deadline budget requirements requirement kickoff kick-off meeting meetings review reports report tracker board initiation closure execution lifecycle life phase phases proposal documentation docs document work experience completion priorities priority portfolio governance risk risks resources success failure impact context outcome results objectives objective type size duration role responsibilities structure setup repository milestone milestones roadmap stakeholders stakeholder client engineer engineers analyst administrator assistant specialist tasks task idea introduction conflict challenge challenges example one two three excellence excellences research system systems support room hours cycle mode data logs desk zero gutenberg jupyter apollo manhattan artemis gemini euler loom valhalla panama amber reactor lombok lightspeed fi ara runway kanban scrum agile waterfall counts manuals procedures matters",
})

// codeNameAt returns the code name whose first word, or the word that announces
// it, is word i.
func codeNameAt(t *prose.Text, i int) (prose.Range, bool) {
	is := aroundCodes().Of(&t.Words[i])
	switch {
	case is == 0 || !inSentence(t, i, i+1) || t.Words[i].Quoted && !t.Words[i+1].Quoted:
	case is&projectWord != 0:
		return projectName(t, i)
	case is&codeWord != 0:
		return codeBehind(t, i+1)
	case is&calledWord != 0 && i > 0 && inSentence(t, i-1, i) && t.Words[i-1].Text == "internally":
		if next := i + 1; t.Words[i].Text == "known" && t.Words[next].Text == "as" && inSentence(t, i, next+1) {
			return codeBehind(t, next+1)
		}
		return codeBehind(t, i+1)
	}
	return prose.Range{}, false
}

// codeBehind returns the capitalised words behind "code-named".
func codeBehind(t *prose.Text, from int) (prose.Range, bool) {
	last := from
	for last < len(t.Words) && last-from < 2 && t.Words[last].Sentence == t.Words[from].Sentence && capital(t, last) && (last == from || !t.Behind(last, ",.;:()\"”")) {
		last++
	}
	if last == from {
		return prose.Range{}, false
	}
	return prose.Range{Start: t.Words[from].Start, End: t.Words[last-1].End}, true
}

// projectName returns "Project Bluebird", "project "Bluebird"".
func projectName(t *prose.Text, i int) (prose.Range, bool) {
	next := i + 1
	if t.Behind(next, ",.:;()-–—/") || !codeLike(t, next) || !capital(t, i) && stands(&t.Words[next], publicNames) || ordinary(t, i) || goesOn(t, next+1) && !t.Words[next].Quoted {
		return prose.Range{}, false
	}
	if !capital(t, i) && !t.Words[next].Quoted && !theProject(t, i) {
		return prose.Range{}, false
	}
	if t.Words[next].Quoted && !t.Words[i].Quoted && inSentence(t, next, next+1) && t.Words[next+1].Quoted {
		return prose.Range{}, false // "project "we need it now"
	}
	return prose.Range{Start: t.Words[i].Start, End: t.Words[next].End}, true
}

// theProject reports "the project" and "our project" where a name may follow:
// "in the project" opens a clause with a subject of its own.
func theProject(t *prose.Text, i int) bool {
	first := t.Sentences[t.Words[i].Sentence].First
	if i == first || t.Words[i].Text != "project" || t.Words[i-1].Text != "the" && t.Words[i-1].Text != "our" {
		return false
	}
	return i-2 != first || besideNames().Of(&t.Words[first])&preposition == 0
}

// ordinary reports a project that is no secret: of a school, of one's own, open.
func ordinary(t *prose.Text, i int) bool {
	for k := i - 1; k >= max(0, i-2) && t.Words[k].Sentence == t.Words[i].Sentence; k-- {
		if aroundCodes().Of(&t.Words[k])&notInternal != 0 || k == i-1 && capital(t, k) && stands(&t.Words[k], productNames|companyNames) {
			return true
		}
	}
	return false
}

// codeLike reports a word that could be a code name: a capital, and nothing that
// projects have.
func codeLike(t *prose.Text, i int) bool {
	w := &t.Words[i]
	return capital(t, i) && len(w.Text) > 2 && aroundCodes().Get(strings.TrimSuffix(w.Text, "'s"))&projectNoun == 0 && officeWords().Of(w) == 0 && !stands(w, knownAcronyms) && !allCapitals(t.Slice(w.Range))
}
