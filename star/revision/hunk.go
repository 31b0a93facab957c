package revision

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// hunk says that old tokens [o0, o1) became new tokens [n0, n1). What lies
// between hunks is equal.
type hunk struct{ o0, o1, n0, n1 int }

// The cells (old tokens times new tokens) that are compared word by word, in one
// run and in all of a comparison: a rewritten paragraph of 300 words has a tenth
// of the first. Beyond them, the words that each side holds once divide a run, and
// what they leave is one change. A million cells take some four milliseconds.
const (
	runCells = 1_000_000
	maxCells = 40_000_000
)

// hunks finds the words that differ between two runs of tokens, as an editor
// would mark them.
func (c *comparer) hunks(old, new []token) []hunk {
	return c.tidy(old, new, c.raw(nil, old, new, 0, 0))
}

// raw appends the fewest changes that lead from old to new; o and n are the
// indexes of their first tokens.
func (c *comparer) raw(hunks []hunk, old, new []token, o, n int) []hunk {
	for len(old) > 0 && len(new) > 0 && old[0].id == new[0].id {
		old, new, o, n = old[1:], new[1:], o+1, n+1
	}
	for len(old) > 0 && len(new) > 0 && old[len(old)-1].id == new[len(new)-1].id {
		old, new = old[:len(old)-1], new[:len(new)-1]
	}
	cells := len(old) * len(new)
	switch {
	case len(old) == 0 && len(new) == 0:
		return hunks
	case len(old) <= 1 && len(new) <= 1 || cells == 0:
		return append(hunks, hunk{o, o + len(old), n, n + len(new)})
	case cells <= runCells && c.spend(cells):
		return byWord(hunks, old, new, o, n)
	case c.spend(len(old) + len(new)):
		return c.divide(hunks, old, new, o, n)
	}
	return append(hunks, hunk{o, o + len(old), n, n + len(new)})
}

// divide cuts runs too long to compare at the words that each holds once.
func (c *comparer) divide(hunks []hunk, old, new []token, o, n int) []hunk {
	anchors := c.anchors(old, new)
	if len(anchors) == 0 {
		return append(hunks, hunk{o, o + len(old), n, n + len(new)})
	}
	oldAt, newAt := 0, 0
	for _, a := range anchors {
		hunks = c.raw(hunks, old[oldAt:a.old], new[newAt:a.new], o+oldAt, n+newAt)
		oldAt, newAt = a.old, a.new
	}
	return c.raw(hunks, old[oldAt:], new[newAt:], o+oldAt, n+newAt)
}

// anchors pairs the words that are once in each run and in the same order.
func (c *comparer) anchors(old, new []token) []pair {
	c.scratch.grow(len(c.weights))
	olds, news, at := c.scratch.count, c.scratch.have, c.scratch.head
	for _, t := range old {
		olds[t.id]++
	}
	for i, t := range new {
		news[t.id]++
		at[t.id] = int32(i)
	}
	var pairs []pair
	for i, t := range old {
		if w := c.weights[t.id]; olds[t.id] == 1 && news[t.id] == 1 && w >= leastWord {
			pairs = append(pairs, pair{old: i, new: int(at[t.id]), common: int(w), likeness: 1})
		}
	}
	for _, run := range [...][]token{old, new} {
		for _, t := range run {
			olds[t.id], news[t.id], at[t.id] = 0, 0, nothing
		}
	}
	return chain(pairs, len(new))
}

// byWord leaves the comparison to go-diff: without its clock, its clean-up and
// its patches, on codes that stay clear of surrogates and of ASCII.
func byWord(hunks []hunk, old, new []token, o, n int) []hunk {
	a, b := encode(old, new)
	differ := diffmatchpatch.New()
	differ.DiffTimeout = 0
	open := false
	for _, d := range differ.DiffMainRunes(a, b, false) {
		count := utf8.RuneCountInString(d.Text)
		if d.Type == diffmatchpatch.DiffEqual {
			o, n, open = o+count, n+count, false
			continue
		}
		if !open {
			hunks = append(hunks, hunk{o, o, n, n})
			open = true
		}
		if d.Type == diffmatchpatch.DiffDelete {
			o += count
		} else {
			n += count
		}
		hunks[len(hunks)-1].o1, hunks[len(hunks)-1].n1 = o, n
	}
	return hunks
}

// firstCode is the code of the first token of a run. Between it and the last code
// point there is room for 900,000 different tokens, and runCells allows for two
// runs of one and a million tokens at most.
const firstCode = 0x20000

// encode gives each different token of two runs a code.
func encode(old, new []token) (a, b []rune) {
	codes := make(map[int32]rune, len(old)+len(new))
	run := func(tokens []token) []rune {
		coded := make([]rune, len(tokens))
		for i, t := range tokens {
			code, known := codes[t.id]
			if !known {
				code = firstCode + rune(len(codes))
				codes[t.id] = code
			}
			coded[i] = code
		}
		return coded
	}
	return run(old), run(new)
}
