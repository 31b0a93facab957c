package notes

import (
	"slices"
	"strings"

	"starbank/star"
)

// reader goes through notes line by line and opens a story where one begins.
type reader struct {
	names
	fileLevel []string  // principles of the file
	headings  []heading // the one above, those above that
	tags      []string  // principles of the tag lines under the headings above
	tagLevel  int       // level of the heading that they stand under
	question  string    // the last one since the last heading
	found     []candidate
	open      *candidate
	pending   []line // text since the last heading that belongs to no story yet
	owned     bool   // it is called the writer's own
	after     int    // how many were found when the last line across was met
}

// heading is a line that stands above others.
type heading struct {
	level      int
	text       string
	principles []string
	question   bool
}

// candidate is what may be a story.
type candidate struct {
	Story
	part  star.Part
	noted bool // the text goes to the notes
	parts [5][]string
	notes []string
	seen  [5]bool
	own   bool // the notes call it the writer's own
}

// The levels of what stands above lines without being a heading: the name of a
// principle, and "Example 2", "case 1", a line in bold.
const (
	nameLevel = 7
	minor     = 8
)

// line takes the next line in.
func (r *reader) line(l line) {
	switch {
	case l.rule:
		r.across()
		return
	case l.code:
		r.text(l)
		return
	}
	for _, piece := range pieces(l.plain) {
		part := l
		if part.plain = piece; piece != l.plain {
			part.text = piece
		}
		r.piece(part)
	}
}

func (r *reader) piece(l line) {
	mark, labelled := labelOf(l)
	switch {
	case labelled && r.legend(mark):
		return
	case labelled && (!mark.weak || r.marked()):
		r.label(l, mark)
	case l.heading > 0:
		r.heading(l, l.heading)
	case r.tagging(l), l.blank() && r.open == nil:
		return
	case r.minorHeading(l):
		r.heading(l, r.levelOf(l))
	case !r.marked() && r.own(&l):
		r.text(l)
	default:
		r.text(l)
	}
}

// marked reports whether a story with labels is open.
func (r *reader) marked() bool { return r.open != nil && r.open.Marked }

// longestLegend is how many words explain the letters at most.
const longestLegend = 9

// legend reports a label that explains the letters: "S : Situation, T : Task".
func (r *reader) legend(mark label) bool {
	words, hits := 0, 0
	for word := range strings.FieldsFuncSeq(mark.rest, func(c rune) bool { return !('a' <= c|0x20 && c|0x20 <= 'z') }) {
		if words++; words > longestLegend || words-hits > longestLegend/2+1 {
			return false
		}
		if _, is := star.PartOf(strings.ToLower(word)); is {
			hits++
		}
	}
	return words > 0 && hits*2 >= words
}

// label begins a section, and a story where the sections begin anew.
func (r *reader) label(l line, mark label) {
	if n := len(r.found); mark.part == star.Lesson && l.heading == 0 && r.open == nil && n > 0 && r.after == n && !r.found[n-1].seen[star.Lesson] {
		r.open = &r.found[n-1] // what was learned stands below a line across
		r.found = r.found[:n-1]
	}
	if r.open == nil || !r.open.Marked || r.again(mark.part) {
		r.begin(l)
		r.open.Marked = true
	}
	c := r.open
	c.part, c.noted, c.seen[mark.part] = mark.part, false, true
	c.End = l.number
	if mark.rest != "" {
		c.parts[mark.part] = append(c.parts[mark.part], mark.rest)
	}
}

// again reports whether a section is one with which the next story begins.
func (r *reader) again(part star.Part) bool {
	c := r.open
	if !c.seen[part] {
		return part == star.Situation && (c.seen[star.Action] || c.seen[star.Result])
	}
	if part == c.part {
		return part == star.Situation && len(c.parts[part]) > 0
	}
	later := slices.Index(c.seen[part+1:], true) >= 0
	return later && part <= star.Task
}

// leads reports lines that belong to the story of a label below them: they stand right
// above it, or are too few for a story.
func leads(lines []line, label line) bool {
	words := 0
	for _, l := range lines {
		words += countWords(l.plain)
	}
	return words < fewestPlain || lines[len(lines)-1].number >= label.number-1
}

// begin opens a story with what is known from above.
func (r *reader) begin(l line) {
	leading := r.pending
	if _, under := r.filed(); under && !leads(leading, l) {
		leading = nil // a story of its own
	} else {
		r.pending = nil
	}
	r.close()
	c := &candidate{part: star.Action}
	c.Line, c.End = l.number, l.number
	c.Question = r.question
	c.Title = r.title()
	c.Principles, _ = r.filed()
	for _, p := range leading {
		switch {
		case besides(p):
			c.notes = append(c.notes, p.text)
			c.Line = min(c.Line, p.number)
		case firstPerson(p.plain):
			c.parts[star.Situation] = append(c.parts[star.Situation], p.text)
			c.Line = min(c.Line, p.number)
		}
	}
	r.open = c
}

// title returns what the story is called: the nearest heading that is neither a
// principle, nor a question, nor a word for any story.
func (r *reader) title() string {
	for i := len(r.headings) - 1; i >= 0; i-- {
		h := r.headings[i]
		if len(h.principles) > 0 || h.question {
			return "" // what stands above it is about more than this story
		}
		if telling(h.text) && h.level > 1 {
			return h.text
		}
	}
	if len(r.headings) == 1 && r.headings[0].level == 1 && telling(r.headings[0].text) && !r.headings[0].question {
		return r.headings[0].text
	}
	return ""
}

