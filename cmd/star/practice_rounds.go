package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"starbank/star/readiness"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

// askedAs returns the question of a task in words.
func (t *task) askedAs() string {
	if t.question != nil {
		return t.question.Text
	}
	return "Tell me about this: " + titled(t.story.Story)
}

// tell is a full answer: think, speak, rate, and what would be asked next.
func (run *session) tell(t *task) error {
	run.talk.say(t.askedAs(), cells.Bold)
	if _, err := run.timed("think; Enter when you begin to speak", band{}); err != nil {
		return err
	}
	if t.story != nil {
		run.talk.say(t.story.Story.ID, cells.Cyan)
		if shown := cues(t.story); shown != "" {
			run.talk.say(shown, "")
		}
	}
	seconds, err := run.timed("speak; Enter when you are done", run.band())
	if err != nil {
		return err
	}
	run.talk.say(run.band().verdict(seconds), "")
	rating, left := run.rate()
	if rating > 0 {
		if err := run.keep(t, rating, seconds); err != nil {
			return err
		}
	}
	if left != nil || rating == 0 {
		return left
	}
	return run.after(t)
}

// after says what would be asked next, and one thing to better.
func (run *session) after(t *task) error {
	if t.story == nil {
		if answer := run.asker.Ask(t.question.Text); answer.Fits() {
			run.talk.say("a story for it: "+answer.Choices[0].Story.ID, cells.Cyan)
		}
		return nil
	}
	run.talk.say("\nasked next", cells.Dim)
	for _, probe := range run.asker.Probes(t.choice()) {
		run.talk.item("- ", probe)
	}
	if steps := t.story.Readiness.Next(); len(steps) > 0 {
		run.talk.say(fmt.Sprintf("one thing to better (+%d): %s", steps[0].Gain, steps[0].Do), cells.Yellow)
	}
	return nil
}

// band is how long an answer takes, in seconds; the zero value asks for nothing.
type band struct{ least, most int }

// band returns the minutes of star.yaml.
func (run *session) band() band {
	minutes := run.config.Speaking.Minutes
	return band{int(60 * minutes[0]), int(60 * minutes[1])}
}

func minutesAndSeconds(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }

func (b band) String() string {
	return minutesAndSeconds(b.least) + " to " + minutesAndSeconds(b.most)
}

// verdict says how a time lies to the band.
func (b band) verdict(seconds int) string {
	took := minutesAndSeconds(seconds)
	switch {
	case seconds < b.least:
		return took + ", shorter than " + b.String()
	case seconds > b.most:
		return took + ", longer than " + b.String()
	}
	return took + ", within " + b.String()
}

// timed runs a stopwatch until the next line, and returns the seconds.
func (run *session) timed(what string, b band) (int, error) {
	began := clock.Now()
	ticks, stop := clock.Every(time.Second)
	defer stop()
	shown := func() {
		text := minutesAndSeconds(int(clock.Now().Sub(began).Seconds()))
		if b.most > 0 {
			text += " of " + b.String()
		}
		run.talk.fit()
		run.talk.page.Printf("\r\x1b[K%s", cells.Shorten(text+"  "+what, run.talk.page.width-1))
		run.talk.page.Flush()
	}
	for shown(); ; {
		select {
		case _, open := <-run.talk.lines:
			seconds := int(clock.Now().Sub(began).Seconds())
			if !open {
				return seconds, errLeft
			}
			return seconds, nil
		case <-run.talk.stop:
			return 0, errLeft
		case <-ticks:
			shown()
		}
	}
}

// prompt asks for one line.
func (run *session) prompt(text string) (string, error) {
	run.talk.page.Printf("%s ", run.talk.page.Paint(cells.Bold, text))
	run.talk.page.Flush()
	line, open, err := run.talk.line()
	if err == nil && !open {
		err = errLeft
	}
	return strings.TrimSpace(line), err
}

// ratedParts are the parts of the rubric that one can judge of oneself.
var ratedParts = []readiness.Part{readiness.Structure, readiness.Action, readiness.Result, readiness.Delivery}

// rate asks for each part of the rubric. It returns 0 where all were left out; where
// somebody leaves in the middle, what was rated until then, and errLeft.
func (run *session) rate() (practice.Rating, error) {
	run.talk.say("\nrate what you said; an empty line leaves a part out", cells.Dim)
	sum, n := 0, 0
	for _, part := range ratedParts {
		run.talk.say(part.String(), cells.Bold)
		for level := range 4 {
			run.talk.item(fmt.Sprintf("  %d  ", level), readiness.Verdict{Part: part, Level: level}.Anchor())
		}
		level, given, err := run.digit(part.String()+" (0-3):", 0, 3)
		if err != nil {
			return ratingOf(sum, n), err
		}
		if given {
			sum += level
			n++
		}
	}
	return ratingOf(sum, n), nil
}

// ratingOf returns the rating of n levels of the rubric by their sum, 0 of none. A
// mean of 2.75 is as good as 3.
func ratingOf(sum, n int) practice.Rating {
	if n == 0 {
		return 0
	}
	return practice.Again + practice.Rating((4*sum+n)/(4*n))
}

// digit asks for a number until one in bounds is given, or none.
func (run *session) digit(text string, least, most int) (n int, given bool, err error) {
	for {
		line, err := run.prompt(text)
		if err != nil || line == "" {
			return 0, false, err
		}
		if n, err = strconv.Atoi(line); err == nil && n >= least && n <= most {
			return n, true, nil
		}
		run.talk.say(fmt.Sprintf("a number from %d to %d, or an empty line", least, most), cells.Yellow)
	}
}

