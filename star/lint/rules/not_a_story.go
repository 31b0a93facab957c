package rules

import (
	"bytes"
	"regexp"
	"slices"
	"sync"

	"starbank/star"
	"starbank/star/lint"
)

// NotAStory reports Markdown that is no story file: notes in another layout,
// a page about interviews, several stories in one file.
var NotAStory = &lint.Rule{
	ID:       "STAR002",
	Name:     "not-a-story",
	Title:    "file is not laid out as one story",
	Why:      "Sections that are not marked cannot be checked, and a bank of one story a file can be searched and diffed.",
	Severity: lint.Error,
	Since:    "0.1",
	Bad:      "# Interview notes\n\nSome thoughts on how to answer.\n",
	Good:     "title: One story a file, with its sections marked",
	Final:    true,
	Check:    notAStory,
}

// labelled matches the other ways to mark a section: bold labels, S: and (S).
var labelled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?mi)^[\s>*+-]*(?:\*\*\s*(?:situation|task|action|result)s?\b|(?:situation|task|action|result)s?\s*[:：]|<b>\s*situation|\(?[STAR]\)?\s*[:：)—])`)
})

// severalStories is the number of repeated sections from which a file is taken
// for a collection and not for a story with a slip.
const severalStories = 3

func notAStory(p *lint.Pass) {
	s := p.Story
	if hasProblem(s, star.Unreadable, star.TooDeep, star.Unclosed, star.Late, star.Invalid, star.MissedHeading) {
		return // which explains why nothing was found
	}
	if n := repeated(s); n >= severalStories {
		p.ReportStory("file holds several stories; only the first of each section is read", "move each story to a file of its own")
		return
	}
	if len(s.Sections) > 0 || len(s.Fields) > 0 && knownField(s) {
		return
	}
	message, help := "file has no "+sectionMarks(s)+" for situation, task, action and result", "mark the sections with headings such as ## Situation, or name a file _x.md to keep it out"
	if n := len(labelled().FindAllIndex(s.Source, 9)); n > 1 {
		message = "file marks sections in a form that is not read, such as " + layout(s)
		help = "write each label as a heading such as ## Situation, one story a file"
	}
	p.ReportStory(message, help)
}

// sectionMarks says what a file lacks that would mark its sections.
func sectionMarks(s *star.Story) string {
	if len(s.Fields) > 0 {
		return "keys and no headings"
	}
	return "front matter and no headings"
}

// layout names the form in which a file marks its sections.
func layout(s *star.Story) string {
	switch mark := labelled().Find(s.Source); {
	case bytes.Contains(mark, []byte("**")):
		return "**Situation:**"
	case bytes.Contains(mark, []byte("<b>")):
		return "<b>Situation</b>"
	case len(bytes.TrimSpace(mark)) > 6:
		return "Situation:"
	}
	return "S:"
}

func hasProblem(s *star.Story, kinds ...star.Kind) bool {
	for _, problem := range s.Problems {
		if slices.Contains(kinds, problem.Kind) {
			return true
		}
	}
	return false
}

func knownField(s *star.Story) bool {
	for _, field := range s.Fields {
		if star.Known(field.Key) && field.Key != "title" && field.Key != "tags" && field.Key != "date" {
			return true
		}
	}
	return false
}

// repeated counts the sections that stand behind another of the same part.
func repeated(s *star.Story) int {
	n := 0
	for _, problem := range s.Problems {
		if problem.Kind == star.Repeated && problem.Span.Start >= s.Body.Start {
			n++
		}
	}
	return n
}
