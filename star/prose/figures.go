package prose

import "strings"

// Figure is a number that counts or measures something, with what its sentence
// says of it. A range ("2 to 3 weeks") is one figure; "from 9 days to 2" are two.
type Figure struct {
	Number         // of the bare side of a change, with the kind and the unit of the other side
	High   float64 // the upper end of a range, else Value
	Bound  Bound
	Per    string // what it is counted by: "week", "build", "each"; "" for a plain figure
	Role   Role

	Subject Phrase // the noun that it counts, or the thing that it measures; empty where the text does not tell
	Group   Phrase // what a count makes up: the team of "a team of 8 engineers"
	Verb    int    // the verb that governs it, a word index, or -1

	Statistic  int  // the word that says which of many values it is ("p99", "median"), a word index, or -1
	Definite   bool // "the 12 services", "all 12 services"
	Restricted bool // "the 12 services that we own"
}

// Bound says how exact a figure is meant.
type Bound uint8

// The bounds of a figure.
const (
	Exact   Bound = iota
	About         // about, roughly, nearly, "~"
	AtLeast       // over, more than, at least, "+"
	AtMost        // under, up to, less than, within
)

// Phrase is a run of words [First, Last); it has no word where First is Last.
type Phrase struct{ First, Last int }

// Empty reports whether a phrase has no word.
func (p Phrase) Empty() bool { return p.Last <= p.First }

// Figures lists the figures of a text in order. What names, dates or orders
// something is none, and neither are "one person", "a day job", "at eleven" and
// what stands in code. They are read anew at each call.
func (t *Text) Figures() []Figure {
	if len(t.Numbers) == 0 {
		return nil
	}
	return newFigureReader(t).figures()
}

func (t *figureReader) figures() []Figure {
	sides := t.sides()
	found := make([]Figure, 0, len(t.Numbers))
	for i := 0; i < len(t.Numbers); i++ {
		if !t.measures(&t.Numbers[i]) {
			continue
		}
		f := Figure{Number: t.Numbers[i], High: t.Numbers[i].Value, Subject: t.noun(&t.Numbers[i]), Verb: -1, Statistic: -1}
		s := sides[i]
		if more := t.readRange(&f, i); more > 0 {
			i += more
			f.Subject = t.noun(&f.Number)
			if s.role == State {
				s = sides[i] // of "from 2.3/5 to 4.2/5" the 5 is next to the "to"
			}
		}
		t.inherit(&f, s)
		f.Bound, f.Per = t.bound(&f), t.per(&f)
		f.Role = t.role(&f, s)
		t.speaks(&f, s)
		f.Statistic = t.statistic(&f)
		found = append(found, f)
		sharePer(found)
	}
	return found
}

// sharePer gives both sides of a change one rate: "from 60 to 22 a month".
func sharePer(found []Figure) {
	n := len(found)
	if n < 2 || found[n-1].Role != After || found[n-2].Role != Before {
		return
	}
	if a, b := &found[n-2].Per, &found[n-1].Per; *b == "" {
		*b = *a
	} else {
		*a = *b
	}
}

// side is where in a change of figures a number stands.
type side struct {
	role  Role
	other int // the number on the other side, or -1
}

// sides says of each number whether it is one side of a change.
func (t *figureReader) sides() []side {
	sides := make([]side, len(t.Numbers))
	for i := range sides {
		sides[i].other = -1
	}
	for _, c := range t.changes {
		switch {
		case c.To < 0:
			sides[c.From].role = Before
		case !t.alike(&t.Numbers[c.From], &t.Numbers[c.To]):
		case c.To < c.From && t.Numbers[c.From].Kind == Count && t.Numbers[c.To].Kind == Count:
			sides[c.From], sides[c.To] = side{Supposed, c.To}, side{State, c.From} // "12 engineers instead of 30"
		default:
			sides[c.From], sides[c.To] = side{Before, c.To}, side{After, c.From}
		}
	}
	return sides
}

