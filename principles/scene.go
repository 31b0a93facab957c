package principles

import (
	"strings"

	"starbank/star/prose"
)

// scene knows who says what in a text: what it takes to tell a wording that is
// evidence from one that is denied, imagined or somebody else's.
type scene struct {
	text   *prose.Text
	names  []prose.Match // where principles are called by name
	clause int           // the next that a match may begin in
	asked  int           // one more than the sentence that aside was last asked of
	apart  bool          // what it said
}

func (s *Set) scene(t *prose.Text) scene {
	return scene{text: t, names: s.nameFinder().Find(t)}
}

// nameFinder returns the phrases of the names of principles: to call a
// principle by its name proves nothing.
func (s *Set) nameFinder() *prose.Phrases {
	s.naming.Do(func() {
		var names []string
		for i := range s.Principles {
			name := s.Principles[i].Name
			names = append(names, inflected(name))
			for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ';' }) {
				names = append(names, inflected(part))
			}
		}
		s.names = prose.NewPhrases(names...)
	})
	return s.names
}

// inflected returns a name as a phrase that "delivered results" is too.
func inflected(name string) string {
	var words []string
	for _, word := range prose.Analyze(name).Words {
		words = append(words, word.Text)
	}
	if len(words) > 1 && len(words[0]) > minPrefix {
		words[0] = strings.TrimSuffix(words[0], "e") + "*"
	}
	return strings.Join(words, " ")
}

// counts reports whether a match is evidence.
func (s *scene) counts(m match, p *pattern) bool {
	if s.inName(m) || s.across(m) {
		return false
	}
	if denied, supposed := s.before(m); denied && !p.Negative || supposed && !p.Modal {
		return false
	}
	if s.aside(s.text.Words[m.first()].Sentence) || s.planned(m) || s.habit(m) {
		return false
	}
	return p.Element != noElement || s.teller(m) != prose.Nobody
}

func (s *scene) inName(m match) bool {
	for _, name := range s.names {
		if name.First < m.last() && m.first() < name.Last {
			return true
		}
	}
	return false
}

// across reports whether a match runs from one clause into another.
func (s *scene) across(m match) bool {
	for i := m.first() + 1; i < m.last(); i++ {
		if s.text.Behind(i, ";") {
			return true
		}
	}
	return false
}

// How many words before a wording turn it round.
const (
	deniedWithin   = 3
	supposedWithin = 2
)

// before reports whether one of the words before a match, in its sentence and
// behind the last comma, denies or supposes it.
func (s *scene) before(m match) (denied, supposed bool) {
	words, first := s.text.Words, m.first()
	for i := first - 1; i >= max(0, first-deniedWithin) && words[i].Sentence == words[first].Sentence && !s.text.Behind(i+1, ",;:"); i-- {
		word := &words[i]
		denied = denied || negations.Has(word) || strings.HasSuffix(word.Text, negated)
		supposed = supposed || i >= first-supposedWithin && modals.Has(word)
	}
	return denied, supposed
}

// denies reports a word that turns round what follows.
func denies(word string) bool { return negations.Holds(word) || strings.HasSuffix(word, negated) }

var negations = prose.NewWordSet("not never no nobody without cannot neither nor")

const negated = "n't"

// supposes reports a word behind which nothing has happened.
func supposes(word string) bool { return modals.Holds(word) }

var modals = prose.NewWordSet("would should might if i'd we'd")

// clauseAt returns the clause of the teller that a match begins in, or nil. It is
// to be asked in the order of the text.
func (s *scene) clauseAt(m match) *prose.Clause {
	at, clauses := s.text.Words[m.first()].Start, s.text.Clauses()
	for s.clause < len(clauses) && clauses[s.clause].End <= at {
		s.clause++
	}
	if s.clause < len(clauses) && clauses[s.clause].Start <= at {
		return &clauses[s.clause]
	}
	return nil
}

// teller returns who tells the clause that a match begins in, like clauseAt.
func (s *scene) teller(m match) prose.Person {
	if c := s.clauseAt(m); c != nil {
		return c.Person
	}
	return prose.Nobody
}

// happened reports whether a step of the teller is an event: told as past, no
// habit, and more than a principle called by its name.
func (s *scene) happened(c prose.Clause) bool {
	if !c.Past {
		return false
	}
	for _, name := range s.names {
		if c.Start <= name.Start && name.Start < c.End {
			return false
		}
	}
	first := c.Verb - 1
	if c.Subject >= 0 {
		first = c.Subject + 1
	}
	for i := max(0, first); i < c.Verb; i++ {
		if habitual.Has(&s.text.Words[i]) {
			return false
		}
	}
	return true
}

// habitual are the words before a verb that make a habit of it.
var habitual = prose.NewWordSet("always usually often regularly typically generally normally constantly consistently sometimes frequently")
