package main

import (
	"io"
	"math"

	"starbank/principles"
	"starbank/star/report"
	"starbank/stories/rehearse"
)

// answered is an answer of star ask --format json.
type answered struct {
	Version    int                     `json:"version,omitempty"`
	Question   string                  `json:"question"`
	ID         string                  `json:"id"` // in the list of questions, or ""
	Kind       principles.QuestionKind `json:"kind"`
	Principles []topicJSON             `json:"principles"`
	Fits       bool                    `json:"fits"`
	Untold     []string                `json:"untold"`
	Stories    []choiceJSON            `json:"stories"`
}

type topicJSON struct {
	ID    string  `json:"id"`
	Share float64 `json:"share"`
}

type choiceJSON struct {
	ID        string        `json:"id"`
	Path      string        `json:"path"`
	Title     string        `json:"title"`
	Score     float64       `json:"score"`
	Fits      bool          `json:"fits"`
	Readiness int           `json:"readiness"`
	Why       []string      `json:"why"`
	Opening   string        `json:"opening"`
	Evidence  []mappedQuote `json:"evidence"`
	Probes    []string      `json:"probes"`
}

// askJSON writes one answer as a document, several as a list in one.
func askJSON(w io.Writer, asker *rehearse.Asker, answers []rehearse.Answer, top int) error {
	var list []answered
	for i := range answers {
		list = append(list, answerJSON(asker, &answers[i], top))
	}
	if len(list) == 1 {
		list[0].Version = 1
		return report.EncodeJSON(w, list[0])
	}
	return report.EncodeJSON(w, struct {
		Version int        `json:"version"`
		Answers []answered `json:"answers"`
	}{1, list})
}

func answerJSON(asker *rehearse.Asker, a *rehearse.Answer, top int) answered {
	out := answered{Question: a.Question, Kind: a.Kind, Principles: []topicJSON{}, Fits: a.Fits(), Untold: append([]string{}, a.Untold...), Stories: []choiceJSON{}}
	if a.Known != nil {
		out.ID = a.Known.ID
	}
	for _, topic := range a.Topics {
		out.Principles = append(out.Principles, topicJSON{topic.Principle.ID, thousandth(topic.Share)})
	}
	for i := range a.Choices[:min(top, len(a.Choices))] {
		out.Stories = append(out.Stories, chosenJSON(asker, &a.Choices[i]))
	}
	return out
}

func chosenJSON(asker *rehearse.Asker, c *rehearse.Choice) choiceJSON {
	out := choiceJSON{ID: c.Story.ID, Path: c.Story.Path, Title: c.Story.Title.Text, Score: thousandth(c.Score), Fits: c.Fits, Readiness: c.Readiness.Score,
		Why: append([]string{}, c.Why...), Opening: c.Opening(), Evidence: []mappedQuote{}, Probes: asker.Probes(c)}
	if c.Proof != nil {
		for _, quote := range c.Evidence.Best(c.Proof) {
			out.Evidence = append(out.Evidence, mapQuote(c.Story, quote))
		}
	}
	return out
}

func thousandth(x float64) float64 { return math.Round(1000*x) / 1000 }
