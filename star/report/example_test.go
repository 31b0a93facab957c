package report_test

import (
	"os"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/report"
)

func ExampleText() {
	story := star.Parse("stories/slow-suite.md", []byte("## Result\nIt got significantly faster.\n"))
	result := lint.Run(story, []*lint.Rule{rules.VagueQuantifier}, lint.Config{})
	report.Text(os.Stdout, report.Report{Results: []lint.Result{result}, WordsPerMinute: 140, Width: 80, Quiet: true})
	// Output:
	// warning: "significantly" stands in place of a figure  [STAR205 vague-quantifier]
	//  --> stories/slow-suite.md:2:8
	//   |
	// 2 | It got significantly faster.
	//   |        ^^^^^^^^^^^^^
	//   = help: say how much
}
