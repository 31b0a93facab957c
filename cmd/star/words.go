package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
)

// unknownWord is the error for a value that is none of the known ones.
func unknownWord(what, word string, known []string) error {
	return fmt.Errorf("unknown %s %q%s", what, word, stories.Suggest(word, known))
}

// arguments is the check of a command that takes from least to most arguments,
// which what describes.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if least <= len(args) && len(args) <= most {
			return nil
		}
		return fmt.Errorf("%s takes %s, not %d", cmd.CommandPath(), what, len(args))
	}
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
	if near := stories.Suggest(key, known); near != "" {
		return nil, fmt.Errorf("unknown rule %q%s", key, near)
	}
	return nil, fmt.Errorf("unknown rule %q; star explain lists them", key)
}

// severity reads the name of a severity that findings can have.
func severity(flag, name string) (lint.Severity, error) {
	var s lint.Severity
	if err := s.UnmarshalText([]byte(name)); err != nil || s == lint.Off {
		return s, unknownWord(flag, name, severities)
	}
	return s, nil
}
