package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// screen is a pseudo-terminal and what was written to it.
type screen struct {
	t     *testing.T
	ours  *os.File // the end of who types
	mu    sync.Mutex
	shown bytes.Buffer
	read  int // how much of it has been waited for
}

// openScreen returns a terminal of 60 columns, and the end that a program gets.
func openScreen(t *testing.T) (*screen, *os.File) {
	t.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal: ", err)
	}
	pty.Setsize(ours, &pty.Winsize{Rows: 40, Cols: 60})
	s := &screen{t: t, ours: ours}
	t.Cleanup(func() { ours.Close(); theirs.Close() })
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, err := ours.Read(buffer)
			s.mu.Lock()
			s.shown.Write(buffer[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return s, theirs
}

// text returns all that was written so far.
func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.shown.String()
}

// wait waits until a text is shown behind what was waited for before.
func (s *screen) wait(text string) {
	s.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		shown := strings.ReplaceAll(s.text(), "\r\n", "\n")
		if i := strings.Index(shown[min(s.read, len(shown)):], text); i >= 0 {
			s.read += i + len(text)
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("%q is not shown:\n%s", text, shown)
		}
	}
}

func (s *screen) send(text string) { s.ours.WriteString(text) }

// talkTo runs star new on a terminal and returns what it wrote into the folder when
// the talk is over.
func talkTo(t *testing.T, args []string, talk func(*screen)) string {
	t.Helper()
	t.Chdir(t.TempDir())
	s, theirs := openScreen(t)
	done := make(chan int)
	go func() { done <- run(append([]string{"new"}, args...), theirs, theirs, theirs) }()
	talk(s)
	select {
	case status := <-done:
		if status != exitFine {
			t.Errorf("exit status %d", status)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("it does not end:\n%s", s.text())
	}
	paths, _ := filepath.Glob("stories/*.md")
	if len(paths) == 0 {
		return ""
	}
	written, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}

// TestInterview goes through a whole talk: a nudge, a pasted text with an empty line
// in it, a way back, a question that is skipped.
func TestInterview(t *testing.T) {
	t.Setenv("NO_COLOR", "1")
	got := talkTo(t, []string{"--principle", "dive deep"}, func(s *screen) {
		s.wait("what did you do?")
		s.send("Found why our builds failed\n\n")
		s.wait("at stake?")
		s.send("The builds of our team at a bank failed.\n\n")
		s.wait("one thing more?")
		s.send("It was in March 2025.\n\n")
		s.wait("by when?")
		s.send(":back\n")
		s.wait("so far: The builds")
		s.send(":skip\n")
		s.wait("by when?")
		s.send("I had to find the cause before the launch.\n\n")
		s.wait("One step a")
		s.wait("second why")
		s.send("I read the logs.\n\nI found a clock that ran ahead.\n\n") // pasted
		s.wait("minutes spoken")
		s.wait("one thing more?")
		s.send("\n")
		s.wait("by when?")
		s.send("\n")
		s.wait("differently since?")
		s.send("\n")
		s.wait("written")
	})
	for _, want := range []string{"title: Found why our builds failed\n", "principles: [dive-deep]\n", "  The builds of our team at a bank failed.\n  It was in March 2025.\n",
		"action: |\n  I read the logs.\n\n  I found a clock that ran ahead.\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "result:") || strings.Contains(got, ":skip") {
		t.Errorf("got\n%s", got)
	}
}

// TestInterviewLeft leaves at every question, by Ctrl-C and by the end of the input:
// what was written until then is kept.
func TestInterviewLeft(t *testing.T) {
	asks := []string{"what did you do?", "at stake?", "by when?", "step by step", "How much", "differently since?"}
	for i := range asks {
		for name, leave := range map[string]func(*screen){
			"interrupt": func(*screen) { syscall.Kill(os.Getpid(), syscall.SIGINT) },
			"end":       func(s *screen) { s.send("\x04") },
			"quit":      func(s *screen) { s.send(":quit\n") },
		} {
			t.Run(asks[i]+name, func(t *testing.T) {
				got := talkTo(t, nil, func(s *screen) {
					for _, ask := range asks[:i] {
						s.wait(ask)
						s.send("\n")
					}
					s.wait(asks[i])
					if name != "quit" {
						s.send("A half answer\n")
						s.wait("half answer\n")
						time.Sleep(2 * pasted) // it is read
					}
					leave(s)
				})
				if kept := strings.Contains(got, "A half answer"); kept != (name != "quit") {
					t.Errorf("kept %v:\n%s", kept, got)
				}
			})
		}
	}
}
