package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/prep"
)

const prepLong = `The days before: the stages of the process with what each wants, and a
checklist. What the bank can answer is ticked by looking at the stories, the
plan and what was practised; the rest you tick yourself (--tick news), which
goes to prep.yaml in the bank.

--cards writes a cue card for each story: opening, anchors, figures, what will
be asked. As markdown and html they are pages to print, one a story; as csv and
tsv Anki imports them, and knows a card again by its id. --variants proposes
which sentences of a story to keep for some lengths in seconds: it selects, and
writes nothing. --redact puts [name 1] and the like in place of what
confidential.deny of star.yaml lists, the same for the same name, in all that is
printed.

Exit status: 0 done, or all is ticked; 1 something on the checklist is open; 2
the work could not be done.`

const prepExample = `  star prep
  star prep --tick news,provider
  star prep --cards html >cards.html     # then print it
  star prep --cards tsv --redact >cards.tsv
  star prep --variants 30,60,90,180 leaked-key`

// prepOptions are the flags of star prep.
type prepOptions struct {
	common
	cards, variants string
	tick, untick    []string
	redact          bool
}

func newPrep(s streams) *cobra.Command {
	var o prepOptions
	cmd := &cobra.Command{
		Use: "prep [STORY...]", Short: "The days before: a checklist, cue cards, short variants", GroupID: "rehearse",
		Long: prepLong, Example: prepExample,
		RunE: func(_ *cobra.Command, args []string) error { return runPrep(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.cards, "cards", "", "write cue cards in this `FORMAT`: "+strings.Join(cardFormatNames(), ", "))
	flags.StringVar(&o.variants, "variants", "", "select the sentences to keep for these `SECONDS`, as 30,60,90,180")
	flags.StringSliceVar(&o.tick, "tick", nil, "tick these `ITEMS` of the checklist")
	flags.StringSliceVar(&o.untick, "untick", nil, "take the ticks of these `ITEMS` away")
	flags.BoolVar(&o.redact, "redact", false, "replace the names of confidential.deny in what is printed")
	o.add(cmd, "list", "json", "text")
	complete(cmd, "cards", cardFormatNames()...)
	complete(cmd, "tick", prep.OwnItems()...)
	complete(cmd, "untick", prep.OwnItems()...)
	return cmd
}

func runPrep(s streams, o prepOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if _, known := cardFormats[o.cards]; o.cards != "" && !known {
		return unknownWord("cards", o.cards, cardFormatNames())
	}
	lengths, err := o.lengths()
	if err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	ticks, err := r.ticks(o)
	if err != nil {
		return err
	}
	run, troubles, err := r.session(s, practiceOptions{common: o.common}, args)
	if err != nil {
		return err
	}
	var hide pseudonyms
	if o.redact {
		hide = pseudonymsFor(r.config.Deny)
	}
	switch {
	case o.cards != "":
		err = cardFormats[o.cards](s.out, run.cards(hide))
	case len(lengths) > 0:
		err = run.variants(lengths, hide)
	default:
		err = run.checklist(ticks, hide)
	}
	return s.finish(err, troubles)
}

// lengths returns the seconds of --variants.
func (o *prepOptions) lengths() (lengths []int, err error) {
	if o.variants == "" {
		return nil, nil
	}
	for word := range strings.SplitSeq(o.variants, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || n < 10 || n > 600 {
			return nil, fmt.Errorf("--variants %q: want seconds from 10 to 600, as 30,60,90,180", o.variants)
		}
		lengths = append(lengths, n)
	}
	return lengths, nil
}

// ticks reads what the candidate ticked, after the flags have changed it.
func (r *reading) ticks(o prepOptions) (map[string]string, error) {
	for _, item := range append(slices.Clone(o.tick), o.untick...) {
		if !slices.Contains(prep.OwnItems(), item) {
			return nil, fmt.Errorf("no item %q to tick%s", item, stories.Suggest(item, prep.OwnItems()))
		}
	}
	changes := len(o.tick)+len(o.untick) > 0
	if r.bank == nil {
		if changes {
			return nil, errors.New("only a bank remembers ticks; star init makes one")
		}
		return nil, nil
	}
	path := relative(filepath.Join(r.bank.Root, prep.File))
	before, err := os.ReadFile(path)
	missing := errors.Is(err, fs.ErrNotExist)
	if err != nil && !missing {
		return nil, err
	}
	after := string(before)
	for _, item := range o.tick {
		after = prep.Tick(after, item, clock.Now().Format(time.DateOnly))
	}
	for _, item := range o.untick {
		after = prep.Tick(after, item, "")
	}
	ticks, err := stories.ParseTicks([]byte(after), prep.OwnItems())
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	switch {
	case after == string(before):
		return ticks, nil
	case missing:
		return ticks, stories.Create(path, []byte(after))
	}
	return ticks, stories.Replace(path, before, []byte(after))
}

// bankToLookAt is what the checklist looks at.
func (run *session) bankToLookAt() (*prep.Bank, error) {
	slots, err := rehearse.Slots(run.config.Loop, run.set, run.config.Target)
	if err != nil {
		return nil, run.inSettings(err)
	}
	return &prep.Bank{Asker: run.asker, Plan: run.asker.Plan(slots, nil), Answers: run.answers, Set: run.set, Target: run.config.Target, Now: clock.Now()}, nil
}

// stageJSON is a stage of star prep --format json.
type stageJSON struct {
	Name  string     `json:"name"`
	Wants string     `json:"wants"`
	Items []itemJSON `json:"items"`
}

type itemJSON struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Done  bool   `json:"done"`
	Own   bool   `json:"own"` // only the candidate can tick it
	State string `json:"state"`
	How   string `json:"how"`
}

// checklist writes the stages; it ends with findings while something is open.
func (run *session) checklist(ticks map[string]string, hide pseudonyms) error {
	bank, err := run.bankToLookAt()
	if err != nil {
		return err
	}
	stages, open, all := []stageJSON{}, 0, 0
	for i := range prep.Stages {
		stage := stageJSON{prep.Stages[i].Name, prep.Stages[i].Wants, []itemJSON{}}
		states := prep.Stages[i].Look(bank, ticks)
		if len(states) == 0 {
			continue // no stage of this role
		}
		for _, state := range states {
			if all++; !state.Done {
				open++
			}
			stage.Items = append(stage.Items, itemJSON{state.ID, state.Text, state.Done, state.Own(), hide.in(state.State), state.How})
		}
		stages = append(stages, stage)
	}
	if run.options.format == "json" {
		err = report.EncodeJSON(run.out, struct {
			Version int         `json:"version"`
			Stages  []stageJSON `json:"stages"`
			Open    int         `json:"open"`
		}{1, stages, open})
	} else {
		err = checklistText(run.out, stages, open, all, run.options.look(run.out))
	}
	if err == nil && open > 0 {
		err = errFindings
	}
	return err
}

func checklistText(out io.Writer, stages []stageJSON, open, all int, look look) error {
	p := newPage(out, look)
	for i, stage := range stages {
		if i > 0 {
			p.Printf("\n")
		}
		p.Printf("%s\n", p.Paint(cells.Bold, fmt.Sprintf("%d  %s", i+1, stage.Name)))
		p.paragraph("   ", stage.Wants)
		for _, item := range stage.Items {
			p.checkItem(item)
		}
	}
	p.Printf("\n%d of %d done; what only you know is ticked by: star prep --tick ITEM\n", all-open, all)
	return p.Flush()
}

func (p *page) checkItem(item itemJSON) {
	box, colour := "[ ]", cells.Yellow
	if item.Done {
		box, colour = "[x]", cells.Green
	}
	p.paragraph("   "+p.Paint(colour, box)+" ", item.Text)
	margin := strings.Repeat(" ", len("   [ ] "))
	state := item.State
	switch {
	case item.Own && !item.Done:
		state = strings.TrimLeft(item.How+"; star prep --tick "+item.ID, "; ")
	case item.Own:
		state = "ticked on " + state
	case !item.Done && item.How != "":
		state += "; " + item.How
	}
	for _, line := range cells.Wrap(cells.Clean(state), p.width-len(margin)) {
		p.Printf("%s%s\n", margin, p.Paint(cells.Dim, line))
	}
}
