package rehearse

import (
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/prose"
)

// mostProbes is how many an interviewer has time for.
const mostProbes = 4

// Probes returns what an interviewer is likely to ask after a story, its weak spots
// first: what a section does not say, what is not told of the principle, what is
// always asked about it.
func (a *Asker) Probes(c *Choice) []string {
	var probes []string
	add := func(ask string) {
		begun := strings.TrimRight(ask, "?")
		same := func(other string) bool {
			return strings.HasPrefix(other, begun) || strings.HasPrefix(ask, strings.TrimRight(other, "?"))
		}
		if ask != "" && len(probes) < mostProbes && !slices.ContainsFunc(probes, same) {
			probes = append(probes, ask)
		}
	}
	for _, part := range []star.Part{star.Result, star.Action} {
		if lacks := c.Anatomy.Sections[part].Lacks; len(lacks) > 0 {
			add(asQuestion(lacks[0].Ask))
		}
	}
	if c.Proof != nil {
		for i, element := range c.Proof.Principle.Elements {
			if len(probes) < mostProbes-1 && !c.Proof.Covered[i] {
				add(element.Ask)
			}
		}
		for _, probe := range a.questions.Probes[c.Proof.Principle.ID] {
			add(probe)
		}
	}
	for _, probe := range a.questions.GenericProbes {
		add(probe)
	}
	return probes
}

// asQuestion drops what is no question of an interviewer: "say what you did".
func asQuestion(ask string) string {
	if len(ask) > 0 && ask[len(ask)-1] == '?' {
		return ask
	}
	return ""
}

// Opening returns the line to begin with: the one the writer gives, else the first
// sentence of the situation.
func (c *Candidate) Opening() string {
	if c.Story.Opening.Given() {
		return c.Story.Opening.Text
	}
	section := c.Story.Section(star.Situation)
	if section.Blank() {
		return ""
	}
	return sentence(section.Prose, 0)
}

// sentence returns a sentence of a text, "" where it has none such.
func sentence(text *prose.Text, i int) string {
	if i >= len(text.Sentences) {
		return ""
	}
	return text.Slice(text.Sentences[i].Range)
}

// Missing returns the principle that a story is to be written for, with the questions
// that bring it out, when no story fits.
func (a *Answer) Missing() (p *principles.Principle, asks []string) {
	if a.Fits() || len(a.Topics) == 0 {
		return nil, nil
	}
	p = a.Topics[0].Principle
	for _, element := range p.Elements {
		asks = append(asks, element.Ask)
	}
	return p, asks
}
