// Package galley sets a story for reading: all that it says, with the words that
// speak for a principle and those that something was found about marked where they
// stand. [Text], [Markdown] and [JSON] write it.
//
// Marks are signs and never colour alone.
package galley

import (
	"slices"

	"starbank/principles"
	"starbank/star"
	"starbank/star/evidence"
	"starbank/star/lint"
	"starbank/star/review"
)

// Galley is a version of a story to be set.
type Galley struct {
	*review.Version
	Revision Revision
	Rate     int // words a minute
	Width    int // columns
	Colour   bool
}

// Revision says where a version comes from. The zero Revision is the work tree.
type Revision struct {
	Name    string // as the user wrote it
	Commit  string // its id
	Date    string // the day
	Subject string
}

// mark is words that count: evidence, or what a finding is about.
type mark struct {
	from, to int // bytes of a text
	finding  int // its number from 1; 0 for evidence
	severity lint.Severity
}

// placed is the marks of a story by where they stand. Findings without a place in
// what is set stand in none of them.
type placed struct {
	sections map[*star.Section][]mark
	labels   map[star.Span][]mark // of sections and fields, by the place of the label
	title    []mark
	notes    map[star.Span][]mark
}

// place finds for each finding and each quote where it is to be marked.
func (g *Galley) place() placed {
	p := placed{map[*star.Section][]mark{}, map[star.Span][]mark{}, nil, map[star.Span][]mark{}}
	for _, proof := range g.proofs() {
		for _, quote := range g.Evidence.Best(proof) {
			p.section(quote.Section, quote.Words, mark{})
		}
	}
	for i, d := range g.Findings {
		p.finding(g.Story, d.Span, mark{finding: i + 1, severity: d.Severity})
	}
	return p
}

// section marks words of a section, and reports whether they stand in its text.
func (p *placed) section(s *star.Section, words star.Span, m mark) bool {
	r, is := s.Range(words)
	m.from, m.to = r.Start, r.End
	if is && !slices.Contains(p.sections[s], m) {
		p.sections[s] = append(p.sections[s], m)
	}
	return is
}

// finding marks what a finding is about: words, or the label of what they stand in.
func (p *placed) finding(s *star.Story, at star.Span, m mark) {
	for _, section := range s.Sections {
		if p.section(section, at, m) {
			return
		}
		if meets(section.LabelSpan, at) || meets(section.Content, at) {
			p.labels[section.LabelSpan] = append(p.labels[section.LabelSpan], m)
			return
		}
	}
	if meets(s.Title.Span, at) {
		p.title = append(p.title, m)
		return
	}
	for _, field := range s.Fields {
		if meets(star.Span{Start: field.KeySpan.Start, End: max(field.KeySpan.End, field.Value.End)}, at) {
			p.labels[field.KeySpan] = append(p.labels[field.KeySpan], m)
			return
		}
	}
	for _, span := range s.Notes() {
		if meets(span, at) {
			m.from, m.to = max(0, at.Start-span.Start), min(at.End, span.End)-span.Start
			p.notes[span] = append(p.notes[span], m)
			return
		}
	}
}

// meets reports whether two spans have a byte or a place in common.
func meets(a, b star.Span) bool {
	return !a.Empty() && a.Start <= b.Start && b.Start < a.End || a.Start < b.End && b.Start < a.End
}

// proofs lists the principles that are shown: proven, or claimed by the writer.
func (g *Galley) proofs() (shown []*principles.Proof) {
	for i := range g.Evidence.Proofs {
		proof := &g.Evidence.Proofs[i]
		if proof.Strength >= principles.Solid || g.Evidence.Declares(proof.Principle.ID) {
			shown = append(shown, proof)
		}
	}
	return shown
}

// quotes returns the best words for a principle, each once.
func (g *Galley) quotes(proof *principles.Proof) (quotes []evidence.Quote) {
	for _, quote := range g.Evidence.Best(proof) {
		if !slices.ContainsFunc(quotes, func(q evidence.Quote) bool { return q.Words == quote.Words }) {
			quotes = append(quotes, quote)
		}
	}
	return quotes
}

// field is a key of the front matter and what it says, in lines.
type field struct {
	key   string
	at    star.Span // of the key
	lines []string
}

// fields lists what stands in the front matter beside the title and the sections.
func fields(s *star.Story) (list []field) {
	for _, f := range s.Fields {
		if f.Value == s.Title.Span || slices.ContainsFunc(s.Sections, func(section *star.Section) bool { return section.LabelSpan == f.KeySpan }) {
			continue
		}
		list = append(list, field{f.Key, f.KeySpan, linesOf(s, f)})
	}
	return list
}

// known says how the values of keys are read that hold more than a text.
var known = map[string]func(*star.Story) []string{
	"principles":   func(s *star.Story) []string { return []string{joined(s.Principles)} },
	"tags":         func(s *star.Story) []string { return []string{joined(s.Tags)} },
	"anchors":      func(s *star.Story) []string { return []string{joined(s.Anchors)} },
	"do_not_claim": func(s *star.Story) []string { return texts(s.DoNotClaim) },
	"followups": func(s *star.Story) (lines []string) {
		for _, f := range s.Followups {
			lines = append(lines, f.Ask.Text)
			if f.Answer.Given() {
				lines = append(lines, "- "+f.Answer.Text)
			}
		}
		return lines
	},
	"ignore": func(s *star.Story) (lines []string) {
		for _, i := range s.Ignores {
			lines = append(lines, i.Rule.Text+": "+i.Reason.Text)
		}
		return lines
	},
}

func linesOf(s *star.Story, f star.Field) []string {
	if read, is := known[f.Key]; is {
		return read(s)
	}
	return []string{s.Field(f.Key)}
}

func texts(values []star.Value) (list []string) {
	for _, v := range values {
		list = append(list, v.Text)
	}
	return list
}
