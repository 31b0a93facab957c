package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
)

const fmtLong = `Bring stories into one form: keys in the order in which a story is told,
principles by their ids, long texts as blocks. Comments and keys that star does
not know keep their place beside their neighbours.

--sections body moves the sections under headings below the front matter, for
editors that hide long properties; --sections front moves them back. --wrap 100
breaks lines that are longer, and joins them only where a sentence plainly goes
on, since a line may be a step.

No word changes, and a file is written only when it is proved to read as before.
A story that cannot be read is left alone; star check says why.

Exit status: 0 done, or nothing to do; 1 --check found files to format; 2 the
work could not be done.`

const fmtExample = `  star fmt
  star fmt --check                       # in CI
  star fmt --diff stories/leaked-key.md
  star fmt --sections body --wrap 80
  star fmt - < draft.md`

// fmtOptions are the flags of star fmt.
type fmtOptions struct {
	check, diff      bool
	wrap             int
	sections, config string
}

// sectionPlaces says where --sections puts them.
var sectionPlaces = map[string]star.Place{"as-is": star.AsTheyStand, "body": star.InBody, "front": star.InFront}

func newFmt(s streams) *cobra.Command {
	var o fmtOptions
	cmd := &cobra.Command{
		Use: "fmt [PATH...]", Short: "Bring stories into one form without changing a word", GroupID: "write",
		Long: fmtLong, Example: fmtExample,
		RunE: func(_ *cobra.Command, args []string) error { return runFmt(s, o, args) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.check, "check", false, "write nothing; list the files that would change")
	flags.BoolVar(&o.diff, "diff", false, "write nothing; show what would change")
	flags.StringVar(&o.sections, "sections", "as-is", "`WHERE` the sections are to stand: as-is, body or front")
	flags.IntVar(&o.wrap, "wrap", 0, "break the lines of sections that are longer than `WIDTH`")
	flags.StringVar(&o.config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	complete(cmd, "sections", slices.Sorted(maps.Keys(sectionPlaces))...)
	return cmd
}

// formatted is what became of a story.
type formatted struct {
	path          string
	before, after []byte
	err           error
}

func (f *formatted) changed() bool { return !bytes.Equal(f.before, f.after) }

func runFmt(s streams, o fmtOptions, args []string) error {
	place, known := sectionPlaces[o.sections]
	if !known {
		return unknownWord("sections", o.sections, slices.Sorted(maps.Keys(sectionPlaces)))
	}
	if o.wrap != 0 && o.wrap < narrowest {
		return fmt.Errorf("--wrap %d is narrower than %d", o.wrap, narrowest)
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	files, troubles, err := r.stories(args)
	if err != nil {
		return err
	}
	found, failed := eachStory(r, files, func(story *star.Story) formatted { return r.format(story, star.Form{Place: place, Width: o.wrap}) })
	troubles = append(troubles, failed...)
	changed := 0
	for i := range found {
		f := &found[i]
		if f.err == nil && f.changed() {
			changed++
		}
		if f.err == nil {
			f.err = f.write(s.out, o, files[i] == stdinPath)
		}
		if f.err != nil {
			troubles = append(troubles, troubleOf(f.path, f.err))
		}
	}
	if o.check && changed > 0 {
		err = errFindings
	}
	return s.finish(err, troubles)
}

func troubleOf(path string, err error) stories.Trouble {
	var trouble stories.Trouble
	if errors.As(err, &trouble) {
		return trouble
	}
	return stories.Trouble{Path: path, Err: err}
}

// narrowest is the least width of --wrap.
const narrowest = 20

// errUnread says that a file is not to be formatted.
var errUnread = errors.New("the file cannot be read as meant; star check says why")

// format returns a story in its canonical form.
func (r *reading) format(story *star.Story, form star.Form) formatted {
	f := formatted{path: story.Path, before: story.Source, after: story.Source}
	if len(story.Problems) > 0 {
		f.err = errUnread
		return f
	}
	canonical := star.Parse(story.Path, r.withIDs(story))
	if f.after, f.err = canonical.Format(form); f.err != nil {
		f.after = f.before
	}
	return f
}

// withIDs returns a story with its principles by their ids, where all are known.
func (r *reading) withIDs(story *star.Story) []byte {
	var names, ids []string
	for _, value := range story.Principles {
		names = append(names, value.Text)
	}
	for _, reference := range r.set.Resolve(names) {
		if reference.ID == "" || !reference.Exact || slices.Contains(ids, reference.ID) {
			return story.Source
		}
		ids = append(ids, reference.ID)
	}
	if slices.Equal(names, ids) {
		return story.Source
	}
	source, err := story.Carry(story.SetList("principles", ids), func(later *star.Story) bool {
		return slices.EqualFunc(later.Principles, ids, func(v star.Value, id string) bool { return v.Text == id })
	})
	if err != nil {
		return story.Source
	}
	return source
}

// write writes what became of a story: to its file, or to standard output where it
// came from standard input, or only what would change.
func (f *formatted) write(w io.Writer, o fmtOptions, stdin bool) (err error) {
	switch {
	case !o.check && !o.diff && stdin:
		_, err = w.Write(f.after)
	case !f.changed():
	case o.diff:
		err = writeDiff(w, f.path, f.before, f.after)
	case o.check:
		_, err = fmt.Fprintln(w, cells.Clean(f.path))
	default:
		if err = stories.Replace(f.path, f.before, f.after); err == nil {
			_, err = fmt.Fprintf(w, "%s formatted\n", cells.Clean(f.path))
		}
	}
	return err
}
