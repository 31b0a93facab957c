package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"starbank/star"
	"starbank/star/evidence"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
)

const coverageLong = `Show how well the bank covers the principles: which stories prove which of them,
what is covered, thin or missing for the target of star.yaml, what to write
next, and what makes the bank fragile: a story that three principles rest on, an
event told twice, one project that fills half of it, no failure, conflict or
feedback.

A story counts for a principle when its words prove it (solid or strong), or
when you declare it and some of its words speak for it. Retired stories do not
count. What a role and a level ask for first is convention; the job advert
overrides it.

Exit status: 0 nothing to report; 1 findings at or above --fail-on; 2 the work
could not be done.`

const coverageExample = `  star coverage
  star coverage --min 1 --fail-on error
  star coverage --format csv >matrix.csv
  star coverage --format json | jq .gaps`

// coverageOptions are the flags of star coverage.
type coverageOptions struct {
	common
	failOn string
	least  int
}

// coverageFormat writes a coverage.
type coverageFormat func(io.Writer, *stories.Coverage, look) error

var coverageFormats = map[string]coverageFormat{"text": coverageText, "json": coverageJSON, "markdown": coverageMarkdown, "csv": coverageCSV}

func newCoverage(s streams) *cobra.Command {
	var o coverageOptions
	cmd := &cobra.Command{
		Use: "coverage [PATH...]", Short: "Show which principles the bank covers and what to write next", GroupID: "review",
		Long: coverageLong, Example: coverageExample,
		RunE: func(_ *cobra.Command, args []string) error { return runCoverage(s, o, args) },
	}
	flags := cmd.Flags()
	flags.IntVar(&o.least, "min", 0, "want `N` stories for each principle that the role meets (default: stories_per_principle of star.yaml, else 2)")
	flags.StringVar(&o.failOn, "fail-on", "", "exit with 1 from this `SEVERITY` on (default: fail_on of star.yaml, else warning)")
	o.add(cmd, "report", slices.Sorted(maps.Keys(coverageFormats))...)
	complete(cmd, "fail-on", severities...)
	return cmd
}

func runCoverage(s streams, o coverageOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.least < 0 || o.least > 9 {
		return fmt.Errorf("--min %d is not a number from 1 to 9", o.least)
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	fail, err := severity("fail-on", r.failOn(o.failOn))
	if err != nil {
		return err
	}
	read, err := r.profiler(o.format == "json")
	if err != nil {
		return err
	}
	coverage, troubles := r.coverage(args, o.least, read)
	err = coverageFormats[o.format](s.out, coverage, o.look(s.out))
	if err := s.finish(err, troubles); err != nil {
		return err
	}
	return coverageVerdict(coverage, fail)
}

// failOn returns the severity from which findings count: the one of the flag, else
// of star.yaml.
func (r *reading) failOn(flag string) string {
	if flag != "" {
		return flag
	}
	return r.config.Check.FailOn
}

// coverage reads the bank and says what it covers. Least, above 0, replaces how
// many stories a principle wants.
func (r *reading) coverage(args []string, least int, read func(*star.Story) stories.Profile) (*stories.Coverage, []stories.Trouble) {
	files, troubles := r.files(args)
	defer tuneMemory(noLimit)()
	profiles, failed := eachStory(r, files, read)
	target := r.config.Target
	if least > 0 {
		target.StoriesPerPrinciple = least
	}
	profiles = slices.DeleteFunc(profiles, func(p stories.Profile) bool { return p.Words == 0 })
	coverage := stories.Cover(profiles, r.set, target, time.Now())
	coverage.Configure(r.config.Check.Rules)
	return coverage, append(troubles, failed...)
}

// profile reads a story for the bank, without its readiness.
func (r *reading) profile(story *star.Story) stories.Profile {
	defer story.Release()
	return stories.ProfileOf(evidence.Of(story, r.set), r.set)
}

// profiler returns what reads a story for the bank; with its readiness, which takes
// all rules, if that is shown.
func (r *reading) profiler(readiness bool) (func(*star.Story) stories.Profile, error) {
	if !readiness {
		return r.profile, nil
	}
	config, err := r.checking()
	return func(story *star.Story) stories.Profile {
		defer story.Release()
		result := lint.Run(story, rules.All, config)
		profile := stories.ProfileOf(result.Evidence, r.set)
		profile.Readiness = result.Readiness.Score
		return profile
	}, err
}

func coverageVerdict(c *stories.Coverage, fail lint.Severity) error {
	for _, finding := range c.Findings {
		var level lint.Severity
		if err := level.UnmarshalText([]byte(finding.Severity)); err != nil {
			return err
		}
		if level >= fail {
			return errFindings
		}
	}
	return nil
}
