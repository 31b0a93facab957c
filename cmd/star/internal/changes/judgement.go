package changes

import (
	"fmt"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/report/cells"
	"starbank/star/review"
	"starbank/star/revision"
)

// judgement writes what the revision gained and lost.
func (p *pen) judgement(s *Story) {
	p.hanging([]cells.Run{plain("  ")}, []cells.Run{plain(strings.Join(p.measures(s.Review), ", "))})
	if s.alone() {
		return
	}
	for _, d := range s.Review.Fixed {
		p.item("+ fixed", cells.Green, describe(d))
	}
	for _, d := range s.Review.Brought {
		p.item("- brought", cells.Red, fmt.Sprintf("%s (line %d)", describe(d), d.Story.Position(d.Span.Start).Line))
	}
	for _, d := range s.Review.Uncovered {
		p.item("~ left", cells.Yellow, fmt.Sprintf("%s (line %d)", describe(d), d.Story.Position(d.Span.Start).Line))
	}
	for _, principle := range s.Review.Principles {
		p.principle(principle)
	}
	if figures := s.Review.Difference.Figures; len(figures) > 0 {
		p.item("figures", "", strings.Join(figureTexts(figures), "; "))
	}
}

// alone reports whether only one version of the story is there.
func (s *Story) alone() bool { return s.Review.Old == nil || s.Review.New == nil }

// labelWidth is the widest label of a judgement.
const labelWidth = len("- brought")

func (p *pen) item(label, colour, text string) {
	p.hanging([]cells.Run{{Text: "  " + cells.Pad(label, labelWidth) + "  ", Style: colour}}, []cells.Run{plain(cells.Clean(text))})
}

func describe(d lint.Diagnostic) string { return d.Message + " [" + d.Rule.Name + "]" }

// measures lists what can be counted, before and after.
func (p *pen) measures(r *review.Review) []string {
	measure := func(format string, of func(*review.Version) any) string {
		var values []string
		for _, v := range []*review.Version{r.Old, r.New} {
			if v != nil {
				values = append(values, fmt.Sprintf(format, of(v)))
			}
		}
		if len(values) == 2 && values[0] == values[1] {
			values = values[1:]
		}
		return strings.Join(values, " → ")
	}
	return []string{
		"readiness " + measure("%d", func(v *review.Version) any { return v.Readiness.Score }),
		measure("%d", func(v *review.Version) any { return v.Anatomy.Words }) + " words",
		measure("%.1f", func(v *review.Version) any { return v.Anatomy.Minutes(p.Rate) }) + " minutes",
		"I " + measure("%d", func(v *review.Version) any { return v.Anatomy.I }),
		"we " + measure("%d", func(v *review.Version) any { return v.Anatomy.We }),
	}
}

// principle writes how the evidence for a principle changed, with the words that
// came and those that went.
func (p *pen) principle(c review.Principle) {
	strength := c.New.String()
	if c.Old != c.New {
		strength = c.Old.String() + " → " + strength
	}
	name := c.Principle.Name + " (" + strength + ")"
	said := false
	say := func(label, colour string, quotes []review.Quote) {
		for _, quote := range quotes {
			p.item(label, colour, fmt.Sprintf("%s, %s: %s", name, quote.Element.ID, quoted(quote.Story, quote)))
			said = true
		}
	}
	say("+ gained", cells.Green, c.Gained)
	say("- lost", cells.Red, c.Lost)
	switch {
	case said:
	case c.New > c.Old:
		p.item("+ gained", cells.Green, name)
	case c.New < c.Old:
		p.item("- lost", cells.Red, name)
	}
}

// quoteCells is how much of a sentence is quoted.
const quoteCells = 70

// quoted returns the sentence of a quote with the words that count marked.
func quoted(story *star.Story, q review.Quote) string {
	part := func(from, to int) string { return flat(story.Quote(star.Span{Start: from, End: to})) }
	before, words, after := cells.Crop(part(q.Sentence.Start, q.Words.Start), part(q.Words.Start, q.Words.End), part(q.Words.End, q.Sentence.End), quoteCells)
	if before != "" {
		before += " "
	}
	if after != "" && !strings.ContainsAny(after[:1], ",.;:!?)") {
		after = " " + after
	}
	return `"` + before + "‹" + words + "›" + after + `"`
}

// figureTexts says what became of figures and dates.
func figureTexts(figures []revision.Figure) []string {
	var texts []string
	for _, f := range figures {
		switch f.Change {
		case revision.Changed:
			texts = append(texts, fmt.Sprintf("%q became %q", f.Old.Text, f.New.Text))
		case revision.Added:
			texts = append(texts, fmt.Sprintf("%q is new", f.New.Text))
		case revision.Removed:
			texts = append(texts, fmt.Sprintf("%q is gone", f.Old.Text))
		}
	}
	return texts
}

// label returns the name that sections stand under.
func label(sections []*star.Section) string {
	var labels []string
	for _, s := range sections {
		labels = append(labels, cells.Clean(s.Label))
	}
	return strings.Join(labels, ", ")
}

// moved says from where to where a section went.
func moved(s *revision.Section) string {
	if len(s.New) > 0 && s.New[0].InBody {
		return "moved from the front matter to the body"
	}
	return "moved from the body to the front matter"
}

// names lists principles that satisfy a condition.
func names(list []review.Principle, is func(review.Principle) bool) []string {
	ids := []string{}
	for _, p := range list {
		if is(p) {
			ids = append(ids, p.Principle.ID)
		}
	}
	return ids
}

// weakened and strengthened report the direction in which evidence went.
func strengthened(p review.Principle) bool { return p.New > p.Old && p.New >= principles.Solid }
func weakened(p review.Principle) bool     { return p.Old > p.New && p.Old >= principles.Solid }
