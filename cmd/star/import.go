package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/star"
	"starbank/stories"
	"starbank/stories/notes"
)

const importLong = `Make stories of old notes: Markdown in most layouts that people use for STAR
(bold labels, headings, letters, bullets, HTML, front matter; several stories in
a file; prose under a principle or a question), a spreadsheet saved as CSV or
TSV with a column a section, and the JSON of this command.

Each story becomes a file of the bank, status draft, with a note where it came
from. Every word of a story is kept; explanations, definitions and bare lists of
questions are passed over, and said so. No file is ever overwritten, and running
it again makes no story twice.

Exit status: 0 done; 2 the work could not be done.`

const importExample = `  star import notes.md --dry-run           # what would become of it
  star import notes.md                     # into the bank you are in
  star import ~/old-notes --into stories   # a folder of notes
  star import stories.csv                  # a column a section`

// importOptions are the flags of star import.
type importOptions struct {
	common
	into   string
	dryRun bool
}

func newImport(s streams) *cobra.Command {
	var o importOptions
	cmd := &cobra.Command{
		Use: "import FILE|FOLDER...", Short: "Make stories of old notes", GroupID: "write",
		Long: importLong, Example: importExample, Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return runImport(s, o, args) },
	}
	flags := cmd.Flags()
	flags.BoolVarP(&o.dryRun, "dry-run", "n", false, "show what would become of it, and write nothing")
	flags.StringVar(&o.into, "into", "", "write into this `FOLDER` (default: that of the bank, else stories)")
	o.common.add(cmd, "report", "json", "text")
	return cmd
}

// planned is a story that was found, and what becomes of it.
type planned struct {
	notes.Story
	from  string // the file of notes
	path  string // to be written
	there string // the story that it is already, if any
}

// skipped is what was passed over.
type skipped struct {
	notes.Skip
	from string
}

// importing is a run of star import.
type importing struct {
	*reading
	folder  string
	found   []planned
	skipped []skipped
	known   known
}

func runImport(s streams, o importOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	run := &importing{reading: r, folder: r.target(o.into)}
	if run.known, err = knownIn(run.folder); err != nil {
		return err
	}
	troubles := run.read(s, args)
	run.place()
	if !o.dryRun {
		troubles = append(troubles, run.write()...)
	}
	if o.format == "json" {
		err = importJSON(s.out, run)
	} else {
		err = importText(s.out, run, o.dryRun, o.look(s.out))
	}
	return s.finish(err, troubles)
}

// target returns the folder to write into.
func (r *reading) target(into string) string {
	switch {
	case into != "":
		return filepath.Clean(into)
	case r.bank != nil:
		return relative(r.bank.Folder())
	}
	return "stories"
}

// noteExtensions are the files that may hold notes.
var noteExtensions = []string{".md", ".markdown", ".txt", ".csv", ".tsv", ".json"}

// read reads all notes, side by side.
func (run *importing) read(s streams, args []string) (troubles []stories.Trouble) {
	files, troubles := run.noteFiles(args)
	progress := newProgress(s.err, len(files), "files read")
	read := make([]readNotes, len(files))
	sideBySide(len(files), func(i int) {
		read[i] = run.readFile(files[i])
		progress.step()
	})
	progress.done()
	for i, r := range read {
		if r.err != nil {
			troubles = append(troubles, stories.Trouble{Path: files[i], Err: r.err})
		}
		for _, story := range r.found {
			run.found = append(run.found, planned{Story: story, from: r.path})
		}
		for _, skip := range r.skips {
			run.skipped = append(run.skipped, skipped{skip, r.path})
		}
	}
	return troubles
}

// readNotes is what a file of notes holds.
type readNotes struct {
	path  string
	found []notes.Story
	skips []notes.Skip
	err   error
}

// noteFiles lists the files that the arguments name; in folders, those that may hold
// notes and are no stories of the target.
func (run *importing) noteFiles(args []string) (files []string, troubles []stories.Trouble) {
	for _, arg := range args {
		err := filepath.WalkDir(arg, func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && path != arg && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules" || filepath.Clean(path) == run.folder):
				return filepath.SkipDir
			case entry.IsDir(), path != arg && (!entry.Type().IsRegular() || !slices.Contains(noteExtensions, strings.ToLower(filepath.Ext(path)))):
				return nil
			}
			files = append(files, path)
			return nil
		})
		if err != nil {
			troubles = append(troubles, stories.Trouble{Path: arg, Err: errors.Unwrap(err)})
		}
	}
	return files, troubles
}

func (run *importing) readFile(path string) (r readNotes) {
	defer caught(&r.err)
	source, err := run.source(&path)
	r.path = path
	if err != nil {
		r.err = err
		return r
	}
	switch extension := strings.ToLower(filepath.Ext(path)); extension {
	case ".csv", ".tsv":
		comma := map[string]rune{".csv": ',', ".tsv": '\t'}[extension]
		r.found, r.skips, r.err = notes.ReadSheet(source, comma, run.set)
	case ".json":
		r.found, r.skips, r.err = notes.ReadJSON(source, run.set)
	default:
		if len(source) > star.MaxSize {
			r.err = fmt.Errorf("holds more than %d MiB; cut it into pieces", star.MaxSize>>20)
			return r
		}
		r.found, r.skips = notes.Read(path, source, run.set)
	}
	return r
}
