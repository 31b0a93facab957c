package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/readiness"
	"starbank/star/report/cells"
	"starbank/star/review"
	"starbank/stories"
	"starbank/stories/history"
)

// mostSamples is how many versions of a story are judged for the log of the bank.
const mostSamples = 8

// bankLog is which stories moved and which are stale.
type bankLog struct {
	rows    []bankRow // the last to move first
	removed []string  // paths of stories that are there no more
	cut     bool
	stale   int // days
	most    int // how many are listed; 0 for all
	now     time.Time
}

// bankRow is a story of the bank with what is known of its tale.
type bankRow struct {
	told
	path    string
	samples []history.File // oldest first, the newest version last
	scores  []int          // of those that could be read
	newest  *review.Version
	failed  error
}

func (r *reading) logBank(ctx context.Context, s streams, o logOptions, repo *history.Repo, head history.Side) error {
	config, err := r.checking()
	if err != nil {
		return err
	}
	defer tuneMemory(noLimit)()
	log, err := surveyBank(ctx, repo, head)
	if err != nil {
		return err
	}
	log.stale, log.most = o.stale, o.most
	if err := log.judge(ctx, repo, config); err != nil {
		return err
	}
	if o.format == "json" {
		err = log.json(s.out)
	} else {
		err = paged(s, o.noPager, func(out io.Writer) error {
			p := newPage(out, o.look(s.out))
			log.text(p)
			return p.Flush()
		})
	}
	return s.finish(err, log.failures())
}

// surveyBank lists the stories of the work tree with their tales.
func surveyBank(ctx context.Context, repo *history.Repo, head history.Side) (*bankLog, error) {
	changes, err := repo.Changes(ctx, head, history.WorkTree())
	if err != nil {
		return nil, err
	}
	tales, err := repo.Histories(ctx, head)
	if err != nil {
		return nil, err
	}
	log := &bankLog{now: time.Now(), cut: repo.Shallow()}
	byPath := map[string]*history.Change{}
	for i, c := range changes {
		if byPath[c.From.Path] = &changes[i]; c.Status == history.Added {
			log.rows = append(log.rows, bankRow{told: told{work: &changes[i]}, path: c.To.Path})
		}
	}
	for _, tale := range tales {
		row := bankRow{told: told{Tale: tale, work: byPath[tale.Path]}, path: tale.Path}
		switch {
		case tale.Gone || row.work != nil && row.work.Status == history.Deleted:
			log.removed = append(log.removed, tale.Path)
			continue
		case row.work != nil:
			row.path = row.work.To.Path
		}
		log.rows = append(log.rows, row)
	}
	slices.SortFunc(log.rows, func(a, b bankRow) int {
		return cmp.Or(b.last().Compare(a.last()), cmp.Compare(a.path, b.path))
	})
	return log, nil
}

// last returns when the story moved last; what is not committed moved now.
func (r *bankRow) last() time.Time {
	if r.work != nil {
		return time.Unix(1<<40, 0)
	}
	return r.Revisions[0].Time
}

// judge reads some versions of each story.
func (l *bankLog) judge(ctx context.Context, repo *history.Repo, config lint.Config) error {
	var files []history.File
	for i := range l.rows {
		row := &l.rows[i]
		for _, v := range slices.Backward(row.Revisions) {
			if v.File.Path != "" {
				row.samples = append(row.samples, v.File)
			}
		}
		if row.work != nil {
			row.samples = append(row.samples, row.work.To)
		}
		row.samples = sample(row.samples, mostSamples)
		files = append(files, row.samples...)
	}
	versions, failed, err := checkVersions(ctx, repo, files, config)
	for i := range l.rows {
		row := &l.rows[i]
		for _, file := range row.samples {
			row.failed = firstError(row.failed, failed[file])
			if v := versions[file]; v != nil {
				row.scores, row.newest = append(row.scores, v.Readiness.Score), v
			}
		}
	}
	return err
}

// age returns the whole days since a story moved last.
func (l *bankLog) age(r *bankRow) int { return int(l.now.Sub(r.last()).Hours() / 24) }

// isStale reports whether a story was left before it was ready.
func (l *bankLog) isStale(r *bankRow) bool {
	if r.work != nil || r.newest == nil || l.age(r) < l.stale {
		return false
	}
	status := r.newest.Story.Status.Text
	return status != star.Ready && status != star.Retired && r.newest.Readiness.Score < readiness.ReadyToTell
}

// failures lists the stories of which a version could not be had.
func (l *bankLog) failures() (failed []stories.Trouble) {
	for i := range l.rows {
		if row := &l.rows[i]; row.failed != nil {
			failed = append(failed, stories.Trouble{Path: idOf(row.path), Err: row.failed})
		}
	}
	return failed
}

