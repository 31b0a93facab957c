package main

import (
	"fmt"
	"io"
	"strings"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/prep"
)

// variantJSON is a selection of star prep --variants --format json.
type variantJSON struct {
	Story     string         `json:"story"`
	Seconds   int            `json:"seconds"` // asked for
	Words     int            `json:"words"`
	Takes     int            `json:"takes"` // seconds, at the rate of star.yaml
	Sentences []sentenceJSON `json:"sentences"`
}

type sentenceJSON struct {
	Section string `json:"section"`
	Text    string `json:"text"`
}

// variants selects sentences for some lengths.
func (run *session) variants(lengths []int, hide pseudonyms) error {
	found := []variantJSON{}
	for _, c := range run.chosen {
		for _, seconds := range lengths {
			found = append(found, run.variant(c, seconds, hide))
		}
	}
	if run.options.format == "json" {
		return report.EncodeJSON(run.out, struct {
			Version  int           `json:"version"`
			Variants []variantJSON `json:"variants"`
		}{1, found})
	}
	return variantsText(run.out, found, run.options.look(run.out))
}

func (run *session) variant(c *rehearse.Candidate, seconds int, hide pseudonyms) variantJSON {
	rate := run.config.Speaking.WordsPerMinute
	v := variantJSON{Story: hide.in(c.Story.ID), Seconds: seconds, Sentences: []sentenceJSON{}}
	for _, kept := range prep.Variant(c, seconds*rate/60) {
		v.Words += kept.Words
		v.Sentences = append(v.Sentences, sentenceJSON{kept.Part.String(), hide.in(kept.Text)})
	}
	v.Takes = (v.Words*60 + rate/2) / rate
	return v
}

func variantsText(out io.Writer, found []variantJSON, look look) error {
	p := newPage(out, look)
	for i, v := range found {
		if i > 0 {
			p.Printf("\n")
		}
		p.Printf("%s  in %d seconds: %s, %s\n", p.Paint(cells.Bold+";"+cells.Cyan, cells.Clean(v.Story)), v.Seconds, cells.Plural(v.Words, "word", "words"), minutesAndSeconds(v.Takes))
		if len(v.Sentences) == 0 {
			p.Printf("  no sentence is that short\n")
		}
		before := ""
		for _, s := range v.Sentences {
			label := ""
			if s.Section != before {
				label = s.Section
			}
			before = s.Section
			p.paragraph(fmt.Sprintf("  %-10s ", label), cells.Clean(strings.TrimSpace(s.Text)))
		}
	}
	return p.Flush()
}
