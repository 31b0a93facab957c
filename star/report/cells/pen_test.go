package cells

import (
	"errors"
	"strings"
	"testing"
)

func TestPen(t *testing.T) {
	for _, test := range []struct {
		colour      bool
		style, text string
		want        string
	}{
		{false, Red, "no", "<no>"},
		{true, Red, "no", "<\x1b[31mno\x1b[0m>"},
		{true, Bold + ";" + Underline, "no", "<\x1b[1;4mno\x1b[0m>"},
		{true, "", "no", "<no>"},
		{true, Red, "", "<>"},
	} {
		var b strings.Builder
		p := NewPen(&b, test.colour)
		p.Printf("<%s>", p.Paint(test.style, test.text))
		if err := p.Flush(); err != nil || b.String() != test.want {
			t.Errorf("%q in %q: %q, %v; want %q", test.text, test.style, b.String(), err, test.want)
		}
	}
}

type broken struct{ error }

func (b broken) Write([]byte) (int, error) { return 0, b.error }

// TestPenBroken holds that the first error of the writer comes out at the end.
func TestPenBroken(t *testing.T) {
	full := errors.New("no space left")
	p := NewPen(broken{full}, false)
	for range 1000 {
		p.Printf("%s", "words ")
	}
	if err := p.Flush(); !errors.Is(err, full) {
		t.Errorf("Flush = %v, want %v", err, full)
	}
}

func TestPlural(t *testing.T) {
	for n, want := range []string{"0 stories", "1 story", "2 stories"} {
		if got := Plural(n, "story", "stories"); got != want {
			t.Errorf("Plural(%d) = %q, want %q", n, got, want)
		}
	}
}
