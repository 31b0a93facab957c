package main

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"starbank/stories/rehearse/practice"
)

// handClock is a timepiece that stands still until it is moved.
type handClock struct {
	mu    sync.Mutex
	now   time.Time
	ticks chan time.Time
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) Every(time.Duration) (<-chan time.Time, func()) { return c.ticks, func() {} }

// pass moves the clock, and has the stopwatch that runs show it.
func (c *handClock) pass(d time.Duration) {
	c.mu.Lock()
	c.now = c.now.Add(d)
	now := c.now
	c.mu.Unlock()
	c.ticks <- now
}

// practiseWith runs star practice with the clock of a test in a bank of one story, and
// returns what was written down.
func practiseWith(t *testing.T, args []string, talk func(*screen, *handClock)) []practice.Answer {
	t.Helper()
	t.Setenv("NO_COLOR", "1")
	t.Chdir(t.TempDir())
	writeFiles(t, map[string]string{"star.yaml": "", "notes/tech-01.md": "Three goals, and they pull apart.\n", "stories/leaked-key.md": "---\ntitle: Rotated a leaked key\nprinciples: [bias-for-action]\nanchors: [key in the log, four hours]\nsituation: |\n  In March 2025 a key of our bank stood in a public log.\naction: |\n  I revoked the key at once and did not wait for my manager.\n  I told both teams.\nresult: |\n  It was replaced within four hours.\n---\n"})
	hand := &handClock{now: time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC), ticks: make(chan time.Time)}
	before := clock
	clock = hand
	defer func() { clock = before }()
	s, theirs := openScreen(t)
	done := make(chan int)
	go func() { done <- run(append([]string{"practice"}, args...), theirs, theirs, theirs) }()
	talk(s, hand)
	select {
	case status := <-done:
		if status != exitFine {
			t.Errorf("exit status %d:\n%s", status, s.text())
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("it does not end:\n%s", s.text())
	}
	for line := range strings.SplitSeq(s.text(), "\n") {
		if i := strings.LastIndex(line, "\r\x1b[K"); len([]rune(line[max(0, i):])) > 70 {
			t.Errorf("too long for 60 columns: %q", line)
		}
	}
	answers, mistakes, err := practice.Read(practice.File)
	if err != nil || len(mistakes) > 0 {
		t.Errorf("%v %v", err, mistakes)
	}
	return answers
}

func writeFiles(t *testing.T, files map[string]string) {
	t.Helper()
	for path, content := range files {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPracticeTell goes through a whole answer: the stopwatch, the anchors, a number
// that is none, a part left out, what is asked next.
func TestPracticeTell(t *testing.T) {
	answers := practiseWith(t, nil, func(s *screen, c *handClock) {
		s.wait("1 of 1 tell")
		s.wait("0:00 think")
		c.pass(7 * time.Second)
		s.wait("0:07 think")
		s.send("\n")
		s.wait("leaked-key")
		s.wait("key in the log · four hours")
		s.wait("0:00 of 1:30 to 3:00")
		c.pass(125 * time.Second)
		s.wait("2:05 of 1:30 to 3:00")
		pty.Setsize(s.ours, &pty.Winsize{Rows: 40, Cols: 50})
		s.send("\n")
		s.wait("2:05, within 1:30 to 3:00")
		s.wait("structure (0-3):")
		s.send("9\n")
		s.wait("a number from 0 to 3")
		s.send("3\n")
		s.wait("own action (0-3):")
		s.send("2\n")
		s.wait("result (0-3):")
		s.send("\n")
		s.wait("delivery (0-3):")
		s.send("2\n")
		s.wait("asked next")
		s.wait("one thing to better")
		s.wait("1 answer rated; kept in practice.jsonl")
	})
	if len(answers) != 1 || answers[0].Item != "leaked-key" || answers[0].Seconds != 125 || answers[0].Rating != practice.Good || answers[0].Question == "" || answers[0].Round != "tell" {
		t.Errorf("%+v", answers)
	}
}

// TestPracticeLeft leaves at each point by Ctrl-C: what was rated stays, and nothing
// else is written.
func TestPracticeLeft(t *testing.T) {
	interrupt := func() { syscall.Kill(os.Getpid(), syscall.SIGINT) }
	tests := []struct {
		name string
		args []string
		talk func(*screen, *handClock)
		kept int
	}{
		{"thinking", nil, func(s *screen, _ *handClock) { s.wait("0:00 think") }, 0},
		{"speaking", nil, func(s *screen, _ *handClock) { s.wait("0:00 think"); s.send("\n"); s.wait("0:00 of") }, 0},
		{"rating", nil, func(s *screen, _ *handClock) {
			s.wait("0:00 think")
			s.send("\n")
			s.wait("0:00 of")
			s.send("\n")
			s.wait("structure (0-3):")
		}, 0},
		{"in the middle of a rating", nil, func(s *screen, _ *handClock) {
			s.wait("0:00 think")
			s.send("\n")
			s.wait("0:00 of")
			s.send("\n")
			s.wait("structure (0-3):")
			s.send("2\n")
			s.wait("own action (0-3):")
		}, 1},
		{"at the second question", []string{"--round", "technical"}, func(s *screen, _ *handClock) {
			s.wait("0:00 answer")
			s.send("\n")
			s.wait("it wants to see:")
			s.wait("your notes:\nThree goals")
			s.wait("4 easy:")
			s.send("3\n")
			s.wait("2 of 3")
			s.wait("0:00 answer")
		}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			answers := practiseWith(t, test.args, func(s *screen, c *handClock) {
				test.talk(s, c)
				interrupt()
				s.wait("rated")
			})
			if len(answers) != test.kept {
				t.Errorf("%+v", answers)
			}
		})
	}
}

// TestPracticeRounds goes through the other rounds.
func TestPracticeRounds(t *testing.T) {
	tests := []struct {
		name string
		args []string
		talk func(*screen, *handClock)
		want practice.Rating
	}{
		{"recall at once", []string{"--round", "recall"}, func(s *screen, _ *handClock) {
			s.wait("which story?")
			s.send("leaked\n")
			s.wait("yes, after 0:00")
		}, practice.Easy},
		{"recall nothing", []string{"--round", "recall"}, func(s *screen, _ *handClock) {
			s.wait("which story?")
			s.send("\n")
			s.wait("this one: leaked-key")
		}, practice.Again},
		{"recall what there is not", []string{"--round", "recall"}, func(s *screen, _ *handClock) {
			s.wait("which story?")
			s.send("another\n")
			s.wait(`no story "another"`)
		}, practice.Again},
		{"probe", []string{"--round", "probe", "leaked"}, func(s *screen, c *handClock) {
			s.wait("You said: In March 2025")
			for range 6 {
				s.wait("0:00 answer")
				s.send("\n")
			}
			s.wait("4 easy:")
			s.send("2\n")
		}, practice.Hard},
		{"compress", []string{"--round", "compress"}, func(s *screen, c *handClock) {
			for _, seconds := range []int{180, 40, 60, 30} {
				s.wait("speak")
				c.pass(time.Duration(seconds) * time.Second)
				s.wait("speak")
				s.send("\n")
			}
			s.wait("0:30, within 0:24 to 0:36")
		}, practice.Good},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			answers := practiseWith(t, test.args, test.talk)
			if len(answers) != 1 || answers[0].Rating != test.want || answers[0].Item != "leaked-key" {
				t.Errorf("%+v", answers)
			}
		})
	}
}
