package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/principles"
	"starbank/star"
	"starbank/star/report"
	"starbank/stories"
)

const mapLong = `Show which principles a story proves, by quoting it: the best first, each with
its strength, the elements of the evidence that are told, and the words that
tell them. Without a story, map the bank of the working folder, or the folder
itself. A story is named by its path, its id, or a beginning that one id has.

Strengths are none, weak (wordings, but not the pivot of the story), solid
(among the first that an interviewer would write down) and strong (the story is
about it). They are read from the words alone: a principle that you declare and
the program does not recognise may still be there, told in other words.

With --principle, turn it round: which stories prove that principle, and by
which words. With --explain, name a story and a principle, and see every wording
with its weight and the question behind each element that is missing.

Exit status: 0 mapped; 2 the work could not be done.`

const mapExample = `  star map
  star map leaked-key
  star map --principle dive-deep
  star map --explain leaked-key "Bias for Action"
  star map --format json | jq '.stories[].principles[0].id'`

// mapOptions are the flags of star map.
type mapOptions struct {
	common
	principle, stdinName string
	explain              bool
}

// mapFormat is a form in which what stories prove is written.
type mapFormat struct {
	begin, between, end string
	story               func(w io.Writer, m *mapped, look look, full bool) error // full: a quote for each element
	about               func(w io.Writer, proving []mapped, about *principles.Principle, look look) error
}

var mapFormats = map[string]mapFormat{
	"text":     {between: "\n", story: mapText, about: aboutText},
	"json":     {`{"version":1,"stories":[`, ",", "]}\n", mapJSON, aboutJSON},
	"markdown": {story: mapMarkdown, about: aboutMarkdown},
}

func newMap(s streams) *cobra.Command {
	var o mapOptions
	cmd := &cobra.Command{
		Use: "map [STORY...]", Short: "Show which principles a story proves, by quoting it", GroupID: "review",
		Long: mapLong, Example: mapExample,
		RunE: func(_ *cobra.Command, args []string) error { return runMap(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.principle, "principle", "p", "", "show the stories that prove this `PRINCIPLE`")
	flags.BoolVar(&o.explain, "explain", false, "explain one principle of one story: STORY PRINCIPLE")
	o.add(cmd, "report", slices.Sorted(maps.Keys(mapFormats))...)
	flags.StringVar(&o.stdinName, "stdin-filename", "stdin.md", "report this `PATH` for -")
	cmd.RegisterFlagCompletionFunc("principle", completePrinciples)
	return cmd
}

func completePrinciples(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	for _, p := range principles.Builtin().Principles {
		ids = append(ids, p.ID)
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

func runMap(s streams, o mapOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	r.stdinName = o.stdinName
	about, args, err := r.mapSubject(o, args)
	if err != nil {
		return err
	}
	files, troubles, err := r.stories(args)
	if err != nil {
		return err
	}
	defer tuneMemory(noLimit)()
	format, look := mapFormats[o.format], o.look(s.out)
	var failed []stories.Trouble
	switch {
	case o.explain:
		failed, err = r.explainMapping(s.out, files, about, look)
	case about != nil:
		failed, err = r.writeAbout(s.out, files, format, about, look)
	default:
		failed, err = r.writeMap(s.out, files, format, look)
	}
	return s.finish(err, append(troubles, failed...))
}

// writeMap writes what each story proves. The stories are written as they are
// read, each to a text of its own, so that ten thousand need no more room than
// what is printed.
func (r *reading) writeMap(w io.Writer, files []string, format mapFormat, look look) ([]stories.Trouble, error) {
	full := len(files) <= fullStories
	texts, failed := eachStory(r, files, func(story *star.Story) []byte {
		var b bytes.Buffer
		m := mapStory(story, r.set, nil)
		format.story(&b, &m, look, full) // a buffer takes all
		return b.Bytes()
	})
	out := bufio.NewWriter(w)
	out.WriteString(format.begin)
	for i, text := range texts {
		if i > 0 {
			out.WriteString(format.between)
		}
		out.Write(text)
	}
	out.WriteString(format.end)
	return failed, out.Flush()
}

// writeAbout writes which stories prove one principle.
func (r *reading) writeAbout(w io.Writer, files []string, format mapFormat, about *principles.Principle, look look) ([]stories.Trouble, error) {
	found, failed := eachStory(r, files, func(story *star.Story) mapped {
		m := mapStory(story, r.set, nil)
		m.Principles = []mappedPrinciple{*m.principle(about.ID)}
		return m
	})
	return failed, format.about(w, proving(found, about), about, look)
}

// mapSubject returns the principle that is asked for, or nil, and the stories.
func (r *reading) mapSubject(o mapOptions, args []string) (*principles.Principle, []string, error) {
	name := o.principle
	if o.explain {
		if len(args) != 2 {
			return nil, nil, fmt.Errorf("--explain takes a story and a principle; for example star map --explain leaked-key dive-deep")
		}
		name, args = args[1], args[:1]
	}
	if name == "" {
		return nil, args, nil
	}
	p, err := r.principle(name)
	return p, args, err
}

// principle returns the principle that a name on the command line means.
func (r *reading) principle(name string) (*principles.Principle, error) {
	if found := r.set.Resolve([]string{name}); len(found) == 1 && found[0].ID != "" {
		return r.set.ByID(found[0].ID), nil
	}
	if near := r.set.Nearest(name); near != nil {
		return nil, fmt.Errorf("unknown principle %q; did you mean %q?", name, near.ID)
	}
	return nil, fmt.Errorf("unknown principle %q; star explain lists them", name)
}

func mapJSON(w io.Writer, m *mapped, _ look, _ bool) error {
	return report.EncodeJSON(w, m)
}

func aboutJSON(w io.Writer, proving []mapped, _ *principles.Principle, _ look) error {
	return report.EncodeJSON(w, struct {
		Version int      `json:"version"`
		Stories []mapped `json:"stories"`
	}{1, proving})
}

// proving returns the stories that give something for a principle, the best
// first.
func proving(stories []mapped, about *principles.Principle) []mapped {
	found := slices.DeleteFunc(append([]mapped{}, stories...), func(m mapped) bool {
		p := m.principle(about.ID)
		return p.Strength == principles.None && !p.Declared
	})
	slices.SortStableFunc(found, func(a, b mapped) int {
		x, y := a.principle(about.ID), b.principle(about.ID)
		return cmp.Or(cmp.Compare(y.Strength, x.Strength), cmp.Compare(y.Score, x.Score), strings.Compare(a.ID, b.ID))
	})
	return found
}
