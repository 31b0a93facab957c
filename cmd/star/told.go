package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
)

const toldLong = `Remember that a story was told, to whom and when, so that star plan and star ask
keep away from it at that company. It is a line of told.yaml in the bank, plain
text that merges in git and may be edited.

Without a story, list what was told.

Exit status: 0 done; 2 the work could not be done.`

const toldExample = `  star told leaked-key --company Brightwell --interviewer "Hiring manager"
  star told leaked-key --company Brightwell --date 2026-11-20 --note "why me?"
  star told --company Brightwell         # what was told there`

// toldOptions are the flags of star told.
type toldOptions struct {
	common
	stories.Telling
}

func newTold(s streams) *cobra.Command {
	var o toldOptions
	cmd := &cobra.Command{
		Use: "told [STORY]", Short: "Remember which story was told to whom", GroupID: "rehearse",
		Long: toldLong, Example: toldExample, Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return runTold(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.Company, "company", "", "the `COMPANY` it was told at")
	flags.StringVar(&o.Interviewer, "interviewer", "", "the `PERSON` it was told to")
	flags.StringVar(&o.Date, "date", "", "the `DAY`, as YYYY-MM-DD (default: today)")
	flags.StringVar(&o.Principle, "principle", "", "the `PRINCIPLE` that was asked for")
	flags.StringVar(&o.Note, "note", "", "a `REMARK`: what was asked next, what went well")
	o.add(cmd, "list", "json", "text")
	cmd.RegisterFlagCompletionFunc("principle", completePrinciples)
	return cmd
}

func runTold(s streams, o toldOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	if r.bank == nil {
		return errors.New("only a bank remembers what was told; star init makes one")
	}
	path := relative(filepath.Join(r.bank.Root, stories.ToldFile))
	if len(args) == 0 {
		return r.listTold(s, o, path)
	}
	if err := r.complete(&o, args[0]); err != nil {
		return err
	}
	if err := stories.AddTold(path, o.Telling); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s: %s\n", cells.Clean(path), cells.Clean(toldLine(&o.Telling)))
	return err
}

// complete fills in what a telling of a story lacks.
func (r *reading) complete(o *toldOptions, name string) error {
	files, _ := r.files(nil)
	path, err := lookUp(strings.TrimSuffix(filepath.Base(name), ".md"), files)
	if err != nil {
		return err
	}
	o.Story = idOf(path)
	if o.Company == "" {
		return errors.New("at which company? --company NAME")
	}
	if o.Date == "" {
		o.Date = time.Now().Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, o.Date); err != nil {
		return fmt.Errorf("--date %q is not YYYY-MM-DD", o.Date)
	}
	if o.Principle != "" {
		p, err := r.principle(o.Principle)
		if err != nil {
			return err
		}
		o.Principle = p.ID
	}
	return nil
}

// toldLine says what was told to whom.
func toldLine(t *stories.Telling) string {
	line := t.Date + "  " + t.Story + " at " + t.Company + toWhom(t.Interviewer)
	if t.Principle != "" {
		line += ", for " + t.Principle
	}
	if t.Note != "" {
		line += "; " + t.Note
	}
	return line
}

// listTold lists what was told, at a company if one is named, by date.
func (r *reading) listTold(s streams, o toldOptions, path string) error {
	told, err := stories.ReadTold(path)
	if err != nil {
		return err
	}
	told = slices.DeleteFunc(told, func(t stories.Telling) bool { return o.Company != "" && !strings.EqualFold(t.Company, o.Company) })
	slices.SortStableFunc(told, func(a, b stories.Telling) int { return strings.Compare(a.Date, b.Date) })
	files, _ := r.files(nil)
	known := map[string]bool{}
	for _, file := range files {
		known[idOf(file)] = true
	}
	if o.format == "json" {
		return report.EncodeJSON(s.out, struct {
			Version int               `json:"version"`
			Told    []stories.Telling `json:"told"`
		}{1, append([]stories.Telling{}, told...)})
	}
	return toldText(s.out, told, known, o.look(s.out))
}

func toldText(w io.Writer, told []stories.Telling, known map[string]bool, look look) error {
	p := newPage(w, look)
	if len(told) == 0 {
		p.Printf("nothing told yet; star told STORY --company NAME remembers it\n")
	}
	for i := range told {
		date, line, _ := strings.Cut(toldLine(&told[i]), "  ")
		if !known[told[i].Story] {
			line += " (no story of the bank has this id)"
		}
		p.paragraph(cells.Clean(date)+"  ", cells.Clean(line))
	}
	return p.Flush()
}
