package watch

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

// deadline is how long a test waits for what has to come.
const deadline = 20 * time.Second

// attentive returns a bell that rings by notice alone and listens at folders.
func attentive(t *testing.T, folders ...string) *Bell {
	t.Helper()
	b := New()
	t.Cleanup(b.Close)
	b.Pause = time.Hour
	for _, folder := range folders {
		if err := b.Listen(folder); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestBell holds that the bell rings for whatever happens to files and folders.
func TestBell(t *testing.T) {
	root := t.TempDir()
	at := func(name string) string { return filepath.Join(root, name) }
	write := func(name, text string) error { return os.WriteFile(at(name), []byte(text), 0o644) }
	b := attentive(t, root, at("none"))
	steps := []struct {
		what string
		do   func() error
	}{
		{"a new file", func() error { return write("a.md", "a") }},
		{"a file written in place", func() error { return write("a.md", "b") }},
		{"a file beside it", func() error { return write(".a.md.swp", "c") }},
		{"renamed over it", func() error { return os.Rename(at(".a.md.swp"), at("a.md")) }},
		{"renamed away", func() error { return os.Rename(at("a.md"), at("b.md")) }},
		{"a new folder", func() error { return os.Mkdir(at("deep"), 0o755) }},
		{"a file in it, once listened at", func() error { must(t, b.Listen(at("deep"))); return write("deep/c.md", "d") }},
		{"a folder renamed", func() error { return os.Rename(at("deep"), at("other")) }},
		{"a file in that", func() error { must(t, b.Listen(at("other"))); return write("other/c.md", "e") }},
		{"a mode", func() error { return os.Chmod(at("b.md"), 0o600) }},
		{"a folder removed", func() error { return os.RemoveAll(at("other")) }},
		{"a file removed", func() error { return os.Remove(at("b.md")) }},
		{"all of it removed", func() error { return os.Remove(root) }},
	}
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	for _, step := range steps {
		must(t, step.do())
		if !b.Wait(ctx) {
			t.Fatalf("%s: the bell does not ring", step.what)
		}
	}
}

// TestWait holds how long a bell waits, with a clock of its own.
func TestWait(t *testing.T) {
	const burst = 70 * time.Millisecond
	tests := []struct {
		name    string
		look    time.Duration // how long the caller looked before
		notices int           // so many, one burst after the other
		want    time.Duration
	}{
		{"one notice", 0, 1, burst + quiet},
		{"several", 0, 4, 4*burst + quiet},
		{"no end of them", 0, 100, burst + longest},
		{"none", 0, 0, pause},
		{"none, after a long look", time.Second, 0, rest * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := &Bell{notice: make(chan struct{}, 1), left: time.Now(), Pause: pause}
				time.Sleep(test.look)
				start := time.Now()
				var ringer sync.WaitGroup
				ringer.Go(func() {
					for range test.notices {
						time.Sleep(burst)
						select {
						case b.notice <- struct{}{}:
						default:
						}
					}
				})
				if rang := b.Wait(t.Context()); !rang || time.Since(start) != test.want {
					t.Errorf("Wait = %v after %v, want %v", rang, time.Since(start), test.want)
				}
				ringer.Wait()
			})
		})
	}
}

func TestWaitEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &Bell{notice: make(chan struct{}, 1), left: time.Now(), Pause: time.Hour}
		for _, noticed := range []bool{false, true} {
			if noticed {
				b.notice <- struct{}{}
			}
			ctx, cancel := context.WithTimeout(t.Context(), quiet/2)
			if b.Wait(ctx) {
				t.Error("rings when it is to end")
			}
			cancel()
		}
	})
}

// TestLimit holds that a system at its limit is said once, and that the bell rings
// all the same.
func TestLimit(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "the system gives no notice of changes: fs.inotify.max_user_watches is used up"},
		{syscall.EMFILE, "the system gives no notice of changes: too many open files; on Linux, fs.inotify.max_user_instances may be used up"},
	} {
		b := attentive(t)
		b.add = func(string) error { return test.err }
		b.Pause = 0
		if err := b.Listen("."); err == nil || err.Error() != test.want {
			t.Errorf("Listen = %v, want %s", err, test.want)
		}
		if err := b.Listen("."); err != nil {
			t.Errorf("said twice: %v", err)
		}
		if !b.Wait(t.Context()) {
			t.Error("the bell does not ring")
		}
	}
}

// TestListenUnreadable holds that a folder that cannot be read does no harm.
func TestListenUnreadable(t *testing.T) {
	root := t.TempDir()
	must(t, os.WriteFile(filepath.Join(root, "file"), nil, 0o644))
	must(t, os.Mkdir(filepath.Join(root, "closed"), 0))
	b := attentive(t, filepath.Join(root, "none", "deep"), filepath.Join(root, "file", "deep"), filepath.Join(root, "closed"), strings.Repeat("x", 300), root)
	must(t, os.WriteFile(filepath.Join(root, "a.md"), nil, 0o644))
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	if !b.Wait(ctx) {
		t.Error("the bell does not ring")
	}
}
