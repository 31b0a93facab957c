package ledger

import (
	"strings"

	"starbank/star/prose"
)

// thing is what a figure speaks of, in families of words. It holds on to nothing
// of the text.
type thing struct {
	core  family           // the noun that carries it: "suite", "engineer"
	mods  [mostMods]family // what else its phrase says: "test", "internal"; 0 behind the last
	verb  family           // that governs it
	own   family           // the group that it makes up: "team"
	stat  family           // which of many values it is: "p99", "median"
	stock bool             // the verb says what there was
	total bool             // it is said of several together
}

// mostMods is how many words of a phrase are kept beside the noun that carries it.
const mostMods = 6

// family is the hash of the family of a word, 0 where there is no word.
type family uint64

func familyOf(word string) family {
	if word == "" {
		return 0
	}
	h := family(14695981039346656037) // FNV-1a
	for i, name := 0, prose.Family(word); i < len(name); i++ {
		h = (h ^ family(name[i])) * 1099511628211
	}
	return h
}

func thingOf(t *prose.Text, f *prose.Figure) thing {
	th := thing{}
	th.name(t, f)
	if f.Kind == prose.Count && f.Subject.Empty() {
		th.core = familyOf(f.Unit) // "a 14-page form"
	}
	if f.Verb >= 0 {
		verb := t.Words[f.Verb].Text
		th.verb, th.stock = familyOf(verb), stocks[prose.Family(verb)] && !strings.HasPrefix(t.Source[t.Words[f.Verb].End:], " to ") // "had to deliver"
	}
	if !f.Group.Empty() {
		th.own = familyOf(t.Words[f.Group.Last-1].Text)
	}
	if f.Statistic >= 0 {
		th.stat = familyOf(t.Words[f.Statistic].Text)
	}
	th.total = inTotal(t, f)
	return th
}

// inTotal reports a figure with a word before it, in its sentence, that says it of
// several things together.
func inTotal(t *prose.Text, f *prose.Figure) bool {
	for i := f.First - 1; i >= max(0, f.First-totalReach) && t.Words[i].Sentence == f.Sentence; i-- {
		if totals[t.Words[i].Text] {
			return true
		}
	}
	return false
}

// totalReach is how many words before a figure its "total" may stand.
const totalReach = 10

var totals = set("total combined together altogether overall jointly cumulative")

// name reads the phrase of a figure. Of what is counted the last word carries it
// ("security engineers"), of what is measured the last one before a preposition
// ("time from alert to block").
func (th *thing) name(t *prose.Text, f *prose.Figure) {
	n, joined := 0, false
	for i := f.Subject.First; i < f.Subject.Last; i++ {
		word := t.Words[i].Text
		if word == "" || generic[word] {
			joined = joined || th.core != 0 && joins[word]
			continue
		}
		mod := familyOf(word)
		if !joined || f.Kind == prose.Count {
			mod, th.core = th.core, mod
		}
		if mod != 0 && n < mostMods {
			th.mods[n] = mod
			n++
		}
	}
}

// matches reports whether two phrases name one thing: they share the noun that
// carries them, and what else they say does not tell them apart.
func (th *thing) matches(o *thing) bool {
	if th.core == 0 || th.core != o.core {
		return false
	}
	if th.mods[0] == 0 || o.mods[0] == 0 {
		return true
	}
	return th.sharesMod(o)
}

func (th *thing) sharesMod(o *thing) bool {
	for _, mod := range th.mods {
		if o.says(mod) {
			return true
		}
	}
	return false
}

func (th *thing) says(mod family) bool {
	for _, own := range th.mods {
		if own == mod && mod != 0 {
			return true
		}
	}
	return false
}

// within reports whether a phrase says of its noun nothing that the other does
// not say.
func (th *thing) within(o *thing) bool {
	for _, mod := range th.mods {
		if mod != 0 && !o.says(mod) {
			return false
		}
	}
	return true
}

// shares reports whether two phrases have any word in common.
func (th *thing) shares(o *thing) bool {
	return th.core == o.core || th.says(o.core) || o.says(th.core) || th.sharesMod(o)
}

var joins = set("of at with from to in for on between per without about")

// generic are words that name no thing: measures, and what holds a phrase
// together.
var generic = set("of at with from to in for on between per without about the a an our my his her its their this that these those all whole entire " +
	"time times duration number count amount total rate rates level size volume share percentage length average overall own " +
	"different various separate individual goal target budget deadline plan estimate")

// stocks are verbs of what there was, not of what somebody did.
var stocks = families("have be run own operate manage maintain consist use serve support lead employ include span handle host hold keep cover number count")

func set(list string) map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		known[word] = true
	}
	return known
}

// families returns the set of the families of words.
func families(list string) map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		known[prose.Family(word)] = true
	}
	return known
}
