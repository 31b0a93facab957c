package history

import (
	"context"
	"errors"
	"slices"
	"sync"
)

// window is how many commits are asked about at once: so many that the time from
// question to answer doesn't count, and so few that little is asked in vain.
const window = 512

// inquiry asks what commits hold under a name.
type inquiry struct {
	name    string
	commits []string
	ids     []string // the answer: of files, "" for none
	err     error
}

// lookahead asks git what commits hold, while others work with what is known: one
// inquiry after the other, in the order in which they are wanted.
type lookahead struct {
	brief   objects
	numbers map[string]int    // of commits
	shelves map[string]*shelf // by name

	mu       sync.Mutex
	changed  sync.Cond
	waiting  []*inquiry
	answered []*inquiry
	closed   bool
	ended    chan struct{}
}

// shelf holds what commits hold under a name, by their numbers.
type shelf struct {
	ids   []string
	state []askedState
}

type askedState uint8

const (
	unasked askedState = iota
	asked
	known
)

func (s *shelf) grow(n int) {
	for len(s.state) < n {
		s.state, s.ids = append(s.state, unasked), append(s.ids, "")
	}
}

func newLookahead(ctx context.Context, git git) *lookahead {
	a := &lookahead{brief: objects{git: git, brief: true}, numbers: map[string]int{}, shelves: map[string]*shelf{}, ended: make(chan struct{})}
	a.changed.L = &a.mu
	go a.work(ctx)
	return a
}

// work answers what waits until the lookahead is closed.
func (a *lookahead) work(ctx context.Context) {
	defer close(a.ended)
	defer a.brief.stop()
	for q := a.next(); q != nil; q = a.next() {
		a.look(ctx, q)
		a.mu.Lock()
		a.answered = append(a.answered, q)
		a.changed.Broadcast()
		a.mu.Unlock()
	}
}

// next waits for a question; there is none when the lookahead is closed.
func (a *lookahead) next() (q *inquiry) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for len(a.waiting) == 0 && !a.closed {
		a.changed.Wait()
	}
	if !a.closed {
		q, a.waiting = a.waiting[0], a.waiting[1:]
	}
	return q
}

// look asks git.
func (a *lookahead) look(ctx context.Context, q *inquiry) {
	names := make([]string, len(q.commits))
	for i, commit := range q.commits {
		names[i] = commit + ":" + q.name
	}
	q.ids = make([]string, 0, len(names))
	for found, err := range a.brief.ask(ctx, names) {
		switch {
		case err != nil && !errors.Is(err, errAbsent):
			q.err = err
			return
		case found.kind != "blob":
			found.id = ""
		}
		q.ids = append(q.ids, found.id)
	}
}

// number returns the number of a commit.
func (a *lookahead) number(commit string) int {
	n, known := a.numbers[commit]
	if !known {
		n = len(a.numbers)
		a.numbers[commit] = n
	}
	return n
}

// shelf returns what is known of a name.
func (a *lookahead) shelf(name string) *shelf {
	s := a.shelves[name]
	if s == nil {
		s = &shelf{}
		a.shelves[name] = s
	}
	s.grow(len(a.numbers))
	return s
}

// want has git asked what commits hold under a name, as far as it was not: behind the
// questions that wait, or before them.
func (a *lookahead) want(name string, commits []*commit, first bool) {
	for _, c := range commits {
		a.number(c.id)
	}
	s := a.shelf(name)
	var fresh []*inquiry
	for part := range slices.Chunk(commits, window) {
		q := &inquiry{name: name}
		for _, c := range part {
			if n := a.number(c.id); s.state[n] == unasked {
				s.state[n] = asked
				q.commits = append(q.commits, c.id)
			}
		}
		if len(q.commits) > 0 {
			fresh = append(fresh, q)
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if first {
		a.waiting = append(fresh, a.waiting...)
	} else {
		a.waiting = append(a.waiting, fresh...)
	}
	a.changed.Broadcast()
}

// blob returns what a commit holds under a name, and waits for the answer. It is
// known only if it was asked.
func (a *lookahead) blob(commit, name string) (id string, is bool, err error) {
	n := a.number(commit)
	for s := a.shelf(name); ; {
		switch s.state[n] {
		case known:
			return s.ids[n], true, nil
		case unasked:
			return "", false, nil
		}
		if err := a.collect(); err != nil {
			return "", false, err
		}
	}
}

// collect waits for answers and takes them in.
func (a *lookahead) collect() error {
	a.mu.Lock()
	for len(a.answered) == 0 {
		a.changed.Wait()
	}
	got := a.answered
	a.answered = nil
	a.mu.Unlock()
	for _, q := range got {
		if q.err != nil {
			return q.err
		}
		s := a.shelf(q.name)
		for i, commit := range q.commits {
			n := a.numbers[commit]
			s.ids[n], s.state[n] = q.ids[i], known
		}
	}
	return nil
}

// close ends the work, in the middle of a question if need be.
func (a *lookahead) close() {
	a.mu.Lock()
	a.closed, a.waiting = true, nil
	a.changed.Broadcast()
	a.mu.Unlock()
	<-a.ended
}
