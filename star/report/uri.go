package report

import (
	"net/url"
	"path/filepath"
	"strings"
)

// uri returns a path as a URI reference, and whether it is relative to where the
// program ran.
func uri(path string) (reference string, relative bool) {
	slashed := filepath.ToSlash(path)
	if filepath.IsAbs(path) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slashed, "/")}).String(), false
	}
	return (&url.URL{Path: slashed}).String(), true
}
