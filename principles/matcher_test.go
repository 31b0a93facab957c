package principles

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"starbank/star/prose"
)

func TestPatterns(t *testing.T) {
	tests := []struct{ name, pattern, text, want string }{ // want: what is found, separated by |
		{"words", "read the logs", "I read the logs. Read the. Logs", "read the logs"},
		{"any case", "csat", "Our CSAT fell", "CSAT"},
		{"a prefix", "delay* it", "delayed it, delay it, relay it", "delayed it|delay it"},
		{"alternatives", "cut/saved # hours", "cut 3 hours, saved two hours, lost 3 hours", "cut 3 hours|saved two hours"},
		{"an open alternative", "ask*/told her", "asked her; told her; tell her", "asked her|told her"},
		{"a gap of nothing", "sat .. users", "sat users", "sat users"},
		{"a gap of four words", "sat .. users", "sat with all our new users", "sat with all our new users"},
		{"a gap of five words", "sat .. users", "sat with some of the new users", ""},
		{"the shortest gap", "sat .. users", "sat with users and users", "sat with users"},
		{"two gaps", "sat .. users .. week", "sat with users for a week", "sat with users for a week"},
		{"a gap of two", "sat .. .. users", "sat with one and two and three and the users", "sat with one and two and three and the users"},
		{"a long way to the anchor", "of it to us as we do in the observatory", "It is of it to us as we do in the observatory, to us as we do in the observatory",
			"of it to us as we do in the observatory"},
		{"a figure", "phoned # of", "phoned 12 of them, phoned twelve of them, phoned some of them", "phoned 12 of|phoned twelve of"},
		{"no figure: an id", "phoned # now", "phoned S3 now", ""},
		{"a percentage", "fell #%", "fell 30%, fell 30 percent, fell 30 hours", "fell 30|fell 30"},
		{"money", "saved $", "saved $40, saved 40 euros, saved 40 hours", "saved $40|saved 40"},
		{"a figure among alternatives", "in week #/one", "in week 3, in week one, in week none", "in week 3|in week one"},
		{"a hyphen", "on-call", "on-call, on call, oncall, on the call", "on-call|on call|oncall"},
		{"two hyphens", "end-to-end", "end-to-end, end to end, endtoend", "end-to-end|end to end|endtoend"},
		{"a hyphen among alternatives", "no-one/nobody owned", "no-one owned, no one owned, noone owned, nobody owned, one owned",
			"no-one owned|no one owned|noone owned|nobody owned"},
		{"a hyphen before a short ending", "check-in*", "check-ins, checkins, check in, check inside", "check-ins|checkins|check in"},
		{"a sentence ends it", "read .. logs", "I read. Logs came", ""},
		{"a paragraph ends it", "read .. logs", "I read\n\nlogs", ""},
		{"quoted", "read the logs", `"read the logs" and read "the" logs`, ""},
		{"a short end behind two hyphens", "end-to-en* now", "It ran end to en now, endtoend now.", "end to en now|endtoend now"},
		{"code", "read .. logs", "read `the logs` and read ` the ` logs", "read ` the ` logs"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := prose.Analyze(test.text)
			var got []string
			for _, m := range cueSet(test.pattern).matcher().walk(text).find() {
				got = append(got, text.Source[text.Words[m.first()].Start:text.Words[m.last()-1].End])
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("%q in %q: %q, want %q", test.pattern, test.text, strings.Join(got, "|"), test.want)
			}
		})
	}
}

// cueSet returns a set of one principle with cues of weight 3.
func cueSet(patterns ...string) *Set {
	var cues []Cue
	for _, pattern := range patterns {
		cues = append(cues, Cue{pattern, 3})
	}
	return &Set{Principles: []Principle{{ID: "a", Name: "A", Elements: []Element{{ID: "e", Cues: cues}}}}}
}

