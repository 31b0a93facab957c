package main

import (
	"context"
	"io"
	"slices"

	"starbank/cmd/star/internal/changes"
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/review"
	"starbank/stories"
	"starbank/stories/history"
)

// storyLog is the tale of a story, judged.
type storyLog struct {
	told
	repo    *history.Repo
	id      string
	title   string
	entries []logEntry // newest first
	most    int        // how many were asked for; 0 for all
}

// logEntry is a revision of a story, judged.
type logEntry struct {
	history.Revision
	work    bool            // it is not committed
	version *review.Version // what the story was then; nil where it was removed or could not be had
	change  changes.Story   // without a review where it could not be had now or before
	failed  error           // why
}

func (r *reading) logStory(ctx context.Context, s streams, o logOptions, repo *history.Repo, head history.Side, name string) error {
	t, err := r.tell(ctx, repo, head, name)
	if err != nil {
		return err
	}
	log := &storyLog{told: t, repo: repo, most: o.most, entries: entriesOf(t)}
	if o.most > 0 {
		log.entries = log.entries[:min(o.most, len(log.entries))]
	}
	config, err := r.checking()
	if err != nil {
		return err
	}
	if err := judge(ctx, repo, log.entries, config); err != nil {
		return err
	}
	log.name()
	if o.format == "json" {
		err = log.json(s.out, o.patch, config.Rate())
	} else {
		err = paged(s, o.noPager, func(out io.Writer) error {
			p := newPage(out, o.look(s.out))
			log.text(p, o.patch, config.Rate())
			return p.Flush()
		})
	}
	return s.finish(err, log.failures())
}

// entriesOf lists the revisions of a story, what is not committed among them.
func entriesOf(t told) (entries []logEntry) {
	if t.work != nil {
		entries = append(entries, logEntry{work: true, Revision: history.Revision{Status: t.work.Status, Before: t.work.From, File: t.work.To}})
	}
	for _, v := range t.Revisions {
		entries = append(entries, logEntry{Revision: v})
	}
	return entries
}

// judge reads the versions of revisions and says what became of each.
func judge(ctx context.Context, repo *history.Repo, entries []logEntry, config lint.Config) error {
	var files []history.File
	for i := range entries {
		files = append(files, entries[i].Before, entries[i].File)
	}
	versions, failed, err := checkVersions(ctx, repo, files, config)
	if err != nil {
		return err
	}
	sideBySide(len(entries), func(i int) {
		e := &entries[i]
		e.version = versions[e.File]
		if e.failed = firstError(failed[e.File], failed[e.Before]); e.failed == nil && ctx.Err() == nil {
			e.failed = e.compare(versions[e.Before])
		}
	})
	return ctx.Err()
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// compare says what a revision did.
func (e *logEntry) compare(before *review.Version) (err error) {
	defer caught(&err)
	p := pair{from: e.Before.Path, to: e.File.Path}
	if before != nil && e.version != nil {
		p.before, p.after = before.Story.Source, e.version.Story.Source
	}
	e.change = changed(p, review.Of(before, e.version))
	return nil
}

// checkVersions reads and judges files, each once. Those that could not be had come
// with the reason.
func checkVersions(ctx context.Context, repo *history.Repo, files []history.File, config lint.Config) (map[history.File]*review.Version, map[history.File]error, error) {
	wanted := slices.DeleteFunc(slices.Clone(files), func(f history.File) bool { return f == history.File{} })
	slices.SortFunc(wanted, history.File.Compare)
	wanted = slices.Compact(wanted)
	sources, reasons := make([][]byte, 0, len(wanted)), make([]error, 0, len(wanted))
	for source, err := range repo.Contents(ctx, wanted) {
		sources, reasons = append(sources, source), append(reasons, err)
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	judged := make([]*review.Version, len(wanted))
	sideBySide(len(wanted), func(i int) {
		if reasons[i] == nil && ctx.Err() == nil {
			judged[i], reasons[i] = checkVersion(wanted[i].Path, sources[i], config)
		}
	})
	versions, failed := map[history.File]*review.Version{}, map[history.File]error{}
	for i, file := range wanted {
		versions[file] = judged[i]
		if reasons[i] != nil {
			failed[file] = reasons[i]
		}
	}
	return versions, failed, ctx.Err()
}

// checkVersion judges a text.
func checkVersion(path string, source []byte, config lint.Config) (v *review.Version, err error) {
	defer caught(&err)
	return review.Check(star.Parse(path, source), rules.All, config), nil
}

// name takes the name and the title of the story from the newest version.
func (l *storyLog) name() {
	l.id = idOf(l.path())
	for i := range l.entries {
		if v := l.entries[i].version; v != nil {
			l.title = v.Story.Title.Text
			return
		}
	}
}

// path returns where the story is, or was last.
func (l *storyLog) path() string { return l.names()[0] }

// names lists the paths that the story had, the newest first.
func (l *storyLog) names() []string {
	names := l.Names()
	if l.work != nil && l.work.To.Path != "" && l.work.To.Path != l.Path {
		names = append([]string{l.work.To.Path}, names...)
	}
	return names
}

// scores lists the readiness of the versions, oldest first.
func (l *storyLog) scores() (scores []int) {
	for i := range slices.Backward(l.entries) {
		if v := l.entries[i].version; v != nil {
			scores = append(scores, v.Readiness.Score)
		}
	}
	return scores
}

// whole reports whether the first revision that git has is among the entries.
func (l *storyLog) whole() bool { return l.most == 0 || l.most > len(l.entries) }

// failures lists the versions that could not be had, each once.
func (l *storyLog) failures() (failed []stories.Trouble) {
	for i := range l.entries {
		e := &l.entries[i]
		if e.failed == nil || slices.ContainsFunc(failed, func(said stories.Trouble) bool { return said.Err == e.failed }) {
			continue
		}
		failed = append(failed, stories.Trouble{Path: l.id + " at " + e.at(), Err: e.failed})
	}
	return failed
}

// at names the revision.
func (e *logEntry) at() string {
	if e.work {
		return "work tree"
	}
	return short(e.Commit)
}
