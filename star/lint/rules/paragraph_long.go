package rules

import (
	"fmt"

	"starbank/star/lint"
)

// paragraphWords is the length above which a paragraph cannot be rehearsed as
// one thought.
const paragraphWords = 150

// ParagraphLong reports a wall of text. Lists are exempt.
var ParagraphLong = &lint.Rule{
	ID:       "STAR115",
	Name:     "paragraph-long",
	Title:    "paragraph is a wall of text",
	Why:      "A long paragraph is hard to rehearse: there is no place to breathe or to find the next thought.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "lesson: |\n  " + longSituation + " " + longSituation,
	Good:     "title: Paragraphs of one thought",
	Check: func(p *lint.Pass) {
		for _, section := range p.Story.Sections {
			for _, paragraph := range section.Prose.Paragraphs {
				if n := paragraph.Last - paragraph.First; n > paragraphWords && !paragraph.Bullet {
					first := section.Prose.Words[paragraph.First]
					p.ReportIn(section, first.Range, fmt.Sprintf("paragraph runs to %d words", n), "break it where a new step begins")
				}
			}
		}
	},
}