// alike reports whether two numbers can be the sides of one change: they have
// one unit or one noun, or one of them has none.
func (t *figureReader) alike(a, b *Number) bool {
	x, y := t.noun(a), t.noun(b)
	switch before := t.neighbour(b.First-1, *b); {
	case b.Kind == Duration && a.Kind != Duration && (before == "within" || before == "in" || before == "over" || before == "after"):
		return false // how long the change took
	case a.Value == b.Value && a.Unit == b.Unit:
		return false
	case a.Kind == Count && x.Empty(), b.Kind == Count && y.Empty():
		return true
	case a.Kind != b.Kind:
		return false
	}
	return a.Kind != Count || t.Words[x.Last-1].Text == t.Words[y.Last-1].Text
}

// measures reports whether a number is a figure of its own.
func (t *figureReader) measures(n *Number) bool {
	if !n.Metric() || t.listNumber(n) || t.isClock(n) {
		return false
	}
	switch word := t.Words[n.First].Text; {
	case word == "a" || word == "an":
		return t.isExtent(n)
	case strings.HasPrefix(word, "zero-") || strings.HasPrefix(word, "0-"):
		return false // zero-day
	case word == "half":
		next := t.neighbour(n.Last, *n)
		return next == "of" || next == "the" || next == "a" || next == "an" || next == "our"
	case word == "twice" || n.Unit == "thing" || n.Unit == "way":
		return false // "two things" says nothing to verify
	case word == "one" && n.Kind == Duration:
		return t.neighbour(n.First-1, *n) != "" // not "One day I saw"
	}
	return true
}

// listNumber reports the number of an item in running text: "1) download".
func (t *figureReader) listNumber(n *Number) bool {
	end := t.Words[n.First].End
	return !n.Spelled && strings.HasPrefix(t.Source[end:], ")") && !strings.Contains(t.Source[max(0, n.Start-bracketReach):n.Start], "(")
}

// bracketReach is how many bytes before a figure its bracket may open.
const bracketReach = 20

// isClock reports a time of day in words: "at eleven", "until six".
func (t *figureReader) isClock(n *Number) bool {
	return n.Kind == Count && n.Spelled && n.Value <= 12 &&
		(t.traitNear(n.First-1, n).has(clock) || t.neighbour(n.First+1, *n) == "at" && t.neighbour(n.First+2, *n) == "night") && t.noun(n).Empty()
}

// isExtent reports whether "a week" says how long something took. "A week" behind
// another figure is a rate, and "a night shift" no figure at all.
func (t *figureReader) isExtent(n *Number) bool {
	next := t.neighbour(n.Last, *n)
	if !t.traitNear(n.First-1, n).has(extent) || next == "of" {
		return false
	}
	return next == "" || function.Holds(next) || t.Behind(n.Last, ",;:.()") || next == "later" || next == "earlier"
}

// readRange joins the upper end of a range to f and returns how many numbers it
// took. The unit of a range stands behind its upper end.
func (t *figureReader) readRange(f *Figure, i int) int {
	if high, ok := dashed(t.Slice(f.Range)); ok && high > f.Value {
		f.High = high
		return 0
	}
	if i+1 >= len(t.Numbers) || t.Numbers[i+1].Sentence != f.Sentence {
		return 0
	}
	next := t.Numbers[i+1]
	between := strings.TrimSpace(t.Source[f.End:max(f.End, next.Start)])
	switch {
	case between == "/" && next.Kind == Count && f.Kind == Count: // 4.2/5
		f.Kind, f.Unit, f.End, f.Last = Ratio, "/"+t.Slice(t.Words[next.First].Range), t.Words[next.First].End, next.First+1
	case !next.Metric() || next.Value <= f.Value || next.one:
		return 0
	case between == "-" || between == "–" || (between == "to" || between == "or") && f.Kind == Count && f.Unit == "" && !t.changing(i):
		f.Kind, f.Unit, f.High, f.End, f.Last = next.Kind, next.Unit, next.Value, next.End, next.Last
	default:
		return 0
	}
	return 1
}

