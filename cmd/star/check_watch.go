package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"starbank/cmd/star/internal/term"
	"starbank/cmd/star/internal/watch"
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/report/cells"
	"starbank/stories"
)

// watchable says what --watch does not go with.
func (o *checkOptions) watchable(args []string) error {
	switch {
	case o.fix, o.diff, o.ignoreReason != "":
		return errors.New("--watch changes no file; run --fix, --diff and --add-ignore without it")
	case o.statistics:
		return errors.New("--watch shows findings; run --statistics without it")
	case o.format != "text" && o.format != "concise":
		return fmt.Errorf("--watch writes for people, in text or concise; run --format %s without it", o.format)
	case slices.Contains(args, stdinPath):
		return errors.New("standard input cannot be watched; name a file or a folder")
	}
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil {
			return fmt.Errorf("%s: %w", arg, errors.Unwrap(err))
		}
	}
	return nil
}

// runWatch checks until it is interrupted. A second interrupt ends the program at
// once.
func runWatch(s streams, o checkOptions, args []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return newLookout(s, o, args).run(ctx)
}

// lookout checks stories, and again what has changed.
type lookout struct {
	streams
	options checkOptions
	args    []string
	bell    *watch.Bell
	seed    maphash.Seed
	last    *sight
}

// sight is what was there at one look.
type sight struct {
	plan     *checkPlan      // the last one that star.yaml allowed
	err      error           // why star.yaml allows none now
	stories  map[string]seen // by path
	away     map[string]seen // those that were there once and are not
	troubles []stories.Trouble
}

// seen is a story as it was read.
type seen struct {
	info   fs.FileInfo // before it was read
	at     time.Time   // when
	sum    uint64      // of the source
	result lint.Result
}

func newLookout(s streams, o checkOptions, args []string) *lookout {
	return &lookout{streams: s, options: o, args: args, bell: watch.New(), seed: maphash.MakeSeed(), last: &sight{away: map[string]seen{}}}
}

func (l *lookout) run(ctx context.Context) error {
	defer l.bell.Close()
	now := l.look()
	if now.err != nil {
		return now.err
	}
	results := now.results()
	if err := now.plan.write(l.out, results, nil); err != nil {
		return err
	}
	l.complain(now.troubles)
	fmt.Fprintf(l.err, "star: watching %s; Ctrl-C ends it\n", cells.Plural(len(results), "story", "stories"))
	for l.last = now; l.bell.Wait(ctx); l.last = now {
		now = l.look()
		if err := l.show(now); err != nil {
			return err
		}
	}
	if term.IsTerminal(l.err) {
		fmt.Fprintln(l.err) // behind ^C
	}
	if l.last.err != nil {
		return errReported
	}
	return l.last.plan.verdict(l.last.results(), len(l.last.troubles) > 0)
}

// look reads what has changed since the last look.
func (l *lookout) look() *sight {
	plan, err := planCheck(l.streams, l.options)
	switch {
	case err != nil:
		last := *l.last
		last.err = err
		return &last
	case l.last.plan != nil && l.last.plan.alike(plan.reading):
		plan = l.last.plan
	}
	l.listen(plan)
	now := &sight{plan: plan, stories: map[string]seen{}}
	files, troubles := plan.files(l.args)
	now.troubles = troubles
	l.read(now, files)
	now.away = maps.Clone(l.last.away)
	maps.Copy(now.away, l.last.stories)
	maps.DeleteFunc(now.away, func(path string, _ seen) bool { _, here := now.stories[path]; return here })
	return now
}

// read takes over the files that are certain to be as they were, and reads the
// others.
func (l *lookout) read(now *sight, files []string) {
	infos, start := map[string]fs.FileInfo{}, time.Now()
	var stale []string
	for _, file := range files {
		infos[file], _ = os.Stat(file)
		if old, ok := l.last.stories[file]; ok && now.plan == l.last.plan && old.holds(infos[file]) {
			now.stories[file] = old
		} else {
			stale = append(stale, file)
		}
	}
	read, failed := eachStory(now.plan.reading, stale, func(story *star.Story) seen { return l.check(now.plan, story) })
	for _, s := range read {
		path := s.result.Story.Path
		s.info, s.at = infos[path], start
		now.stories[path] = s
	}
	for _, trouble := range failed {
		if !errors.Is(trouble, fs.ErrNotExist) { // it went while we looked, and does not count
			now.troubles = append(now.troubles, trouble)
		}
	}
}

// check checks a story unless it reads as before.
func (l *lookout) check(plan *checkPlan, story *star.Story) seen {
	sum := maphash.Bytes(l.seed, story.Source)
	if old, ok := l.last.stories[story.Path]; ok && old.sum == sum && plan == l.last.plan {
		story.Release()
		return old
	}
	return seen{sum: sum, result: plan.checkStory(story)}
}

// listen hears of changes where the stories and the settings are.
func (l *lookout) listen(plan *checkPlan) {
	paths := append(slices.Clone(plan.places(l.args)), cmp.Or(plan.settings, stories.Settings))
	if plan.setPath != "" {
		paths = append(paths, plan.setPath)
	}
	for folder := range stories.Folders(paths...) {
		if err := l.bell.Listen(folder); err != nil {
			fmt.Fprintf(l.err, "star: %v; looking every two seconds instead\n", err)
		}
	}
}

// alike reports whether two readings come from the same settings.
func (r *reading) alike(other *reading) bool {
	if r.settings != other.settings || r.bank == nil || other.bank == nil {
		return r.settings == other.settings
	}
	return bytes.Equal(r.bank.Source, other.bank.Source) && bytes.Equal(r.setSource, other.setSource)
}

// coarse is how far apart two changes of a file can be that leave the same time on
// it: file systems keep it in steps of up to two seconds.
const coarse = 2 * time.Second

// holds reports whether a file is certain to be as it was read.
func (s seen) holds(info fs.FileInfo) bool {
	if s.info == nil || info == nil || !os.SameFile(s.info, info) || s.info.Size() != info.Size() || s.info.Mode() != info.Mode() || !s.info.ModTime().Equal(info.ModTime()) {
		return false
	}
	return s.at.Sub(info.ModTime()).Abs() > coarse
}

// results lists what was found, in the order of the paths.
func (s *sight) results() []lint.Result {
	var results []lint.Result
	for _, path := range slices.Sorted(maps.Keys(s.stories)) {
		results = append(results, s.stories[path].result)
	}
	return results
}
