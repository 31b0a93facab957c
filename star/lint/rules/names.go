package rules

import (
	"slices"
	"strings"

	"starbank/star/lint"
	"starbank/star/prose"
)

// How the rules about what is told of others find names: by the words beside them.

// namesTold are the names that a story tells and that are not allowed, each at its
// first place.
type namesTold struct {
	given []givenName
	codes []codeName
}

// toldNames finds them, both kinds in one reading of what is told.
var toldNames = &lint.Fact[*namesTold]{Find: func(p *lint.Pass) *namesTold {
	names := &namesTold{}
	eachPassage(p, func(told passage) {
		names.addGiven(p, told)
		names.addCodes(p, told)
	})
	return names
}}

func (n *namesTold) addGiven(p *lint.Pass, told passage) {
	t := told.Text
	nearCapitals(t, func(i int) (next int) {
		first, last, how := nameAt(t, i)
		if how == noName || inTitle(t, i) {
			return i + 1
		}
		words := prose.Range{Start: t.Words[first].Start, End: t.Words[last-1].End - possessive(t.Slice(t.Words[last-1].Range))}
		name := givenName{t.Slice(words), told.span(words), told.section, how}
		known := func(earlier givenName) bool { return earlier.text == name.text }
		if !p.Config.Allowed(name.text) && !slices.ContainsFunc(n.given, known) {
			n.given = append(n.given, name)
		}
		return last
	})
}

// announcedBy is how many words may announce a name: "clients such as".
const announcedBy = 3

// nearCapitals calls look with each word that a name may begin at or be announced
// by, in order. What look returns is where to go on.
func nearCapitals(t *prose.Text, look func(i int) (next int)) {
	next := 0
	for k := range t.Words {
		if w := &t.Words[k]; !w.Cased() || len(w.Text) < 2 {
			continue
		}
		for i := max(next, k-announcedBy); i <= k; {
			i = look(i)
			next = i
		}
	}
}

// The words that make a name of what stands beside them.
const (
	legalForm uint32 = 1 << iota
	partyWord
	partyWords // in the plural, before a list
	relation
	titleWord
	owner // my, our
	introducer
	lister
	smallInTitles
	preposition
)

var besideNames = words32(map[uint32]string{
	legalForm:  "inc ltd gmbh llc llp corp corporation plc pty pvt",
	partyWord:  "client customer vendor supplier partner",
	partyWords: "clients customers vendors suppliers partners",
	relation:   "manager boss colleague coworker co-worker teammate director lead supervisor friend mentor mentee intern skip-level recruiter peer ceo cto ciso cfo coo vp",
	titleWord:  "mr mrs ms dr prof",
	owner:      "my our his her their a an the former new",
	introducer: "named called",
	lister:     "like including",

	smallInTitles: "a an the and or nor but of in on at to for with from by as vs into over per via",
	preposition:   "in on for during after before at with throughout",
})

// nameAt returns the words of the name that word i begins or announces.
func nameAt(t *prose.Text, i int) (first, last int, how naming) {
	is := besideNames().Of(&t.Words[i])
	switch {
	case is == 0:
	case is&legalForm != 0 && capital(t, i):
		first, last = nameBefore(t, i)
		return first, last, nothing(first == last, party)
	case is&titleWord != 0 && capital(t, i) && !allCapitals(t.Slice(t.Words[i].Range)) && inSentence(t, i, i+1):
		first, last = nameBehind(t, i+1)
		return first, last, nothing(first == last, person)
	case is&partyWord != 0:
		return partyBehind(t, i, false)
	case is&partyWords != 0:
		return partyBehind(t, i, true)
	case is&relation != 0 && i > 0 && owned(t, i):
		return personBehind(t, i)
	}
	return i, i, noName
}

func nothing(empty bool, how naming) naming {
	if empty {
		return noName
	}
	return how
}

// nameBefore returns the words of a company, its legal form included.
func nameBefore(t *prose.Text, form int) (first, last int) {
	first = form
	for first > 0 && t.Words[first-1].Sentence == t.Words[form].Sentence && form-first < 4 && partOfName(t, first-1) && !t.Behind(first, ".;:(") {
		first--
	}
	for first < form && !named(t, first) { // "a Bank Ltd" is no name
		first++
	}
	if first == form || t.Slice(t.Words[form].Range) == "PLC" || besideNames().Of(&t.Words[first])&(partyWord|partyWords) != 0 {
		return form, form
	}
	return first, form + 1
}

