package star

import "testing"

func TestWrapped(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"what fits stays", "I did one thing.\nI did another.", ""},
		{"a long line is broken", "I did one thing and then another.", "I did one thing and\nthen another."},
		{"a sentence that goes on is joined", "I did one\nthing and then another.", "I did one thing and\nthen another."},
		{"a step of its own is not", "I did one\nI did another", ""},
		{"the rest hangs below its item", "- I did one thing and another\n10. I did the other thing", "- I did one thing\n  and another\n10. I did the other\n    thing"},
		{"a marker never starts a line", "I brought it down by - 12 percent", "I brought it down by -\n12 percent"},
		{"neither does a label", "it was so in the end Result: good", "it was so in the end Result:\ngood"},
		{"a break that is meant stays", "I did one  \nthing\\\nand this is the other one", "I did one  \nthing\\\nand this is the\nother one"},
		{"code stays", "```\na line of code that is long\n```", ""},
		{"so do a table, a quote and a heading", "| a long row of | a table |\n> a quote that is long too\n# a heading that is long", ""},
		{"code points count, not bytes", "Łódź żółć gęśl ąjaź ęńó", "Łódź żółć gęśl ąjaź\nęńó"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := test.want
			if want == "" {
				want = test.text
			}
			got := wrapped(test.text, 20)
			if got != want {
				t.Fatalf("got\n%s\nwant\n%s", got, want)
			}
			if again := wrapped(got, 20); again != got {
				t.Errorf("again\n%s", again)
			}
		})
	}
}
