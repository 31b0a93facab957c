package rules

import (
	"fmt"

	"starbank/star/lint"
)

// ignoreInvalid gives lint.IgnoreInvalid its check, which needs the names of
// all rules.
var ignoreInvalid = lint.IgnoreInvalid

func init() { lint.IgnoreInvalid.Check = checkIgnores }

func checkIgnores(p *lint.Pass) {
	for _, ignore := range p.Story.Ignores {
		switch {
		case lint.Lookup(All, ignore.Rule.Text) == nil:
			p.Report(lint.Finding{Span: ignore.Rule.Span, Message: fmt.Sprintf("ignore names no rule: %q", ignore.Rule.Text),
				Help: "star explain lists the rules"})
		case !ignore.Reason.Given():
			p.Report(lint.Finding{Span: ignore.Rule.Span, Message: fmt.Sprintf("ignore of %s gives no reason", ignore.Rule.Text),
				Help: fmt.Sprintf("write ignore: {%s: the reason}", ignore.Rule.Text)})
		}
	}
}
