package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/star"
	"starbank/stories"
	"starbank/stories/rehearse"
)

const planLong = `Plan the interviews: which story for which question of which interviewer.

No story is told twice, nor are two stories of one event (the same project and
date). As many questions as can be have a story; then the weakest of them is as
strong as can be, then all together are. Each has a backup as far as the other
stories go. Where questions stay empty, the plan proves that they must.

The interviewers stand in star.yaml,

    loop:
      - {interviewer: Hiring manager, principles: [ownership, deliver-results]}
      - {interviewer: Coding, kind: technical}

or in --interviewer. Who has no principles there is taken to ask for what your
role usually meets; without any interviewer the plan is for a usual loop, which
is a convention, not Amazon's. Stories count that prove a principle solidly, or
are filed under it with some words for it. Drafts count, retired stories do not.

With --company the plan keeps away from what was told there (see star told).

Exit status: 0 every question has a story; 1 one stays empty; 2 the work could
not be done.`

const planExample = `  star plan
  star plan --sheets                     # what to say to each interviewer
  star plan --interviewer "Ann: dive deep, earn trust" --interviewer "Bob"
  star plan --without leaked-key         # if that one were used up
  star plan --company Brightwell --format markdown >plan.md`

// planOptions are the flags of star plan.
type planOptions struct {
	common
	interviewers, without, with []string
	company                     string
	sheets                      bool
}

func newPlan(s streams) *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use: "plan", Short: "Plan the interviews: a story for each question", GroupID: "rehearse",
		Long: planLong, Example: planExample, Args: cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error { return runPlan(s, o) },
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&o.interviewers, "interviewer", nil, "plan for this `PERSON` in place of the loop of star.yaml: \"NAME: PRINCIPLE, PRINCIPLE\"")
	flags.StringSliceVar(&o.without, "without", nil, "leave these `STORIES` out")
	flags.StringSliceVar(&o.with, "with", nil, "take these `STORIES` too: retired ones, or files outside the bank")
	flags.StringVar(&o.company, "company", "", "keep away from what was told at this `COMPANY`")
	flags.BoolVar(&o.sheets, "sheets", false, "print a sheet for each interviewer as well")
	o.add(cmd, "plan", "json", "markdown", "text")
	return cmd
}

// plannedLoop is a plan with what it was made for.
type plannedLoop struct {
	rehearse.Plan
	asker   *rehearse.Asker
	target  stories.Target
	company string
	stories int
	sheets  bool
	usual   bool // nobody said who will ask
}

// planFormats write a plan.
var planFormats = map[string]func(io.Writer, *plannedLoop, look) error{"text": planText, "json": planJSON, "markdown": planMarkdown}

func runPlan(s streams, o planOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	plan, troubles, err := r.plan(o)
	if err != nil {
		return err
	}
	err = planFormats[o.format](s.out, plan, o.look(s.out))
	if err == nil && !plan.Filled() {
		err = errFindings
	}
	return s.finish(err, troubles)
}

// plan reads the bank and plans.
func (r *reading) plan(o planOptions) (*plannedLoop, []stories.Trouble, error) {
	loop, err := o.loop(r.config.Loop)
	if err != nil {
		return nil, nil, err
	}
	slots, err := rehearse.Slots(loop, r.set, r.config.Target)
	if err != nil {
		return nil, nil, r.inSettings(err)
	}
	told, err := r.toldAt(o.company)
	if err != nil {
		return nil, nil, err
	}
	with, err := r.resolve(o.with)
	if err != nil {
		return nil, nil, err
	}
	asker, troubles, err := r.asker(with...)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range o.without {
		id, err := idAmong(name, asker.IDs())
		if err != nil {
			return nil, nil, err
		}
		asker.Drop(id)
	}
	return &plannedLoop{Plan: asker.Plan(slots, told), asker: asker, target: r.config.Target, company: o.company, stories: len(asker.IDs()),
		sheets: o.sheets, usual: len(loop) == 0}, troubles, nil
}

