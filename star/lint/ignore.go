package lint

// IgnoreUnused reports an ignore that hides nothing. Run itself carries it
// out, since only Run knows what the other rules found.
var IgnoreUnused = &Rule{
	ID:       "STAR091",
	Name:     "ignore-unused",
	Title:    "ignore hides nothing",
	Why:      "A leftover ignore hides the next finding of its rule, which may be a real one.",
	Severity: Warning,
	Since:    "0.1",
	Bad:      "ignore: {result-no-metric: the outcome was a decision}",
	Good:     "ignore: {}",
	Check:    func(*Pass) {},
}

// IgnoreInvalid reports an ignore without a reason. The rule that knows all
// names, and so the unknown ones, sets its Check.
var IgnoreInvalid = &Rule{
	ID:       "STAR090",
	Name:     "ignore-invalid",
	Title:    "ignore without a reason or of no known rule",
	Why:      "A reason lets you judge next month whether the exception still holds; an unknown name hides nothing.",
	Severity: Warning,
	Since:    "0.1",
	Bad:      "ignore: [result-no-metric]",
	Good:     "ignore: {}",
}
