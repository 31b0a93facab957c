package lint_test

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
)

func ExampleRun() {
	story := star.Parse("stories/slow-suite.md", []byte(`## Situation
In March our team lost a release to a slow test suite.
## Task
I had to bring it under 15 minutes.
## Action
I timed every test and split the suite, because the slow tests shared one database.
## Result
It got significantly faster.
`))
	result := lint.Run(story, rules.All, lint.Config{Minutes: [2]float64{0, 1}})
	for _, d := range result.Diagnostics {
		if d.Severity == lint.Error {
			fmt.Printf("line %d: %s: %s\n", story.Position(d.Span.Start).Line, d.Rule.Name, d.Message)
		}
	}
	fmt.Println("result is", result.Anatomy.Sections[star.Result].State)
	// Output:
	// line 7: result-thin: result is thin: it does not give a figure, a baseline or a time frame
	// result is thin
}

// A rule of one's own is a value with a function, and runs beside the others.
func ExampleRule() {
	shouting := &lint.Rule{
		ID: "STAR890", Name: "title-shouts", Title: "title is in capitals", Severity: lint.Info,
		Check: func(p *lint.Pass) {
			if title := p.Story.Title; title.Given() && title.Text == strings.ToUpper(title.Text) {
				p.Report(lint.Finding{Span: title.Span, Message: "title is in capitals", Help: "write it as a sentence"})
			}
		},
	}
	story := star.Parse("stories/outage.md", []byte("# WE WERE DOWN\n\n## Action\n\nI rolled it back.\n"))
	for _, d := range lint.Run(story, []*lint.Rule{shouting}, lint.Config{}).Diagnostics {
		fmt.Printf("%s: %s; %s\n", d.Severity, d.Message, d.Help)
	}
	// Output:
	// info: title is in capitals; write it as a sentence
}
