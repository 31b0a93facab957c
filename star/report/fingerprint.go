package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"starbank/star/lint"
)

// fingerprints names findings so that the names survive when lines move: by rule,
// file, section and the words of the line. Findings that share all of these are
// counted.
type fingerprints map[string]int

func (f fingerprints) of(d lint.Diagnostic) string {
	line, _ := d.Story.Line(d.Story.Position(d.Span.Start).Line)
	key := strings.Join([]string{d.Rule.ID, d.Story.Path, d.Section, strings.Join(strings.Fields(line), " ")}, "\x00")
	f[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, f[key]))
	return hex.EncodeToString(sum[:16])
}