// rateWhole asks how an answer went, in a word.
func (run *session) rateWhole(t *task, seconds int) error {
	n, given, err := run.digit("how did it go? 1 again, 2 hard, 3 good, 4 easy:", 1, 4)
	if err != nil || !given {
		return err
	}
	return run.keep(t, practice.Rating(n), seconds)
}

// How fast a story comes to mind that is well known, and that is known.
const (
	atOnce = 10
	soon   = 30
)

// recall asks which story answers a question. What is kept is of the story that came
// to mind, if it answers.
func (run *session) recall(t *task) error {
	run.talk.say(t.askedAs(), cells.Bold)
	began := clock.Now()
	line, err := run.prompt("which story?")
	if err != nil {
		return err
	}
	seconds := int(clock.Now().Sub(began).Seconds())
	answer := run.asker.Ask(t.askedAs())
	id, rating := "", practice.Again
	if line != "" {
		if id, err = idAmong(line, run.asker.IDs()); err != nil {
			run.talk.say(err.Error(), cells.Yellow)
		}
	}
	run.talk.say(recalled(&answer, id, t, seconds), "")
	if id == "" || !fits(&answer, id) && id != t.item() {
		return run.keep(t, rating, seconds)
	}
	all := run.asker.Candidates()
	came := &task{story: all[slices.IndexFunc(all, func(c *rehearse.Candidate) bool { return c.Story.ID == id })], question: t.question}
	return run.keep(came, speed(seconds), seconds)
}

func speed(seconds int) practice.Rating {
	switch {
	case seconds <= atOnce:
		return practice.Easy
	case seconds <= soon:
		return practice.Good
	}
	return practice.Hard
}

// fits reports whether a story answers a question.
func fits(a *rehearse.Answer, id string) bool {
	for i := range a.Choices {
		if a.Choices[i].Story.ID == id {
			return a.Choices[i].Fits
		}
	}
	return false
}

// recalled says how a guess was, and what answers best.
func recalled(a *rehearse.Answer, id string, t *task, seconds int) string {
	best := t.story.Story.ID
	if a.Fits() {
		best = a.Choices[0].Story.ID
	}
	switch {
	case id == best || id == t.item():
		return fmt.Sprintf("yes, after %s", minutesAndSeconds(seconds))
	case id != "" && fits(a, id):
		return fmt.Sprintf("that fits, after %s; %s fits better", minutesAndSeconds(seconds), best)
	}
	return "this one: " + best
}

// hostile are questions of an interviewer who doubts.
var hostile = []string{
	"That sounds like what anybody would have done. What was hard about it?",
	"Why should I believe that this was you and not your team?",
	"If it mattered so much, why was it not done earlier?",
	"What would your manager say went wrong here?",
}

// probe asks what is asked after a story.
func (run *session) probe(t *task) error {
	run.talk.say(t.story.Story.ID, cells.Cyan)
	if line := opening(t.story); line != "" {
		run.talk.say("You said: "+line, cells.Dim)
	}
	practised := 0
	if m := run.memories[t.story.Story.ID]; m != nil {
		practised = len(m.Answers)
	}
	probes := append(run.asker.Probes(t.choice()), hostile[practised%len(hostile)], hostile[(practised+1)%len(hostile)])
	total := 0
	for _, ask := range probes {
		run.talk.say(ask, cells.Bold)
		seconds, err := run.timed("answer; Enter when you are done", band{})
		if err != nil {
			return err
		}
		total += seconds
	}
	return run.rateWhole(t, total)
}

// lengths are those of the round compress, in seconds, and slack how far one may be
// off, as a share.
var lengths = []int{180, 90, 60, 30}

const slack = 0.2

// compress has one story told in shorter and shorter times.
func (run *session) compress(t *task) error {
	run.talk.say(t.story.Story.ID+"  "+titled(t.story.Story), cells.Cyan)
	if shown := cues(t.story); shown != "" {
		run.talk.say(shown, "")
	}
	met := 0
	for _, length := range lengths {
		b := band{int(float64(length) * (1 - slack)), int(float64(length) * (1 + slack))}
		run.talk.say(fmt.Sprintf("in %d seconds", length), cells.Bold)
		seconds, err := run.timed("speak; Enter when you are done", b)
		if err != nil {
			return err
		}
		run.talk.say(b.verdict(seconds), "")
		if seconds >= b.least && seconds <= b.most {
			met++
		}
	}
	return run.keep(t, practice.Rating(max(1, met)), 0)
}

// technical asks a technical question, and shows what it wants to see.
func (run *session) technical(t *task) error {
	run.talk.say(t.question.Text, cells.Bold)
	seconds, err := run.timed("answer; Enter when you are done", band{})
	if err != nil {
		return err
	}
	if t.question.ProbesFor != "" {
		run.talk.say("it wants to see: "+t.question.ProbesFor, "")
	}
	run.ownNotes(t.question.ID)
	return run.rateWhole(t, seconds)
}

// mostNotes is how much of one's notes is shown, in bytes.
const mostNotes = 2000

// ownNotes shows what the candidate wrote down about a question, in notes/ID.md of the
// bank.
func (run *session) ownNotes(id string) {
	if run.bank == nil {
		return
	}
	path := relative(filepath.Join(run.bank.Root, "notes", filepath.Base(id)+".md"))
	source, err := stories.ReadFile(path)
	if err != nil {
		run.talk.say("no notes of yours in "+path, cells.Dim)
		return
	}
	run.talk.say("your notes:", cells.Dim)
	run.talk.say(strings.ToValidUTF8(string(source[:min(mostNotes, len(source))]), ""), "")
}
