package prose

import "strings"

// speaks finds what a figure speaks of: its Subject, Group and Verb.
func (t *figureReader) speaks(f *Figure, s side) {
	f.Definite = t.traitNear(f.First-1, &f.Number).has(definite)
	at := f.First
	if s.other >= 0 {
		at = min(at, t.Numbers[s.other].First) // "from 50 to 12 minutes" has one subject
	}
	f.Verb = t.governing(at)
	switch {
	case f.Kind == Count && !sizes.Holds(f.Unit):
		t.speaksOfCount(f, s, at)
	default:
		f.Subject = t.measured(f, at)
	}
}

// speaksOfCount reads the counted noun, and the group that it makes up. A bare
// side of a change ("the tool count went from 15 to 4") has what stands before it.
func (t *figureReader) speaksOfCount(f *Figure, s side, at int) {
	t.trim(f)
	if at > 1 && t.neighbour(at-1, f.Number) == "of" {
		f.Group = t.nounsLeft(at - 2)
		if !f.Group.Empty() && t.isPlural(f.Group.Last-1) {
			f.Per = "each" // "waves of four countries"
		}
	}
	if f.Subject.Empty() && s.other >= 0 {
		f.Subject = t.noun(&t.Numbers[s.other])
	}
	switch {
	case !f.Subject.Empty():
		f.Restricted = t.isNarrowed(f.Subject.Last)
	case f.Role != Before && f.Role != After && f.Role != By:
	case f.Verb < 0 || t.trait(f.Verb).has(moves|governs):
		f.Subject = t.before(at) // and not the hospitals of "hospitals called us 9 times, not 47"
	}
}

// trim makes a count end with its noun, else with its last numeral.
func (t *figureReader) trim(f *Figure) {
	switch {
	case !f.Subject.Empty():
		f.Last = f.Subject.Last
	case f.Last-1 > f.First && singular(t.Words[f.Last-1].Text) == f.Unit && f.Unit != "":
		f.Last, f.Unit = f.Last-1, ""
	default:
		return
	}
	f.End = t.Words[f.Last-1].End
}

// nounReach is how many words a noun phrase may have, and how far behind a figure
// the noun may end that it counts.
const nounReach = 4

// breaks are the marks that end a noun phrase.
const breaks = ",;:()—–."

// noun returns the phrase that a number counts: the words behind it up to the
// first plural.
func (t *figureReader) noun(n *Number) Phrase {
	if n.Kind != Count || sizes.Holds(n.Unit) {
		return Phrase{}
	}
	first := n.Last
	if n.Unit != "" && n.Last > n.First && singular(t.Words[n.Last-1].Text) == n.Unit {
		first = n.Last - 1
	}
	for i := first; i < min(len(t.Words), first+nounReach) && t.Words[i].Sentence == n.Sentence; i++ {
		if t.Behind(i, breaks+"/") || !t.isContent(i) || t.trait(i).has(governs) && i == first {
			return Phrase{}
		}
		if !t.isPlural(i) {
			continue
		}
		if next := i + 1; next < len(t.Words) && t.Words[next].Sentence == n.Sentence && t.isPlural(next) && t.isContent(next) && !t.Behind(next, breaks+"/") {
			i = next // operations engineers
		}
		return Phrase{first, i + 1}
	}
	return Phrase{}
}

// isPlural reports the plural of a noun.
func (t *figureReader) isPlural(i int) bool {
	word, is := t.Words[i].Text, t.trait(i)
	if is.has(people) {
		return true
	}
	n := len(word)
	return n > 3 && word[n-1] == 's' && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") && !is.has(singulars)
}

// isContent reports a word that can be part of a noun phrase.
func (t *figureReader) isContent(i int) bool {
	w := &t.Words[i]
	return w.Text != "" && w.class&(isFunction|isPronoun|isSubject|isSingular|isPlural|isAdverb) == 0 && !digit(w.Text[0]) && !t.trait(i).has(empty)
}

