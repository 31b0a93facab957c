package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Kind says what a figure counts.
type Kind uint8

// The kinds of figures.
const (
	Count Kind = iota
	Percent
	Money
	Duration
	Ratio   // 3x, 4 of 5, a third, doubled
	Date    // days, months, quarters, years, times of day
	Ordinal // 2nd, first
	Version // 1.2.3
	ID      // numbers that name something: S3, p99, level 5, port 443, ticket #4711
)

var kindNames = [...]string{"count", "percent", "money", "duration", "ratio", "date", "ordinal", "version", "id"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Number is a figure with its unit, as written: "4,200 users", "$1.2M".
type Number struct {
	Range
	Kind     Kind
	Value    float64 // 1.2M is 1200000, forty is 40, a third 1/3
	Unit     string  // "%", "$", "hour", the counted noun; "" when none is near
	First    int     // index of its first word
	Last     int     // index behind its last word
	Sentence int
	Spelled  bool // written in words
	one      bool // "one" or "a": a pronoun or an article unless a unit follows
}

// Metric reports whether the figure can measure an outcome. Dates, versions,
// names and ordinals cannot, and neither can "one person".
func (n Number) Metric() bool {
	switch n.Kind {
	case Percent, Money, Duration, Ratio:
		return true
	case Count:
		return !n.one
	}
	return false
}

func (t *Text) readNumbers() {
	for i := 0; i < len(t.Words); {
		if t.Words[i].class&isNumber == 0 {
			i++
			continue
		}
		n, ok := t.number(i)
		if !ok {
			i++
			continue
		}
		t.Numbers = append(t.Numbers, n)
		i = n.Last
	}
}

// number reads the figure that begins at a word.
func (t *Text) number(i int) (Number, bool) {
	word := t.Words[i].Text
	if word == "" {
		return Number{}, false
	}
	n := Number{Range: t.Words[i].Range, First: i, Last: i + 1, Sentence: t.Words[i].Sentence}
	c := word[0]
	switch {
	case digit(c):
		return t.digits(n, word), true
	case letter(c) && digit(word[len(word)-1]) && len(word) <= 6 || letter(c) && len(word) > 1 && digit(word[1]):
		n.Kind = ID
		return n, quarter(&n, word) || true
	}
	return t.spelled(n, word)
}

func quarter(n *Number, word string) bool {
	if len(word) == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4' {
		n.Kind = Date
		return true
	}
	return false
}

// digits reads a figure written in digits, with the marks around it.
func (t *Text) digits(n Number, word string) Number {
	value, rest := leading(word)
	n.Value = value
	if kind, ok := t.shaped(n, word, rest); ok {
		n.Kind = kind
		return n
	}
	n = t.scaled(n, rest)
	if money := t.currencyBefore(n.Start); money > 0 {
		n.Kind, n.Unit, n.Start = Money, "$", n.Start-money
		return t.magnitude(n)
	}
	if end := t.percentBehind(n.End); end > 0 {
		n.Kind, n.Unit, n.End = Percent, "%", end
		for n.Last < len(t.Words) && t.Words[n.Last].Start < end { // the 30 of "20–30%"
			n.Last++
		}
		return n
	}
	n = t.magnitude(n)
	return t.unit(n)
}

// leading reads the number that a word begins with; rest is what follows.
func leading(word string) (value float64, rest string) {
	end := 0
	for end < len(word) && (digit(word[end]) || (word[end] == '.' || word[end] == ',') && end+1 < len(word) && digit(word[end+1])) {
		end++
	}
	value, _ = strconv.ParseFloat(strings.ReplaceAll(word[:end], ",", ""), 64)
	return value, word[end:]
}

// shaped recognises figures by their form alone: dates, times, versions,
// ordinals and names.
func (t *Text) shaped(n Number, word, rest string) (Kind, bool) {
	switch {
	case strings.Count(word, ".") >= 2 && rest == "":
		return Version, true
	case strings.Contains(word, ":"):
		return Date, true
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		return Ordinal, true
	case rest == "am" || rest == "pm":
		return Date, true
	case t.isDate(n, word, rest):
		return Date, true
	case t.named(n), t.slashed(n), strings.HasSuffix(t.Source[:n.Start], "#"), t.status(n, word):
		return ID, true
	}
	return 0, false
}

