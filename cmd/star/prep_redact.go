package main

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
)

// redacter replaces names in what is written through it.
type redacter struct {
	w     io.Writer
	held  bytes.Buffer
	names []*regexp.Regexp
	by    []string
}

// redacting returns a writer that puts pseudonyms in place of names, if it is to, and
// what writes all of it at the end.
func redacting(w io.Writer, names []string, redact bool) (*redacter, func() error) {
	r := &redacter{w: w}
	if redact {
		r.name(names)
	}
	return r, r.flush
}

// name gives each name its pseudonym: [name 1], and [figure 2] for one with a digit.
// They are numbered in the order of star.yaml, so that the same name is the same
// everywhere.
func (r *redacter) name(names []string) {
	for i, name := range names {
		words := strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '_' })
		if len(words) == 0 {
			continue
		}
		for k := range words {
			words[k] = regexp.QuoteMeta(words[k])
		}
		kind := "name"
		if strings.ContainsAny(name, "0123456789") {
			kind = "figure"
		}
		r.names = append(r.names, regexp.MustCompile(`(?i)(^|[^\pL\pN])`+strings.Join(words, `[\s_-]*`)+`($|[^\pL\pN])`))
		r.by = append(r.by, fmt.Sprintf("${1}[%s %d]${2}", kind, i+1))
	}
}

// Write keeps what is written, since a name may be cut between two writes.
func (r *redacter) Write(p []byte) (int, error) {
	if len(r.names) == 0 {
		return r.w.Write(p)
	}
	return r.held.Write(p)
}

func (r *redacter) flush() error {
	text := r.held.Bytes()
	for i, name := range r.names {
		for range 2 { // a name right behind another shares the blank between them
			text = name.ReplaceAll(text, []byte(r.by[i]))
		}
	}
	_, err := r.w.Write(text)
	return err
}