// nameBehind returns the words of a name from a word on.
func nameBehind(t *prose.Text, from int) (first, last int) {
	last = from
	for last < len(t.Words) && last-from < 3 && t.Words[last].Sentence == t.Words[from].Sentence && (named(t, last) || last > from && partOfName(t, last)) && (last == from || !t.Behind(last, ",.;:()[]-–—/\"")) {
		if last++; possessive(t.Slice(t.Words[last-1].Range)) > 0 {
			break
		}
	}
	return from, last
}

// partyBehind returns the company behind "client", or in the plural behind "clients
// such as". Behind a comma it is one where another comma closes it, or where
// everybody knows it.
func partyBehind(t *prose.Text, i int, plural bool) (first, last int, how naming) {
	if !inSentence(t, i, i+1) {
		return i, i, noName
	}
	from, introduced := introduction(t, i+1, plural)
	if !inSentence(t, i, from) || t.Behind(from, ".:;()[]-–—/") {
		return i, i, noName
	}
	first, last = nameBehind(t, from)
	known := first == last && capital(t, from) && stands(&t.Words[from], companyNames) // a known company may be a client
	if known {
		last = first + 1
	}
	comma, closed := t.Behind(i+1, ","), last < len(t.Words) && t.Behind(last, ",")
	switch {
	case first == last || goesOn(t, last),
		capital(t, i) && !(opens(t, i) && inSentence(t, i, last) && verbBehind(t, last)), // Client Escalation
		known && !introduced && !comma && !verbBehind(t, last),                           // client Google reviews
		plural && !introduced && !(comma && known),
		!plural && comma && !closed:
		return i, i, noName
	}
	return first, last, party
}

// introduction steps over "called" and, in the plural, over "such as" and "like".
func introduction(t *prose.Text, i int, plural bool) (next int, introduced bool) {
	is := besideNames().Of(&t.Words[i])
	switch {
	case is&introducer != 0 || plural && is&lister != 0:
		return i + 1, true
	case plural && t.Words[i].Text == "such" && inSentence(t, i, i+1) && t.Words[i+1].Text == "as":
		return i + 2, true
	}
	return i, false
}

// goesOn reports whether capitals go on behind a name: a title or a product.
func goesOn(t *prose.Text, last int) bool {
	return inSentence(t, last-1, last) && capital(t, last) && t.Words[last].Text != "i" && !t.Behind(last, ",.;:()")
}

var verbsBehind = list("was", "is", "had", "has", "were", "wanted", "asked", "needed", "complained", "threatened", "reported", "said", "signed", "paid", "left", "cancelled", "renewed", "called", "who", "which", "that", "and", "in", "for", "to", "with", "on", "at", "because", "when", "after")

// verbBehind reports whether a sentence goes on, or ends, as behind a name.
func verbBehind(t *prose.Text, last int) bool {
	return !inSentence(t, last-1, last) || t.Behind(last, ",;:(") || verbsBehind().At(t, last)
}

// personBehind returns the person behind "my manager"; two words, since one may
// be anything.
func personBehind(t *prose.Text, i int) (first, last int, how naming) {
	if !inSentence(t, i, i+1) {
		return i, i, noName
	}
	from, _ := introduction(t, i+1, false)
	if !inSentence(t, i, from) || t.Behind(from, ".;:()[]-–—/") {
		return i, i, noName
	}
	first, last = nameBehind(t, from)
	switch {
	case first == last || goesOn(t, last):
		return i, i, noName
	case last-first >= 2:
		return first, last, person
	case t.Behind(from, ",") && (last == len(t.Words) || !t.Behind(last, ",")), verbal(t.Words[first].Text):
		return i, i, noName
	}
	return first, last, firstName
}

