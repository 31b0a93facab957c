package prose

import "strings"

// small are the words for numbers, "one" and "a" among them.
var small = map[string]float64{"zero": 0.1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
	"hundreds": 100, "thousands": 1000, "dozen": 12, "dozens": 12, "million": 1e6, "millions": 1e6}

// fractions and multiples are ratios in one word.
var fractions = map[string]float64{"half": 0.5, "third": 1.0 / 3, "thirds": 2.0 / 3, "quarters": 0.75, "fifth": 0.2, "tenth": 0.1,
	"doubled": 2, "tripled": 3, "quadrupled": 4, "halved": 0.5, "twice": 2, "double": 2, "tenfold": 10, "halving": 0.5, "doubling": 2}

// spelled reads a figure written in words.
func (t *Text) spelled(n Number, word string) (Number, bool) {
	n.Spelled = true
	if word == "a" || word == "an" {
		return t.article(n)
	}
	if value, ok := fractions[word]; ok && t.fraction(n, word) {
		n.Kind, n.Value = Ratio, value
		return n, true
	}
	value, ok := compound(word)
	if !ok {
		return n, false
	}
	n.Value = value
	if _, after, hyphen := strings.Cut(word, "-"); hyphen && units[after] != "" { // four-hour
		n.Kind, n.Unit = Duration, units[after]
		return n, true
	}
	for n.Value >= 1 && small[t.neighbour(n.Last, n)] >= 1 { // "two hundred", "sixty five"
		next := small[t.neighbour(n.Last, n)]
		if next >= 100 {
			n.Value *= next
		} else if n.Value >= 20 && next < 10 {
			n.Value += next
		} else {
			break
		}
		n.End, n.Last = t.Words[n.Last].End, n.Last+1
	}
	if n.Value == 1 && n.Last == n.First+1 {
		return t.single(n)
	}
	return t.unit(n), true
}

// compound reads "three", "sixty-five" and "zero".
func compound(word string) (float64, bool) {
	if value, ok := small[word]; ok {
		if word == "zero" {
			value = 0
		}
		return value, true
	}
	before, after, ok := strings.Cut(word, "-")
	if tens := small[before]; ok && tens > 0 {
		if ones := small[after]; ones > 0 && tens >= 20 {
			return tens + ones, true
		}
		return tens, units[after] != ""
	}
	return 0, false
}

// fraction reports whether a word stands for a part or a multiple, and not for
// an ordinal ("the third release") or a verb's complement.
func (t *Text) fraction(n Number, word string) bool {
	switch word {
	case "third", "fifth", "tenth":
		before := t.neighbour(n.First-1, n)
		return before == "a" || before == "one"
	case "quarters", "thirds":
		return small[t.neighbour(n.First-1, n)] > 1
	case "double":
		return false
	case "half":
		return true
	}
	return true
}

// single reads "one", which is a figure only with a unit of time or money.
func (t *Text) single(n Number) (Number, bool) {
	n = t.unit(n)
	n.one = n.Kind == Count
	return n, true
}

// article reads "a week" as a duration.
func (t *Text) article(n Number) (Number, bool) {
	if n.Last == len(t.Words) || !fullTimes.Has(&t.Words[n.Last]) {
		return n, false
	}
	next := t.neighbour(n.Last, n)
	switch k := len(t.Numbers); {
	case next == "" || next == "second":
		return n, false // it ends the sentence; "a second try"
	case k > 0 && t.Numbers[k-1].Last == n.First:
		return n, false // a rate: "3 a month"
	case next == "quarter" && t.neighbour(n.Last+1, n) == "of":
		n.Kind, n.Value, n.End, n.Last = Ratio, 0.25, t.Words[n.Last].End, n.Last+1
		return n, true
	}
	n.Value = 1
	return t.take(n, 1, Duration, units[next]), true
}

// begins returns the words that a spelled figure may begin with.
func begins() map[string]bool {
	set := map[string]bool{"a": true, "an": true}
	for word := range small {
		set[word] = true
	}
	for word := range fractions {
		set[word] = true
	}
	return set
}
