package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"starbank/cmd/star/internal/term"
)

// progress says on a terminal how far long work is, and nowhere else.
type progress struct {
	mu      sync.Mutex
	w       io.Writer // nil where nobody looks
	total   int
	n       int
	what    string
	last    time.Time
	written bool
}

// The time that work takes before it is worth a word, and between two words.
const patience = 300 * time.Millisecond

func newProgress(w io.Writer, total int, what string) *progress {
	p := &progress{total: total, what: what, last: time.Now()}
	if term.IsTerminal(w) {
		p.w = w
	}
	return p
}

// step counts a piece of the work; workers may call it side by side.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.n++; p.w != nil && time.Since(p.last) > patience {
		p.last, p.written = time.Now(), true
		fmt.Fprintf(p.w, "\r%d of %d %s", p.n, p.total, p.what)
	}
}

// done takes away what was written.
func (p *progress) done() {
	if p.written {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
