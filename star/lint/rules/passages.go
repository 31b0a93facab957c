package rules

import (
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// passage is a text that is told: a section, or a value of the front matter beside
// them. Notes are never told.
type passage struct {
	*prose.Text
	story   *star.Story
	section *star.Section // nil for a value
	value   star.Value
}

// span returns where a range of the text stands in the file.
func (s passage) span(r prose.Range) star.Span {
	if s.section != nil {
		return s.section.Span(r)
	}
	return s.story.Within(s.value, r)
}

// eachPassage calls look with all that is told, the sections first. What look is
// given of a value is not to be kept.
func eachPassage(p *lint.Pass, look func(passage)) {
	for _, section := range parts(p, star.Parts()...) {
		look(passage{section.Prose, p.Story, section, star.Value{}})
	}
	for _, value := range besideSections(p.Story) {
		if value.Given() {
			t := prose.Analyze(value.Text)
			look(passage{t, p.Story, nil, value})
			t.Release()
		}
	}
}

// besideSections returns what is told beside the sections: the title, the opening
// and the follow-ups with their answers.
func besideSections(story *star.Story) []star.Value {
	values := make([]star.Value, 0, 2+2*len(story.Followups))
	values = append(values, story.Title, story.Opening)
	for _, followup := range story.Followups {
		values = append(values, followup.Ask, followup.Answer)
	}
	return values
}
