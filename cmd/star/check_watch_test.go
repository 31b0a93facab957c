package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"starbank/star/lint/linttest"
	"starbank/star/report"
	"starbank/star/report/cells"
)

// named is what a story can say more, to one warning.
const named = "The Acme Bank GmbH liked it."

// transcript is a stream that can be waited on.
type transcript struct {
	mu   sync.Mutex
	text strings.Builder
	more chan struct{} // closed when there is more
}

func newTranscript() *transcript { return &transcript{more: make(chan struct{})} }

func (s *transcript) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.more)
	s.more = make(chan struct{})
	return s.text.Write(b)
}

// read returns all there is and what tells that there is more.
func (s *transcript) read() (string, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String(), s.more
}

// await waits until a text stands behind a place, and returns the place behind it.
func (s *transcript) await(t *testing.T, from int, text string) int {
	t.Helper()
	late := time.After(30 * time.Second)
	for {
		all, more := s.read()
		if i := strings.Index(all[from:], text); i >= 0 {
			return from + i + len(text)
		}
		select {
		case <-more:
		case <-late:
			t.Fatalf("%q does not come; there is\n%s", text, all[from:])
		}
	}
}

// watched is a bank that is being watched.
type watched struct {
	t         *testing.T
	out, err  *transcript
	outAt     int // what has been awaited
	errAt     int
	interrupt func()
	ended     <-chan error
}

// watchBank watches a bank of two sound stories, a.md and deep/b.md, by notices alone.
func watchBank(t *testing.T, o checkOptions, args ...string) *watched {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, path := range []string{"stories/a.md", "stories/deep/b.md"} {
		save(t, path, "")
	}
	save(t, "star.yaml", "check: {rules: {action-no-reason: off}}\n")
	w := &watched{t: t, out: newTranscript(), err: newTranscript()}
	o.severity, o.color, o.formats = "info", "auto", report.Names()
	o.format = cmp.Or(o.format, "text")
	lookout := newLookout(streams{strings.NewReader(""), w.out, w.err}, o, args)
	lookout.bell.Pause = time.Hour
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- lookout.run(ctx) }()
	w.interrupt, w.ended = cancel, ended
	t.Cleanup(func() { cancel() })
	w.says(nil, "star: watching ")
	return w
}

// end interrupts and returns how the watching ended.
func (w *watched) end() error {
	w.t.Helper()
	w.interrupt()
	select {
	case err := <-w.ended:
		w.ended = nil
		return err
	case <-time.After(30 * time.Second):
		w.t.Fatal("does not end")
		return nil
	}
}

// shows does something and waits for texts on standard output, in their order.
func (w *watched) shows(do func(), texts ...string) {
	w.t.Helper()
	if do != nil {
		do()
	}
	for _, text := range texts {
		w.outAt = w.out.await(w.t, w.outAt, text)
	}
}

// says is shows of the error stream.
func (w *watched) says(do func(), texts ...string) {
	w.t.Helper()
	if do != nil {
		do()
	}
	for _, text := range texts {
		w.errAt = w.err.await(w.t, w.errAt, text)
	}
}

// story returns a sound story with more in its result.
func story(more string) string {
	return "---\n" + strings.Replace(linttest.Sound, "\nlesson:", " "+more+"\nlesson:", 1) + "---\n"
}

// save saves a story with more in its result, or another file, as careful editors
// do: what is written beside it takes its place.
func save(t *testing.T, path, text string) {
	t.Helper()
	if strings.HasSuffix(path, ".md") {
		text = story(text)
	}
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path+".tmp", []byte(text), 0o644))
	must(t, os.Rename(path+".tmp", path))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWatch holds what is said of each way in which files change.
