package lint

import (
	"fmt"
	"slices"
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/prose"
)

// Config is what a bank or the command line says about checking. The zero
// value means the defaults of the rules.
type Config struct {
	Severities     map[string]Severity // by rule id
	Principles     *principles.Set     // nil means Amazon's
	WordsPerMinute int                 // speaking rate; 0 means 140
	Minutes        [2]float64          // shortest and longest first answer; zero means 1.5 and 3
	Known          []string            // acronyms and names that need no explanation
	Allow, Deny    []string            // names that are not confidential, and names that are
	Level          string              // that the stories aim at, L4 to L7; "" means that no rule is to ask for it
}

// The defaults of star.yaml. 140 words a minute lies in the middle of what is
// measured for conversation and interviews (110 to 160); a first answer of two
// minutes, three at most, is the common advice.
const (
	DefaultWordsPerMinute = 140
	DefaultMinMinutes     = 1.5
	DefaultMaxMinutes     = 3.0
)

// Allowed reports whether a name is allowed, or holds a name that is, in any case:
// "Acme" allows "Acme Bank Ltd".
func (c Config) Allowed(name string) bool {
	for _, allowed := range c.Allow {
		if holdsWords(strings.Fields(name), strings.Fields(allowed)) {
			return true
		}
	}
	return false
}

// holdsWords reports whether some words stand in a row among others.
func holdsWords(words, wanted []string) bool {
	for len(wanted) > 0 && len(words) >= len(wanted) {
		if slices.EqualFunc(words[:len(wanted)], wanted, strings.EqualFold) {
			return true
		}
		words = words[1:]
	}
	return false
}

// Rate returns the speaking rate in words a minute.
func (c Config) Rate() int {
	if c.WordsPerMinute > 0 {
		return c.WordsPerMinute
	}
	return DefaultWordsPerMinute
}

// Band returns the shortest and the longest first answer in minutes.
func (c Config) Band() (shortest, longest float64) {
	if c.Minutes[1] > 0 {
		return c.Minutes[0], c.Minutes[1]
	}
	return DefaultMinMinutes, DefaultMaxMinutes
}

// Set returns the principles that stories are read by.
func (c Config) Set() *principles.Set {
	if c.Principles != nil {
		return c.Principles
	}
	return principles.Builtin()
}

// SeverityOf returns the severity at which a rule reports.
func (c Config) SeverityOf(rule *Rule) Severity {
	if severity, ok := c.Severities[rule.ID]; ok {
		return severity
	}
	return rule.Severity
}

// Pass is one rule at work on one story.
type Pass struct {
	Rule    *Rule
	Story   *star.Story
	Anatomy *anatomy.Anatomy
	Config  Config

	severity   Severity
	found      []Diagnostic
	evidence   *evidence.Evidence
	references []principles.Reference
	facts      []fact
}

// Fact is what several rules want to know of a story. It is found once a story,
// when a rule first asks.
type Fact[T any] struct{ Find func(*Pass) T }

type fact struct{ of, value any }

// Of returns the fact for the story of a pass.
func (f *Fact[T]) Of(p *Pass) T {
	for _, found := range p.facts {
		if found.of == f {
			return found.value.(T)
		}
	}
	value := f.Find(p)
	p.facts = append(p.facts, fact{f, value})
	return value
}

// Evidence returns what the story gives for the principles of the set. It is
// found once, when a rule first asks.
func (p *Pass) Evidence() *evidence.Evidence {
	if p.evidence == nil {
		p.evidence = evidence.Of(p.Story, p.Config.Set())
	}
	return p.evidence
}

// References returns the principles that the front matter names, as written. They
// are resolved once.
func (p *Pass) References() []principles.Reference {
	if p.references == nil && len(p.Story.Principles) > 0 {
		items := make([]string, len(p.Story.Principles))
		for i, value := range p.Story.Principles {
			items[i] = value.Text
		}
		p.references = p.Config.Set().Resolve(items)
	}
	return p.references
}

// Finding is what a rule reports. Span and Message are required.
type Finding struct {
	Span     star.Span
	Section  *star.Section // where the finding belongs to one
	Message  string
	Help     string
	Related  []Related
	Fix      *Fix
	Secret   bool     // reports leave the words out
	Severity Severity // set by rules that report a milder case below their own severity
}

// Report adds a finding. It panics on a span outside the file: the rule would
// be looking at something that is not there.
func (p *Pass) Report(f Finding) {
	if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(p.Story.Source) {
		panic(fmt.Sprintf("%s: span %v is not in %s", p.Rule.ID, f.Span, p.Story.Path))
	}
	severity := p.severity
	if f.Severity != Off {
		severity = min(severity, f.Severity)
	}
	section := ""
	if f.Section != nil {
		section = f.Section.Part.String()
	}
	p.found = append(p.found, Diagnostic{Rule: p.Rule, Severity: severity, Story: p.Story, Section: section,
		Span: f.Span, Message: f.Message, Help: f.Help, Related: f.Related, Fix: f.Fix, Secret: f.Secret})
}

// ReportIn reports words of a section.
func (p *Pass) ReportIn(section *star.Section, words prose.Range, message, help string) {
	p.Report(Finding{Span: section.Span(words), Section: section, Message: message, Help: help})
}

// ReportAt reports a section as a whole, at its label.
func (p *Pass) ReportAt(section *star.Section, message, help string) {
	p.Report(Finding{Span: section.LabelSpan, Section: section, Message: message, Help: help})
}

// ReportStory reports the story as a whole, at its title.
func (p *Pass) ReportStory(message, help string) {
	p.Report(Finding{Span: p.Story.Anchor(), Message: message, Help: help})
}
