package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/report"
	"starbank/stories"
)

const checkLong = `Check stories the way a strict interviewer reads them, and report what is
missing, thin or in the way.

Without an argument, check the bank of the working folder (the star.yaml found
here or above, within the repository), or the working folder itself. A folder is
searched for *.md without README.md and files that begin with an underscore; a
file is checked whatever its name; a story may be named by its id, or by a
beginning that only one id has; - reads a story from standard input.

Findings are errors (nearly every interviewer would object), warnings (most
would) and infos (suggestions). Set one aside in the story, with the reason:

    ignore: {result-no-metric: the outcome was a decision not to launch}

--fix mends what leaves every word of a story as it is: the spelling of keys and
of principles, quotation marks that YAML wants, a blank that a heading lacks, an
ignore that hides nothing. --diff shows it first.

--new-from REV reports only what a change since that revision of git brought:
findings that a story, by this name or a former one, did not have then. REV...
means the commit at which this branch left REV. --staged checks the stories that
the next commit will change, as they are staged.

--watch goes on: it checks again whatever is saved, stories and star.yaml, and
shows what was mended and what is new. Nothing that stands in the terminal is
cleared. Ctrl-C ends it, with the exit status of the last check.
` + exitHelp

const checkExample = `  star check                                        # the bank you are in
  star check leaked-key                             # one story
  star check --severity warning --quiet             # no suggestions, no summary
  star check --rule result-no-metric,action-we      # two rules
  star check --watch stories/leaked-key.md          # while you write
  star check --new-from main...                     # what this branch brought
  star check --format json | jq .summary            # counts for a program
  star check --fix --diff                           # what would be mended
  star check --add-ignore "old story" x.md          # set its findings aside
  pbpaste | star check - --stdin-filename draft.md  # the clipboard`

// checkOptions are the flags of star check.
type checkOptions struct {
	common
	severity, failOn, stdinName                 string
	ignoreReason, newFrom                       string
	rules                                       []string
	quiet, statistics, fix, diff, watch, staged bool
}

func newCheck(s streams) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use: "check [STORY|PATH...]", Short: "Report what an interviewer would stumble over", GroupID: "review",
		Long: checkLong, Example: checkExample,
		RunE: func(cmd *cobra.Command, args []string) error { return runCheck(cmd.Context(), s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&o.rules, "rule", nil, "run only these `RULES` (ids or names, separated by commas)")
	flags.StringVar(&o.severity, "severity", "info", "report findings from this `SEVERITY` on: error, warning or info")
	flags.StringVar(&o.failOn, "fail-on", "", "exit with 1 from this `SEVERITY` on (default: fail_on of star.yaml, else warning)")
	flags.BoolVar(&o.fix, "fix", false, "mend what can be mended without touching a word of the story")
	flags.BoolVar(&o.diff, "diff", false, "show what --fix or --add-ignore would change, and change nothing")
	flags.StringVar(&o.ignoreReason, "add-ignore", "", "set the findings shown aside in the stories, for this `REASON`")
	flags.BoolVarP(&o.watch, "watch", "w", false, "check again what has changed whenever a file is saved")
	flags.StringVar(&o.newFrom, "new-from", "", "report only what a change since this `REVISION` brought")
	flags.BoolVar(&o.staged, "staged", false, "check what is staged for the next commit, not the files")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "print findings only, no summary")
	flags.BoolVar(&o.statistics, "statistics", false, "print how often each rule reports, and nothing else")
	o.add(cmd, "report", formatsWithReaders()...)
	flags.StringVar(&o.stdinName, "stdin-filename", "stdin.md", "report this `PATH` for -")
	cmd.RegisterFlagCompletionFunc("rule", completeRules)
	complete(cmd, "severity", severities...)
	complete(cmd, "fail-on", severities...)
	cmd.PreRunE = func(_ *cobra.Command, args []string) error {
		return errors.Join(o.chooseMend(flags.Changed("add-ignore")), o.chooseVersions(args))
	}
	return cmd
}

// formatsWithReaders lists the formats as completion wants them.
func formatsWithReaders() []string {
	var words []string
	for _, kind := range report.Kinds() {
		words = append(words, kind.Name+"\t"+kind.Readers)
	}
	return words
}

func runCheck(ctx context.Context, s streams, o checkOptions, args []string) error {
	plan, err := planCheck(s, o)
	if err == nil && o.watch {
		err = o.watchable(args)
	}
	if err != nil {
		return plan.refuse(s, err)
	}
	args, _ = plan.resolve(args) // what is not there is among the troubles
	if o.watch {
		return runWatch(s, o, args)
	}
	files, troubles, err := plan.toCheck(ctx, args)
	if err != nil {
		return plan.refuse(s, err)
	}
	troubles = s.note(troubles)
	defer tuneMemory(memoryBase + int64(len(files))*memoryPerFile)()
	if how := plan.mends(); how != nil {
		findings, changed, failed := plan.change(s, files, how)
		plan.sayChanged(s, findings, changed)
		if troubles = append(troubles, failed...); len(troubles) > 0 {
			return plan.giveUp(s, troubles)
		}
		if o.diff {
			return findingsIf(findings > 0)
		}
	}
	results, failed := eachStory(plan.reading, files, plan.checkStory)
	troubles = append(troubles, failed...)
	if err := plan.write(s.out, results, troubles); err != nil {
		return err
	}
	s.complain(troubles)
	plan.sayScope(s, len(files)+len(troubles))
	return plan.verdict(results, len(troubles) > 0)
}