// inSettings names the file of a mistake in star.yaml.
func (r *reading) inSettings(err error) error {
	var mistake *stories.ConfigError
	if !errors.As(err, &mistake) || r.bank == nil {
		return err
	}
	return fmt.Errorf("%s:%w", relative(filepath.Join(r.bank.Root, stories.Settings)), err)
}

// loop returns the interviewers of the flags, else those of star.yaml.
func (o *planOptions) loop(configured []stories.Interviewer) (loop []stories.Interviewer, err error) {
	if len(o.interviewers) == 0 {
		return configured, nil
	}
	for _, text := range o.interviewers {
		name, list, _ := strings.Cut(text, ":")
		who := stories.Interviewer{Name: strings.TrimSpace(name)}
		if who.Name == "" {
			return nil, fmt.Errorf("--interviewer %q has no name; write \"NAME: PRINCIPLE, PRINCIPLE\"", text)
		}
		if strings.TrimSpace(list) != "" {
			who.Principles = []string{list}
		}
		loop = append(loop, who)
	}
	return loop, nil
}

// idAmong returns the id that a name means: one of them, or the only one that begins so.
func idAmong(name string, ids []string) (string, error) {
	files := make([]string, len(ids))
	for i, id := range ids {
		files[i] = id + ".md"
	}
	file, err := lookUp(strings.TrimSuffix(filepath.Base(name), ".md"), files)
	return strings.TrimSuffix(file, ".md"), err
}

// told returns what was told, as the bank remembers it.
func (r *reading) told() ([]stories.Telling, error) {
	if r.bank == nil {
		return nil, nil
	}
	return stories.ReadTold(relative(filepath.Join(r.bank.Root, stories.ToldFile)))
}

// toldAt returns what was told at a company; at none, nothing.
func (r *reading) toldAt(company string) ([]stories.Telling, error) {
	if company == "" {
		return nil, nil
	}
	if r.bank == nil {
		return nil, errors.New("--company wants a bank, which remembers what was told; star init makes one")
	}
	all, err := r.told()
	return slices.DeleteFunc(all, func(t stories.Telling) bool { return !strings.EqualFold(t.Company, company) }), err
}

// storiesOfShortage names the stories that slots compete for.
func storiesOfShortage(s *rehearse.Shortage) string {
	var ids []string
	for _, c := range s.Stories {
		ids = append(ids, c.Story.ID)
	}
	return strings.Join(ids, ", ")
}

// reasonOf says why slots are empty.
func reasonOf(s *rehearse.Shortage) string {
	var names []string
	count := map[string]int{}
	for _, p := range s.Principles {
		if count[p.Name]++; count[p.Name] == 1 {
			names = append(names, p.Name)
		}
	}
	for i, name := range names {
		if n := count[name]; n > 1 {
			names[i] = fmt.Sprintf("%s (asked for %s)", name, times(n))
		}
	}
	last := names[len(names)-1]
	subject := last
	if len(names) > 1 {
		subject = strings.Join(names[:len(names)-1], ", ") + " and " + last
	}
	rests := " rest on "
	if len(names) == 1 {
		rests = " rests on "
	}
	switch n := len(s.Stories); n {
	case 0:
		return "no story proves " + subject
	case 1:
		return subject + rests + "one story: " + storiesOfShortage(s)
	default:
		return fmt.Sprintf("%s%s%d stories: %s", subject, rests, n, storiesOfShortage(s))
	}
}

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// opening returns the line that a story begins with, on one line.
func opening(c *rehearse.Candidate) string { return strings.Join(strings.Fields(c.Opening()), " ") }

// mostSheetFigures is how many figures a sheet shows.
const mostSheetFigures = 6

// anchorsOf returns the cues that a story is told from.
func anchorsOf(story *star.Story) (anchors []string) {
	for _, anchor := range story.Anchors {
		anchors = append(anchors, strings.Join(strings.Fields(anchor.Text), " "))
	}
	return anchors
}
