package revision

// tidy turns the fewest changes into the ones that people read: what is equal
// between two changes stays only when it is worth a glance.
func (c *comparer) tidy(old, new []token, hunks []hunk) []hunk {
	for {
		merged := c.mergeWeak(old, hunks)
		if len(merged) == len(hunks) {
			break
		}
		hunks = merged
	}
	if c.rewritten(old, new, hunks) {
		return []hunk{{0, len(old), 0, len(new)}}
	}
	return hunks
}

// mergeWeak joins neighbouring changes with what is equal between them where that
// is too little to rest the eye on.
func (c *comparer) mergeWeak(old []token, hunks []hunk) []hunk {
	var out []hunk
	for _, h := range hunks {
		if n := len(out); n > 0 && c.weak(old, out[n-1], h) {
			out[n-1].o1, out[n-1].n1 = h.o1, h.n1
			continue
		}
		out = append(out, h)
	}
	return out
}

// weak reports whether two changes read better as one: function words lie
// between, or less than half of what either change replaces.
func (c *comparer) weak(old []token, a, b hunk) bool {
	between := c.weight(old[a.o1:b.o0])
	if pure(a) && pure(b) {
		return between == 0 && a.inserts() == b.inserts()
	}
	return between <= 3*functionWeight || 2*between <= min(a.size(), b.size())*4
}

func pure(h hunk) bool       { return h.o0 == h.o1 || h.n0 == h.n1 }
func (h hunk) inserts() bool { return h.o0 == h.o1 }
func (h hunk) size() int     { return max(h.o1-h.o0, h.n1-h.n0) }

// rewritten reports whether too little is left for marks inside the text.
func (c *comparer) rewritten(old, new []token, hunks []hunk) bool {
	if len(hunks) < 2 {
		return false
	}
	changed := 0
	for _, h := range hunks {
		changed += c.weight(old[h.o0:h.o1])
	}
	kept := c.weight(old) - changed
	return 3*kept < max(c.weight(old), c.weight(new))
}
