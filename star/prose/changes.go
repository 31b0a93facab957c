package prose

// Change is a before and an after: "from 40 to 12 minutes", "9 instead of 14".
type Change struct {
	Range
	From, To int // indexes into Numbers; -1 where only one side is a figure
	Sentence int
}

// Changes lists the pairs of figures that state a before and an after.
func (t *Text) Changes() []Change { return t.changes }

func (t *Text) readChanges() {
	for i := range t.Numbers {
		n := t.Numbers[i]
		if n.Kind == Date || n.Kind == Ordinal || n.Kind == ID || n.Kind == Version {
			continue
		}
		next := i + 1
		paired := next < len(t.Numbers) && t.Numbers[next].Sentence == n.Sentence && t.Numbers[next].Kind != Date
		switch {
		case paired && t.arrow(n, t.Numbers[next]), paired && t.fromTo(n, t.Numbers[next]):
			t.change(i, next)
		case paired && t.between(n, t.Numbers[next], "instead", "compared", "versus", "vs", "against"):
			t.change(next, i)
		case paired && t.wasIs(n, t.Numbers[next]):
			t.change(i, next)
		case t.sided(n):
			t.changes = append(t.changes, Change{Range: n.Range, From: i, To: -1, Sentence: n.Sentence})
		}
	}
}

func (t *Text) change(from, to int) {
	a, b := t.Numbers[from], t.Numbers[to]
	t.changes = append(t.changes, Change{Range: Range{min(a.Start, b.Start), max(a.End, b.End)}, From: from, To: to, Sentence: a.Sentence})
}

// arrow reports "40 -> 12".
func (t *Text) arrow(a, b Number) bool {
	if b.Start < a.End || b.Start-a.End > 12 {
		return false
	}
	for _, r := range t.Source[a.End:b.Start] {
		if r == '→' || r == '➔' || r == '>' {
			return true
		}
	}
	return false
}

// fromTo reports "from 40 minutes to 12", with a few words between, and
// "40 to 12" behind a verb of change.
func (t *Text) fromTo(a, b Number) bool {
	if !t.between(a, b, "to", "down", "up", "into") || b.First-a.Last > 6 {
		return false
	}
	return t.within(a.First-4, a.First, a.Sentence, "from") || t.neighbour(a.Last, a) == "down" || t.neighbour(a.Last, a) == "up" || t.moved(a)
}

// moved reports whether a verb of change stands before a figure.
func (t *Text) moved(n Number) bool {
	return t.within(n.First-6, n.First, n.Sentence,
		"reduced", "cut", "increased", "raised", "grew", "dropped", "fell", "improved", "went", "decreased", "lowered", "reducing", "cutting", "dropping", "rose")
}

// wasIs reports "was 9, is now 3", "before, it took 9".
func (t *Text) wasIs(a, b Number) bool {
	return b.First-a.Last < 9 && (t.between(a, b, "now", "today", "afterwards", "before", "previously", "earlier") ||
		t.within(max(a.Last, b.First-3), b.First, a.Sentence, "was", "were", "had"))
}

// sided reports a figure that is one side of a change: "down from 40", "went from
// 4 seconds to not possible".
func (t *Text) sided(n Number) bool {
	if t.neighbour(n.First-1, n) == "from" && t.neighbour(n.Last, n) == "to" && t.moved(n) {
		return true
	}
	return t.within(n.First-3, n.First, n.Sentence, "from") && t.within(n.First-3, n.First, n.Sentence, "down", "up")
}

func (t *Text) between(a, b Number, words ...string) bool {
	return t.within(a.Last, b.First, a.Sentence, words...)
}

// within reports whether one of words stands among the words [first, last) of
// a sentence.
func (t *Text) within(first, last, sentence int, words ...string) bool {
	for i := max(0, first); i < min(last, len(t.Words)); i++ {
		if t.Words[i].Sentence != sentence {
			continue
		}
		for _, word := range words {
			if t.Words[i].Text == word {
				return true
			}
		}
	}
	return false
}
