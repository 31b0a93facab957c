package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
	"starbank/principles"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

const practiceLong = `Practise on the terminal: a question, silence to think, you speak, a stopwatch
runs; then you rate yourself by the rubric, hear what is asked next, and one
thing to better. While you speak only the anchors of the story are shown, or its
figures where it has none.

Rounds (--round):
  tell       a full answer, within the minutes of star.yaml (the default)
  recall     which story for which question, against the clock
  probe      what is asked after a story, hostile questions too
  compress   one story in 30, 60, 90 and 180 seconds
  screen     what a recruiter asks
  technical  technical questions, what each wants to see, and your notes/ID.md
  loop       the plan of star plan, from the first interviewer to the last

What comes first is what weighs for your role, is weak, or is likely forgotten:
each rating goes to practice.jsonl in the bank, a line each, and FSRS computes
from these when a story is due. Ctrl-C ends a session at any point; what was
rated stays.

--stats shows what is due. --transcript reads what you said from a file, or from
standard input with -, as a recorder writes it down: your rate, fillers and
hedges, and what of the written story was left out. With --minutes it is kept
that the story was told, and how fast you speak.

Exit status: 0 done; 1 nothing to practise; 2 the work could not be done.`

const practiceExample = `  star practice                          # the three that want it most
  star practice --round recall --count 10
  star practice leaked-key --round compress
  star practice --stats
  star practice leaked-key --transcript said.txt --minutes 2.5`

// practiceOptions are the flags of star practice.
type practiceOptions struct {
	common
	round, transcript string
	count             int
	minutes           float64
	stats             bool
}

