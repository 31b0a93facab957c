package cells

import (
	"strings"
	"testing"
)

// TestWrapRuns shows styles as letters in front of what they cover.
func TestWrapRuns(t *testing.T) {
	tests := []struct {
		name  string
		runs  []Run
		width int
		want  string
	}{
		{"nothing", nil, 10, ""},
		{"one line", []Run{{"ab cd", ""}}, 10, "(ab cd)"},
		{"two lines", []Run{{"ab cd ef", ""}}, 5, "(ab cd)/(ef)"},
		{"styles", []Run{{"ab", ""}, {" ", ""}, {"cd", "r"}}, 10, "(ab )r(cd)"},
		{"a word of two styles stays whole", []Run{{"ab cd", ""}, {"ef", "r"}, {".", ""}}, 5, "(ab)/(cd)r(ef)(.)"},
		{"a style over lines", []Run{{"ab cd ef", "r"}}, 5, "r(ab cd)/r(ef)"},
		{"a long word is cut", []Run{{"a bcdefgh", ""}}, 3, "(a)/(bcd)/(efg)/(h)"},
		{"wide characters", []Run{{"故事故事", ""}}, 5, "(故事)/(故事)"},
		{"too narrow for a character", []Run{{"故x", ""}}, 1, "(故)/(x)"},
		{"blanks at the ends", []Run{{" ab ", ""}, {" cd", "r"}}, 9, "(ab )r(cd)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var lines []string
			for _, line := range WrapRuns(test.runs, test.width) {
				text := ""
				for _, run := range line {
					text += run.Style + "(" + run.Text + ")"
				}
				lines = append(lines, text)
			}
			if got := strings.Join(lines, "/"); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
