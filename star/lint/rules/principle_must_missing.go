package rules

import (
	"fmt"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
)

// A story is asked for the rest when two elements were recognised, so that its
// wording is one the catalogue knows, and when it is not so rich in wordings that
// it likely tells the rest in others. Without these bounds every third question
// to a published story had its answer in the story.
const (
	mustElements = 2
	richHits     = 6
)

// PrincipleMustMissing asks for what a story of its primary principle usually
// has and this one was not recognised to have.
var PrincipleMustMissing = &lint.Rule{
	ID:       "STAR705",
	Name:     "principle-must-missing",
	Title:    "primary principle lacks what decides for it",
	Why:      "Without it a story is usually judged as another principle. It may be told in words that are not recognised, so this is a question and no verdict.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "principles: [hire-and-develop-the-best]\naction: |\n  I coached a junior engineer for one hour a week. I gave her honest feedback on her first fixtures. " + steps,
	Good:     "principles: [dive-deep]",
	Check: primary(func(p *lint.Pass, f filed) {
		lacking := f.lacking()
		if len(lacking) == 0 || f.Strength == principles.Strong || f.Elements() < mustElements || len(f.Hits) >= richHits ||
			!complete(p) || f.better(p) != nil {
			return
		}
		p.Report(lint.Finding{Span: f.Name, Message: fmt.Sprintf("not recognised for %s: %s", f.Principle.Name, f.means(lacking)),
			Help: "answer in the story: " + question(f.element(lacking[0][0]))})
	}),
}

// means says what lists of elements stand for, any one of each list.
func (f filed) means(lists [][]string) string {
	all := make([]string, len(lists))
	for i, list := range lists {
		means := make([]string, len(list))
		for k, id := range list {
			means[k] = f.element(id).Means
		}
		all[i] = strings.Join(means, " or ")
	}
	return strings.Join(all, "; ")
}

func (f filed) element(id string) *principles.Element {
	return &f.Principle.Elements[f.Principle.Element(id)]
}

// complete reports whether no part of STAR is missing.
func complete(p *lint.Pass) bool {
	for part := star.Situation; part <= star.Result; part++ {
		if p.Anatomy.Sections[part].State == anatomy.Missing {
			return false
		}
	}
	return true
}