func newPractice(s streams) *cobra.Command {
	var o practiceOptions
	cmd := &cobra.Command{
		Use: "practice [STORY...]", Short: "Practise telling the stories", GroupID: "rehearse",
		Long: practiceLong, Example: practiceExample,
		RunE: func(_ *cobra.Command, args []string) error { return runPractice(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.round, "round", "r", "tell", "practise this `ROUND`: "+strings.Join(roundNames(), ", "))
	flags.IntVarP(&o.count, "count", "n", 3, "practise this `NUMBER` of stories or questions")
	flags.BoolVar(&o.stats, "stats", false, "show what is due, and how each story and principle goes")
	flags.StringVar(&o.transcript, "transcript", "", "check what was said, from this `FILE`; - is standard input")
	flags.Float64Var(&o.minutes, "minutes", 0, "how many `MINUTES` the transcript took to say")
	o.add(cmd, "show --stats and --transcript", "json", "text")
	complete(cmd, "round", roundNames()...)
	cmd.MarkFlagsMutuallyExclusive("round", "stats", "transcript")
	return cmd
}

// timepiece is what practice measures time with.
type timepiece interface {
	Now() time.Time
	Every(time.Duration) (ticks <-chan time.Time, stop func())
}

// wallClock is the timepiece of the machine.
type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

func (wallClock) Every(d time.Duration) (<-chan time.Time, func()) {
	ticker := time.NewTicker(d)
	return ticker.C, ticker.Stop
}

// clock is the timepiece of star practice; tests have another.
var clock timepiece = wallClock{}

// session is a run of star practice.
type session struct {
	streams
	*reading
	options  practiceOptions
	talk     *talk
	asker    *rehearse.Asker
	chosen   []*rehearse.Candidate // the stories of the arguments, or all
	memories map[string]*practice.Memory
	answers  []practice.Answer
	log      string // the path of the log, or "" outside a bank
	rated    int
}

// errNothingToPractise is why a session cannot begin.
var errNothingToPractise = errors.New("nothing to practise: no story that is not retired; star new writes one")

// refuse reports flags that do not go together.
func (o *practiceOptions) refuse() error {
	switch {
	case o.count < 1:
		return fmt.Errorf("--count %d: want at least 1", o.count)
	case o.minutes < 0 || o.minutes > 60:
		return fmt.Errorf("--minutes %g: want how long it took, up to 60", o.minutes)
	case o.minutes > 0 && o.transcript == "":
		return errors.New("--minutes says how long a transcript took; give it with --transcript")
	}
	return nil
}

func runPractice(s streams, o practiceOptions, args []string) error {
	round := roundOf(o.round)
	switch err := o.check(); {
	case err != nil:
		return err
	case round == nil:
		return unknownWord("round", o.round, roundNames())
	}
	if err := o.refuse(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	if o.transcript != "" {
		return r.checkTranscript(s, o, args)
	}
	run, troubles, err := r.session(s, o, args)
	if err != nil {
		return err
	}
	if o.stats {
		return s.finish(run.stats(), troubles)
	}
	if !isTerminal(s.in) || !term.IsTerminal(s.out) {
		return errors.New("practice wants a terminal to talk on; --stats and --transcript do without")
	}
	s.complain(s.note(troubles))
	return run.practise(round)
}

// session reads the bank and its log; arguments narrow the stories down.
func (r *reading) session(s streams, o practiceOptions, args []string) (*session, []stories.Trouble, error) {
	asker, troubles, err := r.asker()
	if err != nil {
		return nil, nil, err
	}
	run := &session{streams: s, reading: r, options: o, asker: asker}
	if err := run.choose(args); err != nil {
		return nil, nil, err
	}
	if r.bank != nil {
		run.log = relative(filepath.Join(r.bank.Root, practice.File))
		var mistakes []practice.Mistake
		if run.answers, mistakes, err = practice.Read(run.log); err != nil {
			return nil, nil, err
		}
		for _, m := range mistakes {
			fmt.Fprintf(s.err, "star: %s:%v; left out\n", cells.Clean(run.log), m)
		}
	}
	run.memories = practice.Of(run.answers, clock.Now())
	return run, troubles, nil
}

// choose narrows down to the stories that arguments name, if there are any.
func (run *session) choose(args []string) error {
	run.chosen = run.asker.Candidates()
	if len(args) == 0 {
		return nil
	}
	var wanted []string
	for _, name := range args {
		id, err := idAmong(name, run.asker.IDs())
		if err != nil {
			return err
		}
		wanted = append(wanted, id)
	}
	run.chosen = slices.DeleteFunc(slices.Clone(run.chosen), func(c *rehearse.Candidate) bool { return !slices.Contains(wanted, c.Story.ID) })
	return nil
}

// practise runs a round on the terminal.
func (run *session) practise(round *round) error {
	tasks, err := round.tasks(run)
	if err != nil {
		return err
	}
	if len(tasks) == 0 {
		fmt.Fprintf(run.err, "star: %v\n", errNothingToPractise)
		return errFindings
	}
	if !round.whole {
		tasks = tasks[:min(len(tasks), run.options.count)]
	}
	run.talk = newTalk(run.streams, run.options.look(run.out))
	defer run.talk.close()
	for i := range tasks {
		if i > 0 {
			run.talk.say("", "")
		}
		run.talk.say(fmt.Sprintf("%d of %d  %s%s", i+1, len(tasks), round.name, tasks[i].note), cells.Dim)
		if err = round.run(run, &tasks[i]); err != nil {
			break
		}
	}
	if errors.Is(err, errLeft) {
		err = nil
		run.talk.say("", "")
	}
	run.farewell()
	return err
}

func (run *session) farewell() {
	kept := ""
	if run.rated > 0 && run.log != "" {
		kept = "; kept in " + run.log
	}
	run.talk.say(cells.Plural(run.rated, "answer", "answers")+" rated"+kept, cells.Dim)
}

// keep writes down a rating, at once.
func (run *session) keep(t *task, rating practice.Rating, seconds int) error {
	run.rated++
	if run.log == "" {
		return nil
	}
	a := practice.Answer{Time: clock.Now(), Round: run.options.round, Item: t.item(), Rating: rating, Seconds: seconds}
	if t.question != nil && t.story != nil {
		a.Question = t.question.ID
	}
	run.answers = append(run.answers, a)
	return practice.Append(run.log, a)
}

// task is one thing to practise: a story, a question, or both.
type task struct {
	story    *rehearse.Candidate
	question *principles.Question
	note     string // who asks
}

// item is what the log remembers the task by.
func (t *task) item() string {
	if t.story != nil {
		return t.story.Story.ID
	}
	return t.question.ID
}

// choice returns the story as an answer for its principle.
func (t *task) choice() *rehearse.Choice {
	c := &rehearse.Choice{Candidate: t.story}
	if t.question != nil {
		for _, id := range t.question.Principles {
			if c.Proof == nil {
				c.Proof = t.story.Evidence.Proof(id)
			}
		}
	}
	return c
}
