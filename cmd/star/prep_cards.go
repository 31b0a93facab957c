package main

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories/rehearse"
)

// card is what one speaks a story from.
type card struct {
	ID, GUID  string
	Title     string
	Principle string
	Questions []string
	Opening   string
	Anchors   []string
	Figures   string
	Probes    []string
}

// cards returns a card for each story, in the order of their ids.
func (run *session) cards(hide pseudonyms) []card {
	var cards []card
	for _, c := range run.chosen {
		cards = append(cards, run.card(c, hide))
	}
	slices.SortFunc(cards, func(a, b card) int { return strings.Compare(a.ID, b.ID) })
	return cards
}

func (run *session) card(c *rehearse.Candidate, hide pseudonyms) card {
	made := card{ID: c.Story.ID, GUID: guid(c.Story.ID), Title: hide.in(flatten(titled(c.Story))), Opening: hide.in(flatten(c.Opening())),
		Anchors: hide.inAll(anchorsOf(c.Story)), Figures: hide.in(figuresOf(c))}
	t := task{story: c}
	if p := principleOf(c); p != nil {
		made.Principle = p.Name
		if t.question = run.questionAbout(p, c); t.question != nil {
			made.Questions = []string{t.question.Text}
		}
	}
	made.Probes = run.asker.Probes(t.choice())
	return made
}

// guid identifies the card of a story for good, as long as its id stays.
func guid(id string) string {
	sum := fnv.New64a()
	io.WriteString(sum, "star card "+id)
	return fmt.Sprintf("star-%016x", sum.Sum64())
}

func flatten(text string) string { return strings.Join(strings.Fields(cells.Clean(text)), " ") }

// cardFormats write cards.
var cardFormats = map[string]func(io.Writer, []card) error{
	"markdown": cardsMarkdown, "html": cardsHTML,
	"csv": func(w io.Writer, cards []card) error { return cardsAnki(w, cards, ',', "comma") },
	"tsv": func(w io.Writer, cards []card) error { return cardsAnki(w, cards, '\t', "tab") },
}

func cardFormatNames() []string { return slices.Sorted(maps.Keys(cardFormats)) }

func cardsMarkdown(w io.Writer, cards []card) error {
	p := newPage(w, look{width: 80})
	escape := report.EscapeMarkdown
	for i, c := range cards {
		if i > 0 {
			p.Printf("\n---\n\n")
		}
		p.Printf("# %s\n\n", escape(c.Title))
		if c.Principle != "" {
			p.Printf("*%s*\n\n", escape(c.Principle))
		}
		p.Printf("> %s\n\n", escape(c.Opening))
		for _, anchor := range c.Anchors {
			p.Printf("- **%s**\n", escape(anchor))
		}
		if c.Figures != "" {
			p.Printf("\nFigures: %s\n", escape(c.Figures))
		}
		p.Printf("\nAsked next:\n\n")
		for _, probe := range c.Probes {
			p.Printf("- %s\n", escape(probe))
		}
	}
	return p.Flush()
}

//go:embed prep_cards.html
var cardsPage string

var cardsTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("cards").Parse(cardsPage)) })

func cardsHTML(w io.Writer, cards []card) error { return cardsTemplate().Execute(w, cards) }

// cardsAnki writes notes that Anki imports: a guid, by which it knows a note again, the
// question, the cues, and tags.
func cardsAnki(w io.Writer, cards []card, comma rune, separator string) error {
	if _, err := fmt.Fprintf(w, "#separator:%s\n#html:false\n#guid column:1\n#tags column:4\n", separator); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma = comma
	for _, c := range cards {
		front := strings.Join(append(slices.Clone(c.Questions), c.Title), " | ")
		back := strings.Join(slices.DeleteFunc([]string{c.Opening, strings.Join(c.Anchors, " · "), c.Figures}, func(s string) bool { return s == "" }), " | ")
		if err := out.Write([]string{c.GUID, front, back, "star " + strings.ReplaceAll(strings.ToLower(c.Principle), " ", "-")}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
