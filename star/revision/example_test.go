package revision_test

import (
	"fmt"

	"starbank/star"
	"starbank/star/revision"
)

func ExampleCompare() {
	before := star.Parse("key.md", []byte(`---
title: Rotated a leaked key
action: |
  I revoked the key at once. Then I called the two teams that used it. I wrote down each step.
---
## Result

Outage fell by 40 % within a week.
`))
	after := star.Parse("key.md", []byte(`---
title: Rotated a leaked key
action: |
  I wrote down each step. I revoked the key
  at once. Then I called the three teams that used it.
---
## Outcome

Outage fell by 35 % within a week.
`))
	d := revision.Compare(before, after)
	for _, s := range d.Sections {
		fmt.Printf("%s: %s, %d to %d words\n", s.Name, s.Change, s.Words[0], s.Words[1])
		for _, op := range s.Ops {
			switch op.Kind {
			case revision.Delete:
				fmt.Printf("  - %s\n", op.Old.Text)
			case revision.Insert:
				fmt.Printf("  + %s\n", op.New.Text)
			case revision.MoveEnd:
				if op.New.Given() {
					at := after.Position(op.New.Span.Start)
					fmt.Printf("  moved to %d:%d: %s\n", at.Line, at.Column, op.New.Text)
				}
			}
		}
	}
	for _, f := range d.Figures {
		fmt.Printf("%s became %s\n", f.Old.Text, f.New.Text)
	}
	// Output:
	// action: changed, 20 to 20 words
	//   moved to 4:3: I wrote down each step.
	//   - two
	//   + three
	// result: changed, renamed, 7 to 7 words
	//   - 40 %
	//   + 35 %
	// two teams became three teams
	// 40 % became 35 %
}
