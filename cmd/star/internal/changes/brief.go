package changes

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"starbank/star/report/cells"
	"starbank/star/revision"
)

// fact is something that a revision did, in a few words, and how much it matters.
type fact struct {
	text   string
	weight int // in words that a reader would have to read anew
}

// What facts weigh that are no counts of words: a figure is what an interviewer
// writes down, a status is a decision, the rest is noticed when there is nothing
// else.
const (
	figureWeight  = 12
	statusWeight  = 10
	sectionWeight = 20 // of one that comes or goes, beside its words
	moveWeight    = 6
	fieldWeight   = 3
	formWeight    = 1
)

// Brief tells in a few words each what changed most, the most important first:
// where a story came from or went, then what is told otherwise. It is empty where
// nothing changed but white space.
func (s *Story) Brief() []string {
	switch s.Status {
	case Added:
		return []string{"created"}
	case Removed:
		return []string{"removed"}
	}
	d := s.Review.Difference
	facts := slices.Concat(figureFacts(d.Figures), sectionFacts(d.Sections), fieldFacts(d.Fields))
	if n := len(d.Moves); n > 0 {
		facts = append(facts, fact{cells.Plural(n, "passage", "passages") + " moved", n * moveWeight})
	}
	slices.SortStableFunc(facts, func(a, b fact) int { return cmp.Compare(b.weight, a.weight) })
	var texts []string
	if s.Status == Renamed {
		texts = append(texts, renamed(s.From, s.To))
	}
	for _, f := range facts {
		if text := flat(f.text); !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

// renamed names what a file was called, or the folder that it lay in.
func renamed(from, to string) string {
	if filepath.Base(from) == filepath.Base(to) {
		return "moved from " + flat(filepath.ToSlash(filepath.Dir(from)))
	}
	return "renamed from " + flat(strings.TrimSuffix(filepath.Base(from), ".md"))
}

// figureFacts tells of figures that are no longer what they were. What is new is
// told with the words it stands in.
func figureFacts(figures []revision.Figure) (facts []fact) {
	for _, f := range figures {
		switch f.Change {
		case revision.Changed:
			facts = append(facts, fact{f.Old.Text + " became " + f.New.Text, figureWeight})
		case revision.Removed:
			facts = append(facts, fact{f.Old.Text + " is gone", figureWeight})
		}
	}
	return facts
}

func sectionFacts(sections []revision.Section) (facts []fact) {
	for i := range sections {
		s := &sections[i]
		came, went := wordsIn(s.Ops)
		switch {
		case s.Change.Has(revision.Added):
			facts = append(facts, fact{s.Name + " added", sectionWeight + came})
			continue
		case s.Change.Has(revision.Removed):
			facts = append(facts, fact{s.Name + " removed", sectionWeight + went})
			continue
		case came > 0 && went > 0:
			facts = append(facts, fact{fmt.Sprintf("%s +%d -%d words", s.Name, came, went), max(came, went)})
		case came > 0:
			facts = append(facts, fact{fmt.Sprintf("%s +%s", s.Name, cells.Plural(came, "word", "words")), came})
		case went > 0:
			facts = append(facts, fact{fmt.Sprintf("%s -%s", s.Name, cells.Plural(went, "word", "words")), went})
		}
		facts = append(facts, formFacts(s)...)
	}
	return facts
}

// formFacts tells what a section went through beside a change of its words.
func formFacts(s *revision.Section) (facts []fact) {
	for _, p := range phrases {
		if !s.Change.Has(p.change) {
			continue
		}
		text := s.Name + " " + p.phrase(s)
		if p.change == revision.Moved {
			text = moved(s) // several have, as a rule
		}
		facts = append(facts, fact{text, formWeight})
	}
	return facts
}

func fieldFacts(fields []revision.Field) (facts []fact) {
	for _, f := range fields {
		switch {
		case f.Key == "status" && len(f.Items) == 1 && len(f.Items[0].New) > 0:
			facts = append(facts, fact{"status " + f.Items[0].New[0].Text, statusWeight})
		case f.Change.Has(revision.Added):
			facts = append(facts, fact{f.Key + " added", fieldWeight})
		case f.Change.Has(revision.Removed):
			facts = append(facts, fact{f.Key + " removed", fieldWeight})
		default:
			facts = append(facts, fact{f.Key + " changed", fieldWeight})
		}
	}
	return facts
}
