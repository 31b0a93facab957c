package galley

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/report"
	"starbank/star/report/cells"
)

// Text writes a story for people: its title, its fields, its sections and notes
// wrapped to the width and marked, then the findings by their numbers, the evidence
// and how ready it is.
func Text(out io.Writer, g Galley) error {
	p := &pen{bufio.NewWriter(out), g}
	marks := g.place()
	p.head(marks)
	for _, section := range g.Story.Sections {
		p.section(section, marks)
	}
	p.notes(marks)
	p.legend(marks)
	p.findings()
	p.evidence()
	p.printf("\n")
	if err := p.Flush(); err != nil {
		return err
	}
	return report.Rubric(out, report.Report{Width: g.Width, Colour: g.Colour}, g.Readiness)
}

type pen struct {
	*bufio.Writer
	Galley
}

func (p *pen) printf(format string, args ...any) { fmt.Fprintf(p.Writer, format, args...) }

func (p *pen) paint(colour, text string) string {
	if !p.Colour || text == "" || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// set writes runs wrapped behind a margin, and indents what follows the first line
// as far.
func (p *pen) set(margin string, runs []cells.Run) { p.hang(cells.Run{Text: margin}, runs) }

// hang is set with a margin that has a style.
func (p *pen) hang(margin cells.Run, runs []cells.Run) {
	width := cells.Width(margin.Text)
	for i, line := range cells.WrapRuns(runs, p.Width-width) {
		if i == 1 {
			margin = cells.Run{Text: strings.Repeat(" ", width)}
		}
		var b strings.Builder
		for _, run := range line {
			b.WriteString(p.paint(run.Style, run.Text))
		}
		p.printf("%s\n", strings.TrimRight(p.paint(margin.Style, margin.Text)+b.String(), " "))
	}
}

// head writes what the story is called, where it comes from, and its fields.
func (p *pen) head(marks placed) {
	s := p.Story
	title := append([]cells.Run{{Text: flat(s.Title.Text)}}, numbers(marks.title)...)
	p.hang(cells.Run{Text: cells.Shorten(flat(s.ID), p.Width/2) + "  ", Style: bold}, title)
	p.set("  ", []cells.Run{{Text: p.from(), Style: dim}})
	p.set("  ", []cells.Run{{Text: fmt.Sprintf("%d words, %.1f minutes", p.Anatomy.Words, p.Anatomy.Minutes(p.Rate)), Style: dim}})
	list := fields(s)
	widest := 0
	for _, f := range list {
		widest = max(widest, cells.Width(flat(f.key)))
	}
	widest = min(widest, p.Width/3)
	for i, f := range list {
		if i == 0 {
			p.printf("\n")
		}
		p.field(f, widest, numbers(marks.labels[f.at]))
	}
}

func (p *pen) field(f field, widest int, numbers []cells.Run) {
	label := cells.Pad(cells.Shorten(flat(f.key), widest), widest)
	lines := f.lines
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, line := range lines {
		runs := []cells.Run{{Text: flat(line)}}
		if i == len(lines)-1 {
			runs = append(runs, numbers...)
		}
		p.set("  "+label+"  ", runs)
		label = strings.Repeat(" ", widest)
	}
}

// from says where the version comes from.
func (p *pen) from() string {
	said := flat(p.Story.Path)
	if r := p.Revision; r.Commit != "" {
		said += fmt.Sprintf(" at %s of %s", r.Commit[:min(7, len(r.Commit))], r.Date)
		if subject := flat(r.Subject); subject != "" {
			said += fmt.Sprintf(", %q", subject)
		}
	}
	return said
}

// section writes a section under its name, and under the label it has where that is
// another.
func (p *pen) section(s *star.Section, marks placed) {
	heading := []cells.Run{{Text: s.Part.Title(), Style: bold + ";" + cyan}}
	if label := flat(s.Label); !strings.EqualFold(label, s.Part.String()) {
		heading = append(heading, cells.Run{Text: " (" + label + ")", Style: dim})
	}
	p.printf("\n")
	p.set("", append(heading, numbers(marks.labels[s.LabelSpan])...))
	p.blocks(s.Text, marks.sections[s])
}

func (p *pen) blocks(text string, marks []mark) {
	m := newMarker(text, marks, p.Colour)
	for i, b := range blocks(text) {
		if i > 0 && !b.close {
			p.printf("\n")
		}
		var runs []cells.Run
		for k, line := range b.lines {
			if k > 0 {
				runs = append(runs, cells.Run{Text: " ", Style: m.style(line.Start - 1)})
			}
			runs = append(runs, m.runs(line)...)
		}
		if b.heading {
			for k := range runs {
				runs[k].Style = strings.TrimPrefix(runs[k].Style+";"+bold, ";")
			}
		}
		p.block("  "+b.margin, runs, b.whole)
	}
}

// block writes a block; one whole line keeps its blanks where it fits.
func (p *pen) block(margin string, runs []cells.Run, whole bool) {
	width := cells.Width(margin)
	text := ""
	for _, run := range runs {
		width += cells.Width(run.Text)
		text += p.paint(run.Style, run.Text)
	}
	if whole && width <= p.Width {
		p.printf("%s\n", margin+text)
		return
	}
	p.set(margin, runs)
}

// notes writes what stands in the file and is never counted.
func (p *pen) notes(marks placed) {
	for i, span := range p.Story.Notes() {
		if i == 0 {
			p.printf("\n%s\n", p.paint(bold+";"+cyan, "Notes")+p.paint(dim, " (never counted)"))
		}
		p.blocks(p.Story.Quote(span), marks.notes[span])
	}
}

// legend says what the marks mean that were used.
func (p *pen) legend(marks placed) {
	evidence, found := false, false
	for _, list := range marks.sections {
		for _, m := range list {
			evidence, found = evidence || m.finding == 0, found || m.finding > 0
		}
	}
	var said []cells.Run
	switch {
	case evidence && p.Colour:
		said = append(said, cells.Run{Text: "underlined words", Style: bold + ";" + underline}, cells.Run{Text: " speak for a principle", Style: dim})
	case evidence:
		said = append(said, cells.Run{Text: "‹words› speak for a principle"})
	}
	if evidence && found {
		said = append(said, cells.Run{Text: ", ", Style: dim})
	}
	switch {
	case found && p.Colour:
		said = append(said, cells.Run{Text: "a number is that of a finding", Style: dim})
	case found:
		said = append(said, cells.Run{Text: "«words»[n] are a finding"})
	}
	if len(said) > 0 {
		p.printf("\n")
		p.set("", said)
	}
}

// findings lists what was found by its number.
func (p *pen) findings() {
	for i, d := range p.Findings {
		if i == 0 {
			p.printf("\n%s\n", p.paint(bold, "findings"))
		}
		number := fmt.Sprintf("[%d]", i+1)
		line := p.Story.Position(d.Span.Start).Line
		margin := strings.Repeat(" ", len(fmt.Sprintf("[%d]", len(p.Findings)))+3)
		p.set(p.margin(margin, number), []cells.Run{{Text: d.Severity.String(), Style: bold + ";" + severityColours[d.Severity]},
			{Text: fmt.Sprintf(", line %d: %s ", line, flat(d.Message))}, {Text: "[" + d.Rule.Name + "]", Style: dim}})
		if d.Help != "" {
			p.set(margin, []cells.Run{{Text: "= " + flat(d.Help), Style: dim}})
		}
	}
}

// margin puts a text behind two blanks into a margin.
func (p *pen) margin(margin, text string) string {
	return cells.Pad("  "+text, len(margin))
}

// evidence lists the principles with the words that speak for each.
func (p *pen) evidence() {
	for i, proof := range p.proofs() {
		if i == 0 {
			p.printf("\n%s\n", p.paint(bold, "evidence"))
		}
		covered := 0
		for _, told := range proof.Covered {
			if told {
				covered++
			}
		}
		text := fmt.Sprintf("%s, %d of %d", proof.Strength, covered, len(proof.Covered))
		if proof.Strength == principles.None {
			text = "no recognised evidence"
		}
		var words []string
		for _, quote := range p.quotes(proof) {
			words = append(words, "‹"+flat(p.Story.Quote(quote.Words))+"›")
		}
		if len(words) > 0 {
			text += ": " + strings.Join(words, ", ")
		}
		p.set("  ", []cells.Run{{Text: proof.Principle.Name, Style: strengthColour(proof.Strength)}, {Text: ", " + text}})
	}
}

func strengthColour(s principles.Strength) string {
	switch s {
	case principles.Strong, principles.Solid:
		return green
	case principles.Weak:
		return yellow
	}
	return red
}

// numbers writes the numbers of findings about what stands before them.
func numbers(marks []mark) (runs []cells.Run) {
	for _, m := range marks {
		runs = append(runs, cells.Run{Text: " "}, numbered(m))
	}
	return runs
}

func joined(values []star.Value) string { return strings.Join(texts(values), ", ") }

// flat puts a text on one line that is safe to show.
func flat(text string) string { return cells.Clean(strings.Join(strings.Fields(text), " ")) }
