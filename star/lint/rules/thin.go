package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// thinMessages says in what each part is thin.
var thinMessages = map[star.Part]string{
	star.Situation: "situation is thin: it does not give",
	star.Task:      "task is thin: it does not give",
	star.Action:    "action is thin: it does not give",
	star.Result:    "result is thin: it does not give",
}

// thin makes the check of the four rules on content: it names what a section
// lacks and asks for it.
func thin(part star.Part) func(*lint.Pass) {
	return func(p *lint.Pass) {
		verdict, section := p.Anatomy.Sections[part], p.Story.Section(part)
		if verdict.State != anatomy.Thin || section == nil {
			return
		}
		what, ask := lacking(verdict)
		message := fmt.Sprintf("%s %s", thinMessages[part], what)
		if what == "" {
			message, ask = fmt.Sprintf("%s is thin: %d words", part, verdict.Words), asks[part]
		}
		p.ReportAt(section, message, ask)
	}
}

// lacking joins what a section lacks and the questions for it.
func lacking(verdict anatomy.Section) (what, ask string) {
	var whats, asks []string
	for _, lack := range verdict.Lacks {
		whats, asks = append(whats, lack.What), append(asks, lack.Ask)
	}
	return join(whats, "or"), strings.Join(asks, "; ")
}

// join lists words as prose does: "a, b or c".
func join(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}

// isThin reports whether a part is missing or already reported as thin, so
// that finer rules on it have nothing to add.
func isThin(p *lint.Pass, part star.Part) bool {
	return p.Anatomy.Sections[part].State != anatomy.OK || told(p, part) == nil
}
