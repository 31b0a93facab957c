package rules

import (
	"fmt"
	"time"

	"starbank/star/lint"
)

// DateInvalid reports a date in another form than the three that are read.
var DateInvalid = &lint.Rule{
	ID:       "STAR011",
	Name:     "date-invalid",
	Title:    "date is not YYYY, YYYY-MM or YYYY-MM-DD",
	Why:      "The date tells how recent a story is and which stories are of one time.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "date: spring 2025",
	Good:     "date: 2025-03",
	Check: func(p *lint.Pass) {
		date := p.Story.Date
		if !date.Given() || validDate(date.Text) {
			return
		}
		p.Report(lint.Finding{Span: date.Span, Message: fmt.Sprintf("date %q is not read", date.Text),
			Help: "write YYYY, YYYY-MM or YYYY-MM-DD"})
	},
}

func validDate(text string) bool {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(layout, text); err == nil {
			return true
		}
	}
	return false
}
