package rules

import (
	"strings"
	"testing"

	"starbank/star/prose"
)

// TestVocabulary holds the form of the file: heads that mean something, entries
// that stand once in a list and could be met in a text.
func TestVocabulary(t *testing.T) {
	type entry struct {
		in   lexicon
		text string
	}
	seen := map[entry]bool{}
	for _, line := range strings.Split(vocabularyFile, "\n") {
		if head, _, _ := strings.Cut(strings.Trim(line, "[]"), ":"); strings.HasPrefix(line, "[") && lexicons()[head] == 0 {
			t.Errorf("nothing is known of the list %s", line)
		}
	}
	eachEntry(vocabularyFile, func(in lexicon, text string) {
		if in == 0 || text == "" || text != strings.Trim(text, " ,") {
			t.Errorf("entry %q", text)
		}
		if seen[entry{in, text}] {
			t.Errorf("%q stands twice in its list", text)
		}
		seen[entry{in, text}] = true
	})
	if len(seen) < 1500 {
		t.Errorf("%d entries", len(seen))
	}
}

func TestPublicNames(t *testing.T) {
	for _, name := range []string{"aws", "visual studio code", "jira", "germany", "south korea", "hindi", "march", "black friday", "toyota"} {
		if lexicon(vocabulary().Get(name))&publicNames == 0 {
			t.Errorf("%q gives something away", name)
		}
	}
	for _, name := range []string{"", "brightwell", "project", "studio"} {
		if lexicon(vocabulary().Get(name))&publicNames != 0 {
			t.Errorf("%q gives nothing away", name)
		}
	}
	if publicProduct("germany") || !publicProduct("kafka") || !publicProduct("microsoft") {
		t.Error("a place is no product, and a product is one")
	}
}

func TestKnownAcronyms(t *testing.T) {
	for _, text := range []string{"TLS", "IAM", "SIEM", "S3", "CVE", "SOC2", "KPI", "ICU", "NCO", "GDPR", "YAML", "P99", "EMEA", "MTTR", "OWASP", "VP"} {
		if words := prose.Analyze(text).Words; !stands(&words[0], knownAcronyms) {
			t.Errorf("%s is not known", text)
		}
	}
	for _, text := range []string{"QXT", "NOT", "YET", "BLUEBIRD"} {
		if words := prose.Analyze(text).Words; stands(&words[0], knownAcronyms) {
			t.Errorf("%s is known", text)
		}
	}
}
