package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"starbank/star/lint/rules"
)

// pseudonyms stand for names that must not leave. The zero value replaces nothing.
type pseudonyms []pseudonym

type pseudonym struct{ name, by string }

// pseudonymsFor gives each name its pseudonym: [name 1], and [figure 2] for one with a
// digit. They are numbered in the order of star.yaml, so that the same name is the
// same everywhere.
func pseudonymsFor(names []string) (p pseudonyms) {
	for i, name := range names {
		kind := "name"
		if strings.ContainsAny(name, "0123456789") {
			kind = "figure"
		}
		p = append(p, pseudonym{name, fmt.Sprintf("[%s %d]", kind, i+1)})
	}
	// a name that holds another one goes first
	slices.SortStableFunc(p, func(a, b pseudonym) int { return cmp.Compare(len(b.name), len(a.name)) })
	return p
}

// in returns a text with the pseudonyms in place of the names.
func (p pseudonyms) in(text string) string {
	for _, each := range p {
		spans := rules.FindName([]byte(text), each.name)
		for _, span := range slices.Backward(spans) {
			text = text[:span.Start] + each.by + text[span.End:]
		}
	}
	return text
}

// inAll replaces in each of some texts.
func (p pseudonyms) inAll(texts []string) (replaced []string) {
	for _, text := range texts {
		replaced = append(replaced, p.in(text))
	}
	return replaced
}
