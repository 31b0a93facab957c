package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// The share of passive sentences in the Action above which the actor is lost,
// and the fewest that make a pattern.
const (
	passiveShare = 0.15
	passiveMin   = 2
)

// ActionPassive reports an Action in which things are done by nobody.
var ActionPassive = &lint.Rule{
	ID:       "STAR303",
	Name:     "action-passive",
	Title:    "passive voice hides who acted",
	Why:      "What was done by nobody is credited to nobody.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "action: |\n  The tests were timed and the suite was split into eight parts because of the database. I rebuilt the fixtures. The copies were moved into memory. I wrote a page on it. I told the leads what was left.",
	Good:     "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		section := told(p, star.Action)
		if section == nil {
			return
		}
		found, sentences := passives(section.Prose), len(section.Prose.Sentences)
		if len(found) < passiveMin || float64(len(found)) <= passiveShare*float64(sentences) {
			return
		}
		p.Report(lint.Finding{Span: section.Span(found[0]), Section: section,
			Message: fmt.Sprintf("passive voice in %d of %d sentences hides who acted", len(found), sentences),
			Help:    "name the actor: I split the suite", Related: more(section, found[1:])})
	},
}

func more(section *star.Section, ranges []prose.Range) []lint.Related {
	var related []lint.Related
	for _, r := range ranges {
		related = append(related, lint.Related{Span: section.Span(r), Message: "and here"})
	}
	return related
}

// passives returns one passive a sentence: a form of be and a participle whose
// actor is not named and would matter. Where the sentence tells a step of the
// teller too, it is plain who acted.
func passives(t *prose.Text) []prose.Range {
	var found []prose.Range
	steps, last := stepSentences(t), -1
	for i := range t.Words {
		word := &t.Words[i]
		if !finiteBe.Has(word) || word.Quoted || word.Sentence == last {
			continue
		}
		end := t.Sentences[word.Sentence].Last
		at := i + 1
		for at < end && (strings.HasSuffix(t.Words[at].Text, "ly") || t.Words[at].Text == "then" || t.Words[at].Text == "also" || t.Words[at].Text == "being" || t.Words[at].Text == "not") {
			at++
		}
		if at < end && participle(t.Words[at].Text) && !byActor(t, at, end) && !byTeller(t, i) && !steps[word.Sentence] {
			last = word.Sentence
			found = append(found, prose.Range{Start: word.Start, End: t.Words[at].End})
		}
	}
	return found
}

// stepSentences says of each sentence whether it tells what the teller did.
func stepSentences(t *prose.Text) []bool {
	steps := make([]bool, len(t.Sentences))
	for _, c := range t.Clauses() {
		if c.Past && !c.Negated && c.Verb >= 0 && c.Person != prose.Nobody {
			steps[c.Sentence] = true
		}
	}
	return steps
}

var finiteBe = prose.NewWordSet("was were been got")

// byActor reports whether "by somebody" follows within a few words.
func byActor(t *prose.Text, at, end int) bool {
	for i := at + 1; i < min(end, at+4); i++ {
		if t.Words[i].Text == "by" {
			return true
		}
	}
	return false
}

// byTeller reports whether the subject is the teller, as in "I was paged": the
// actor then is somebody who does not matter.
func byTeller(t *prose.Text, be int) bool {
	return be > 0 && (singular.Has(&t.Words[be-1]) || plural.Has(&t.Words[be-1]))
}

func participle(word string) bool {
	return irregular.Holds(word) || strings.HasSuffix(word, "ed") && len(word) > 4 && !states.Holds(word)
}

var irregular = prose.NewWordSet("built made done given taken found sent written chosen shown seen held brought put drawn driven broken begun paid sold bought caught hit shut stolen thrown rewritten rebuilt reset")

// states are participles that tell how a thing is, and acts whose actor nobody
// asks for.
var states = prose.NewWordSet("based used interested located supposed excited concerned worried involved tired pleased surprised convinced determined experienced limited related required outdated unused promoted paged hired assigned asked married allowed needed " +
	"affected impacted exposed unprotected encrypted duplicated indeed deprecated expected connected dedicated complicated outsourced overloaded automated supported finished blocked scheduled satisfied trained prepared committed impressed frustrated tasked opposed accused called named embedded shared logged stored configured overwhelmed stressed skilled qualified")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
