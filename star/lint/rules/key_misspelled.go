package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// KeyMisspelled reports a key that is one or two slips away from a known one.
var KeyMisspelled = &lint.Rule{
	ID:       "STAR008",
	Name:     "key-misspelled",
	Title:    "key looks like a misspelled one",
	Why:      "Unknown keys are kept and not read, so a slip in a key silently takes its text out of the story.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "tag: [incident]",
	Good:     "tags: [incident]\nmood: proud",
	Check: func(p *lint.Pass) {
		for _, field := range p.Story.Fields {
			if known := nearestKey(p.Story, field.Key); known != "" {
				p.Report(lint.Finding{Span: field.KeySpan, Message: fmt.Sprintf("key %q is not read; it looks like %q", field.Key, known),
					Help: fmt.Sprintf("write %s", known), Fix: fix("write "+known, star.Edit{Span: field.KeySpan, Text: known})})
			}
		}
	},
}

// ownWords are keys that people use on purpose and that resemble known ones.
var ownWords = map[string]bool{"data": true, "note": true, "notes": true, "time": true, "rule": true, "state": true, "site": true,
	"titles": true, "type": true, "rank": true, "dates": true, "link": true, "links": true, "store": true, "sources": true, "questions": true}

// nearestKey returns the known key that an unknown one is a slip of, unless
// the story has that key as well.
func nearestKey(s *star.Story, key string) string {
	if star.Known(key) || ownWords[key] {
		return ""
	}
	slips := 1
	if len(key) >= 6 {
		slips = 2
	}
	for _, known := range star.KnownKeys() {
		if prose.Within(key, known, slips) && !hasField(s, known) {
			return known
		}
	}
	return ""
}

func hasField(s *star.Story, key string) bool {
	for _, field := range s.Fields {
		if field.Key == key {
			return true
		}
	}
	return false
}