// isDate recognises 2024-03-05, March 2024, 5 March, and a year that counts
// nothing.
func (t *Text) isDate(n Number, word, rest string) bool {
	if len(word) >= 7 && word[4] == '-' && strings.Count(word, "-") <= 2 && year(n.Value) {
		return true
	}
	if rest != "" && rest != "s" {
		return false
	}
	before, after := t.neighbour(n.First-1, n), t.neighbour(n.First+1, n)
	if months.Holds(before) || months.Holds(after) && n.Value <= 31 || after == "am" || after == "pm" || after == "a.m" || after == "p.m" || after == "o'clock" {
		return true
	}
	return year(n.Value) && len(word) == 4+len(rest) && t.percentBehind(n.End) == 0 && t.currencyBefore(n.Start) == 0 && !plural(after)
}

func year(v float64) bool { return v >= 1950 && v < 2100 }

// plural reports a noun that a year would not stand before.
func plural(word string) bool {
	return len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && word != "was" && word != "this" && word != "always" || units[word] != ""
}

func (t *Text) neighbour(i int, n Number) string {
	if i < 0 || i >= len(t.Words) || t.Words[i].Sentence != n.Sentence {
		return ""
	}
	return t.Words[i].Text
}

var months = NewWordSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter")

// named reports a number behind the word that it names: "level 5", "top 10".
func (t *Text) named(n Number) bool {
	return nouns.Holds(t.neighbour(n.First-1, n)) && !t.Behind(n.First, ",;:.()") && t.percentBehind(n.End) == 0
}

var nouns = NewWordSet("level version port step phase tier priority severity sev top chapter page room building error status http https oauth python java windows iso rfc section number no grade type figure table option part question stage windows layer soc row slot rack bay shelf aisle example scenario article rule release go tls node kubernetes angular react ubuntu log4j")

// status reports a status of HTTP: "a 404 page". In the plural most are counts:
// "500 errors", but never "502 errors".
func (t *Text) status(n Number, word string) bool {
	if !statuses.Holds(word) {
		return strings.HasSuffix(word, "s") && statuses.Holds(word[:len(word)-1]) && n.Value > 400 // "502s"
	}
	next := t.neighbour(n.Last, n)
	return answers.Holds(next) || n.Value > 400 && n.Value != 500 && answers.Holds(singular(next))
}

var statuses = NewWordSet("400 401 403 404 405 409 410 413 422 429 500 501 502 503 504")

var answers = NewWordSet("page error status response code")

// slashed reports 24/7 and its like: a figure tied to another by a slash,
// unless both count ("12/14 teams").
func (t *Text) slashed(n Number) bool {
	return n.Value == 24 && strings.HasPrefix(t.Source[n.End:], "/7") || n.Value == 7 && n.Start > 2 && t.Source[n.Start-3:n.Start] == "24/" ||
		n.Value == 360 && strings.HasPrefix(t.Source[n.End:], "-degree")
}

// scaled reads what is written right behind the digits: 3k, 1.2M, 3x, 300ms.
func (t *Text) scaled(n Number, rest string) Number {
	rest = strings.TrimPrefix(rest, "-")
	if before, after, ok := strings.Cut(rest, "-"); ok { // 20-minute, 20-30
		rest = before
		if digit(first(before)) {
			rest = after
		}
	}
	switch {
	case rest == "":
	case factors[rest] != 0:
		n.Value *= factors[rest]
	case rest == "x" || rest == "fold":
		n.Kind, n.Unit = Ratio, "x"
	case units[rest] != "":
		n.Kind, n.Unit = Duration, units[rest]
	case digit(first(rest)):
	default:
		n.Unit = rest
	}
	return n
}

