package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// TaskThin reports a Task without a goal or a duty.
var TaskThin = &lint.Rule{
	ID:       "STAR103",
	Name:     "task-thin",
	Title:    "task names no goal and no duty",
	Why:      "The Task tells what the result is measured against and that it was yours to reach.",
	Severity: lint.Warning,
	Since:    "0.1",
	Bad:      "task: I believed that smaller services scale well.",
	Good:     "task: As the owner of the pipeline I had to bring the suite under 15 minutes before the launch without dropping a test that guards money.",
	Check:    thin(star.Task),
}
