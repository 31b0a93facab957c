package report

import (
	"testing"

	"starbank/star/report/cells"
)

func TestKeepStart(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  string
	}{
		{"I cut it", 8, "I cut it"},
		{"I cut it twice", 9, "I cut it…"},
		{"I cut it twice", 10, "I cut it …"},
		{"I cut it twice", 12, "I cut it …"},
		{"I cut it by half", 7, "I cut …"},
		{"https://example.com/path", 9, "https://…"},
		{"see https://example.com/path", 24, "see https://example.com…"},
		{"世界世界", 5, "世界…"},
		{"世 界世界", 5, "世 …"},
		{"", 3, ""},
	}
	for _, test := range tests {
		got := cells.KeepStart(test.text, test.width)
		if got != test.want || cells.Width(got) > test.width {
			t.Errorf("keepStart(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestKeepEnd(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  string
	}{
		{"I cut it", 8, "I cut it"},
		{"then I cut it", 9, "…I cut it"},
		{"then I cut it", 8, "… cut it"},
		{"then I cut it", 7, "…cut it"},
		{"then I cut it", 5, "… it"},
		{"https://example.com/path", 6, "…/path"},
		{"https://example.com/path x", 20, "…/example.com/path x"},
		{"世界世界", 5, "…世界"},
		{"", 3, ""},
	}
	for _, test := range tests {
		got := cells.KeepEnd(test.text, test.width)
		if got != test.want || cells.Width(got) > test.width {
			t.Errorf("keepEnd(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestCrop(t *testing.T) {
	tests := []struct {
		before, words, after string
		width                int
		want                 string
	}{
		{"  I ", "cut", " it", 10, "  I [cut] it"},
		{"  I ", "cut", " it", 9, "I [cut] it"},
		{"then I ", "cut", " it by half in a week", 18, "… I [cut] it by …"},
		{"we had known for long that I ", "cut", " it", 18, "… that I [cut] it"},
		{"", "a very long row of words", " behind it", 16, "[a very long…]"},
	}
	for _, test := range tests {
		before, words, after := cells.Crop(test.before, test.words, test.after, test.width)
		if got := before + "[" + words + "]" + after; got != test.want {
			t.Errorf("crop(%q, %q, %q, %d) = %q, want %q", test.before, test.words, test.after, test.width, got, test.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for text, want := range map[string]int{"": 1, "one two": 1, "eleven word eleven word": 2, "https://example.com/a/very/long/address and so on": 2} {
		if got := cells.Wrap(text, 20); len(got) != want {
			t.Errorf("wrap(%q) = %q, want %d lines", text, got, want)
		}
	}
}
