package stories

import (
	"maps"
	"strings"
	"testing"
)

func TestParseTicks(t *testing.T) {
	items := []string{"news", "coding"}
	for source, want := range map[string]map[string]string{
		"":                              {},
		"# mine\n":                      {},
		"news: 2026-11-20   # weekly\n": {"news": "2026-11-20"},
		"{news: \"2026-11-20\", coding: 2026-11-21}": {"news": "2026-11-20", "coding": "2026-11-21"},
	} {
		if got, err := ParseTicks([]byte(source), items); err != nil || !maps.Equal(got, want) {
			t.Errorf("%q: %v, %v", source, got, err)
		}
	}
	for source, want := range map[string]string{
		"\nnews: May\n":      `2: date "May" is not YYYY-MM-DD`,
		"newz: 2026-01-01\n": `1: unknown key "newz" in prep.yaml; did you mean "news"?`,
		"- news\n":           "1: prep.yaml wants keys with values",
		"news: [a\n":         "did not find",
		"coding: {a: b}\n":   `1: date "" is not`,
	} {
		if _, err := ParseTicks([]byte(source), items); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", source, err, want)
		}
	}
}
