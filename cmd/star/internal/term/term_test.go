package term

import (
	"bytes"
	"testing"
)

func TestColour(t *testing.T) {
	tests := []struct {
		flag string
		env  map[string]string
		want bool
	}{
		{"auto", nil, false},
		{"always", map[string]string{"NO_COLOR": "1"}, true},
		{"never", map[string]string{"CLICOLOR_FORCE": "1"}, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1"}, true},
		{"auto", map[string]string{"CLICOLOR_FORCE": "0"}, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1", "TERM": "dumb"}, true},
	}
	for _, test := range tests {
		got := Colour(test.flag, &bytes.Buffer{}, func(key string) string { return test.env[key] })
		if got != test.want {
			t.Errorf("Colour(%q, %v) = %v, want %v", test.flag, test.env, got, test.want)
		}
	}
	if Width(&bytes.Buffer{}) != 80 {
		t.Error("a pipe is 80 columns wide")
	}
}