// isVerb reports whether a word can govern a figure.
func (t *figureReader) isVerb(i int) bool {
	is := t.trait(i)
	if is.has(either) {
		return i+1 < len(t.Words) && (t.Words[i+1].class&isNumber != 0 || t.trait(i+1).has(about))
	}
	return t.Words[i].class&isPast != 0 || is.has(governs)
}

// isNarrowed reports whether what follows a noun says which ones are meant: "that
// we own", "in the payment domain". A time does not: "in six weeks".
func (t *figureReader) isNarrowed(last int) bool {
	if last >= len(t.Words) || t.Words[last].Sentence != t.Words[last-1].Sentence || t.Behind(last, ",;:.—") {
		return false
	}
	word, is := t.Words[last].Text, t.trait(last)
	switch {
	case is.has(narrows) || strings.HasSuffix(word, "ing") && len(word) > 4:
		return true
	case !is.has(narrowing) || last+1 >= len(t.Words):
		return false
	}
	return t.Words[last+1].class&isNumber == 0 && !t.trait(last+1).has(onTime)
}

// governing returns the verb before a word in its clause, or -1.
func (t *figureReader) governing(word int) int {
	start := t.clauseStart(word)
	for i := word - 1; i >= start; i-- {
		if t.isVerb(i) {
			return i
		}
	}
	return -1
}

// measured finds what a figure that is no count speaks of.
func (t *figureReader) measured(f *Figure, at int) Phrase {
	if p := t.behind(f); !p.Empty() {
		return p
	}
	return t.before(at)
}

// behind reads "20 % of users", "a 50-minute suite", "a 20 % drop in response
// times" and "$2M a year in losses".
func (t *figureReader) behind(f *Figure) Phrase {
	next := f.Last
	for next < len(t.Words) && t.Words[next].Sentence == f.Sentence && (next == f.Last || !t.Behind(next, breaks)) && t.isRate(next) {
		next++
	}
	if next >= len(t.Words) || t.Words[next].Sentence != f.Sentence || t.Behind(next, breaks) {
		return Phrase{}
	}
	word, is := t.Words[next].Text, t.trait(next)
	switch {
	case word == "of" || word == "in" && f.Kind == Money:
		p := t.nounsRight(next + 1)
		if !p.Empty() && t.Words[p.Last-1].Text == "time" {
			return Phrase{} // "40 minutes of a team's time"
		}
		return p
	case is.has(changeNouns):
		return t.changed(Phrase{next, next + 1}, f)
	case is.has(comparative) || !t.isContent(next):
		return Phrase{}
	case f.Kind == Percent || f.Kind == Money || strings.Contains(t.Slice(t.Words[f.Last-1].Range), "-"):
		return t.changed(t.nounsRight(next), f)
	}
	return Phrase{}
}

// changed takes the cost for "cost reduction" and "reduction in cost".
func (t *figureReader) changed(p Phrase, f *Figure) Phrase {
	if p.Empty() || !t.trait(p.Last-1).has(changeNouns) {
		return p
	}
	if after := t.neighbour(p.Last, f.Number); after == "in" || after == "of" {
		return t.nounsRight(p.Last + 1)
	}
	return Phrase{p.First, p.Last - 1}
}

// isRate reports the words of a rate: "a year", "/year", "per week", "annually".
func (t *figureReader) isRate(i int) bool {
	word, before := t.Words[i].Text, ""
	if i > 0 {
		before = t.Words[i-1].Text
	}
	switch word {
	case "per":
		return true
	case "a", "an":
		return i+1 < len(t.Words) && units[t.Words[i+1].Text] != ""
	}
	return rates[word] != "" || word != "" && units[word] == word && (before == "a" || before == "an" || before == "per" || t.Behind(i, "/"))
}

