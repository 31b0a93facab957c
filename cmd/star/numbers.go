package main

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/star"
	"starbank/star/ledger"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
)

const numbersLong = `List every figure of the stories, with what it speaks of and its sentence, to
rehearse each and to verify it. Without a story, list those of the bank of the
working folder, or of the folder itself. A story is named by its path, its id,
or a beginning that one id has.

An interviewer asks where a figure comes from. A figure is backed when a
followup of its story gives it again; --unbacked lists the others. Figures that
speak of one thing with two values are marked, within a story as star check
reports them, and between the stories listed that are of one project as star
coverage does.

Dates, versions, list numbers and what stands in code are no figures. An anchor
that gives a figure again is listed by --format json and csv alone.

Exit status: 0 listed; 2 the work could not be done.`

const numbersExample = `  star numbers
  star numbers leaked-key
  star numbers --status ready --unbacked
  star numbers --project release-signing --contradicted
  star numbers --format csv >figures.csv`

// numbersOptions are the flags of star numbers.
type numbersOptions struct {
	common
	project, status, tag   string
	unbacked, contradicted bool
}

// numbersFormat writes the figures of stories.
type numbersFormat func(io.Writer, []numbered, look) error

var numbersFormats = map[string]numbersFormat{"text": numbersText, "json": numbersJSON, "csv": numbersCSV, "markdown": numbersMarkdown}

func newNumbers(s streams) *cobra.Command {
	var o numbersOptions
	cmd := &cobra.Command{
		Use: "numbers [STORY...]", Short: "List every figure, to rehearse and to verify it", GroupID: "review",
		Long: numbersLong, Example: numbersExample,
		RunE: func(_ *cobra.Command, args []string) error { return runNumbers(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.project, "project", "", "only stories of this `PROJECT`")
	flags.StringVar(&o.status, "status", "", "only stories with this `STATUS`: draft, ready or retired")
	flags.StringVar(&o.tag, "tag", "", "only stories with this `TAG`")
	flags.BoolVar(&o.unbacked, "unbacked", false, "only figures that no followup gives again")
	flags.BoolVar(&o.contradicted, "contradicted", false, "only figures that another one contradicts")
	o.add(cmd, "list", "csv", "json", "markdown", "text")
	complete(cmd, "status", star.Statuses()...)
	return cmd
}

func runNumbers(s streams, o numbersOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.status != "" && !slices.Contains(star.Statuses(), o.status) {
		return unknownWord("status", o.status, star.Statuses())
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	config, err := r.checking()
	if err != nil {
		return err
	}
	files, troubles, err := r.stories(args)
	if err != nil {
		return err
	}
	defer tuneMemory(noLimit)()
	found, failed := eachStory(r, files, func(story *star.Story) numbered { return numberStory(story, config) })
	found = slices.DeleteFunc(found, func(n numbered) bool { return !o.keeps(&n) })
	if !r.isOff("STAR808") {
		contradictAcross(found)
	}
	for i := range found {
		found[i].lines = slices.DeleteFunc(found[i].lines, func(l numberedLine) bool {
			return o.unbacked && (len(l.Backing) > 0 || l.Field == ledger.Followups) || o.contradicted && len(l.against) == 0
		})
	}
	return s.finish(numbersFormats[o.format](s.out, found, o.look(s.out)), append(troubles, failed...))
}

// isOff reports whether star.yaml switches a rule of the bank off.
func (r *reading) isOff(rule string) bool {
	return slices.ContainsFunc(r.config.Check.Rules, func(s stories.RuleSetting) bool {
		return s.Severity == "off" && stories.LookupRule(s.Rule) == stories.LookupRule(rule)
	})
}

// keeps reports whether the flags keep a story.
func (o *numbersOptions) keeps(n *numbered) bool {
	return (o.project == "" || strings.EqualFold(n.project, o.project)) && (o.status == "" || n.status == o.status) && (o.tag == "" || n.tagged(o.tag))
}

// numbered is a story with its figures. It holds on to nothing of the story itself.
type numbered struct {
	id, path, title       string
	project, date, status string
	tags                  []string
	lines                 []numberedLine
}

// numberedLine is a figure with those that contradict it.
type numberedLine struct {
	ledger.Line
	repeats bool // an anchor that gives a figure of the story again
	against []opposite
}

// sentence returns the sentence of a figure, on one line.
func (l *numberedLine) sentence() string { return l.Before + l.Text + l.After }

// opposite is a figure that contradicts another one.
type opposite struct {
	story, path string
	line        *ledger.Line
}

func (n *numbered) tagged(tag string) bool {
	return slices.ContainsFunc(n.tags, func(own string) bool { return strings.EqualFold(own, tag) })
}

func numberStory(story *star.Story, config lint.Config) numbered {
	n := numbered{id: story.ID, path: story.Path, title: strings.Clone(story.Title.Text), project: strings.Clone(story.Project.Text),
		date: strings.Clone(story.Date.Text), status: cmp.Or(strings.Clone(story.Status.Text), star.Draft)}
	for _, tag := range story.Tags {
		n.tags = append(n.tags, strings.Clone(tag.Text))
	}
	figures := ledger.Of(story)
	lines := figures.Lines()
	for i := range lines {
		n.lines = append(n.lines, numberedLine{Line: lines[i], repeats: lines[i].Field == ledger.Anchors && repeated(lines, i)})
	}
	if config.SeverityOf(rules.FigureContradicted) != lint.Off && !lint.Ignored(story, rules.FigureContradicted) {
		for _, pair := range figures.Pairs(lines) {
			oppose(&n, pair.A, &n, pair.B)
		}
	}
	story.Release()
	return n
}

// repeated reports whether an anchor gives a figure of the sections again.
func repeated(lines []ledger.Line, anchor int) bool {
	return slices.ContainsFunc(lines, func(o ledger.Line) bool {
		return o.Field != ledger.Anchors && o.Field != ledger.Followups && o.Repeats(&lines[anchor])
	})
}

// oppose marks two figures as contradicting each other.
func oppose(a *numbered, i int, b *numbered, j int) {
	x, y := a.lines[i].Line, b.lines[j].Line
	a.lines[i].against = append(a.lines[i].against, opposite{b.id, b.path, &y})
	b.lines[j].against = append(b.lines[j].against, opposite{a.id, a.path, &x})
}

// contradictAcross marks the figures that stories of one project give for one thing
// with two values. Retired stories count for nothing.
func contradictAcross(found []numbered) {
	told := make([]stories.Figures, len(found))
	for k := range found {
		if found[k].status == star.Retired {
			continue
		}
		told[k] = stories.Figures{Project: found[k].project, Date: found[k].date}
		for i := range found[k].lines {
			told[k].Lines = append(told[k].Lines, found[k].lines[i].Line)
		}
	}
	for _, d := range stories.Differences(told) {
		oppose(&found[d.A], d.Pair.A, &found[d.B], d.Pair.B)
	}
}
