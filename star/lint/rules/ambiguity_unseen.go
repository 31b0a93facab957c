package rules

import (
	"fmt"

	"starbank/star"
	"starbank/star/lint"
)

// AmbiguityUnseen asks what was unclear in a story for L6 or above.
var AmbiguityUnseen = &lint.Rule{
	ID:       "STAR708",
	Name:     "ambiguity-unseen",
	Title:    "nothing was unclear in a story for L6 or above",
	Why:      "From L6 on the problem itself is unclear when the story begins; one that was handed over ready to solve is heard as a level lower (a convention). Asked only where star.yaml states target: {level: ...}.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad:      "task: |\n  As the owner of the pipeline of our nine teams I had to bring the suite under 15 minutes before the launch without dropping a test that guards money.",
	Good:     "task: |\n  Nobody had owned the pipeline of our nine teams. I had to bring the suite under 15 minutes before the launch without dropping a test that guards money.",
	Check: func(p *lint.Pass) {
		if !ambiguousLevels()[p.Config.Level] || !wholeTold(p) || saysAnywhere(p, levelWords()["ambiguity"]) {
			return
		}
		p.ReportAt(parts(p, star.Parts()...)[0], fmt.Sprintf("what was unclear at the start? nothing shows the ambiguity of %s", p.Config.Level),
			"say what nobody knew, had decided or could agree on, if it was so")
	},
}

var ambiguousLevels = words("L6 L7")
