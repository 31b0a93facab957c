package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"starbank/star"
	"starbank/star/report/cells"
)

// importText writes what became of notes, for people.
func importText(w io.Writer, run *importing, dry bool, look look) error {
	p := newPage(w, look)
	made, there := 0, 0
	for i := range run.found {
		story := &run.found[i]
		if story.there != "" {
			there++
		} else if story.path != "" {
			made++
		}
		p.plannedStory(story)
	}
	if len(run.skipped) > 0 {
		p.Printf("%s\n", p.Paint(cells.Dim, "passed over:"))
	}
	for _, skip := range run.skipped {
		p.paragraph("  ", fmt.Sprintf("%s:%d-%d  %s", cells.Clean(skip.from), skip.Line, skip.End, skip.Reason))
	}
	p.Printf("%s\n", importTotals(made, there, len(run.skipped), dry, cells.Clean(run.folder)))
	return p.Flush()
}

// plannedStory writes a line where a story comes from and goes to, and one about what
// it has.
func (p *page) plannedStory(story *planned) {
	target := story.path
	if story.there != "" {
		target = "is " + story.there + " already"
	}
	p.Printf("%s → %s\n", p.Paint(cells.Dim, cells.Clean(story.From(story.from))), p.Paint(cells.Bold, cells.Clean(target)))
	var has []string
	for _, part := range star.Parts() {
		if words := len(strings.Fields(story.Sections[part])); words > 0 {
			has = append(has, fmt.Sprintf("%s %d", part, words))
		}
	}
	if !story.Marked {
		has = []string{fmt.Sprintf("no section is marked: all %d words are in the action", story.Words())}
	}
	line := strings.Join(has, ", ")
	if len(story.Principles) > 0 {
		line += "; " + strings.Join(story.Principles, ", ")
	}
	p.paragraph("  ", line)
}

func importTotals(made, there, passed int, dry bool, folder string) string {
	verb := "written to "
	if dry {
		verb = "would be written to "
	}
	text := cells.Plural(made, "story", "stories") + " " + verb + folder
	if there > 0 {
		text += fmt.Sprintf("; %d already there", there)
	}
	if passed > 0 {
		text += fmt.Sprintf("; %s passed over", cells.Plural(passed, "passage", "passages"))
	}
	if made > 0 && !dry {
		text += "\nnext: star check, to see what each story lacks"
	}
	return text
}

// importedStory is a story of star import --format json.
type importedStory struct {
	Title      string            `json:"title"`
	Principles []string          `json:"principles"`
	Question   string            `json:"question"`
	Sections   map[string]string `json:"sections"`
	Notes      string            `json:"notes"`
	Marked     bool              `json:"marked"`
	Path       string            `json:"path"` // the notes it was found in
	Line       int               `json:"line"`
	EndLine    int               `json:"end_line"`
	Target     string            `json:"target"` // the file of the bank
	Exists     bool              `json:"exists"` // it was there before
}

type skippedPassage struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Title   string `json:"title"`
	Reason  string `json:"reason"`
}

// importJSON writes one document with a version; fields may be added to it and are
// never renamed.
func importJSON(w io.Writer, run *importing) error {
	doc := struct {
		Version int              `json:"version"`
		Stories []importedStory  `json:"stories"`
		Skipped []skippedPassage `json:"skipped"`
	}{1, []importedStory{}, []skippedPassage{}}
	for i := range run.found {
		p := &run.found[i]
		story := importedStory{Title: p.Title, Principles: append([]string{}, p.Principles...), Question: p.Question, Sections: map[string]string{},
			Notes: p.Notes, Marked: p.Marked, Path: p.from, Line: p.Line, EndLine: p.End, Target: p.path, Exists: p.there != ""}
		if story.Exists {
			story.Target = p.there
		}
		for _, part := range star.Parts() {
			if p.Sections[part] != "" {
				story.Sections[part.String()] = p.Sections[part]
			}
		}
		doc.Stories = append(doc.Stories, story)
	}
	for _, s := range run.skipped {
		doc.Skipped = append(doc.Skipped, skippedPassage{s.from, s.Line, s.End, s.Title, s.Reason})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}
