package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// NameGiven reports clients, partners and people by name. It heeds only names that
// a word beside them makes one: a legal form, "client", "my manager"; a capital
// alone is too often a product, a place or a stress. A name that star.yaml denies
// is an error wherever in the file it stands, a first name alone a suggestion.
var NameGiven = &lint.Rule{
	ID:       "STAR501",
	Name:     "name-given",
	Title:    "client, partner or person is named",
	Why:      "A name breaks a confidence and tells the interviewer how theirs would be kept; a role says as much. A warning, or a suggestion for a first name; an error for a name of confidential: {deny: [...]} in star.yaml, which is found anywhere in the file. What {allow: [...]} lists is not reported.",
	Severity: lint.Error,
	Since:    "0.2",
	Bad:      "lesson: Since then I time a suite before our client Brightwell adds to it.",
	Good:     "lesson: Since then I time a suite before a client or my manager adds to it, with Jira in March.",
	Check: func(p *lint.Pass) {
		reportDenied(p)
		for _, name := range toldNames.Of(p).given {
			if !denied(p.Config, name.text) {
				p.Report(lint.Finding{Span: name.span, Section: name.section, Severity: name.naming.severity(),
					Message: quotedName(name.text) + " is named", Help: name.naming.help()})
			}
		}
	},
}

// naming is what makes a word a name.
type naming uint8

const (
	noName naming = iota
	party         // of a company: a legal form, "client"
	person        // of somebody: a title, "my manager" before two words
	firstName
)

func (n naming) severity() lint.Severity {
	if n == firstName {
		return lint.Info
	}
	return lint.Warning
}

func (n naming) help() string {
	if n == party {
		return "say what it is: a bank, a retail client"
	}
	return "say the role: my manager, a colleague"
}

// givenName is a name at its place.
type givenName struct {
	text    string
	span    star.Span
	section *star.Section
	naming  naming
}
