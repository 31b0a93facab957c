package lint

import "fmt"

// Severity says how many interviewers would object to what was found.
type Severity uint8

// The severities in rising order. Off switches a rule off.
const (
	Off     Severity = iota
	Info             // a suggestion
	Warning          // most would object
	Error            // nearly every one would object
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the name used in star.yaml and in machine output.
func (s Severity) String() string { return severityNames[s] }

// MarshalText returns the name of s.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText accepts the names that String returns.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames {
		if name == string(text) {
			*s = Severity(i)
			return nil
		}
	}
	return fmt.Errorf("unknown severity %q; known are error, warning, info and off", text)
}