// dashed reads the upper end of "20-30 minutes".
func dashed(text string) (float64, bool) {
	at := strings.IndexAny(text, "-–")
	if at < 1 || !digit(text[at-1]) {
		return 0, false
	}
	rest := strings.TrimLeft(text[at:], "-–")
	if rest == "" || !digit(rest[0]) {
		return 0, false
	}
	high, _ := leading(rest)
	return high, true
}

// changing reports whether a number is a side of a change, so that a "to"
// behind it makes no range.
func (t *figureReader) changing(i int) bool {
	for _, c := range t.changes {
		if c.From == i || c.To == i {
			return true
		}
	}
	return false
}

// inherit gives the bare side of a change ("from 50 to 12 minutes") the kind
// and the unit of the other.
func (t *figureReader) inherit(f *Figure, s side) {
	if s.other < 0 || f.Kind != Count || f.Unit != "" && !f.Subject.Empty() {
		return
	}
	other := &t.Numbers[s.other]
	if other.Kind != Count && other.Kind != Ratio || sizes.Holds(other.Unit) || other.Unit == "x" {
		f.Kind, f.Unit = other.Kind, other.Unit
	}
}

// bound reads the words before a figure, and the marks around it, that say how
// exact it is.
func (t *figureReader) bound(f *Figure) Bound {
	one, two := t.neighbour(f.First-1, f.Number), t.neighbour(f.First-2, f.Number)
	is := t.traitNear(f.First-1, &f.Number)
	behind, before := t.Source[t.Words[f.First].End:], t.Source[:f.Start]
	switch {
	case strings.HasPrefix(behind, "+") || strings.HasPrefix(behind, "%+") || strings.HasSuffix(before, ">"):
		return AtLeast
	case strings.HasSuffix(before, "<"):
		return AtMost
	case strings.HasSuffix(before, "~") || is.has(about) || f.Spelled && t.trait(f.First).has(vague):
		return About
	case is.has(over) || one == "than" && (two == "more" || two == "greater") || one == "least" && two == "at":
		return AtLeast
	case is.has(under) || one == "than" && (two == "less" || two == "fewer") || one == "to" && two == "up" || one == "most" && two == "at":
		return AtMost
	}
	return Exact
}

// per returns what a figure is counted by.
func (t *figureReader) per(f *Figure) string {
	if before := t.neighbour(f.First-1, f.Number); before == "each" || before == "every" {
		return "each"
	}
	for i := f.Last; i < min(len(t.Words), f.Last+perReach) && t.Words[i].Sentence == f.Sentence && !t.Behind(i, ",;:().—"); i++ {
		word, next := t.Words[i].Text, t.neighbour(i+1, f.Number)
		switch {
		case word == "each" || word == "apiece":
			return "each"
		case (word == "a" || word == "an" || word == "every") && units[next] == next && next != "":
			return next
		case i == f.Last && t.Behind(i, "/") && units[word] == word:
			return word
		case word == "per" && next != "":
			return singular(next)
		case rates[word] != "":
			return rates[word]
		case digit(first(word)) || t.trait(i).has(conjoins) || t.isVerb(i) || t.Words[i].class&isPronoun != 0:
			return ""
		}
	}
	return ""
}

// perReach is how many words may stand between a figure and its "per week".
const perReach = 6

var rates = map[string]string{"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year"}

// statistic returns the word near a figure that says which of many values it is.
func (t *figureReader) statistic(f *Figure) int {
	sentence := t.Sentences[f.Sentence]
	for i := max(sentence.First, f.First-statisticReach); i < min(sentence.Last, f.Last+2); i++ {
		if t.trait(i).has(statistic) {
			return i
		}
	}
	return -1
}

// statisticReach is how many words before a figure its "p99" may stand.
const statisticReach = 8
