package rules

import (
	"math"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/prose"
)

// claim is what a line of do_not_claim says.
type claim struct {
	value    star.Value
	families []string       // of the words that carry it
	figures  []prose.Number // what it counts
	negative bool           // it says that something was not so
	by       claimant       // whom it is about, who is to be the one in the text
	phrase   bool           // too few words carry it: they are to stand in a row
	exact    bool           // it is one word, which is to stand in this form
	word     string         // the last word that carries it, as written
}

// claimant is whom a claim is about.
type claimant uint8

const (
	anybody claimant = iota
	ofUs             // the teller, alone or with others
	ofMe             // the teller alone
)

// readClaim takes a line of do_not_claim apart. A line without a word that carries
// anything is no claim.
func readClaim(value star.Value) (claim, bool) {
	t := prose.Analyze(value.Text)
	c := claim{value: value, figures: t.Numbers}
	var all []string
	for i := range t.Words {
		if !figureAt(t, i) {
			all = c.take(t.Words[i].Text, all)
		}
	}
	for _, n := range c.figures {
		if n.Kind == prose.Count && n.Unit != "" {
			c.families = append(c.families, wordFamily(n.Unit))
		}
	}
	if clauses := t.Clauses(); len(clauses) > 0 && clauses[0].Person == prose.Elided {
		c.by = ofUs // "led the migration"
	}
	if len(c.families) == 1 && len(c.figures) == 0 {
		c.families, c.phrase = all, true
		c.exact = len(all) == 1
	}
	return c, len(c.families)+len(c.figures) > 0
}

// take reads one word of a claim, and adds it to all where it would have to stand
// in a row with the others.
func (c *claim) take(word string, all []string) []string {
	if opposites()[word] {
		c.negative = !c.negative
		word = word[len("un"):]
	}
	switch {
	case negator(word):
		c.negative = !c.negative
		return append(all, wordFamily(word))
	case ofTheTeller()[word]:
		if c.by = ofUs; !plurals()[word] {
			c.by = ofMe
		}
		return append(all, wordFamily(word))
	case word == "" || word == "it" || articles()[word]:
		return all
	case !light()[word]:
		c.families, c.word = append(c.families, wordFamily(word)), word
	}
	return append(all, wordFamily(word))
}

// figureAt reports whether a word is part of a figure, and not the thing counted.
func figureAt(t *prose.Text, word int) bool {
	for _, n := range t.Numbers {
		if word >= n.First && word < n.Last {
			return true
		}
	}
	return false
}

// wordFamily is the family of a word, with the words that mean all and alone as one
// each.
func wordFamily(word string) string {
	switch word {
	case "all", "every", "each", "entire", "whole", "everybody", "everyone":
		return "all"
	case "alone", "sole", "solely", "single-handedly", "single-handed", "myself":
		return "alone"
	}
	return prose.Family(word)
}

// sameFamily reports whether two words are of one family, or of families of which
// one makes a noun of the other: reduce and reduction.
func sameFamily(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= familyLetters && strings.HasPrefix(b, a) && nounEndings()[b[len(a):]]
}

// familyLetters is how many letters such families have in common at least.
const familyLetters = 5

var nounEndings = words("ion tion ation ment al ance")

func negator(word string) bool {
	return denying()[word] || strings.HasSuffix(word, "n't") || word == "0"
}

var (
	ofTheTeller = words("i my me myself mine we our us ours i'm i've i'd we've we'd")
	plurals     = words("we our us ours we've we'd")
	articles    = words("the a an that this these those")
	light       = words("of to in on at for by with from as it its was were is are be been being am had has have having did do does done will would can could may might should there here and or but so because any some much more than then also just really actually very quite about around into out up off over who which what when where how he she they them his her their you your it's ourselves being got get made make makes able ever already still during per percent")
	denying     = words("no not never none nobody neither nor without zero cannot nothing nowhere")
	opposites   = words("unaffected unhappy unharmed unhurt untouched unchanged unnoticed uninterrupted unplanned unavailable unsuccessful unsafe unencrypted unpatched unused unpaid unanswered unresolved untested unsatisfied")
)

// madeIn reports whether a sentence makes a claim, and by which words.
func (c *claim) madeIn(t *prose.Text, sentence int) (words prose.Range, made bool) {
	s := t.Sentences[sentence]
	if strings.HasSuffix(strings.TrimRight(t.Slice(s.Range), `"'*_) `), "?") {
		return prose.Range{}, false
	}
	for i := s.First; i < s.Last; i++ {
		if first, last, ok := c.from(t, s, i); ok && c.saidSo(t, s, first, last) {
			figures, ok := c.figuresIn(t, s, first, last)
			if !ok {
				continue
			}
			words = prose.Range{Start: t.Words[firstDenial(t, s, first)].Start, End: t.Words[last].End}
			for _, n := range figures {
				words = prose.Range{Start: min(words.Start, n.Start), End: max(words.End, n.End)}
			}
			return words, true
		}
	}
	return prose.Range{}, false
}

