package star_test

import (
	"fmt"

	"starbank/star"
)

func ExampleParse() {
	story := star.Parse("stories/leaked-key.md", []byte(`---
title: Rotated a leaked key
role: C# and #1 on call
action: |
  I revoked the key.
---
## Result

Nobody noticed.
`))
	fmt.Println(story.ID, "tells", story.Title.Text)
	for _, section := range story.Sections {
		at := story.Position(section.Content.Start)
		fmt.Printf("%s, line %d: %s\n", section.Part, at.Line, story.Quote(section.Content))
	}
	for _, problem := range story.Problems {
		at := story.Position(problem.Span.Start)
		fmt.Printf("%d:%d: %s; %s\n", at.Line, at.Column, problem.Message, problem.Help)
	}
	// Output:
	// leaked-key tells Rotated a leaked key
	// action, line 5: I revoked the key.
	// result, line 9: Nobody noticed.
	// 3:13: role ends at "and": YAML takes "#1 on call" for a comment; put the value in quotes
}
