package revision

import "unicode/utf8"

// tidy turns the fewest changes into the ones that people read: what is equal
// between two changes stays only where it is worth a glance, and the edges lie
// where a phrase begins or ends.
func (c *comparer) tidy(old, new []token, hunks []hunk) []hunk {
	for merged := c.mergeWeak(old, new, hunks); len(merged) < len(hunks); merged = c.mergeWeak(old, new, hunks) {
		hunks = merged
	}
	for i := range hunks {
		c.slide(old, new, hunks, i)
	}
	return hunks
}

// mergeWeak joins neighbouring changes with what is equal between them where that
// is too little to rest the eye on.
func (c *comparer) mergeWeak(old, new []token, hunks []hunk) []hunk {
	var out []hunk
	for _, h := range hunks {
		if n := len(out); n > 0 && c.weak(old, new, out[n-1], h) {
			out[n-1].o1, out[n-1].n1 = h.o1, h.n1
			continue
		}
		out = append(out, h)
	}
	return out
}

// How little may be equal between two changes, in letters. Two words replaced on
// both sides of "of the" read as one phrase replaced by another. An insertion
// beside another change is easily read by itself: there, each of the two has to
// weigh several times what lies between.
const (
	weakBetween = 3 * functionWeight
	weakShare   = 2
	pureShare   = 6
)

// weak reports whether two changes read better as one.
func (c *comparer) weak(old, new []token, a, b hunk) bool {
	between := c.weight(old[a.o1:b.o0])
	smaller := min(c.size(old, new, a), c.size(old, new, b))
	switch {
	case a.inserts() && b.inserts() || a.deletes() && b.deletes():
		return false
	case a.inserts() || a.deletes() || b.inserts() || b.deletes():
		return pureShare*between <= smaller
	}
	return between <= weakBetween || weakShare*between <= smaller
}

func (h hunk) inserts() bool { return h.o0 == h.o1 }
func (h hunk) deletes() bool { return h.n0 == h.n1 }

// size is the weight of the larger side of a change.
func (c *comparer) size(old, new []token, h hunk) int {
	return max(c.weight(old[h.o0:h.o1]), c.weight(new[h.n0:h.n1]))
}

// slide moves an insertion or a deletion along equal words to where a phrase
// begins and ends: "counts {the auditors insisted as} done" was
// "counts as {the auditors insisted as} done" all the same.
func (c *comparer) slide(old, new []token, hunks []hunk, i int) {
	h := hunks[i]
	if !h.inserts() && !h.deletes() {
		return
	}
	low, high := hunk{}, hunk{o0: len(old), n0: len(new)}
	if i > 0 {
		low = hunks[i-1]
	}
	if i+1 < len(hunks) {
		high = hunks[i+1]
	}
	tokens, from, to, start, end := new, low.n1, high.n0, h.n0, h.n1
	if h.deletes() {
		tokens, from, to, start, end = old, low.o1, high.o0, h.o0, h.o1
	}
	by := c.bestShift(tokens, from, to, start, end)
	hunks[i] = hunk{h.o0 + by, h.o1 + by, h.n0 + by, h.n1 + by}
}

// bestShift returns by how many tokens [start, end) is best moved within
// [from, to), so that the text around it stays the same.
func (c *comparer) bestShift(tokens []token, from, to, start, end int) int {
	least, most := 0, 0
	for start+least > from && tokens[start+least-1].id == tokens[end+least-1].id {
		least--
	}
	for end+most < to && tokens[start+most].id == tokens[end+most].id {
		most++
	}
	best, score := 0, 0
	for by := least; by <= most && least < most; by++ {
		if s := c.edge(tokens, start+by) + c.edge(tokens, end+by); s > score || s == score && by <= 0 {
			best, score = by, s
		}
	}
	return best
}

// mark says what a token means for the edges of a phrase.
type mark uint8

const (
	wordMark mark = iota
	functionMark
	paragraphMark
	stopMark
	commaMark
	closingMark
	otherMark
)

func markOf(key string, weight uint8) mark {
	switch first, _ := utf8.DecodeRuneInString(key); first {
	case '.', '!', '?':
		return stopMark
	case ',', ';', ':', '–', '—':
		return commaMark
	case ')', ']', '}':
		return closingMark
	case '(', '[', '{', '"', '*', '_', '-', '/', '|':
		return otherMark
	}
	if weight == functionWeight {
		return functionMark
	}
	return wordMark
}

// edge tells how well a change begins or ends before a token.
func (c *comparer) edge(tokens []token, at int) int {
	if at == 0 || at == len(tokens) || tokens[at].id == breakID {
		return 6
	}
	before, behind := c.marks[tokens[at-1].id], c.marks[tokens[at].id]
	switch {
	case behind == stopMark || behind == commaMark || behind == closingMark:
		return 2
	case before == paragraphMark, before == stopMark:
		return 5
	case before == commaMark:
		return 4
	case before == functionMark && behind != functionMark:
		return 0
	case before == functionMark:
		return 1
	case behind == functionMark:
		return 3
	}
	return 2
}
