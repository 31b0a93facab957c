package star

import (
	"strings"
	"testing"

	"starbank/star/prose"
)

// TestRange holds that Range finds what Span has placed, in every form of a section.
func TestRange(t *testing.T) {
	sources := map[string]string{
		"literal": "---\naction: |\n  I ran.\n\n  1. I won\n     twice.\n---\n",
		"folded":  "---\naction: >\n  I ran and\n  I won.\n---\n",
		"plain":   "---\naction: I ran and\n  I won.\n---\n",
		"quoted":  "---\naction: 'I ''ran'' and I won.'\n---\n",
		"steps":   "---\naction:\n  - I ran.\n  - I won.\n---\n",
		"body":    "## Action\r\n\r\nI ran.\r\n\r\nI won.\r\n",
	}
	for name, source := range sources {
		t.Run(name, func(t *testing.T) {
			section := Parse("a.md", []byte(source)).Section(Action)
			for _, word := range section.Prose.Words {
				got, is := section.Range(section.Span(word.Range))
				if !is || section.Text[got.Start:got.End] != section.Text[word.Start:word.End] {
					t.Errorf("%q is at %v, not %v", section.Text[word.Start:word.End], got, word.Range)
				}
			}
			whole, is := section.Range(section.Content)
			if text := section.Text[whole.Start:whole.End]; !is || !strings.HasPrefix(text, "I ") || !strings.Contains(text, "won") {
				t.Errorf("the whole is %q", text)
			}
			at := section.Span(section.Prose.Words[1].Range).Start
			if r, is := section.Range(Span{at, at}); !is || r != (prose.Range{Start: section.Prose.Words[1].Start, End: section.Prose.Words[1].Start}) {
				t.Errorf("a place is %v", r)
			}
			if _, is := section.Range(section.LabelSpan); is {
				t.Error("the label is in the text")
			}
		})
	}
	escaped := Parse("a.md", []byte("---\naction: \"I\\tran.\"\n---\n")).Section(Action)
	if _, is := escaped.Range(escaped.Content); is {
		t.Error("a text with escapes has a place")
	}
}
