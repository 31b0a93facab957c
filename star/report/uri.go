package report

import (
	"net/url"
	"path/filepath"
	"strings"
)

// servicePath is a path as services compare it with those of a repository: with
// slashes and without a needless ./ in front.
func servicePath(path string) string {
	if path == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Clean(path))
}

// uri returns a path as a URI reference, and whether it is relative to where the
// program ran.
func uri(path string) (reference string, relative bool) {
	slashed := servicePath(path)
	if filepath.IsAbs(path) {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slashed, "/")}).String(), false
	}
	return (&url.URL{Path: slashed}).String(), true
}
