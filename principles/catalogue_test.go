package principles

import (
	"slices"
	"strings"
	"testing"
)

// TestCatalogue holds that the built-in set is whole.
func TestCatalogue(t *testing.T) {
	for i := range Builtin().Principles {
		p := &Builtin().Principles[i]
		t.Run(p.ID, func(t *testing.T) {
			for key, is := range map[string]bool{"abbr": p.Abbr != "", "since": p.Since != "", "aliases": len(p.Aliases) > 0, "summary": p.Summary != "",
				"must": len(p.Must) > 0, "anti_cues": len(p.AntiCues) > 0, "tell_apart": len(p.TellApart) > 0, "strong": p.Strong != "", "weak": p.Weak != "",
				"signals": len(p.Signals) > 3, "anti_signals": len(p.AntiSignals) > 3, "five elements": len(p.Elements) == 5} {
				if !is {
					t.Errorf("%s is missing", key)
				}
			}
			for _, e := range p.Elements {
				if e.Means == "" || !strings.HasSuffix(e.Ask, "?") || len(e.Cues) < 8 {
					t.Errorf("element %s: means %q, ask %q, %d cues", e.ID, e.Means, e.Ask, len(e.Cues))
				}
			}
			for _, d := range p.TellApart {
				if d.By == "" || d.From == p.ID {
					t.Errorf("tell_apart from %s: %q", d.From, d.By)
				}
			}
			checkCues(t, p)
		})
	}
}

// checkCues holds that no cue is given twice and none of weight 3 is a common
// word.
func checkCues(t *testing.T, p *Principle) {
	seen := map[string]bool{}
	for _, e := range p.Elements {
		for _, cue := range e.Cues {
			if seen[cue.Pattern] {
				t.Errorf("cue %q is there twice", cue.Pattern)
			}
			seen[cue.Pattern] = true
			if cue.Weight == 3 && !strings.Contains(cue.Pattern, " ") && slices.ContainsFunc(strings.Split(cue.Pattern, "/"), commonWord) {
				t.Errorf("cue %q of weight 3 is a common word", cue.Pattern)
			}
		}
	}
	for _, pattern := range p.AntiCues {
		if seen[pattern] {
			t.Errorf("cue %q speaks for the principle and against it", pattern)
		}
	}
}

func commonWord(word string) bool { return common()[strings.TrimSuffix(word, "*")] }
