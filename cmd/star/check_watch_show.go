package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"starbank/cmd/star/internal/term"
	"starbank/star/lint"
	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
)

// change is what one look saw that the one before had not.
type change struct {
	settings             string   // star.yaml, when it says something else
	changed, added, gone []string // paths
	results              []lint.Result
	since                report.Since
	troubles             []stories.Trouble
	err                  error
}

// none reports whether there is nothing to say.
func (c *change) none() bool {
	return c.cause() == "" && len(c.results) == 0 && len(c.troubles) == 0 && c.err == nil
}

// cause says what has changed, in a few words.
func (c *change) cause() string {
	var parts []string
	if c.settings != "" {
		parts = append(parts, c.settings+" changed")
	}
	for _, group := range []struct {
		verb  string
		paths []string
	}{{"changed", c.changed}, {"added", c.added}, {"gone", c.gone}} {
		switch n := len(group.paths); n {
		case 0:
		case 1:
			parts = append(parts, group.paths[0]+" "+group.verb)
		default:
			parts = append(parts, fmt.Sprintf("%d stories %s", n, group.verb))
		}
	}
	return cells.Clean(strings.Join(parts, ", "))
}

// since compares two looks.
func (s *sight) since(before *sight) *change {
	c := &change{}
	if s.err != nil {
		if before.err == nil || before.err.Error() != s.err.Error() {
			c.err = s.err
		}
		return c
	}
	if s.plan != before.plan || before.err != nil {
		c.settings = relative(cmp.Or(s.plan.settings, before.plan.settings))
	}
	s.compareStories(before, c)
	for _, trouble := range s.troubles {
		if !slices.ContainsFunc(before.troubles, func(t stories.Trouble) bool { return t.Error() == trouble.Error() }) {
			c.troubles = append(c.troubles, trouble)
		}
	}
	return c
}

func (s *sight) compareStories(before *sight, c *change) {
	for _, path := range slices.Sorted(maps.Keys(before.stories)) {
		if _, here := s.stories[path]; !here {
			c.gone = append(c.gone, path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(s.stories)) {
		old, known := before.stories[path]
		switch {
		case !known:
			c.added = append(c.added, path)
			old = s.earlier(before, path)
		case old.sum != s.stories[path].sum:
			c.changed = append(c.changed, path)
		}
		c.compare(old, s.stories[path])
	}
}

// earlier returns what was once known of a story that has come in: of its path, or
// of one that read the same and has gone.
func (s *sight) earlier(before *sight, path string) seen {
	if old, ok := before.away[path]; ok {
		return old
	}
	for _, old := range s.away {
		if old.sum == s.stories[path].sum {
			return old
		}
	}
	return seen{}
}

// compare takes in a story, if it or what is found in it has changed.
func (c *change) compare(old, now seen) {
	before, after := old.result.Diagnostics, now.result.Diagnostics
	if old.sum == now.sum && slices.EqualFunc(before, after, reportedAlike) {
		return
	}
	gone, come := lint.Compare(before, after)
	c.since.Mended += len(gone)
	c.since.New += len(come)
	if c.results = append(c.results, now.result); old.result.Story != nil {
		c.since.Readiness = now.result.Readiness.Score - old.result.Readiness.Score
	}
}

func reportedAlike(a, b lint.Diagnostic) bool {
	return a.Rule == b.Rule && a.Severity == b.Severity && a.Span == b.Span && a.Message == b.Message
}

// show says what has changed since the last look, if anything has.
func (l *lookout) show(now *sight) error {
	c := now.since(l.last)
	if c.none() {
		return nil
	}
	notes := l.out
	if l.options.quiet || l.options.format != "text" { // what is on standard output is findings only
		notes = l.err
	}
	l.headline(notes, c.cause())
	if c.err != nil {
		say(l.err, c.err)
		return nil
	}
	l.complain(c.troubles)
	if len(c.results) == 0 && c.cause() == "" {
		return nil
	}
	r := now.plan.report(l.out, c.results)
	r.Whole = now.results()
	if len(c.results) > 0 {
		r.Since = &c.since
	}
	if len(c.results) > 1 {
		c.since.Readiness = 0
	}
	err := now.plan.format.Write(l.out, r)
	if r.Since != nil && notes != l.out {
		fmt.Fprintf(notes, "star: %s\n", c.since)
	}
	return err
}

// headline begins what is said of a look: on a terminal with the time, in a line
// across.
func (l *lookout) headline(w io.Writer, cause string) {
	switch {
	case term.IsTerminal(w):
		p := newPage(w, l.options.look(w))
		p.Printf("%s\n", p.Paint(cells.Dim, separator(time.Now().Format("15:04:05"), cause, p.width)))
		p.Flush()
	case cause == "":
	case w == l.err:
		fmt.Fprintf(w, "star: %s\n", cause)
	default:
		fmt.Fprintf(w, "\n%s\n", cause)
	}
}

// separator returns a line across a terminal with two texts in it.
func separator(clock, cause string, width int) string {
	line := "── " + clock + " ─"
	if cause != "" {
		line += "─ " + cells.Shorten(cause, width-cells.Width(line)-4) + " "
	}
	return line + strings.Repeat("─", max(0, width-cells.Width(line)))
}
