// Package principles knows the Leadership Principles: their names, the ways
// people write them, and what each one asks for.
//
// [Builtin] is Amazon's set; [Set.Resolve] turns what stands in the front
// matter of a story into identifiers.
package principles

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"sync"

	"gopkg.in/yaml.v3"
)

// Principle is one principle of a set.
type Principle struct {
	ID      string   `yaml:"id"` // "are-right-a-lot", the form kept in story files
	Name    string   `yaml:"name"`
	Abbr    string   `yaml:"abbr"`
	Aliases []string `yaml:"aliases"`
	Summary string   `yaml:"summary"`
}

// Set is a list of principles that a company judges by, in its own order.
type Set struct {
	Principles []Principle

	byName map[string]*Principle // by plain name
	byID   map[string]*Principle
}

//go:embed amazon.yaml
var amazon []byte

// Builtin returns Amazon's 16 principles. The set is read when first asked for
// and must not be changed.
var Builtin = sync.OnceValue(func() *Set {
	set, err := Parse(bytes.NewReader(amazon))
	if err != nil {
		panic(fmt.Sprintf("principles: embedded set: %v", err)) // a test rules this out
	}
	return set
})

// Parse reads a set in the format of amazon.yaml. Unknown keys, missing texts
// and names given twice are errors.
func Parse(r io.Reader) (*Set, error) {
	var file struct {
		Version    int         `yaml:"version"`
		Principles []Principle `yaml:"principles"`
	}
	decoder := yaml.NewDecoder(r)
	decoder.KnownFields(true)
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("reading principles: %w", err)
	}
	if file.Version != 1 || len(file.Principles) == 0 {
		return nil, errors.New("reading principles: want version 1 and at least one principle")
	}
	set := &Set{Principles: file.Principles}
	return set, set.index()
}

func (s *Set) index() error {
	s.byName, s.byID = map[string]*Principle{}, map[string]*Principle{}
	for i := range s.Principles {
		p := &s.Principles[i]
		if p.ID == "" || p.Name == "" || p.Summary == "" {
			return fmt.Errorf("principle %d: want id, name and summary", i+1)
		}
		s.byID[p.ID] = p
		for _, name := range append([]string{p.ID, p.Name, p.Abbr}, p.Aliases...) {
			key := plain(name)
			if other := s.byName[key]; other != nil && other != p {
				return fmt.Errorf("principle %q: %q also names %q", p.ID, name, other.ID)
			}
			s.byName[key] = p
		}
	}
	delete(s.byName, "")
	return nil
}