func TestPatternsRefused(t *testing.T) {
	for pattern, want := range map[string]string{
		"":                 "want at least one word",
		" ":                "want at least one word",
		"Read":             "lower case",
		".. read":          "both sides",
		"read ..":          "both sides",
		"..":               "both sides",
		"re* it":           `"re*" is no word`,
		"a*b":              `"a*b" is no word`,
		"read*/*":          `"read*/*" is no word`,
		"read//saw":        `"read//saw" is no word`,
		"read/ it":         `"read/" is no word`,
		"read ../saw logs": `"../saw" is no word`,
		"customers' needs": `"customers'" is no word`,
		"don’t ask":        `"don’t" is no word`,
		"r&d budget":       `"r&d" is no word`,
		"#-page memo":      `"#-page" is no word`,
		"read the logs.":   `"logs." is no word`,
		"read - logs":      `"-" is no word`,
	} {
		if err := checkPattern(pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("checkPattern(%q) = %v, want %q", pattern, err, want)
		}
	}
}

// TestEveryCue holds that each cue of the built-in set is found in a text made
// from it.
func TestEveryCue(t *testing.T) {
	for cue, principle := range cues(Builtin()) {
		text := prose.Analyze(example(cue))
		found := slices.ContainsFunc(Builtin().matcher().walk(text).find(), func(m match) bool {
			p := &Builtin().matcher().Patterns[m.pattern()]
			return Builtin().cue(p).Pattern == cue && int(p.Principle) == principle
		})
		if !found {
			t.Errorf("cue %q is not found in %q", cue, text.Source)
		}
	}
}

// cues yields the patterns of a set with their principle.
func cues(s *Set) func(yield func(string, int) bool) {
	return func(yield func(string, int) bool) {
		for i, p := range s.Principles {
			patterns := slices.Clone(p.AntiCues)
			for _, e := range p.Elements {
				for _, cue := range e.Cues {
					patterns = append(patterns, cue.Pattern)
				}
			}
			for _, pattern := range patterns {
				if !yield(pattern, i) {
					return
				}
			}
		}
	}
}

// example returns a text that holds a pattern, by its first alternatives.
func example(pattern string) string {
	var b strings.Builder
	for field := range strings.FieldsSeq(pattern) {
		word, _, _ := strings.Cut(field, "/")
		switch word {
		case "..":
			word = "xyz zyx"
		case "#":
			word = "7"
		case "#%":
			word = "7%"
		case "$":
			word = "$7"
		}
		b.WriteString(strings.Replace(word, "*", "s", 1) + " ")
	}
	return b.String()
}

// slow finds a pattern the obvious way: from each word, by each alternative.
// It returns all first and last words, however the gaps are filled.
func slow(t *prose.Text, pattern string) (found [][2]int) {
	fields := strings.Fields(pattern)
	for first := range t.Words {
		for last := range slowEnds(t, fields, first, t.Words[first].Sentence) {
			found = append(found, [2]int{first, last})
		}
	}
	return found
}

func slowEnds(t *prose.Text, fields []string, at, sentence int) map[int]bool {
	if len(fields) == 0 {
		return map[int]bool{at: true}
	}
	ends := map[int]bool{}
	add := func(rest []string, from int) {
		for end := range slowEnds(t, rest, from, sentence) {
			ends[end] = true
		}
	}
	if fields[0] == ".." {
		for n := 0; n <= maxGap && slowIn(t, at+n, sentence); n++ {
			add(fields[1:], at+n)
		}
		return ends
	}
	for word := range strings.SplitSeq(fields[0], "/") {
		if n := slowWord(t, word, at, sentence); n > 0 {
			add(fields[1:], at+n)
		}
		if parts := strings.Split(word, "-"); len(parts) > 1 {
			if last := len(parts) - 1; strings.HasSuffix(parts[last], "*") && len(parts[last]) <= minPrefix {
				parts[last] = strings.TrimSuffix(parts[last], "*")
			}
			for i, part := range parts {
				if slowWord(t, part, at+i, sentence) == 0 {
					break
				}
				if i == len(parts)-1 {
					add(fields[1:], at+len(parts))
				}
			}
			if slowWord(t, strings.Join(strings.Split(word, "-"), ""), at, sentence) > 0 {
				add(fields[1:], at+1)
			}
		}
	}
	return ends
}

