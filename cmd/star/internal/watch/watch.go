// Package watch tells when it is time to look at files again.
//
// A [Bell] rings when something in the folders it listens at may have changed. What
// has, if anything, is for the caller to see: then it does not matter in how many
// steps an editor saves, nor that a system may drop notices or give none.
package watch

import (
	"context"
	"errors"
	"fmt"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Bell waits for changes in folders. It is for one goroutine.
type Bell struct {
	Pause time.Duration // until it rings without a notice: network drives send none

	system *fsnotify.Watcher  // nil when deaf
	add    func(string) error // Add of system
	failed error              // why there is no system; said once
	notice chan struct{}      // holds one: something has changed
	left   time.Time          // when Wait returned last
}

// How long a bell waits.
const (
	quiet   = 100 * time.Millisecond // without a notice, before it rings: an editor saves in several steps
	longest = time.Second            // after the first notice, even if it is never quiet
	pause   = 2 * time.Second        // until it rings without a notice
)

// rest is how many times as long as the caller took to look the pause is at least, so
// that looking at many files without a notice takes a fiftieth of the time at most.
const rest = 50

// New returns a bell that listens nowhere yet. Close it.
func New() *Bell {
	b := &Bell{notice: make(chan struct{}, 1), left: time.Now(), Pause: pause}
	system, err := fsnotify.NewWatcher()
	if err != nil {
		b.fail(err)
		return b
	}
	b.system, b.add = system, system.Add
	go b.hear(system)
	return b
}

// hear takes the notices of the system as they come, so that it never waits.
func (b *Bell) hear(system *fsnotify.Watcher) {
	for {
		open := false
		select {
		case _, open = <-system.Events:
		case _, open = <-system.Errors: // some were dropped
		}
		if !open {
			return
		}
		select {
		case b.notice <- struct{}{}:
		default:
		}
	}
}

// Listen takes in a folder: its files and the names of its folders, but not what
// lies in those. A folder that cannot be listened at is passed over; listening twice
// is listening once. When the system is at its limit, Listen says so in an error,
// once, lets go of all folders, and the bell rings by pauses alone from then on.
func (b *Bell) Listen(folder string) error {
	if b.system != nil {
		if err := b.add(folder); atLimit(err) {
			b.Close()
			b.fail(err)
		}
	}
	err := b.failed
	b.failed = nil
	return err
}

func atLimit(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) || errors.Is(err, syscall.ENOMEM)
}

// fail notes why the system gives no notices.
func (b *Bell) fail(err error) {
	switch b.system = nil; {
	case errors.Is(err, syscall.ENOSPC):
		err = errors.New("fs.inotify.max_user_watches is used up")
	case errors.Is(err, syscall.EMFILE):
		err = fmt.Errorf("%w; on Linux, fs.inotify.max_user_instances may be used up", syscall.EMFILE)
	}
	b.failed = fmt.Errorf("the system gives no notice of changes: %w", err)
}

// Wait returns true when it is time to look: after a change, as soon as it has been
// quiet for a moment, and now and then without one. It returns false when ctx is done.
func (b *Bell) Wait(ctx context.Context) bool {
	defer func() { b.left = time.Now() }()
	select {
	case <-ctx.Done():
		return false
	case <-time.After(max(b.Pause, rest*time.Since(b.left))):
		return true
	case <-b.notice:
		return b.settle(ctx)
	}
}

// settle waits until it is quiet.
func (b *Bell) settle(ctx context.Context) bool {
	enough := time.After(longest)
	for {
		select {
		case <-ctx.Done():
			return false
		case <-enough:
			return true
		case <-time.After(quiet):
			return true
		case <-b.notice:
		}
	}
}

// Close lets go of the folders.
func (b *Bell) Close() {
	if b.system != nil {
		b.system.Close()
	}
}
