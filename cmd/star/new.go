package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
	"starbank/principles"
	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/notes"
)

const newLong = `Write a new story. On a terminal, star asks one question at a time, in the
order that brings a story out; it counts words and spoken minutes, and asks once
more where an answer leaves out what interviewers ask for. It never writes a
word for you. An answer ends with an empty line; pasted text may hold some. At
any question:

    :skip  goes on    :back  goes back    :edit  opens $EDITOR    :quit  stops

What was answered is kept as a draft, also when you leave with Ctrl-C.

With sections as flags, or from a file, a story is written without questions;
without a terminal, or with --template, a skeleton to fill in.

Exit status: 0 written; 2 the work could not be done.`

const newExample = `  star new                                       # question by question
  star new --principle earn-trust                # with what it asks for
  star new --from-line "Cut costs by 40 %"       # from a line of a resume
  star new "A leaked key" --template             # a skeleton
  star new "A leaked key" --situation "In March ..." --action "I ..."
  pbpaste | star new "A leaked key" --from -     # notes from the clipboard`

// newOptions are the flags of star new.
type newOptions struct {
	common
	into, from, fromLine, date, role, project string
	principles, tags                          []string
	sections                                  [5]string
	template                                  bool
}

func newNew(s streams) *cobra.Command {
	var o newOptions
	cmd := &cobra.Command{
		Use: "new [TITLE]", Short: "Write a story, question by question", GroupID: "write",
		Long: newLong, Example: newExample, Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return runNew(s, o, strings.Join(args, "")) },
	}
	flags := cmd.Flags()
	flags.StringSliceVarP(&o.principles, "principle", "p", nil, "file it under these `PRINCIPLES`, the primary one first")
	flags.StringSliceVar(&o.tags, "tag", nil, "`TAGS`: failure, conflict, feedback or your own")
	flags.StringVar(&o.date, "date", "", "when it happened: `YYYY[-MM[-DD]]`")
	flags.StringVar(&o.role, "role", "", "your `ROLE` at that time")
	flags.StringVar(&o.project, "project", "", "the `PROJECT` it belongs to")
	for _, part := range star.Parts() {
		flags.StringVar(&o.sections[part], part.String(), "", "the `TEXT` of the "+part.Title())
	}
	flags.StringVar(&o.from, "from", "", "take the text from a `FILE` of notes; - is standard input")
	flags.StringVar(&o.fromLine, "from-line", "", "begin with a `LINE` of a resume")
	flags.BoolVar(&o.template, "template", false, "write a skeleton to fill in")
	flags.StringVar(&o.into, "into", "", "write into this `FOLDER` (default: that of the bank, else stories)")
	o.common.add(cmd, "talk", "text")
	flags.MarkHidden("format")
	cmd.MarkFlagsMutuallyExclusive("template", "from", "from-line")
	cmd.RegisterFlagCompletionFunc("principle", completePrinciples)
	return cmd
}

// newStory is a run of star new.
type newStory struct {
	*reading
	streams
	options newOptions
	folder  string
	story   star.Composition
}

func runNew(s streams, o newOptions, title string) error {
	if err := o.check(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	run := &newStory{reading: r, streams: s, options: o, folder: r.target(o.into)}
	run.story = star.Composition{Title: title, Date: o.date, Role: o.role, Project: o.project, Tags: o.tags, Sections: o.sections}
	for _, name := range o.principles {
		p, err := r.principle(name)
		if err != nil {
			return err
		}
		run.story.Principles = append(run.story.Principles, p.ID)
	}
	given := o.sections != [5]string{}
	switch {
	case o.from != "":
		if err := run.take(o.from); err != nil {
			return err
		}
		return run.write(star.Compose)
	case given:
		return run.write(star.Compose)
	case o.template, !term.IsTerminal(s.out) || !isTerminal(s.in):
		return run.write(run.skeleton)
	}
	if o.fromLine != "" {
		run.story.Title = o.fromLine
	}
	return run.interview()
}

func isTerminal(stream io.Reader) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file)
}

// take reads the sections from a file of notes that holds one story; text without
// labels is the action.
func (run *newStory) take(path string) error {
	source, err := run.source(&path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	found, _ := notes.Read(path, source, run.set)
	switch len(found) {
	case 0:
		run.story.Sections[star.Action] = strings.TrimSpace(string(source))
	case 1:
		story := found[0]
		run.story.Sections, run.story.Notes, run.story.Question = story.Sections, story.Notes, story.Question
		if run.story.Title == "" {
			run.story.Title = story.Title
		}
		if len(run.story.Principles) == 0 {
			run.story.Principles = story.Principles
		}
	default:
		return fmt.Errorf("%s holds %d stories; star import takes them all", path, len(found))
	}
	if strings.TrimSpace(strings.Join(run.story.Sections[:], "")) == "" {
		return fmt.Errorf("%s says nothing", path)
	}
	return nil
}

// write writes the story as a new file and says where.
func (run *newStory) write(compose func(star.Composition) ([]byte, error)) error {
	source, err := compose(run.story)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(run.folder, 0o755); err != nil {
		return stories.Trouble{Path: run.folder, Err: errors.Unwrap(err)}
	}
	path := freePath(run.folder, notes.ID(run.story.Title))
	if err := stories.Create(path, source); err != nil {
		return err
	}
	_, err = fmt.Fprintf(run.out, "%s written; next: star check %s\n", cells.Clean(path), cells.Clean(path))
	return err
}

// freePath returns a path with an id that no file of a folder has.
func freePath(folder, id string) string {
	for n := 1; ; n++ {
		name := id
		if n > 1 {
			name = fmt.Sprintf("%s-%d", id, n)
		}
		path := filepath.Join(folder, name+".md")
		if !isThere(path) {
			return path
		}
	}
}

// skeleton writes a story of questions to be answered. They are comments: a section
// that holds nothing else says nothing yet.
func (run *newStory) skeleton(story star.Composition) ([]byte, error) {
	for _, q := range questions {
		if q.part < 0 {
			continue
		}
		lines := []string{"<!-- " + q.ask + " -->"}
		for _, element := range run.asked(q) {
			lines = append(lines, "<!-- "+element.Ask+" -->")
		}
		story.Sections[q.part] = strings.Join(lines, "\n")
	}
	if story.Title == "" {
		story.Title = "A new story"
	}
	return star.Compose(story)
}

// asked lists the elements of the primary principle that a question brings out.
func (run *newStory) asked(q question) (elements []principles.Element) {
	if len(run.story.Principles) == 0 || q.part != int(star.Situation) && q.part != int(star.Action) {
		return nil
	}
	p, err := run.principle(run.story.Principles[0])
	if err != nil {
		return nil
	}
	for _, element := range p.Elements {
		if element.Setup == (q.part == int(star.Situation)) {
			elements = append(elements, element)
		}
	}
	return elements
}
