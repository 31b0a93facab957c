package readiness_test

import (
	"testing"

	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/readiness"
)

// TestLimits holds that the rubric speaks of rules that exist.
func TestLimits(t *testing.T) {
	for _, name := range readiness.Limits() {
		if lint.Lookup(rules.All, name) == nil {
			t.Errorf("no rule is called %s", name)
		}
	}
}
