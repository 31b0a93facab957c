package star

import (
	"strings"
	"testing"

	"starbank/star/prose"
)

// TestWithin holds that a word of a value is found in the file, however YAML
// spells the value; where it is spelled with escapes, the value is.
func TestWithin(t *testing.T) {
	for name, test := range map[string]struct{ opening, word, want string }{
		"plain":             {"opening: We lost a key in March.", "key", "key"},
		"quoted":            {`opening: "We lost: a key."`, "key", "key"},
		"single quotes":     {"opening: 'It''s a key: lost'", "key", "key"},
		"a doubled quote":   {"opening: 'It''s a key: lost'", "It's a", "It''s a"},
		"a block":           {"opening: |\n  We lost\n  a key.", "key", "key"},
		"a folded block":    {"opening: >\n  We lost\n  a key.", "lost a key", "lost\n  a key"},
		"on two lines":      {"opening: We lost\n  a key.", "lost a key", "lost\n  a key"},
		"escapes":           {`opening: "We lost\u0020a key."`, "key", `"We lost\u0020a key."`},
		"to the end":        {"opening: We lost a key", "key", "key"},
		"quotes in a block": {"opening: |\n  \"We\" lost a key.", "key", "key"},
	} {
		s := Parse("x.md", []byte("---\n"+test.opening+"\n---\n"))
		at := strings.Index(s.Opening.Text, test.word)
		if at < 0 {
			t.Fatalf("%s: %q is not in %q", name, test.word, s.Opening.Text)
		}
		if got := s.Quote(s.Within(s.Opening, prose.Range{Start: at, End: at + len(test.word)})); got != test.want {
			t.Errorf("%s: %q stands at %q, want %q", name, test.word, got, test.want)
		}
	}
	s := Parse("x.md", []byte("# A lost key\n\n## Result\nIt was found.\n"))
	if got := s.Quote(s.Within(s.Title, prose.Range{Start: 2, End: 6})); got != "lost" {
		t.Errorf("in a heading: %q", got)
	}
}
