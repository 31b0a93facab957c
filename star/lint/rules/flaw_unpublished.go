package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// FlawUnpublished reports a flaw of a named product that the story does not say
// is closed or public.
var FlawUnpublished = &lint.Rule{
	ID:       "STAR505",
	Name:     "flaw-unpublished",
	Title:    "open flaw of a named product is told",
	Why:      "Whoever tells an open flaw of a product in an interview would tell theirs as well.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: There is an unpatched authentication bypass in Fortinet. Since then I time a suite before I add to it.",
	Good:     "lesson: There was an unpatched bypass in Fortinet, CVE-2023-27997, which they fixed. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		var open []spot
		for _, section := range parts(p, star.Parts()...) {
			if settled().Has(section.Prose) {
				return
			}
			for _, match := range openFlaws().Find(section.Prose) {
				if s := section.Prose.Sentences[match.Sentence]; productIn(section, s.First, s.Last) {
					open = append(open, spot{section, match})
				}
			}
		}
		if len(open) > 0 {
			reportSpots(p, open, lint.Off, fmt.Sprintf("%q: the flaw is not said to be closed or public", open[0].text()), "say that it was reported and fixed, or leave the product out")
		}
	},
}

// productIn reports whether some words name a public product or a CVE.
func productIn(section *star.Section, first, last int) bool {
	for i := first; i < last; i++ {
		if publicProduct(section.Prose.Words[i].Text) && capital(section.Prose, i) {
			return true
		}
	}
	return false
}

var openFlaws = list("unpatched", "zero-day", "0-day", "undisclosed", "unpublished vulnerability", "unreported vulnerability", "not yet fixed", "still vulnerable", "still exploitable", "has not been fixed", "was never fixed")

var settled = list("patched", "patch", "patches", "patching", "fixed", "published", "disclosed", "disclosure", "reported", "advisory", "cve", "cves", "resolved", "remediat*", "mitigat*", "closed", "updated", "upgrade*", "rolled out")