// verbal reports a form of a verb, which some write with a capital anywhere.
func verbal(word string) bool { return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing") }

// owned reports whether "my", "our" or an article stands before a word, perhaps
// with one word between: "my old manager".
func owned(t *prose.Text, i int) bool {
	for k := i - 1; k >= max(0, i-2) && t.Words[k].Sentence == t.Words[i].Sentence; k-- {
		if besideNames().Of(&t.Words[k])&owner != 0 {
			return true
		}
	}
	return false
}

func inSentence(t *prose.Text, i, next int) bool {
	return next < len(t.Words) && t.Words[next].Sentence == t.Words[i].Sentence
}

// named reports whether a word could be a name: one capital, and nothing that the
// vocabulary or the talk of any office knows.
func named(t *prose.Text, i int) bool {
	w := &t.Words[i]
	if !capital(t, i) || len(w.Text) < 3 {
		return false
	}
	raw := t.Slice(w.Range)
	raw = raw[:len(raw)-possessive(raw)]
	if allCapitals(raw) || strings.ContainsAny(raw, "'’0123456789") {
		return false
	}
	return !stands(w, publicNames|knownAcronyms) && officeWords().Of(w) == 0 && !companyNouns.Has(w) && besideNames().Of(w)&(legalForm|partyWord|partyWords|relation|titleWord|owner) == 0
}

// partOfName reports a word that a name goes on with: Brightwell Bank.
func partOfName(t *prose.Text, i int) bool {
	return named(t, i) || capital(t, i) && companyNouns.Has(&t.Words[i])
}

// possessive returns the length of the 's that a word ends in.
func possessive(raw string) int {
	for _, end := range [...]string{"'s", "’s"} {
		if strings.HasSuffix(raw, end) {
			return len(end)
		}
	}
	return 0
}

func allCapitals(raw string) bool {
	for i := range len(raw) {
		if raw[i] >= 'a' && raw[i] <= 'z' {
			return false
		}
	}
	return true
}

// inTitle reports whether a word stands in a heading, or in a sentence that is
// written in capitals as one: all words but those that stay small in titles.
func inTitle(t *prose.Text, i int) bool {
	s := t.Sentences[t.Words[i].Sentence]
	if t.Paragraphs[s.Paragraph].Heading {
		return true
	}
	capitals := 0
	for k := s.First; k < s.Last; k++ {
		switch {
		case capital(t, k):
			capitals++
		case letter(t.Words[k].Text) && besideNames().Of(&t.Words[k])&smallInTitles == 0:
			return false
		}
	}
	return capitals >= titleWords
}

// titleWords is how many capitals make a title.
const titleWords = 4

func letter(word string) bool { return word != "" && word[0] >= 'a' && word[0] <= 'z' }

// officeWords are written with a capital in any company: departments, ranks, the
// words of the principles, and what begins a sentence.
var officeWords = words32(map[uint32]string{1: "monday thanks yes once onsite offsite department unit board level generation pain customers clients cost costs time pepper robot success service services support satisfaction obsession obsessed experience engineering engineer engineers security data product project projects program programs operations operation management manager relations relationship solutions solution platform portal team teams account accounts api id first second third " +
	"the and but with for from what when where who that this these those our your their all new because after before since while although however then also there here they you she his her its has had was were are " +
	"office officer director lead leads head chief executive architect developer analyst consultant specialist coordinator representative administrator technician scientist designer owner president vice senior junior principal staff associate intern trainee " +
	"sales marketing finance legal human resources quality assurance business intelligence technology information infrastructure research development compliance procurement logistics delivery care journey insights feedback review reviews trust focus facing side center centre hub dashboard onboarding retention satisfaction value network program " +
	"earn dive deep deliver results think big bias action frugality ownership invent simplify learn curious hire develop insist highest standards backbone disagree commit employer responsibility"})

// companyNouns are part of a name behind another word of it: Brightwell Bank.
var companyNouns = prose.NewWordSet("bank university college company group hospital institute agency holdings partners capital systems labs technologies industries airlines motors foods energy insurance")

// words32 builds a dictionary of lists of words on first use; a word in several
// lists has the flags of all.
func words32(lists map[uint32]string) func() *prose.Dictionary {
	return lazily(func() *prose.Dictionary { return flagged(lists) })
}
