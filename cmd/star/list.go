package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/principles"
	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
)

const listLong = `Show the stories of the bank as a table: status, date, words, readiness, and the
principles each is filed under, else the ones its words prove.

Readiness, from 0 to 100, says how near a story is to being told; star check
STORY shows its parts and what would raise it most.

Exit status: 0 listed; 2 the work could not be done.`

const listExample = `  star list
  star list --principle earn-trust --sort readiness
  star list --tag failure --status ready
  star list --format json | jq -r '.stories[].path'`

// listOptions are the flags of star list.
type listOptions struct {
	common
	principle, tag, status, project, sort string
}

// orders says how stories can be sorted.
var orders = map[string]func(a, b stories.Profile) int{
	"id":        func(a, b stories.Profile) int { return 0 },
	"date":      func(a, b stories.Profile) int { return cmp.Compare(b.Date, a.Date) },
	"readiness": func(a, b stories.Profile) int { return cmp.Compare(b.Readiness, a.Readiness) },
	"words":     func(a, b stories.Profile) int { return cmp.Compare(b.Words, a.Words) },
}

func newList(s streams) *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use: "list [PATH...]", Short: "Show the stories of the bank as a table", GroupID: "review",
		Long: listLong, Example: listExample,
		RunE: func(_ *cobra.Command, args []string) error { return runList(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.principle, "principle", "p", "", "only stories that are filed under this `PRINCIPLE` or prove it")
	flags.StringVar(&o.tag, "tag", "", "only stories with this `TAG`")
	flags.StringVar(&o.status, "status", "", "only stories with this `STATUS`: draft, ready or retired")
	flags.StringVar(&o.project, "project", "", "only stories of this `PROJECT`")
	flags.StringVar(&o.sort, "sort", "id", "sort by this `KEY`: date, id, readiness or words")
	o.add(cmd, "report", "json", "text")
	cmd.RegisterFlagCompletionFunc("principle", completePrinciples)
	complete(cmd, "status", "draft", "ready", "retired")
	complete(cmd, "sort", slices.Sorted(maps.Keys(orders))...)
	return cmd
}

func runList(s streams, o listOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	order := orders[o.sort]
	if order == nil {
		return unknownWord("sort", o.sort, slices.Sorted(maps.Keys(orders)))
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	keep, err := r.filter(o)
	if err != nil {
		return err
	}
	read, err := r.profiler(true)
	if err != nil {
		return err
	}
	files, troubles := r.files(args)
	defer tuneMemory(noLimit)()
	found, failed := eachStory(r, files, read)
	found = slices.DeleteFunc(found, func(p stories.Profile) bool { return !keep(&p) })
	slices.SortStableFunc(found, order)
	if o.format == "json" {
		err = listJSON(s.out, found, r.set)
	} else {
		err = listText(s.out, found, r.set, o.look(s.out))
	}
	return s.finish(err, append(troubles, failed...))
}

// filter returns what the flags keep.
func (r *reading) filter(o listOptions) (func(*stories.Profile) bool, error) {
	at := -1
	if o.principle != "" {
		p, err := r.principle(o.principle)
		if err != nil {
			return nil, err
		}
		at = slices.IndexFunc(r.set.Principles, func(q principles.Principle) bool { return q.ID == p.ID })
	}
	return func(p *stories.Profile) bool {
		return (o.tag == "" || p.HasTag(strings.ToLower(o.tag))) && (o.status == "" || p.Status == o.status) &&
			(o.project == "" || strings.EqualFold(p.Project, o.project)) && (at < 0 || p.Counts(r.set, at) || p.Declares(r.set.Principles[at].ID))
	}, nil
}

// listing is a story of star list --format json.
type listing struct {
	ID         string   `json:"id"`
	Path       string   `json:"path"`
	Title      string   `json:"title"`
	Status     string   `json:"status"`
	Date       string   `json:"date"`
	Project    string   `json:"project"`
	Tags       []string `json:"tags"`
	Words      int      `json:"words"`
	Readiness  int      `json:"readiness"`
	Principles []string `json:"principles"`
	Proven     []string `json:"proven"`
}

func listJSON(w io.Writer, found []stories.Profile, set *principles.Set) error {
	list := []listing{}
	for i := range found {
		p := &found[i]
		list = append(list, listing{p.ID, p.Path, p.Title, p.Status, p.Date, p.Project, append([]string{}, p.Tags...), p.Words, p.Readiness,
			append([]string{}, p.Declared...), append([]string{}, proven(p, set)...)})
	}
	return report.EncodeJSON(w, struct {
		Version int       `json:"version"`
		Stories []listing `json:"stories"`
	}{1, list})
}

// proven lists the principles that the words of a story prove, the best first.
func proven(p *stories.Profile, set *principles.Set) []string {
	var at []int
	for i, strength := range p.Strengths {
		if strength >= principles.Solid {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(p.Scores[b], p.Scores[a]) })
	var ids []string
	for _, i := range at {
		ids = append(ids, set.Principles[i].ID)
	}
	return ids
}

func listText(w io.Writer, found []stories.Profile, set *principles.Set, look look) error {
	p := newPage(w, look)
	if len(found) == 0 {
		p.Printf("no story\n")
		return p.Flush()
	}
	id := len("story")
	for i := range found {
		id = max(id, cells.Width(cells.Clean(found[i].ID)))
	}
	id = min(id, mostIDCells, p.width/2)
	p.Printf("%s\n", p.Paint(cells.Dim, cells.Pad("story", id)+"  status   date     words  ready  principles"))
	for i := range found {
		story := &found[i]
		filed := story.Declared
		if len(filed) == 0 {
			for _, name := range proven(story, set) {
				filed = append(filed, name+"?")
			}
		}
		p.Printf("%s  %-7s  %-7s  %5d  %5d  %s\n", cells.Pad(cells.Shorten(cells.Clean(story.ID), id), id), cells.Shorten(cells.Clean(story.Status), 7),
			cells.Shorten(cells.Clean(story.Date), 7), story.Words, story.Readiness, cells.Shorten(cells.Clean(strings.Join(filed, ", ")), max(20, p.width-id-35)))
	}
	p.Printf("%s\n", p.Paint(cells.Dim, fmt.Sprintf("%s; a ? marks what the words prove and nobody declared", cells.Plural(len(found), "story", "stories"))))
	return p.Flush()
}
