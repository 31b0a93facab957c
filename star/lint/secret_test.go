package lint

import (
	"testing"

	"starbank/star"
)

// TestHideSecrets holds that what one rule knows for a secret no other repeats.
func TestHideSecrets(t *testing.T) {
	story := star.Parse("a.md", []byte("## Action\nI cut 555-0100 out.\n"))
	secret := &Rule{ID: "STAR503", Check: func(p *Pass) {
		p.Report(Finding{Span: star.Span{Start: 16, End: 24}, Secret: true, Message: "a phone"})
	}}
	other := &Rule{ID: "STAR404", Check: func(p *Pass) {
		p.Report(Finding{Message: `"555-0100" is unknown`, Help: "explain 555-0100", Related: []Related{{Message: "like 555-0100"}}})
	}}
	secret.Severity, other.Severity = Error, Info
	got := Run(story, []*Rule{other, secret}, Config{}).Diagnostics[0]
	if got.Message != `"***" is unknown` || got.Help != "explain ***" || got.Related[0].Message != "like ***" {
		t.Errorf("a secret is repeated: %+v", got)
	}
	if got := Run(story, []*Rule{other}, Config{}).Diagnostics[0]; got.Message != `"555-0100" is unknown` {
		t.Errorf("hidden, though nobody calls it a secret: %q", got.Message)
	}
}
