package lint

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// Rule is one check with its documentation. Rules hold no state.
type Rule struct {
	ID       string   // "STAR201": stable, never given to another rule
	Name     string   // "result-no-metric": as stable, for flags, star.yaml and ignore
	Title    string   // what is found, at most 60 characters, no full stop
	Why      string   // what the listener loses
	Severity Severity // unless star.yaml says otherwise
	Since    string   // the first version with this rule

	// Bad and Good are the smallest examples: keys of a front matter laid over
	// a sound story, or a whole file when they begin with "---" or "#".
	// A test holds that Bad raises the rule and Good raises nothing.
	Bad, Good string

	// Final says that nothing else about a file is worth reading once this rule
	// has reported it; the rules behind it are not run.
	Final bool

	// Check looks at the story of a pass and reports. It cannot fail.
	Check func(*Pass)
}

var (
	idPattern   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^STAR[0-8]\d\d$`) })
	namePattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`) })
)

// Validate reports every omission in the declarations of rules: identifiers of
// the wrong form or given twice, missing documentation, a wrong order.
func Validate(rules []*Rule) error {
	var found []error
	seen := map[string]bool{}
	last := ""
	for _, rule := range rules {
		for _, fault := range rule.faults() {
			found = append(found, fmt.Errorf("%s: %s", rule.ID, fault))
		}
		if seen[rule.ID] || seen[rule.Name] {
			found = append(found, fmt.Errorf("%s: id or name %q is given twice", rule.ID, rule.Name))
		}
		if rule.ID < last {
			found = append(found, fmt.Errorf("%s: listed behind %s", rule.ID, last))
		}
		seen[rule.ID], seen[rule.Name], last = true, true, rule.ID
	}
	return errors.Join(found...)
}

func (r *Rule) faults() []string {
	checks := []struct {
		fault string
		is    bool
	}{
		{"id is not STAR and three digits", !idPattern().MatchString(r.ID)},
		{"name is not lower-case words with hyphens", !namePattern().MatchString(r.Name)},
		{"title is empty, too long or ends in a full stop", r.Title == "" || len(r.Title) > 60 || strings.HasSuffix(r.Title, ".")},
		{"why is missing", r.Why == ""},
		{"severity is missing", r.Severity == Off},
		{"since is missing", r.Since == ""},
		{"bad or good example is missing", r.Bad == "" || r.Good == ""},
		{"check is missing", r.Check == nil},
	}
	var faults []string
	for _, check := range checks {
		if check.is {
			faults = append(faults, check.fault)
		}
	}
	return faults
}

// Markdown returns the documentation of the rule for a page: why it exists, an
// example of each kind, and how to set it aside.
func (r *Rule) Markdown() string {
	return fmt.Sprintf("%s\n\nBad:\n\n%s\n\nGood:\n\n%s\n\n%s\n", r.Why, fenced(r.Bad), fenced(r.Good), r.aside("`"))
}

// Text returns what Markdown does as plain text.
func (r *Rule) Text() string {
	return fmt.Sprintf("%s\n\nBad:\n\n%s\n\nGood:\n\n%s\n\n%s\n", r.Why, trimmed(r.Bad), trimmed(r.Good), r.aside(""))
}

// aside says how a story sets the rule aside and how a bank changes it, with a
// mark around what is to be written. What is wrong with a file itself is mended.
func (r *Rule) aside(mark string) string {
	bank := fmt.Sprintf("%scheck: {rules: {%s: off}}%s in star.yaml (or error, warning, info)", mark, r.Name, mark)
	if strings.HasPrefix(r.ID, "STAR0") {
		return "Change it for the whole bank: " + bank + "."
	}
	return fmt.Sprintf("Set it aside in a story, with the reason: %signore: {%s: reason}%s; change it for the whole bank: %s.", mark, r.Name, mark, bank)
}

// fenced puts an example into a code block.
func fenced(example string) string { return "```markdown\n" + trimmed(example) + "\n```" }

func trimmed(example string) string { return strings.TrimRight(Visible(example), "\n") }

// Visible spells out the characters of an example that nobody would see.
func Visible(example string) string {
	var b strings.Builder
	for _, r := range example {
		if r != '\n' && r != ' ' && (unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)) {
			fmt.Fprintf(&b, "<U+%04X>", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Lookup returns the rule with an id, in any case, or a name.
func Lookup(rules []*Rule, key string) *Rule {
	for _, rule := range rules {
		if rule.Name == key || strings.EqualFold(rule.ID, key) {
			return rule
		}
	}
	return nil
}
