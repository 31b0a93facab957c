package rules

import (
	"fmt"
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// lazily calls a function on first use.
func lazily[T any](build func() T) func() T { return sync.OnceValue(build) }

func flagged(lists map[uint32]string) *prose.Dictionary {
	d := &prose.Dictionary{}
	for flag, list := range lists {
		for word := range strings.FieldsSeq(list) {
			d.Put(word, d.Get(word)|flag)
		}
	}
	return d
}

// reportDenied reports the names that star.yaml denies, wherever in the file they
// stand, and in the name of the file.
func reportDenied(p *lint.Pass) {
	for _, name := range p.Config.Deny {
		for _, span := range FindName(p.Story.Source, name) {
			p.Report(lint.Finding{Span: span, Section: sectionAt(p.Story, span), Message: fmt.Sprintf("%q is denied in star.yaml", name), Help: "say what it is instead: a bank, the migration of the ledger"})
		}
		if len(FindName([]byte(p.Story.ID), name)) > 0 {
			p.ReportStory(fmt.Sprintf("the name of the file says %q, which is denied in star.yaml", name), "rename the file")
		}
	}
}

// denied reports whether a text holds a name that star.yaml denies.
func denied(config lint.Config, text string) bool {
	for _, name := range config.Deny {
		if len(FindName([]byte(text), name)) > 0 {
			return true
		}
	}
	return false
}

// FindName returns where a text says a name, in any case. Between its words may
// stand blanks, line breaks, hyphens, underscores or nothing.
func FindName(text []byte, name string) []star.Span {
	words := strings.FieldsFunc(strings.ToLower(name), joins)
	if len(words) == 0 {
		return nil
	}
	var found []star.Span
	for i := 0; i < len(text); i++ {
		if small(text[i]) != words[0][0] || i > 0 && inWord(text, i-1) {
			continue
		}
		if end := sayName(text, i, words); end > 0 {
			found = append(found, star.Span{Start: i, End: end})
			i = end - 1
		}
	}
	return found
}

// sayName returns the end of a name that is said at an offset, or 0.
func sayName(text []byte, i int, words []string) int {
	for k, word := range words {
		for k > 0 && i < len(text) && joins(rune(text[i])) {
			i++
		}
		if len(text)-i < len(word) || !strings.EqualFold(string(text[i:i+len(word)]), word) {
			return 0
		}
		i += len(word)
	}
	if i < len(text) && inWord(text, i) {
		return 0
	}
	return i
}

func joins(c rune) bool { return strings.ContainsRune(" \t\r\n-_", c) }

func small(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// inWord reports whether a byte belongs to a word; every byte of a letter outside
// ASCII does, but not those of a quotation mark or a dash.
func inWord(text []byte, i int) bool {
	c := text[i]
	return c >= '0' && c <= '9' || small(c) >= 'a' && small(c) <= 'z' || c >= 0xC3 && c < 0xE2
}