// filed returns the principles that a story stands under: those of its tag lines,
// else of the nearest heading, else of the file. It reports whether it stands under
// any, or under a question.
func (r *reader) filed() (ids []string, under bool) {
	if len(r.tags) > 0 {
		return slices.Clone(r.tags), true
	}
	for i := len(r.headings) - 1; i >= 0; i-- {
		if ids := r.headings[i].principles; len(ids) > 0 {
			return ids, true
		}
	}
	return r.fileLevel, len(r.fileLevel) > 0 || r.question != ""
}

// heading closes what was open, unless it is a heading inside a story.
func (r *reader) heading(l line, level int) {
	r.close()
	for len(r.headings) > 0 && r.headings[len(r.headings)-1].level >= level {
		r.headings = r.headings[:len(r.headings)-1]
	}
	h := heading{level: level, text: undecorated(l.plain), question: isQuestion(l.plain)}
	h.principles = r.names.inHeading(l.plain)
	r.headings = append(r.headings, h)
	r.owned = false
	if r.pending = nil; h.question {
		r.question = strings.Trim(questionNumber().ReplaceAllString(bare(l.plain), ""), ` "“”*`)
	} else if level < minor || len(h.principles) > 0 {
		r.question = ""
	}
	if level <= r.tagLevel {
		r.tags = nil
	}
}

// tagging takes in a line that names the principles of the story around it.
func (r *reader) tagging(l line) bool {
	if ids, is := r.names.tagged(l.plain); is {
		if len(ids) > 0 && r.open != nil && r.open.Words() == 0 && len(r.open.Principles) == 0 {
			r.open.Principles = ids
		}
		r.tag(ids)
		return true
	}
	if len(r.tags) == 0 && l.item && r.open == nil {
		if ids := r.names.whole(undecorated(l.plain)); len(ids) > 0 && len(r.headings) > 0 {
			r.tag(ids)
			return true
		}
	}
	return false
}

// tag files what stands under the headings above under principles.
func (r *reader) tag(ids []string) {
	r.tagLevel = 0
	for _, h := range r.headings {
		if h.level < nameLevel {
			r.tagLevel = h.level
		}
	}
	r.tags = append(r.tags, ids...)
}

// minorHeading reports a line that stands above a story without being a heading.
func (r *reader) minorHeading(l line) bool {
	text := undecorated(l.plain)
	words := len(strings.Fields(text))
	switch {
	case words == 0 || l.quoted && words > 12:
		return false
	case words <= 8 && numbered().MatchString(bare(l.plain)):
		return true
	case words <= 9 && !l.item && len(r.names.whole(text)) > 0 && (!r.marked() || l.indent == 0 && shortLine(l)):
		return true
	case !l.item && allBold(l.plain) && words <= 14:
		return true
	}
	if isQuestion(l.plain) && (!r.marked() || !l.item && allBold(l.plain)) && (r.open == nil || words > 4) {
		return !r.marked() || strings.HasSuffix(strings.TrimRight(bare(l.plain), `"”’ `), "?")
	}
	return false
}

// levelOf returns the level of a line that stands above others.
func (r *reader) levelOf(l line) int {
	if len(r.names.inHeading(l.plain)) > 0 {
		return nameLevel
	}
	return minor
}

// own takes "Personal experience:" and the like off a line; what stands above it is
// no part of the story.
func (r *reader) own(l *line) bool {
	if !hasColon(l.plain) {
		return false
	}
	m := ownWords().FindStringSubmatch(l.plain)
	if m == nil {
		return false
	}
	r.pending, r.owned = nil, true
	l.plain, l.text = m[1], m[1]
	return true
}

// text adds a line to the story that is open, or keeps it until one begins.
func (r *reader) text(l line) {
	c := r.open
	switch {
	case c == nil:
		if !definition(l) {
			r.pending = append(r.pending, l)
		}
	case c.noted || besides(l):
		c.noted = true
		c.notes = append(c.notes, l.text)
		c.End = l.number
	default:
		c.parts[c.part] = append(c.parts[c.part], l.text)
		if !l.blank() {
			c.End = l.number
		}
	}
}

// across ends a story that has its sections; above the first of them, it stands
// between what is known of a story and the story.
func (r *reader) across() {
	if r.open != nil {
		r.close()
		r.after = len(r.found)
	}
}

// close ends the story that is open. Text without labels that stands under a
// principle or a question is one too.
func (r *reader) close() {
	if r.open != nil {
		r.found = append(r.found, *r.open)
		r.open, r.pending = nil, nil
		return
	}
	ids, under := r.filed()
	if !under || len(r.pending) == 0 {
		r.pending = nil
		return
	}
	c := candidate{part: star.Action, own: r.owned}
	c.Line, c.Title, c.Question, c.Principles = r.pending[0].number, r.title(), r.question, ids
	for _, l := range r.pending {
		if isQuestion(l.plain) && l.item {
			continue
		}
		if c.End = l.number; len(c.parts[star.Action]) == 0 {
			c.Line = l.number
		}
		c.parts[star.Action] = append(c.parts[star.Action], l.text)
	}
	r.pending = nil
	r.found = append(r.found, c)
}

func (r *reader) finish() { r.close() }
