package rules

import (
	"cmp"
	"slices"

	"starbank/principles"
	"starbank/star"
	"starbank/star/lint"
)

// What the rules about declared principles share. They say what was recognised
// and what was not, never that a principle is wrong: one in twelve published
// stories tells what it is about in words that no list foresaw.

// outlineWords is the length below which a text is notes towards a story; the
// evidence is still to be written.
const outlineWords = 60

// filed is a principle that a story is filed under and what the story gives for
// it.
type filed struct {
	Name star.Span // where the front matter names it
	Rank int       // among all principles; that of the best is 0
	*principles.Proof
}

// filing returns the principles that a story is filed under, each once and the
// primary one first; none for an outline.
func filing(p *lint.Pass) []filed { return filings.Of(p) }

var filings = &lint.Fact[[]filed]{Find: findFilings}

func findFilings(p *lint.Pass) []filed {
	if p.Anatomy.Words < outlineWords {
		return nil
	}
	var found []filed
	for _, reference := range p.References() {
		if reference.ID == "" || slices.ContainsFunc(found, func(f filed) bool { return f.Principle.ID == reference.ID }) {
			continue
		}
		f := filed{Name: p.Story.Principles[reference.Item].Span}
		for rank := range p.Evidence().Proofs {
			if proof := &p.Evidence().Proofs[rank]; proof.Principle.ID == reference.ID {
				f.Rank, f.Proof = rank, proof
			}
		}
		found = append(found, f)
	}
	return found
}

// primary calls check with the first principle that a story is filed under.
func primary(check func(*lint.Pass, filed)) func(*lint.Pass) {
	return func(p *lint.Pass) {
		if all := filing(p); len(all) > 0 {
			check(p, all[0])
		}
	}
}

// missing returns the elements that were not recognised, those first without
// which a story is usually judged as another principle. Elements without cues,
// which a set of one's own may have, are never recognised and never missing.
func (f filed) missing() []*principles.Element {
	var must, others []*principles.Element
	for i := range f.Principle.Elements {
		element := &f.Principle.Elements[i]
		switch {
		case f.Covered[i] || len(element.Cues) == 0:
		case slices.ContainsFunc(f.lacking(), func(group []string) bool { return slices.Contains(group, element.ID) }):
			must = append(must, element)
		default:
			others = append(others, element)
		}
	}
	return append(must, others...)
}

// lacking returns the lists of must-have elements for which not one wording was
// recognised, however weak.
func (f filed) lacking() [][]string {
	var found [][]string
	for _, group := range f.Principle.Must {
		if len(group) > 0 && !slices.ContainsFunc(group, func(id string) bool { return f.spoken(f.Principle.Element(id)) }) {
			found = append(found, group)
		}
	}
	return found
}

// spoken reports whether any wording speaks for an element, or none could.
func (f filed) spoken(element int) bool {
	return len(f.Principle.Elements[element].Cues) == 0 ||
		slices.ContainsFunc(f.Hits, func(hit principles.Hit) bool { return hit.Element == element })
}

// question returns what brings an element out.
func question(e *principles.Element) string { return cmp.Or(e.Ask, e.Means) }