// How far the words of a claim may lie apart: some for each of them, and a few.
const (
	claimReach = 2
	claimSlack = 4
)

// from looks for the words of a claim around word i, which is the first of them.
func (c *claim) from(t *prose.Text, s prose.Sentence, i int) (first, last int, ok bool) {
	if t.Words[i].Quoted {
		return 0, 0, false
	}
	if len(c.families) == 0 {
		n, ok := numberAt(t, i)
		return i, n.Last - 1, ok && sameFigure(c.figures[0], n)
	}
	if c.exact {
		return i, i, t.Words[i].Text == c.word
	}
	if c.phrase {
		return c.inARow(t, s, i)
	}
	if !c.has(t, i) {
		return 0, 0, false
	}
	first, last = i, i
	for _, family := range c.families {
		at := -1
		for k := i; k < min(s.Last, i+claimReach*len(c.families)+claimSlack); k++ {
			if !t.Words[k].Quoted && saysFamily(t, k, family) {
				at = k
				break
			}
		}
		if at < 0 {
			return 0, 0, false
		}
		last = max(last, at)
	}
	return first, last, !parted(t, first, last)
}

// parted reports whether a clause of its own begins between two words: "surveys
// showed it, and we saw".
func parted(t *prose.Text, first, last int) bool {
	for k := first + 1; k <= last; k++ {
		word := t.Words[k].Text
		if times()[word] || conjunctions()[word] && (t.Behind(k, ",;:") || k < last && subjects()[t.Words[k+1].Text]) {
			return true
		}
	}
	return false
}

func (c *claim) has(t *prose.Text, word int) bool {
	for _, family := range c.families {
		if saysFamily(t, word, family) {
			return true
		}
	}
	return false
}

// inARow looks for the words of a claim in their order from word i on, with
// articles between.
func (c *claim) inARow(t *prose.Text, s prose.Sentence, i int) (first, last int, ok bool) {
	first = i
	for _, family := range c.families {
		for i < s.Last && i > first && articles()[t.Words[i].Text] {
			i++
		}
		if i >= s.Last || !saysFamily(t, i, family) {
			return 0, 0, false
		}
		last = i
		i++
	}
	return first, last, true
}

// saysFamily reports whether a word is of a family, or its opposite, which denies
// it.
func saysFamily(t *prose.Text, word int, family string) bool {
	text := t.Words[word].Text
	if opposites()[text] {
		text = text[len("un"):]
	}
	return text != "" && sameFamily(wordFamily(text), family)
}

// figureReach is how many words may lie between the words of a claim and its
// figures.
const figureReach = 6

// figuresIn returns the figures of a claim as a sentence has them beside its words;
// ok reports whether it has them all.
func (c *claim) figuresIn(t *prose.Text, s prose.Sentence, first, last int) (figures []prose.Number, ok bool) {
	for _, wanted := range c.figures {
		k := slices.IndexFunc(t.Numbers, func(n prose.Number) bool {
			return n.First >= max(s.First, first-figureReach) && n.First <= min(s.Last-1, last+figureReach) && sameFigure(wanted, n) && !cut(t, n.First, first, last)
		})
		if k < 0 {
			return nil, false
		}
		figures = append(figures, t.Numbers[k])
	}
	return figures, true
}

// cut reports whether a semicolon stands between a word and a row of words.
func cut(t *prose.Text, word, first, last int) bool {
	for k := min(word, first) + 1; k <= max(word, last); k++ {
		if t.Behind(k, ";") && (k <= first || k > last) {
			return true
		}
	}
	return false
}

func sameFigure(a, b prose.Number) bool {
	counts := func(k prose.Kind) bool { return k == prose.Count || k == prose.Ratio }
	return (a.Kind == b.Kind || counts(a.Kind) && counts(b.Kind)) && sameValue(a, b)
}

// sameValue compares two figures, durations in their units.
func sameValue(a, b prose.Number) bool {
	x, y := a.Value*inSeconds(a), b.Value*inSeconds(b)
	return math.Abs(x-y) <= 1e-9*math.Max(math.Abs(x), math.Abs(y))
}

func inSeconds(n prose.Number) float64 {
	if seconds, ok := unitSeconds[n.Unit]; ok && n.Kind == prose.Duration {
		return seconds
	}
	return 1
}

var unitSeconds = map[string]float64{"millisecond": 0.001, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400}

// numberAt returns the figure that begins with a word.
func numberAt(t *prose.Text, word int) (prose.Number, bool) {
	for _, n := range t.Numbers {
		if n.First == word {
			return n, true
		}
	}
	return prose.Number{}, false
}