// before finds what stands before a figure and is measured by it: the object of
// a verb ("cut the build from 50"), else its subject ("the build took 50"), else
// the noun of "a rate of 94 %".
func (t *figureReader) before(at int) Phrase {
	first := t.Sentences[t.Words[at].Sentence].First
	end, start := t.skipBound(at), t.clauseStart(at)
	if end < first {
		return Phrase{}
	}
	if start > first && t.Behind(start, "(:") && !t.tells(start, at) {
		end = start - 1 // what stands before the bracket
		start = t.clauseStart(end)
	}
	if t.Words[end].Text == "of" {
		return t.nounsLeft(end - 1)
	}
	for i := end; i >= start; i-- {
		if !t.isVerb(i) {
			continue
		}
		if p := t.nounsRight(i + 1); !p.Empty() && p.Last <= end+1 {
			return p
		}
		return t.subjectOf(i, first)
	}
	return t.nounsLeft(end)
}

// tells reports whether any of the words [first, last) is a verb or part of a noun
// phrase.
func (t *figureReader) tells(first, last int) bool {
	for i := first; i < last; i++ {
		if t.isVerb(i) || t.isContent(i) {
			return true
		}
	}
	return false
}

// subjectOf returns the nouns before a verb, behind auxiliaries and adverbs, or
// before the "that" of "a suite that took 50 minutes".
func (t *figureReader) subjectOf(verb, first int) Phrase {
	i := verb - 1
	for i >= first && (t.Words[i].class&isAdverb != 0 || t.trait(i).has(auxiliary)) && !t.Behind(i+1, ",;:()—") {
		i--
	}
	if i < first || t.Behind(i+1, ",;:()—") {
		return Phrase{}
	}
	return t.nounsLeft(i)
}

// nounsLeft returns the noun phrase that ends with a word, and the nouns that it
// is tied to.
func (t *figureReader) nounsLeft(last int) Phrase {
	if last < 0 || !t.isContent(last) {
		return Phrase{}
	}
	start := t.Sentences[t.Words[last].Sentence].First
	first := last
	for first > start && last-first < nounReach-1 && t.isContent(first-1) && !t.Behind(first, breaks) && t.Words[first-1].class&isPast == 0 {
		first--
	}
	at := first - 1
	for at > start && (t.trait(at).has(article) || t.Words[at].class&isNumber != 0 && digit(t.Words[at].Text[0])) {
		at-- // the 26 of "a marketplace with 26 countries"
	}
	if at > start && t.trait(at).has(joins) && t.isContent(at-1) && !t.isVerb(at-1) && !t.Behind(at, breaks) && !t.Behind(at+1, breaks) {
		if whole := t.nounsLeft(at - 1); !whole.Empty() {
			first = whole.First
		}
	}
	return Phrase{first, last + 1}
}

// nounsRight returns the noun phrase that begins with a word or behind its
// article, and what it is "of".
func (t *figureReader) nounsRight(first int) Phrase {
	if first < 1 || first > len(t.Words) {
		return Phrase{}
	}
	sentence := t.Words[first-1].Sentence
	for first < len(t.Words) && t.trait(first).has(article) {
		first++
	}
	last := first
	for last < len(t.Words) && last-first < nounReach && t.Words[last].Sentence == sentence && t.isContent(last) && (last == first || !t.Behind(last, breaks)) && !t.endsNouns(last, first) {
		last++
	}
	if last > first && last+1 < len(t.Words) && t.Words[last].Text == "of" && !t.Behind(last, breaks) {
		if part := t.nounsRight(last + 1); !part.Empty() {
			return Phrase{first, part.Last}
		}
	}
	if last == first {
		return Phrase{}
	}
	return Phrase{first, last}
}

// endsNouns reports a verb behind a noun. A participle before one is part of it:
// "phased transformation".
func (t *figureReader) endsNouns(i, first int) bool {
	switch is := t.trait(i); {
	case is.has(governs):
		return true
	case is.has(either):
		return t.isVerb(i)
	}
	return t.Words[i].class&isPast != 0 && (i > first || i+1 >= len(t.Words) || !t.isContent(i+1) || t.Behind(i+1, breaks))
}
