package changes

import (
	_ "embed"
	"html/template"
	"io"
	"sync"

	"starbank/star/revision"
)

//go:embed changes.html
var page string

var pageTemplate = sync.OnceValue(func() *template.Template { return template.Must(template.New("changes").Parse(page)) })

// HTML writes one page that needs nothing else: no script, and nothing is fetched.
func HTML(w io.Writer, d Document) error {
	data := htmlPage{From: d.Sides[0], To: d.Sides[1]}
	for i := range d.Stories {
		data.Stories = append(data.Stories, storyHTML(&d.Stories[i], d))
	}
	return pageTemplate().Execute(w, data)
}

type htmlPage struct {
	From, To string
	Stories  []htmlStory
}

type htmlStory struct {
	ID, Path  string
	Status    Status
	Judgement []string
	Fields    []htmlSection
	Sections  []htmlSection
}

type htmlSection struct {
	Name, What string
	Paragraphs []htmlParagraph
}

type htmlParagraph struct {
	Marker string
	Pieces []htmlPiece
}

type htmlPiece struct{ Tag, Text, Blank, Note string }

// tags are the elements of HTML by fate; what was moved is told apart by its class.
var tags = [...]string{kept: "", cut: "del", added: "ins", movedAway: "away", movedHere: "here"}

func storyHTML(s *Story, d Document) htmlStory {
	out := htmlStory{ID: s.ID, Path: s.To, Status: s.Status, Judgement: judgementLines(s, d.Rate)}
	if s.Status == Removed {
		out.Path = s.From
	}
	for _, f := range s.Review.Difference.Fields {
		field := htmlSection{Name: f.Key}
		for _, item := range f.Items {
			field.Paragraphs = append(field.Paragraphs, paragraphsHTML(paragraphs(item.Ops))...)
		}
		out.Fields = append(out.Fields, field)
	}
	for i := range s.Review.Difference.Sections {
		section := &s.Review.Difference.Sections[i]
		if d.Detail == Judgement || section.Change == revision.Unchanged && !d.Whole {
			continue
		}
		out.Sections = append(out.Sections, htmlSection{section.Name, what(section), paragraphsHTML(paragraphs(section.Ops))})
	}
	return out
}

func paragraphsHTML(all []paragraph) []htmlParagraph {
	var out []htmlParagraph
	for _, p := range all {
		made := htmlParagraph{Marker: p.marker}
		for i, piece := range p.pieces {
			blank := " "
			if i == 0 || piece.glued {
				blank = ""
			}
			made.Pieces = append(made.Pieces, htmlPiece{tags[piece.fate], piece.text, blank, piece.note})
		}
		out = append(out, made)
	}
	return out
}