func first(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

var factors = map[string]float64{"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "mio": 1e6, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "hundred": 100, "lakh": 1e5}

// magnitude reads "million" and its like behind a figure.
func (t *Text) magnitude(n Number) Number {
	if factor := factors[t.neighbour(n.Last, n)]; factor >= 100 && len(t.neighbour(n.Last, n)) > 2 {
		n.Value *= factor
		n.End, n.Last = t.Words[n.Last].End, n.Last+1
	}
	return n
}

func (t *Text) currencyBefore(at int) int {
	for _, sign := range [...]string{"$", "€", "£", "₹", "¥", "$ ", "€ ", "£ "} {
		if strings.HasSuffix(t.Source[:at], sign) {
			return len(sign)
		}
	}
	return 0
}

// percentBehind returns the end of a % that follows directly or behind a
// blank, a line break, a range ("20–30%") or a plus, or 0.
func (t *Text) percentBehind(at int) int {
	rest := t.Source[at:min(len(t.Source), at+12)]
	i := 0
	for i < len(rest) && strings.IndexByte(" +*\\\r\n", rest[i]) >= 0 && !strings.HasPrefix(rest[i:], "\n\n") {
		i++
	}
	if i < len(rest) && rest[i] == '%' {
		return at + i + 1
	}
	if r, n := utf8.DecodeRuneInString(rest); r == '–' || r == '-' {
		j := n
		for j < len(rest) && digit(rest[j]) {
			j++
		}
		if j > n && j < len(rest) && rest[j] == '%' {
			return at + j + 1
		}
	}
	return 0
}

// unit reads the words behind a figure that say what it counts.
func (t *Text) unit(n Number) Number {
	if n.Kind == Ratio || n.Kind == Duration {
		return n
	}
	next := t.neighbour(n.Last, n)
	switch {
	case next == "percent" || next == "pct":
		return t.take(n, 1, Percent, "%")
	case next == "percentage" && t.neighbour(n.Last+1, n) != "", next == "per" && t.neighbour(n.Last+1, n) == "cent":
		return t.take(n, 2, Percent, "%")
	case sizes.Holds(next):
		return t.take(n, 1, Count, next)
	case n.Spelled && (next == "thirds" || next == "quarters"):
		n.Value /= map[string]float64{"thirds": 3, "quarters": 4}[next]
		return t.take(n, 1, Ratio, "")
	case currencies.Holds(next):
		return t.take(n, 1, Money, "$")
	case units[next] != "" && t.Behind(n.Last, "/"):
		return n // a rate
	case units[next] != "":
		return t.take(n, 1+t.daysBehind(n), Duration, units[next])
	case next == "times" || next == "fold" || next == "x":
		return t.take(n, 1, Ratio, "x")
	case (next == "of" || next == "out") && t.counts(n):
		n.Kind = Ratio
		return n
	case units[n.Unit] != "":
		n.Kind, n.Unit = Duration, units[n.Unit]
		return n
	}
	if n.Unit == "" && len(next) > 2 && !digit(next[0]) && !function.Holds(next) && !t.Behind(n.Last, ",;:()") {
		n = t.take(n, 1, n.Kind, singular(next))
	}
	return n
}

// daysBehind returns 1 where the days of "nine working days" follow.
func (t *Text) daysBehind(n Number) int {
	if next := t.neighbour(n.Last+1, n); (next == "days" || next == "day") && t.neighbour(n.Last, n) != "days" && t.neighbour(n.Last, n) != "day" {
		return 1
	}
	return 0
}

// counts reports "9 of 10" and "4 out of 5".
func (t *Text) counts(n Number) bool {
	at := n.Last + 1
	for t.neighbour(at, n) == "of" || t.neighbour(at, n) == "the" {
		at++
	}
	next := t.neighbour(at, n)
	return next != "" && (digit(next[0]) || small[next] != 0)
}

func (t *Text) take(n Number, more int, kind Kind, unit string) Number {
	n.Kind, n.Unit = kind, unit
	n.Last += more
	n.End = t.Words[n.Last-1].End
	return n
}

func singular(word string) string {
	if strings.HasSuffix(word, "s") && len(word) > 3 && !strings.HasSuffix(word, "ss") {
		return word[:len(word)-1]
	}
	return word
}

var sizes = NewWordSet("kb mb gb tb pb kib mib gib tib")

var currencies = NewWordSet("dollars dollar euros euro pounds usd eur gbp inr rupees cents")

var function = NewWordSet("and or but to of in on at by for from with within after before than the a an is was were are as that which who more less over under out per into until since instead because so when while then i we it they he she")

// times are the units of time in full, those in the plural are units too.
const times = "second minute hour day week month quarter year weekend sprint night morning evening decade semester millisecond"

var fullTimes = NewWordSet(times + " " + strings.ReplaceAll(times, " ", "s ") + "s")

var units = map[string]string{}

func init() {
	for unit := range strings.FieldsSeq(times) {
		units[unit], units[unit+"s"] = unit, unit
	}
	for short, unit := range map[string]string{"ms": "millisecond", "s": "second", "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour", "hrs": "hour", "d": "day", "yr": "year", "yrs": "year", "mo": "month", "business": "day", "working": "day", "consecutive": "day", "calendar": "day"} {
		units[short] = unit
	}
}
