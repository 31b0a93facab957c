package rules

import (
	"fmt"

	"starbank/star/lint"
)

// EmployerComplaint reports a complaint about an employer.
var EmployerComplaint = &lint.Rule{
	ID:       "STAR409",
	Name:     "employer-complaint",
	Title:    "employer is complained about",
	Why:      "A complaint about a past employer is remembered as a trait of its teller.",
	Severity: lint.Warning,
	Since:    "0.2",
	Bad:      "lesson: It was a terrible company. Since then I time a suite before I add to it.",
	Good:     "lesson: The company had no test team. Since then I time a suite before I add to it.",
	Check: func(p *lint.Pass) {
		found := spots(p, complaints(), nil)
		if len(found) > 0 {
			reportSpots(p, found, lint.Off, fmt.Sprintf("%q is a complaint", found[0].text()), "say what was missing, and what you did")
		}
	},
}

// complaints are all pairs of a judgement and an employer.
var complaints = pairs("terrible awful horrible horrendous stupid dreadful crappy shitty", "company manager managers management boss bosses employer leadership leaders culture workplace organisation organization")
