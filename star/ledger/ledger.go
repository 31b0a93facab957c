// Package ledger lists the figures of a story and finds those that speak of the
// same thing with two values.
//
// Start with [Of]. What a figure says is read by package prose; what two of
// them have to do with each other is judged here, and in doubt not at all.
package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"starbank/star"
	"starbank/star/prose"
)

// Field is where in a story a figure stands: the name of a section, or one of
// the keys below.
type Field string

// The keys of the front matter that hold figures beside the sections.
const (
	Title     Field = "title"
	Opening   Field = "opening"
	Anchors   Field = "anchors"
	Followups Field = "followups"
)

// Place returns the field as the place it is in running text: "the situation", "a
// followup".
func (f Field) Place() string {
	if f == Followups {
		return "a followup"
	}
	return "the " + string(f)
}

// The names of sections that matter to what a figure means.
const (
	situation Field = "situation"
	task      Field = "task"
	result    Field = "result"
	lesson    Field = "lesson"
)

// Entry is a figure of a story. It holds on to nothing of the story.
type Entry struct {
	prose.Figure
	Field Field

	source   int         // index of its text in Ledger.sources
	sentence prose.Range // in its text
	about    prose.Range // the words of what it speaks of
	measure  measure
	thing    thing
}

// Ledger is the figures of one story in the order in which they are told: the
// title, the sections, then what is kept in the front matter beside them.
type Ledger struct {
	Story   *star.Story
	Entries []Entry
	sources []source
}

// source is a text that figures were read from.
type source struct {
	field    Field
	section  *star.Section // nil for a value of the front matter
	value    star.Value
	followup int // the followup that it belongs to, or -1
}

// Of lists the figures of a story: of its title, its sections, its opening, its
// anchors and its followups. What must not be claimed holds none.
func Of(story *star.Story) *Ledger {
	n := 0
	for _, section := range story.Sections {
		n += len(section.Prose.Numbers)
	}
	l := &Ledger{Story: story, Entries: make([]Entry, 0, n+4)}
	l.value(source{field: Title, value: story.Title, followup: -1})
	for _, section := range inOrder(story.Sections) {
		if len(section.Prose.Numbers) > 0 {
			l.add(section.Prose, source{field: Field(section.Part.String()), section: section, followup: -1})
		}
	}
	l.value(source{field: Opening, value: story.Opening, followup: -1})
	for _, anchor := range story.Anchors {
		l.value(source{field: Anchors, value: anchor, followup: -1})
	}
	for i, followup := range story.Followups {
		l.value(source{field: Followups, value: followup.Ask, followup: i})
		l.value(source{field: Followups, value: followup.Answer, followup: i})
	}
	return l
}

// inOrder returns sections in the order in which they are told, wherever they
// stand in the file.
func inOrder(sections []*star.Section) []*star.Section {
	byPart := func(a, b *star.Section) int { return cmp.Compare(a.Part, b.Part) }
	if slices.IsSortedFunc(sections, byPart) {
		return sections
	}
	return slices.SortedStableFunc(slices.Values(sections), byPart)
}

// value reads a text of the front matter.
func (l *Ledger) value(from source) {
	if from.value.Given() {
		t := prose.Analyze(from.value.Text)
		l.add(t, from)
		t.Release()
	}
}

func (l *Ledger) add(t *prose.Text, from source) {
	l.sources = append(l.sources, from)
	for _, f := range t.Figures() {
		e := Entry{Figure: f, Field: from.field, source: len(l.sources) - 1, sentence: t.Sentences[f.Sentence].Range,
			measure: measureOf(t, &f), thing: thingOf(t, &f)}
		e.sentence.Start = min(e.sentence.Start, e.Start) // a currency sign is no word
		if about := cmp.Or(f.Subject, f.Group); !about.Empty() {
			e.about = prose.Range{Start: t.Words[about.First].Start, End: t.Words[about.Last-1].End}
		}
		if e.Field == task && comparable(f.Role) && f.Role != prose.Before && (f.Role != prose.State || f.Kind != prose.Count) {
			e.Role = prose.Aim // a Task says what was to be reached
		}
		l.Entries = append(l.Entries, e)
	}
}

// Span returns where in the file a figure stands, with its unit or noun.
func (l *Ledger) Span(e *Entry) star.Span { return l.span(e, e.Range) }

// Sentence returns where in the file the sentence of a figure stands.
func (l *Ledger) Sentence(e *Entry) star.Span { return l.span(e, e.sentence) }

func (l *Ledger) span(e *Entry, r prose.Range) star.Span {
	from := &l.sources[e.source]
	if from.section != nil {
		return from.section.Span(r)
	}
	return l.Story.Within(from.value, r)
}

// Section returns the section that a figure stands in, or nil.
func (l *Ledger) Section(e *Entry) *star.Section { return l.sources[e.source].section }

// Text returns a figure as written, with its unit or noun, on one line: "60 product
// teams".
func (l *Ledger) Text(e *Entry) string { return l.words(e, e.Range) }

// SpeaksOf returns what a figure counts or measures, as written, or "" where the
// text does not tell.
func (l *Ledger) SpeaksOf(e *Entry) string { return l.words(e, e.about) }

func (l *Ledger) words(e *Entry, r prose.Range) string {
	from := &l.sources[e.source]
	text := from.value.Text
	if from.section != nil {
		text = from.section.Text
	}
	return flat(text[r.Start:r.End])
}

// flat returns a text on one line, each run of blanks as one.
func flat(text string) string {
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(first) {
		words = " " + words
	}
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.IsSpace(last) {
		words += " "
	}
	return words
}

// Backing lists the followups, by their index, that give a figure again, so that it
// can be explained once more. A bare number counts where its followup names what the
// figure counts.
func (l *Ledger) Backing(e *Entry) []int {
	var found []int
	for i := range l.Entries {
		o := &l.Entries[i]
		k := l.sources[o.source].followup
		if k < 0 || k == l.sources[e.source].followup || !related(e, o) || !e.measure.agrees(&o.measure) {
			continue
		}
		if o.thing.core != 0 || e.thing.core == 0 || e.measure.dimension != "count" || l.names(k, e.thing.core) {
			found = append(found, k)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// names reports whether a followup holds a word of a family.
func (l *Ledger) names(followup int, word family) bool {
	f := l.Story.Followups[followup]
	for text := range strings.FieldsFuncSeq(strings.ToLower(f.Ask.Text+" "+f.Answer.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if familyOf(text) == word {
			return true
		}
	}
	return false
}
