package prose

// Role says what a figure stands for in its sentence.
type Role uint8

// The roles of a figure.
const (
	State    Role = iota // how much there is or was
	Before               // the first side of a change
	After                // the second
	By                   // how large a change is
	Part                 // some of a whole, or more of it: "3 of the 12", "another 4", "the remaining 9"
	Aim                  // what was wanted, planned, promised or expected
	When                 // a distance in time: "three days later", "2 weeks early"
	Supposed             // denied, imagined, compared with or quoted
)

var roleNames = [...]string{"state", "before", "after", "by", "part", "aim", "when", "supposed"}

// String returns the name of the role.
func (r Role) String() string { return roleNames[r] }

// role reads what a figure stands for.
func (t *figureReader) role(f *Figure, s side) Role {
	start := t.clauseStart(f.First)
	switch {
	case t.Words[f.First].Quoted && !t.allQuoted() || t.among(start, f.First, supposes):
		return Supposed
	case t.isPart(f):
		return Part
	case t.isDistance(f):
		return When
	case s.role != State:
		return s.role
	case t.among(start, f.First, contrasts):
		return Supposed
	case t.among(start, f.First, aims):
		return Aim
	case t.isBy(f, start):
		return By
	case t.neighbour(t.skipBound(f.First), f.Number) == "to" && t.among(start, f.First, moves):
		return After
	}
	return State
}

// allQuoted reports a text that stands between quotation marks as a whole.
func (t *figureReader) allQuoted() bool { return t.Words[0].Quoted && t.Words[len(t.Words)-1].Quoted }

// skipBound returns the word before a figure, without "about" and its like.
func (t *figureReader) skipBound(first int) int {
	i := first - 1
	for i > 0 && (t.trait(i).has(about) || t.Words[i].Text == "only" || t.Words[i].Text == "just") {
		i--
	}
	return i
}

// isPart reports figures that are some of a whole, come on top of one, or say how
// large a thing is ("four pages long").
func (t *figureReader) isPart(f *Figure) bool {
	next := t.neighbour(f.Last, f.Number)
	switch {
	case f.Kind == Duration:
		return false
	case t.traitNear(f.First-1, &f.Number).has(parts), t.among(f.First+1, f.Last, parts):
		return true
	case f.Kind == Ratio:
		return f.Unit == "" // 3 of 12, half of them
	case f.Kind != Count:
		return false
	case next == "more" || next == "other" || next == "others" || next == "additional" || next == "new",
		(next == "of" || next == "out") && f.Subject.Empty(): // 700 of them
		return true
	}
	return !f.Subject.Empty() && t.traitNear(f.Subject.Last, &f.Number).has(dimension)
}

// isDistance reports a distance in time.
func (t *figureReader) isDistance(f *Figure) bool {
	return f.Kind == Duration && (t.traitNear(f.Last, &f.Number).has(distances) ||
		t.neighbour(f.First-1, f.Number) == "after" || t.traitNear(f.First-1, &f.Number).has(parts))
}

// isBy reports the size of a change: "by 20 %", "a 20 % drop", "20 % faster",
// and a percentage behind a verb of change.
func (t *figureReader) isBy(f *Figure, start int) bool {
	before := t.neighbour(t.skipBound(f.First), f.Number)
	moved := t.among(start, f.First, moves)
	switch {
	case before == "by":
		return moved
	case f.Kind == Count:
		return false
	case f.Kind == Ratio && f.Unit == "x" || t.traitNear(f.Last, &f.Number).has(changeNouns|comparative):
		return true
	}
	return f.Kind == Percent && moved && before != "to" && before != "at" && before != "of"
}

// clauseStart returns the first word of the clause that a word stands in: behind
// a mark or a conjunction. A colon right before it is no mark: "the goal: 15".
func (t *figureReader) clauseStart(word int) int {
	first := t.Sentences[t.Words[word].Sentence].First
	for i := word; i > max(first, word-clauseReach); i-- {
		if t.Behind(i, ",;()—–") || i < word && t.Behind(i, ":") || t.trait(i-1).has(conjoins) {
			return i
		}
	}
	return max(first, word-clauseReach)
}

// clauseReach is how far back a clause is followed, in words.
const clauseReach = 40
