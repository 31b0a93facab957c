package main

import (
	"fmt"
	"io"
	"strings"

	"starbank/principles"
	"starbank/star/report/cells"
	"starbank/stories/rehearse"
)

// askText writes for people: what is asked, and the stories that answer it.
func askText(w io.Writer, asker *rehearse.Asker, answers []rehearse.Answer, o askOptions) error {
	p := newPage(w, o.look(w))
	for i := range answers {
		if i > 0 {
			p.Printf("\n")
		}
		p.answer(asker, &answers[i], o.top)
	}
	return p.Flush()
}

// kindNames say what is asked for.
var kindNames = map[principles.QuestionKind]string{principles.Behavioral: "an event", principles.Situational: "a hypothetical", principles.Habit: "a habit", principles.Technical: "knowledge"}

func (p *page) answer(asker *rehearse.Asker, a *rehearse.Answer, top int) {
	for _, line := range cells.Wrap(cells.Clean(a.Question), p.width) {
		p.Printf("%s\n", p.Paint(cells.Bold, line))
	}
	if a.Known != nil && a.Known.ProbesFor != "" {
		p.paragraph("  wants    ", a.Known.ProbesFor)
	}
	if len(a.Topics) > 0 {
		p.paragraph("  probes   ", strings.Join(topicNames(a.Topics), ", "))
	}
	p.paragraph("  asks for ", kindNames[a.Kind])
	p.paragraph("  answer   ", rehearse.Shape(a.Kind))
	p.missing(a)
	for i := range a.Choices[:min(top, len(a.Choices))] {
		p.Printf("\n")
		p.choice(asker, &a.Choices[i], i == 0 && a.Fits())
	}
}

func topicNames(topics []rehearse.Topic) (names []string) {
	for _, topic := range topics {
		names = append(names, topic.Principle.Name)
	}
	return names
}

// missing says what no story tells of, and names the story to write where none fits.
func (p *page) missing(a *rehearse.Answer) {
	if len(a.Untold) > 0 {
		p.paragraph("  = ", `No story tells of "`+cells.Clean(strings.Join(a.Untold, `" or "`))+`".`)
	}
	if a.Fits() || a.Kind == principles.Technical {
		return
	}
	principle, asks := a.Missing()
	if principle == nil {
		p.paragraph("  = ", "No story fits; star new writes one with you.")
		return
	}
	p.paragraph("  = ", "No story of the bank proves "+principle.Name+". Write one that answers: "+strings.Join(asks[:min(2, len(asks))], " "))
	p.Printf("    star new --principle %s\n", principle.ID)
}

// choice writes a story that may answer, the best one with what to say.
func (p *page) choice(asker *rehearse.Asker, c *rehearse.Choice, best bool) {
	ready := fmt.Sprintf("ready %d", c.Readiness.Score)
	title := cells.Shorten(c.Story.Title.Text, max(10, p.width-cells.Width(c.Story.ID)-len(ready)-4))
	p.Printf("%s  %s  %s\n", p.Paint(cells.Bold+";"+cells.Cyan, cells.Clean(c.Story.ID)), title, p.Paint(cells.Dim, ready))
	p.paragraph("  because  ", strings.Join(c.Why, "; "))
	if !best {
		return
	}
	p.opening(c.Candidate)
	p.buildOn(c.Candidate, c.Proof)
	p.expect(asker.Probes(c))
}

// opening writes the line that a story begins with.
func (p *page) opening(c *rehearse.Candidate) {
	if line := opening(c); line != "" {
		p.paragraph("  open     ", cells.Clean(line))
	}
}

// buildOn writes the words that prove a principle.
func (p *page) buildOn(c *rehearse.Candidate, proof *principles.Proof) {
	if proof == nil {
		return
	}
	for _, quote := range c.Evidence.Best(proof) {
		m := mapQuote(c.Story, quote)
		p.Printf("  build on %4d  %s\n", m.Line, p.quote(m.before, m.Quote, m.after, p.width-17))
	}
}

// expect writes what will be asked next.
func (p *page) expect(probes []string) {
	label := "  expect   "
	for _, probe := range probes {
		p.paragraph(label, probe)
		label = strings.Repeat(" ", len(label))
	}
}