func (l *bankLog) text(p *page) {
	if len(l.rows) == 0 {
		p.Printf("no story\n")
		return
	}
	listed := l.rows
	if l.most > 0 {
		listed = listed[:min(l.most, len(listed))]
	}
	id := len("story")
	for i := range listed {
		id = max(id, cells.Width(cells.Clean(idOf(listed[i].path))))
	}
	id = min(id, mostIDCells, p.width/2)
	p.Printf("%s\n", p.Paint(cells.Dim, cells.Pad("story", id)+"  last change    revisions  readiness, first to now"))
	for i := range listed {
		row := &listed[i]
		last := "not committed"
		if row.work == nil {
			last = dateOf(row.Revisions[0])
		}
		p.Printf("%s  %-13s  %9d  %s\n", cells.Pad(cells.Shorten(cells.Clean(idOf(row.path)), id), id), last, len(row.Revisions), p.rise(row.scores, mostSamples))
	}
	l.staleText(p)
	l.sums(p)
}

// staleText lists the stories that were left before they were ready, the oldest
// first, each with what would raise it most.
func (l *bankLog) staleText(p *page) {
	first := true
	for i := range slices.Backward(l.rows) {
		row := &l.rows[i]
		if !l.isStale(row) {
			continue
		}
		if first {
			p.Printf("\nstale: untouched for %s or more, and not ready\n", cells.Plural(l.stale, "day", "days"))
			first = false
		}
		p.Printf("  %s  %s\n", p.Paint(cells.Bold, cells.Clean(idOf(row.path))), p.Paint(cells.Dim, cells.Plural(l.age(row), "day", "days")+", readiness "+fmt.Sprint(row.newest.Readiness.Score)))
		p.step(row.newest.Readiness)
	}
}

// step writes what would raise a story most.
func (p *page) step(r readiness.Readiness) {
	next := r.Next()
	if len(next) == 0 {
		return
	}
	gain := ""
	if next[0].Gain > 0 {
		gain = fmt.Sprintf("%+d", next[0].Gain)
	}
	p.paragraph(fmt.Sprintf("  %5s  ", gain), cells.Clean(next[0].Do))
}

// sums counts.
func (l *bankLog) sums(p *page) {
	moved, stale := 0, 0
	for i := range l.rows {
		row := &l.rows[i]
		if l.isStale(row) {
			stale++
		}
		if row.work != nil || l.age(row) < l.stale {
			moved++
		}
	}
	said := []string{cells.Plural(len(l.rows), "story", "stories"), fmt.Sprintf("%d moved within %s", moved, cells.Plural(l.stale, "day", "days")), fmt.Sprintf("%d stale", stale)}
	if n := len(l.removed); n > 0 {
		said = append(said, fmt.Sprintf("%d removed", n))
	}
	p.Printf("\n%s\n", p.Paint(cells.Dim, strings.Join(said, ", ")))
	if l.cut {
		sayCut(p)
	}
}

type bankLogJSON struct {
	Version   int            `json:"version"`
	StaleDays int            `json:"stale_days"`
	Cut       bool           `json:"cut"`
	Stories   []bankStoryLog `json:"stories"`
	Removed   []string       `json:"removed"` // paths
}

type bankStoryLog struct {
	ID          string  `json:"id"`
	Path        string  `json:"path"`
	Revisions   int     `json:"revisions"`
	First       *string `json:"first"` // dates; null where nothing is committed
	Last        *string `json:"last"`
	Uncommitted bool    `json:"uncommitted"`
	Readiness   []int   `json:"readiness"` // of some versions, the first and the newest among them
	Status      string  `json:"status"`
	Stale       bool    `json:"stale"`
}

func (l *bankLog) json(w io.Writer) error {
	doc := bankLogJSON{Version: 1, StaleDays: l.stale, Cut: l.cut, Stories: []bankStoryLog{}, Removed: append([]string{}, l.removed...)}
	for i := range l.rows {
		row := &l.rows[i]
		story := bankStoryLog{ID: idOf(row.path), Path: row.path, Revisions: len(row.Revisions), Uncommitted: row.work != nil,
			Readiness: append([]int{}, row.scores...), Stale: l.isStale(row)}
		if n := len(row.Revisions); n > 0 {
			first, last := row.Revisions[n-1].Time.Format(time.RFC3339), row.Revisions[0].Time.Format(time.RFC3339)
			story.First, story.Last = &first, &last
		}
		if row.newest != nil {
			story.Status = cmp.Or(row.newest.Story.Status.Text, star.Draft)
		}
		doc.Stories = append(doc.Stories, story)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}