// findingsIf ends a command with exit status 1 when there are findings.
func findingsIf(are bool) error {
	if are {
		return errFindings
	}
	return nil
}

// checkPlan is what the flags and star.yaml come to.
type checkPlan struct {
	options checkOptions
	*reading
	ruleset []*lint.Rule
	lint    lint.Config
	show    lint.Severity
	fail    lint.Severity
	format  report.Kind
	former  map[string]former // what stories were, by their paths now; nil where that is not asked for
}

// toCheck lists what is to be checked.
func (p *checkPlan) toCheck(ctx context.Context, args []string) (files []string, troubles []stories.Trouble, err error) {
	if p.options.ofVersions() {
		return p.changed(ctx, args)
	}
	files, troubles = p.files(args)
	return files, troubles, nil
}

// planCheck says what to do. The plan that it returns with an error can write
// a report of nothing.
func planCheck(s streams, o checkOptions) (*checkPlan, error) {
	format, _ := report.Lookup(o.format)
	plan := &checkPlan{options: o, ruleset: rules.All, format: format}
	err := o.check()
	if err != nil {
		return plan, err
	}
	if plan.reading, err = openReading(s, o.config); err != nil {
		return plan, err
	}
	plan.stdinName = o.stdinName
	var configured error
	plan.lint, configured = plan.checking()
	return plan, errors.Join(configured, plan.chooseRules(), plan.chooseSeverities())
}

func (p *checkPlan) chooseRules() error {
	if len(p.options.rules) == 0 {
		return nil
	}
	p.ruleset = nil
	for _, rule := range rules.All {
		for _, key := range p.options.rules {
			chosen, err := findRule(key)
			if err != nil {
				return err
			}
			if chosen == rule {
				p.ruleset = append(p.ruleset, rule)
			}
		}
	}
	return nil
}

func (p *checkPlan) chooseSeverities() (err error) {
	if p.show, err = severity("severity", p.options.severity); err != nil {
		return err
	}
	p.fail, err = severity("fail-on", p.failOn(p.options.failOn))
	return err
}

// write reports the findings from the severity shown on.
func (p *checkPlan) write(w io.Writer, results []lint.Result, troubles []stories.Trouble) error {
	if p.options.statistics {
		return writeStatistics(w, results)
	}
	r := p.report(w, results)
	for _, trouble := range troubles {
		r.Troubles = append(r.Troubles, report.Trouble{Path: trouble.Path, Reason: trouble.Err.Error()})
	}
	return p.format.Write(w, r)
}

// report returns what the flags and the stream make of results.
func (p *checkPlan) report(w io.Writer, results []lint.Result) report.Report {
	return report.Report{Results: results, WordsPerMinute: p.lint.Rate(), Quiet: p.options.quiet, Version: version().Star, Rules: p.ruleset,
		Width: term.Width(w), Colour: term.Colour(p.options.color, w, os.Getenv)}
}

// giveUp ends a check that changed no file, or not all it was to change.
func (p *checkPlan) giveUp(s streams, troubles []stories.Trouble) error {
	s.complain(troubles)
	if p.format.People || p.options.diff {
		return errReported
	}
	return errors.Join(p.write(s.out, nil, troubles), errReported)
}

// refuse ends a check that could not begin, for a machine with a report of nothing.
// What kept it from beginning says more than a failure to write that.
func (p *checkPlan) refuse(s streams, reason error) error {
	if p.format.Write != nil && !p.format.People {
		p.format.Write(s.out, report.Report{Version: version().Star, Rules: p.ruleset, Troubles: []report.Trouble{{Reason: reason.Error()}}})
	}
	return reason
}

func writeStatistics(w io.Writer, results []lint.Result) error {
	counts := map[string]int{}
	for _, result := range results {
		for _, d := range result.Diagnostics {
			counts[d.Rule.Name]++
		}
	}
	for _, rule := range rules.All {
		if n := counts[rule.Name]; n > 0 {
			if _, err := fmt.Fprintf(w, "%6d  %s %s\n", n, rule.ID, rule.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *checkPlan) verdict(results []lint.Result, failed bool) error {
	if failed {
		return errReported
	}
	for _, result := range results {
		for _, d := range result.Diagnostics {
			if d.Severity >= p.fail {
				return errFindings
			}
		}
	}
	return nil
}
