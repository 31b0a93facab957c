package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

// practisedJSON is what the log says of a story.
type practisedJSON struct {
	ID        string  `json:"id"`
	Readiness int     `json:"readiness"`
	Answers   int     `json:"answers"`
	Last      string  `json:"last"`    // YYYY-MM-DD, or "" where it was never practised
	Rating    string  `json:"rating"`  // of the last answer
	Recall    float64 `json:"recall"`  // how likely it comes to mind now
	Due       string  `json:"due"`     // YYYY-MM-DD, or ""
	Minutes   float64 `json:"minutes"` // on average
}

type practisedPrinciple struct {
	ID      string  `json:"id"`
	Stories int     `json:"stories"`
	Due     int     `json:"due"`
	Recall  float64 `json:"recall"` // of the story that is best kept in mind
	name    string
}

// stats shows what is due.
func (run *session) stats() error {
	tasks, err := run.storyTasks()
	if err != nil {
		return err
	}
	found := []practisedJSON{}
	for i := range tasks {
		found = append(found, run.practised(tasks[i].story))
	}
	byPrinciple := run.byPrinciple()
	if run.options.format == "json" {
		return report.EncodeJSON(run.out, struct {
			Version    int                  `json:"version"`
			Answers    int                  `json:"answers"`
			Stories    []practisedJSON      `json:"stories"`
			Principles []practisedPrinciple `json:"principles"`
		}{1, len(run.answers), found, byPrinciple})
	}
	return run.statsText(found, byPrinciple)
}

func (run *session) practised(c *rehearse.Candidate) practisedJSON {
	p := practisedJSON{ID: c.Story.ID, Readiness: c.Readiness.Score}
	m := run.memories[c.Story.ID]
	if m == nil {
		return p
	}
	p.Answers, p.Last, p.Rating = len(m.Answers), m.Last().Format(time.DateOnly), m.Answers[len(m.Answers)-1].Rating.String()
	p.Recall, p.Due, p.Minutes = thousandth(m.Recall), m.Due.Format(time.DateOnly), thousandth(m.Minutes())
	return p
}

// due reports whether a story wants practice now: it was never practised, or its time
// has come.
func (run *session) due(c *rehearse.Candidate) bool {
	m := run.memories[c.Story.ID]
	return m == nil || !m.Due.After(clock.Now())
}

// byPrinciple sums up by the principles that stories are told for, the weightiest first.
func (run *session) byPrinciple() []practisedPrinciple {
	found := []practisedPrinciple{}
	for i := range run.set.Principles {
		p := &run.set.Principles[i]
		sum := practisedPrinciple{ID: p.ID, name: p.Name}
		for _, c := range run.chosen {
			if principleOf(c) != p {
				continue
			}
			sum.Stories++
			if run.due(c) {
				sum.Due++
			}
			if m := run.memories[c.Story.ID]; m != nil {
				sum.Recall = max(sum.Recall, thousandth(m.Recall))
			}
		}
		found = append(found, sum)
	}
	slices.SortStableFunc(found, func(a, b practisedPrinciple) int {
		return cmp.Compare(run.config.Target.Emphasis(b.ID), run.config.Target.Emphasis(a.ID))
	})
	return found
}

func (run *session) statsText(found []practisedJSON, byPrinciple []practisedPrinciple) error {
	p := newPage(run.out, run.options.look(run.out))
	id := len("story")
	for _, s := range found {
		id = max(id, cells.Width(cells.Clean(s.ID)))
	}
	id = min(id, max(12, p.width-45))
	p.Printf("%s\n", p.Paint(cells.Dim, cells.Pad("story", id)+"  ready  last        how    recall  minutes"))
	due := 0
	for _, s := range found {
		p.practisedRow(s, id)
	}
	for _, c := range run.chosen {
		if run.due(c) {
			due++
		}
	}
	p.Printf("\n")
	for _, sum := range byPrinciple {
		p.practisedPrinciple(sum, run.config.Target.Emphasis(sum.ID))
	}
	p.Printf("\n%s\n", p.Paint(cells.Dim, fmt.Sprintf("%s due of %d; %s so far; star practice takes the first of the table", cells.Plural(due, "story", "stories"), len(found), cells.Plural(len(run.answers), "answer", "answers"))))
	return p.Flush()
}

func (p *page) practisedRow(s practisedJSON, id int) {
	row := cells.Pad(cells.Shorten(cells.Clean(s.ID), id), id) + fmt.Sprintf("  %5d", s.Readiness)
	if s.Answers == 0 {
		p.Printf("%s  %s\n", row, p.Paint(cells.Yellow, "never"))
		return
	}
	minutes := ""
	if s.Minutes > 0 {
		minutes = fmt.Sprintf("  %7.1f", s.Minutes)
	}
	p.Printf("%s  %s  %-5s  %4.0f %%%s\n", row, s.Last, s.Rating, 100*s.Recall, minutes)
}

func (p *page) practisedPrinciple(sum practisedPrinciple, emphasis stories.Emphasis) {
	mark := map[stories.Emphasis]string{stories.First: "first ", stories.Second: "second", stories.Other: "      "}[emphasis]
	state := fmt.Sprintf("%s, %d due", cells.Plural(sum.Stories, "story", "stories"), sum.Due)
	if sum.Recall > 0 {
		state += fmt.Sprintf(", recall %.0f %%", 100*sum.Recall)
	}
	if sum.Stories == 0 {
		state = "no story"
	}
	name := min(mostPrinciple, p.width-len("second    2 stories, 2 due, recall 100 %"))
	p.Printf("%s  %s  %s\n", p.Paint(cells.Dim, mark), cells.Pad(cells.Shorten(sum.name, name), name), state)
}

// spokenRate returns the words a minute of what was said, over all transcripts of the
// log, or 0.
func spokenRate(answers []practice.Answer) int {
	words, seconds := 0, 0
	for _, a := range answers {
		if a.Words > 0 && a.Seconds > 0 {
			words += a.Words
			seconds += a.Seconds
		}
	}
	if seconds == 0 {
		return 0
	}
	return words * 60 / seconds
}
