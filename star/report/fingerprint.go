package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"starbank/star/lint"
)

// fingerprints names findings so that the names survive when lines move, and files
// between folders: by rule, story, section and the words of the line. Findings that
// share all of these are counted, so that no name is given twice. Secrets are no
// part of a name: of some, few enough are possible to try them all.
type fingerprints map[string]int

// of names a finding of a story that has all of these.
func (f fingerprints) of(d lint.Diagnostic, all []lint.Diagnostic) string {
	line, start := d.Story.Line(d.Story.Position(d.Span.Start).Line)
	words := strings.Join(strings.Fields(veil(line, start, all)), " ")
	return f.name(d.Rule.ID, d.Story.ID, d.Section, words)
}

func (f fingerprints) ofTrouble(t Trouble) string { return f.name("trouble", t.Path, t.Reason) }

func (f fingerprints) name(parts ...string) string {
	key := strings.Join(parts, "\x00")
	f[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, f[key]))
	return hex.EncodeToString(sum[:16])
}