func TestWatch(t *testing.T) {
	w := watchBank(t, checkOptions{})
	w.shows(nil, "in 2 stories; nothing to report\n")
	rename := func(old, name string) { must(t, os.Rename(old, name)) }

	// a file beside it takes its place
	w.shows(func() { save(t, "stories/a.md", named) },
		"\nstories/a.md changed\n", "--> stories/a.md:", "\na  ", "\n1 new; readiness -", "0 errors, 1 warning and 0 suggestions in 2 stories; 1 clean\n")

	// in place
	w.shows(func() { must(t, os.WriteFile("stories/a.md", []byte(story(named+" The BQX held.")), 0o644)) },
		"\nstories/a.md changed\n", "0 errors, 1 warning and 1 suggestion in 2 stories")

	// as vim does it, with a backup
	w.shows(func() {
		rename("stories/deep/b.md", "stories/deep/b.md~")
		save(t, "stories/deep/b.md", named)
		must(t, os.Remove("stories/deep/b.md~"))
	}, "\nstories/deep/b.md changed\n", "\n1 new", "2 warnings and 1 suggestion in 2 stories")

	// one mended, one in its place
	w.shows(func() { save(t, "stories/a.md", "The Zeta Bank GmbH liked it. The BQX held.") },
		"stories/a.md changed\n", "\n1 mended, 1 new\n", "2 warnings and 1 suggestion in 2 stories")

	// saved and nothing changed, and beside it a change
	w.shows(func() {
		save(t, "stories/a.md", "The Zeta Bank GmbH liked it. The BQX held.")
		save(t, "stories/deep/b.md", "")
	},
		"\nstories/deep/b.md changed\n", "\n1 mended", "1 warning and 1 suggestion in 2 stories")

	// new files in a new folder, one of them no story
	w.shows(func() { save(t, "stories/new/er/c.md", named); save(t, "stories/new/er/_d.md", named) },
		"\nstories/new/er/c.md added\n", "\n1 new", "in 3 stories")
	w.shows(func() { save(t, "stories/new/er/c.md", "") }, "\nstories/new/er/c.md changed\n", "\n1 mended")

	// a folder renamed: its story is the one that it was
	w.shows(func() { save(t, "stories/new/er/c.md", named) }, "\n1 new", "in 3 stories")
	w.shows(func() { rename("stories/new", "stories/newer") }, "\nstories/newer/er/c.md added, stories/new/er/c.md gone\n0 errors, 2 warnings")
	w.shows(func() { save(t, "stories/newer/er/c.md", "") }, "\nstories/newer/er/c.md changed\n", "\n1 mended")

	// a folder removed, a file removed
	w.shows(func() { must(t, os.RemoveAll("stories/newer")) }, "\nstories/newer/er/c.md gone\n0 errors, 1 warning")
	w.shows(func() { must(t, os.Remove("stories/a.md")) }, "\nstories/a.md gone\n0 errors, 0 warnings and 0 suggestions in 1 story; nothing to report\n")

	if err := w.end(); err != nil {
		t.Errorf("ends with %v, and nothing is found", err)
	}
	if said, _ := w.err.read(); said != "star: watching 2 stories; Ctrl-C ends it\n" {
		t.Errorf("on the error stream: %s", said)
	}
}

// TestWatchSettings holds that star.yaml and a set of principles count as well.
func TestWatchSettings(t *testing.T) {
	w := watchBank(t, checkOptions{})
	w.shows(func() { save(t, "stories/a.md", named) }, "\n1 new", "1 clean\n")

	// a rule goes off
	w.shows(func() { save(t, "star.yaml", "check: {rules: {name-given: off}}\n") }, "\nstar.yaml changed\n", "\n1 mended", "nothing to report\n")

	// a mistake, while a story changes, and its mend
	w.says(func() { save(t, "star.yaml", "chekc: {}\n") }, `star.yaml:1: unknown key "chekc" in star.yaml; did you mean "check"?`)
	save(t, "stories/deep/b.md", named)
	w.shows(func() { save(t, "star.yaml", "check: {rules: {name-given: info}}\n") },
		"\nstar.yaml changed, stories/deep/b.md changed\n", "\n2 new\n", "0 errors, 0 warnings and 2 suggestions in 2 stories")

	// only the severity
	w.shows(func() { save(t, "star.yaml", "") }, "\nstar.yaml changed\n", "\nnothing mended, nothing new\n", "0 errors, 2 warnings")

	// a set of principles that is not there yet
	w.says(func() { save(t, "star.yaml", "principles: ours.yaml\n") }, "principles: "+filepath.Join(folder(t), "ours.yaml")+": no such file")
	if err := w.end(); !errors.Is(err, errReported) {
		t.Errorf("ends with %v, and star.yaml cannot be read", err)
	}
}

func folder(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	must(t, err)
	return folder
}

// TestWatchSet holds that a change of the set of principles is seen.
func TestWatchSet(t *testing.T) {
	w := watchBank(t, checkOptions{})
	set := func(id string) string {
		return "version: 1\nprinciples:\n  - {id: " + id + ", name: Care, summary: We care.}\n  - {id: deliver-results, name: Deliver, summary: We deliver.}\n"
	}
	save(t, "values/ours.yaml", set("dive-deep"))
	w.shows(func() { save(t, "star.yaml", "principles: values/ours.yaml\n") }, "\nstar.yaml changed\n")
	w.shows(func() { save(t, "values/ours.yaml", set("care")) }, "\nstar.yaml changed\n", `"dive-deep" is no Leadership`, " new\n")
}

// TestWatchGone holds that a folder may go and come again.
func TestWatchGone(t *testing.T) {
	w := watchBank(t, checkOptions{})
	w.shows(func() { save(t, "stories/a.md", named) }, "\n1 new")
	w.says(func() { must(t, os.Rename("stories", "away")) }, "star: stories: is not a folder; stories in star.yaml names it\n")
	w.shows(nil, "\n2 stories gone\n")
	w.shows(func() { must(t, os.Rename("away", "stories")) }, "\n2 stories added\n0 errors, 1 warning")
	w.shows(func() { save(t, "stories/a.md", "") }, "\nstories/a.md changed\n", "\n1 mended")
	w.says(func() { must(t, os.RemoveAll("stories")) }, "is not a folder")
	if err := w.end(); !errors.Is(err, errReported) {
		t.Errorf("ends with %v, and the folder is gone", err)
	}
}

