package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"starbank/cmd/star/internal/term"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
	"starbank/star/report/cells"
)

// question is one question of the interview.
type question struct {
	part int // the section it fills; below 0 the title
	ask  string
}

// questions are asked in the order that brings a story out: what happened, what was
// yours, what you did, what came of it, and what it changed.
var questions = []question{
	{-1, "In one line: what did you do?"},
	{int(star.Situation), "What happened? Where and when was it, and what was at stake?"},
	{int(star.Task), "What was yours to do, and what had to be reached by when?"},
	{int(star.Action), "What did you do, step by step, and why this way? One step a line."},
	{int(star.Result), "What came of it, and how do you know? How much, what was it before, by when?"},
	{int(star.Lesson), "What do you do differently since?"},
}

// errLeft is why an interview ended early.
var errLeft = errors.New("left")

// interview asks the questions and writes what was answered.
func (run *newStory) interview() error {
	talk := newTalk(run.streams, run.options.look(run.out))
	defer talk.close()
	fmt.Fprintf(run.out, "%s\n", talk.page.Paint(cells.Dim, "an answer ends with an empty line; :skip, :back, :edit, :quit"))
	talk.page.Flush()
	err := run.askAll(talk)
	if !run.said() {
		fmt.Fprintln(run.out, "nothing was answered, and nothing is written")
		return nil
	}
	if err != nil && !errors.Is(err, errLeft) {
		return errors.Join(err, run.write(star.Compose))
	}
	if run.story.Title == "" {
		run.story.Title = firstWords(run.story.Sections)
	}
	return run.write(star.Compose)
}

// said reports whether anything was answered.
func (run *newStory) said() bool {
	return strings.TrimSpace(run.story.Title+strings.Join(run.story.Sections[:], "")) != ""
}

// mostTitleWords is how many words become a title where none is given.
const mostTitleWords = 8

func firstWords(sections [5]string) string {
	words := strings.Fields(strings.Join(sections[:], " "))
	return strings.Join(words[:min(len(words), mostTitleWords)], " ")
}

