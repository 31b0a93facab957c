package main

import (
	"io"
	"strings"

	"starbank/principles"
	"starbank/star/report"
	"starbank/star/report/cells"
)

// questionsText writes for people: an id, the question, what it probes, the story.
func questionsText(w io.Writer, found []asked, look look) error {
	p := newPage(w, look)
	open := 0
	for i := range found {
		p.question(&found[i])
		if found[i].story == nil && found[i].Kind != principles.Technical {
			open++
		}
	}
	switch {
	case len(found) == 0:
		p.Printf("no such question, or none that is open; star ask answers any\n")
	case len(found) > 1 && found[0].inBank:
		p.Printf("\n%s, %d without a story\n", cells.Plural(len(found), "question", "questions"), open)
	case len(found) > 1:
		p.Printf("\n%s\n", cells.Plural(len(found), "question", "questions"))
	}
	return p.Flush()
}

// questionMargin is where the text of a question begins.
const questionMargin = 9

func (p *page) question(q *asked) {
	p.hangingText(p.Paint(cells.Cyan, cells.Pad(q.ID, questionMargin)), q.Text)
	margin := strings.Repeat(" ", questionMargin)
	switch {
	case q.ProbesFor != "":
		p.hangingText(margin, "wants: "+q.ProbesFor)
	case q.story != nil:
		p.hangingText(margin, "probes: "+strings.Join(q.Principles, ", "))
		p.Printf("%s%s\n", margin, p.Paint(cells.Green, "story: "+cells.Clean(q.story.Story.ID)))
	case q.inBank:
		p.hangingText(margin, "probes: "+strings.Join(q.Principles, ", "))
		p.Printf("%s%s\n", margin, p.Paint(cells.Yellow, "story: none yet"))
	default:
		p.hangingText(margin, "probes: "+strings.Join(q.Principles, ", "))
	}
	for _, probe := range q.probes {
		p.hangingText(margin+"then ", probe)
	}
}

// hangingText writes a text wrapped behind a label of the width of the margin.
func (p *page) hangingText(label, text string) {
	for i, line := range cells.Wrap(text, p.width-questionMargin) {
		if i > 0 {
			label = strings.Repeat(" ", questionMargin)
		}
		p.Printf("%s%s\n", label, line)
	}
}

// inquiriesText writes the questions for the candidate to ask, by what they are about.
func inquiriesText(w io.Writer, list []principles.Inquiry, look look) error {
	p := newPage(w, look)
	for _, inquiry := range list {
		p.hangingText(p.Paint(cells.Cyan, cells.Pad(inquiry.ID, questionMargin)), inquiry.Text)
	}
	return p.Flush()
}

// questionJSON is a question of star questions --format json.
type questionJSON struct {
	ID         string                  `json:"id"`
	Question   string                  `json:"question"`
	Kind       principles.QuestionKind `json:"kind"`
	Principles []string                `json:"principles"`
	Levels     []string                `json:"levels"`
	Roles      []string                `json:"roles"`
	Group      string                  `json:"group"`
	Required   bool                    `json:"required"`
	Domain     string                  `json:"domain"`
	ProbesFor  string                  `json:"probes_for"`
	Story      *string                 `json:"story"` // null where none answers it
	Probes     []string                `json:"probes"`
}

func questionsJSON(w io.Writer, found []asked, _ look) error {
	list := []questionJSON{}
	for i := range found {
		q := &found[i]
		out := questionJSON{q.ID, q.Text, q.Kind, append([]string{}, q.Principles...), q.Levels, q.Roles, q.Group, q.Required, q.Domain, q.ProbesFor, nil, append([]string{}, q.probes...)}
		if q.story != nil {
			out.Story = &q.story.Story.ID
		}
		list = append(list, out)
	}
	return report.EncodeJSON(w, struct {
		Version   int            `json:"version"`
		Questions []questionJSON `json:"questions"`
	}{1, list})
}

func inquiriesJSON(w io.Writer, list []principles.Inquiry, _ look) error {
	type inquiry struct {
		ID       string `json:"id"`
		Theme    string `json:"theme"`
		Question string `json:"question"`
	}
	out := []inquiry{}
	for _, q := range list {
		out = append(out, inquiry{q.ID, q.Theme, q.Text})
	}
	return report.EncodeJSON(w, struct {
		Version   int       `json:"version"`
		Questions []inquiry `json:"questions"`
	}{1, out})
}
