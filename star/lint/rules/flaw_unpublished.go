package rules

import (
	"fmt"
	"strings"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
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
			open = append(open, openFlawsIn(section)...)
		}
		if len(open) > 0 && !settled(p) {
			reportSpots(p, open, lint.Off, fmt.Sprintf("%q: the flaw is not said to be closed or public", open[0].text()), "say that it was reported and fixed, or leave the product out")
		}
	},
}

// openFlawsIn returns the flaws of named products in a section, one a sentence:
// those said to be open, and those said to be exploited.
func openFlawsIn(section *star.Section) []spot {
	t := section.Prose
	var open []spot
	next := 0 // sentences before it are read
	for i := range t.Words {
		if w := &t.Words[i]; w.Cased() && w.Sentence >= next && productAt(t, i) {
			next = w.Sentence + 1
			if match, is := openFlaw(t, t.Sentences[w.Sentence]); is {
				open = append(open, spot{section, match})
			}
		}
	}
	return open
}

// openFlaw returns the first open flaw in a sentence that names a product.
func openFlaw(t *prose.Text, s prose.Sentence) (prose.Match, bool) {
	for i := s.First; i < s.Last; i++ {
		if match, is := openWords().MatchAt(t, i); is && flawBy(t, match) {
			return match, true
		}
		if match, is := flaws().MatchAt(t, i); is && productsOwn(t, match) && says(t, match.Sentence, exploits()) {
			return match, true
		}
	}
	return prose.Match{}, false
}

// flawReach is how many words may lie between "unpatched" and the flaw.
const flawReach = 3

// flawBy reports whether what is said to be open is a flaw: "unpatched" may be a
// machine, and "not yet fixed" a board.
func flawBy(t *prose.Text, m prose.Match) bool {
	switch t.Words[m.First].Text {
	case "zero-day", "0-day", "zero", "still":
		return true
	case "unpatched", "undisclosed", "unpublished", "unreported":
		for i := m.Last; i < min(m.Last+flawReach, t.Sentences[m.Sentence].Last); i++ {
			if flaws().At(t, i) || flawNouns()[t.Words[i].Text] {
				return true
			}
		}
		return false
	}
	return says(t, m.Sentence, flaws())
}

// settled reports whether a story says that a flaw is closed or public, and does
// not deny it: "was never fixed".
func settled(p *lint.Pass) bool {
	for _, section := range parts(p, star.Parts()...) {
		for _, m := range settledFlaw().Find(section.Prose) {
			if !precededBy(section.Prose, m, 2, denials) {
				return true
			}
		}
	}
	return false
}

// productAt reports a product by name that is not the place or the make of
// something else: a Kubernetes cluster is somebody's own.
func productAt(t *prose.Text, i int) bool {
	name := strings.TrimSuffix(t.Words[i].Text, "'s")
	if !capital(t, i) || !publicProduct(name) && !(inSentence(t, i, i+1) && capital(t, i+1) && publicProduct(name+" "+strings.TrimSuffix(t.Words[i+1].Text, "'s"))) {
		return false
	}
	return !inSentence(t, i, i+1) || t.Behind(i+1, ",.;:()") || !ownThings.Has(&t.Words[i+1])
}

var ownThings = prose.NewWordSet("cluster clusters code app application applications service services pod pods container containers image images pipeline pipelines script scripts query queries template templates account accounts instance instances environment deployment config configuration bucket buckets function functions project repository repo policy policies rule rules job jobs job's based-on")

// productsOwn reports a flaw in a product: "a flaw in Jira", "Jira's flaw".
func productsOwn(t *prose.Text, m prose.Match) bool {
	s := t.Sentences[m.Sentence]
	if k := m.Last; k+1 < s.Last && flawIn.Has(&t.Words[k]) {
		if k++; t.Words[k].Text == "the" && k+1 < s.Last {
			k++
		}
		return productAt(t, k)
	}
	for k := m.First - 1; k >= max(s.First, m.First-2); k-- {
		if productAt(t, k) {
			return true
		}
	}
	return false
}

var flawNouns = words("bug bugs issue hole holes weakness bypass exploit")

var flawIn = prose.NewWordSet("in of within affecting")

// What says that a flaw is open, and what is a flaw and open where it is said to be
// exploited.
var (
	openWords   = list("unpatched", "zero-day", "0-day", "undisclosed", "unpublished", "unreported", "not yet fixed", "not fixed yet", "still vulnerable", "still exploitable", "has not been fixed", "was never fixed")
	flaws       = list("vulnerability", "vulnerabilities", "flaw", "flaws", "security hole", "backdoor", "remote code execution", "rce", "sql injection", "xss", "cross-site scripting", "ssrf", "buffer overflow", "authentication bypass", "auth bypass", "privilege escalation", "path traversal", "sandbox escape")
	exploits    = list("exploit*", "bypass*", "execute code", "run code", "take over", "took over", "read any", "steal", "dump*", "lets anyone", "let anyone", "allows anyone", "allowed anyone", "allows attackers", "allowed attackers", "gain root", "gained root", "escalat*")
	settledFlaw = list("patched", "patch", "patches", "patching", "fixed", "was a fix", "hotfix*", "published", "disclosed", "disclosure", "reported", "advisory", "cve*", "bounty", "resolved", "remediat*", "mitigat*", "closed", "updated", "upgrade*", "rolled out", "replaced", "removed")
)