func (run *newStory) askAll(t *talk) error {
	for i := 0; i < len(questions); {
		answer, move, err := run.ask(t, questions[i])
		if answer != "" {
			run.record(questions[i], answer)
		}
		if err != nil {
			return err
		}
		if i = max(0, i+move); move > 0 && answer != "" {
			if err := run.nudge(t, questions[i-1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// answerOf returns what a question was answered.
func (run *newStory) answerOf(q question) string {
	if q.part < 0 {
		return run.story.Title
	}
	return run.story.Sections[q.part]
}

func (run *newStory) record(q question, answer string) {
	if q.part < 0 {
		run.story.Title = strings.Join(strings.Fields(answer), " ")
	} else {
		run.story.Sections[q.part] = answer
	}
}

// ask puts one question and returns the answer, and by how many questions to move.
func (run *newStory) ask(t *talk, q question) (answer string, move int, err error) {
	t.say("\n"+q.ask, cells.Bold)
	for _, element := range run.asked(q) {
		t.say("  "+element.Ask, cells.Dim)
	}
	if had := run.answerOf(q); had != "" {
		t.say("so far: "+had, cells.Dim)
	}
	text, err := t.answer()
	if err != nil {
		return text, 0, err
	}
	switch strings.TrimSpace(text) {
	case ":quit", ":q":
		return "", 0, errLeft
	case ":back", ":b":
		return "", -1, nil
	case ":skip", ":s", "":
		return "", 1, nil
	case ":edit", ":e":
		text, err = editedText(run.streams, run.answerOf(q))
		return text, 1, err
	}
	return text, 1, nil
}

// nudge says how long the answer is and asks once for what it leaves out.
func (run *newStory) nudge(t *talk, q question) error {
	if q.part < 0 {
		return nil
	}
	a, config := run.anatomy(), lint.Config{WordsPerMinute: run.config.Speaking.WordsPerMinute}
	section := a.Sections[q.part]
	t.say(fmt.Sprintf("%s; %s in all, %.1f minutes spoken", cells.Plural(section.Words, "word", "words"), cells.Plural(a.Words, "word", "words"), a.Minutes(config.Rate())), cells.Dim)
	if len(section.Lacks) == 0 {
		return nil
	}
	t.say("one thing more? "+section.Lacks[0].Ask+" (an empty line goes on)", cells.Yellow)
	more, err := t.answer()
	if more = strings.TrimSpace(more); more != "" && !strings.HasPrefix(more, ":") {
		run.story.Sections[q.part] += "\n" + more
	}
	return err
}

// anatomy judges what was answered so far.
func (run *newStory) anatomy() *anatomy.Anatomy {
	source, err := star.Compose(run.story)
	if err != nil {
		return &anatomy.Anatomy{}
	}
	return anatomy.Of(star.Parse("story.md", source))
}

// editedText opens the editor with a text and returns what was saved.
func editedText(s streams, text string) (string, error) {
	file, err := os.CreateTemp("", "star-*.md")
	if err != nil {
		return "", err
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(text)
	if err = errors.Join(err, file.Close()); err != nil {
		return "", err
	}
	if err := editor(s, file.Name()).Run(); err != nil {
		return "", fmt.Errorf("the editor failed: %w", err)
	}
	saved, err := os.ReadFile(file.Name())
	return strings.TrimSpace(string(saved)), err
}

// editor returns how to open a file in the user's editor.
func editor(s streams, path string) *exec.Cmd {
	words := strings.Fields(os.Getenv("VISUAL"))
	if len(words) == 0 {
		words = strings.Fields(os.Getenv("EDITOR"))
	}
	if len(words) == 0 {
		words = []string{"vi"}
	}
	cmd := exec.Command(words[0], append(words[1:], path)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = s.in, s.out, s.err
	return cmd
}

// talk is a conversation on a terminal.
type talk struct {
	page  *page
	out   io.Writer
	lines chan string
	stop  chan os.Signal
	err   error // why there are no more lines
}

func newTalk(s streams, look look) *talk {
	t := &talk{out: s.out, lines: make(chan string), stop: make(chan os.Signal, 1)}
	t.page = newPage(s.out, look)
	signal.Notify(t.stop, os.Interrupt, syscall.SIGTERM)
	go t.read(s.in)
	return t
}

func (t *talk) read(in io.Reader) {
	defer close(t.lines)
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, star.MaxSize)
	for scanner.Scan() {
		t.lines <- scanner.Text()
	}
	t.err = scanner.Err()
}

func (t *talk) close() { signal.Stop(t.stop) }

// fit takes in how wide the terminal is now.
func (t *talk) fit() { t.page.width = term.Width(t.out) }

func (t *talk) say(text, colour string) {
	t.fit()
	for line := range strings.SplitSeq(text, "\n") {
		for _, wrapped := range cells.Wrap(cells.Clean(line), t.page.width) {
			t.page.Printf("%s\n", t.page.Paint(colour, wrapped))
		}
	}
	t.page.Flush()
}

// item says a text behind a margin.
func (t *talk) item(margin, text string) {
	t.fit()
	t.page.paragraph(margin, cells.Clean(text))
	t.page.Flush()
}

// pasted is how long the next line of a pasted text takes at most.
const pasted = 40 * time.Millisecond

// answer reads lines up to an empty one behind which nothing follows at once: a
// pasted text may hold empty lines. It ends with errLeft on Ctrl-C and at the end of
// the input, and with what was written until then.
func (t *talk) answer() (string, error) {
	var lines []string
	for {
		line, open, err := t.line()
		if err != nil || !open {
			return strings.TrimSpace(strings.Join(lines, "\n")), errors.Join(err, errLeft)
		}
		if strings.TrimSpace(line) != "" {
			if lines = append(lines, line); len(lines) == 1 && strings.HasPrefix(line, ":") {
				return line, nil
			}
			continue
		}
		more, follows := t.following()
		if !follows {
			return strings.TrimSpace(strings.Join(lines, "\n")), nil
		}
		lines = append(lines, "", more)
	}
}

// line waits for a line or an interrupt.
func (t *talk) line() (line string, open bool, err error) {
	select {
	case line, open = <-t.lines:
		if !open {
			err = t.err // set before the lines end, and not to be read sooner
		}
		return line, open, err
	case <-t.stop:
		return "", false, nil
	}
}

// following returns the line that comes at once, if one does.
func (t *talk) following() (string, bool) {
	select {
	case line, open := <-t.lines:
		return line, open
	case <-time.After(pasted):
		return "", false
	}
}
