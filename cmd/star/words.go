package main

import (
	"fmt"

	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
)

// unknownWord is the error for a value that is none of the known ones.
func unknownWord(what, word string, known []string) error {
	return fmt.Errorf("unknown %s %q%s", what, word, stories.Suggest(word, known))
}

// findRule returns the rule of an id or a name.
func findRule(key string) (*lint.Rule, error) {
	if rule := lint.Lookup(rules.All, key); rule != nil {
		return rule, nil
	}
	known := make([]string, len(rules.All))
	for i, rule := range rules.All {
		known[i] = rule.Name
	}
	return nil, unknownWord("rule", key, known)
}

// severity reads the name of a severity that findings can have.
func severity(flag, name string) (lint.Severity, error) {
	var s lint.Severity
	if err := s.UnmarshalText([]byte(name)); err != nil || s == lint.Off {
		return s, unknownWord(flag, name, []string{"error", "warning", "info"})
	}
	return s, nil
}