func slowIn(t *prose.Text, at, sentence int) bool {
	return at < len(t.Words) && t.Words[at].Sentence == sentence && !t.Words[at].Quoted
}

// slowWord returns 1 when a word is what an alternative asks for.
func slowWord(t *prose.Text, word string, at, sentence int) int {
	if !slowIn(t, at, sentence) {
		return 0
	}
	stem, open := strings.CutSuffix(word, "*")
	is := t.Words[at].Text == word || open && strings.HasPrefix(t.Words[at].Text, stem)
	for _, n := range t.Numbers {
		if n.First == at {
			is = is || word == "#" && n.Metric() || word == "#%" && n.Kind == prose.Percent || word == "$" && n.Kind == prose.Money
		}
	}
	if is {
		return 1
	}
	return 0
}

// compare holds that find and slow agree: what find returns is a match, and each
// match holds one that find returns.
func compare(t *testing.T, set *Set, source string) {
	t.Helper()
	text := prose.Analyze(source)
	found := map[string][][2]int{}
	for _, m := range set.matcher().walk(text).find() {
		p := &set.matcher().Patterns[m.pattern()]
		key := fmt.Sprint(p.Principle, set.cue(p).Pattern)
		found[key] = append(found[key], [2]int{m.first(), m.last()})
	}
	for cue, principle := range cues(set) {
		want, got := slow(text, cue), found[fmt.Sprint(principle, cue)]
		for _, m := range got {
			if !slices.Contains(want, m) {
				t.Errorf("%q is found in words %v of %q, which it does not match", cue, m, source)
			}
		}
		for _, m := range want {
			if !slices.ContainsFunc(got, func(g [2]int) bool { return m[0] <= g[0] && g[1] <= m[1] }) {
				t.Errorf("%q is not found in words %v of %q, only in %v", cue, m, source, got)
			}
		}
	}
}

func TestFindAgreesWithSlow(t *testing.T) {
	compare(t, Builtin(), sample)
	for _, p := range Builtin().Principles {
		compare(t, Builtin(), p.Strong+" "+p.Weak+" "+p.Summary)
	}
}

// FuzzFind compares find with the slow way for any cues and text.
func FuzzFind(f *testing.F) {
	f.Add("no-one/nobody .. own*\n# of them\nfell .. #%\n$ a month", sample)
	f.Add("a .. b .. c\na b\nb .. b\nc/a .. a", "A a b c b. A b b c a b \"a b\" c a")
	f.Add("delay* .. it\ncheck-in*/end-to-end now", "Check in now; end to end now, delayed all of it, checkin now")
	f.Fuzz(func(t *testing.T, patterns, text string) {
		if len(patterns) > 200 || len(text) > 1000 {
			t.Skip()
		}
		var cues []string
		for pattern := range strings.Lines(patterns) {
			if pattern = strings.TrimSpace(pattern); checkPattern(pattern) == nil && strings.Count(pattern, "..") < 4 && strings.Count(pattern, "-") < 4 {
				cues = append(cues, pattern)
			}
		}
		compare(t, cueSet(cues...), text)
	})
}

func TestHitsQuoteTheText(t *testing.T) {
	text := prose.Analyze(sample)
	for _, proof := range Builtin().Prove([]Passage{{Text: text}}) {
		for _, hit := range proof.Hits {
			if hit.Start < 0 || hit.End <= hit.Start || hit.End > len(sample) {
				t.Fatalf("hit %+v lies outside the text", hit)
			}
			words := prose.Analyze(text.Slice(hit.Range))
			if len(slow(words, hit.Cue)) == 0 {
				t.Errorf("%q quotes %q", hit.Cue, words.Source)
			}
			if s := text.Sentences[hit.Sentence]; hit.Start < s.Start || hit.End > s.End {
				t.Errorf("hit %+v lies outside its sentence", hit)
			}
		}
	}
}