// TestWatchTrouble holds that what cannot be read is said once.
func TestWatchTrouble(t *testing.T) {
	w := watchBank(t, checkOptions{})
	w.says(func() { must(t, os.Symlink("nowhere", "stories/link.md")) }, "star: stories/link.md: is a link to nothing\n")
	w.shows(func() { save(t, "stories/a.md", named) }, "\n1 new", "in 2 stories")
	w.shows(func() { must(t, os.Rename("stories/deep/b.md", "stories/nowhere")) }, "\nstories/link.md added, stories/deep/b.md gone\n")
	if err := w.end(); !errors.Is(err, errFindings) {
		t.Errorf("ends with %v, and something is found", err)
	}
	if said, _ := w.err.read(); strings.Count(said, "is a link to nothing") != 1 {
		t.Errorf("on the error stream: %s", said)
	}
}

// TestWatchPath holds that one file can be watched, and findings alone be printed.
func TestWatchPath(t *testing.T) {
	for _, o := range []checkOptions{{common: common{format: "concise"}}, {quiet: true}} {
		w := watchBank(t, o, "stories/a.md")
		save(t, "stories/other.md", named)
		w.says(func() { save(t, "stories/a.md", named) },
			"star: stories/a.md changed\n", "star: 1 new")
		w.shows(nil, "warning: \"Acme Bank GmbH\" is named")
		w.says(func() { must(t, os.Remove("stories/a.md")) }, "star: stories/a.md gone\n", "star: stories/a.md: no such file or directory\n")
		w.says(func() { save(t, "stories/a.md", "") }, "star: stories/a.md added\n", "star: 1 mended")
		if err := w.end(); err != nil {
			t.Errorf("ends with %v, and nothing is found", err)
		}
		shown, _ := w.out.read()
		if strings.Contains(shown, "clean") || strings.Contains(shown, "mended") || strings.Contains(shown, "other.md") {
			t.Errorf("beside findings there is printed: %s", shown)
		}
	}
}

// TestWatchInterrupt holds that an interrupt ends the program with the status of the
// last check.
func TestWatchInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted")
	}
	t.Chdir(t.TempDir())
	save(t, "a.md", named)
	program, err := os.Executable()
	must(t, err)
	says := newTranscript()
	star := exec.CommandContext(t.Context(), program)
	star.Args = []string{"star", "check", "--watch", "a.md"}
	star.Stdout, star.Stderr = io.Discard, says
	must(t, star.Start())
	says.await(t, 0, "watching 1 story")
	must(t, star.Process.Signal(os.Interrupt))
	star.Wait()
	if status := star.ProcessState.ExitCode(); status != exitFindings {
		t.Errorf("exit status %d, want %d", status, exitFindings)
	}
}

func TestSeparator(t *testing.T) {
	for _, test := range []struct {
		cause string
		width int
		want  string
	}{
		{"a.md changed", 40, "── 10:02:03 ── a.md changed ────────────"},
		{"", 40, "── 10:02:03 ────────────────────────────"},
		{strings.Repeat("long/", 20) + "a.md changed", 40, "── 10:02:03 ── long/long/long/long/lo… ─"},
	} {
		got := separator("10:02:03", test.cause, test.width)
		if got != test.want {
			t.Errorf("separator = %q, want %q", got, test.want)
		}
		if cells.Width(got) != test.width {
			t.Errorf("%q is %d wide, want %d", got, cells.Width(got), test.width)
		}
	}
}

// TestSeenHolds holds that a file counts as read only when no change of it can have
// been missed.
func TestSeenHolds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.md")
	stat := func(modified time.Time) os.FileInfo {
		must(t, os.Chtimes(path, modified, modified))
		info, err := os.Stat(path)
		must(t, err)
		return info
	}
	save(t, path, "")
	start := time.Now()
	old := stat(start.Add(-time.Hour))
	if s := (seen{info: old, at: start}); !s.holds(old) || s.holds(nil) {
		t.Error("a file that was changed long before it was read does not hold")
	}
	if s := (seen{info: old, at: start}); s.holds(stat(start.Add(-time.Minute))) {
		t.Error("another time holds")
	}
	if young := stat(start.Add(-time.Second)); (seen{info: young, at: start}).holds(young) {
		t.Error("a file that was changed just before it was read holds")
	}
	must(t, os.Rename(path, path+"~"))
	save(t, path, "")
	if s := (seen{info: old, at: start}); s.holds(stat(old.ModTime())) {
		t.Error("another file holds")
	}
}
