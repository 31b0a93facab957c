package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// CodeName reports the internal name of a project.
var CodeName = &lint.Rule{
	ID:       "STAR502",
	Name:     "code-name",
	Title:    "internal code name is used",
	Why:      "A code name says nothing to a stranger and something to a competitor.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: Since Project Bluebird I time a suite before I add to it.",
	Good:     "lesson: The Project Manager agreed; since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		for _, section := range parts(p, star.Parts()...) {
			t := section.Prose
			for i := range t.Words {
				if last := codeName(t, i); last > i && !p.Config.Allowed(t.Source[t.Words[i].Start:t.Words[last-1].End]) {
					words := prose.Range{Start: t.Words[i].Start, End: t.Words[last-1].End}
					p.ReportIn(section, words, fmt.Sprintf("%q is an internal name", t.Slice(words)), "say what it was: the migration of the ledger")
				}
			}
		}
	},
}

// codeName returns the word behind a code name that begins at word i, else i.
func codeName(t *prose.Text, i int) int {
	if !codeWords[t.Words[i].Text] || !capital(t, i) || i+1 >= len(t.Words) || t.Words[i+1].Sentence != t.Words[i].Sentence || t.Behind(i+1, ",.:;()-") {
		return i
	}
	next := t.Slice(t.Words[i+1].Range)
	if len(next) < 3 || !capital(t, i+1) || next == strings.ToUpper(next) || projectWords[t.Words[i+1].Text] {
		return i
	}
	return i + 2
}

var codeWords = set("project operation codename")

var projectWords = set("manager managers management lead leads leader owner plan planning office charter coordinator director team scope timeline schedule description overview name title zero gutenberg details summary background goals goal status sponsor x room")
