package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"starbank/star"
	"starbank/star/ledger"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/star/prose"
	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

// spokenJSON is what a transcript says of an answer.
type spokenJSON struct {
	Version  int           `json:"version"`
	Story    string        `json:"story"`
	Words    int           `json:"words"`
	Minutes  float64       `json:"minutes"`
	Rate     int           `json:"words_per_minute"` // measured where the minutes are known, else that of star.yaml
	Measured bool          `json:"measured"`
	Findings []spokenIssue `json:"findings"`
	LeftOut  []leftOutJSON `json:"left_out"`
	Figures  []leftOutJSON `json:"figures_left_out"`
	band     band          // what the minutes are held against
	average  int           // the rate over all transcripts
}

type spokenIssue struct {
	Rule    string `json:"rule"`
	Name    string `json:"name"`
	Message string `json:"message"`
	Help    string `json:"help"`
	Quote   string `json:"quote"`
}

type leftOutJSON struct {
	Section string `json:"section"`
	Line    int    `json:"line"`
	Text    string `json:"text"`
}

// spokenRules are the rules about how something is said.
var spokenRules = []*lint.Rule{rules.Fillers, rules.Hedges, rules.ApologeticOpener, rules.SentenceLong, rules.PrincipleNamed, rules.Absolutes, rules.SelfDescription, rules.ActionWe, rules.Blame}

// checkTranscript reads what was said of a story.
func (r *reading) checkTranscript(s streams, o practiceOptions, args []string) error {
	if len(args) != 1 {
		return errors.New("--transcript wants the one story that was told: star practice STORY --transcript FILE")
	}
	path := o.transcript
	source, err := r.source(&path)
	if err != nil {
		return fmt.Errorf("%s: %w", cells.Clean(o.transcript), err)
	}
	run, troubles, err := r.session(s, o, args)
	if err != nil {
		return err
	}
	said, err := run.hear(run.chosen[0], string(source))
	if err != nil {
		return err
	}
	if o.format == "json" {
		err = report.EncodeJSON(s.out, said)
	} else {
		err = spokenText(s, said, o.look(s.out))
	}
	return s.finish(err, troubles)
}

// hear compares what was said with the story, and learns the rate where it is known
// how long it took.
func (run *session) hear(c *rehearse.Candidate, text string) (*spokenJSON, error) {
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\uFFFD"), "\uFEFF")
	config, err := run.checking()
	if err != nil {
		return nil, err
	}
	heard := prose.Analyze(text)
	said := &spokenJSON{Version: 1, Story: c.Story.ID, Words: len(heard.Words), Findings: []spokenIssue{}, LeftOut: []leftOutJSON{}, Figures: []leftOutJSON{},
		Rate: config.Rate(), band: run.band()}
	if said.Words == 0 {
		return nil, errors.New("the transcript has no words")
	}
	if run.options.minutes > 0 {
		said.Rate, said.Measured = int(float64(said.Words)/run.options.minutes+0.5), true
		if err := run.learn(c, said.Words); err != nil {
			return nil, err
		}
	}
	said.Minutes, said.average = thousandth(float64(said.Words)/float64(said.Rate)), spokenRate(run.answers)
	said.find(text, config)
	said.compare(c.Story, text)
	return said, nil
}

// learn keeps how many words took how long: of each transcript once a day, however
// often it is checked. How it went is for the candidate to say, so it is not rated.
func (run *session) learn(c *rehearse.Candidate, words int) error {
	a := practice.Answer{Time: clock.Now(), Round: "transcript", Item: c.Story.ID, Seconds: int(run.options.minutes * 60), Words: words}
	known := slices.ContainsFunc(run.answers, func(b practice.Answer) bool {
		return b.Item == a.Item && b.Words == a.Words && b.Seconds == a.Seconds && a.Time.Sub(b.Time) < 24*time.Hour
	})
	if run.log == "" || known {
		return nil
	}
	run.answers = append(run.answers, a)
	return practice.Append(run.log, a)
}

// find checks how it was said, as the Action of a story.
func (said *spokenJSON) find(text string, config lint.Config) {
	source, err := star.Compose(star.Composition{Sections: [5]string{star.Action: text}})
	if err != nil {
		return
	}
	story := star.Parse("transcript.md", source)
	for _, d := range lint.Run(story, spokenRules, config).Diagnostics {
		said.Findings = append(said.Findings, spokenIssue{d.Rule.ID, d.Rule.Name, d.Message, d.Help, story.Quote(d.Span)})
	}
}

// leastSaid is the share of the telling words of a sentence that is said.
const leastSaid = 0.5

// compare lists the sentences and the figures of the story that were not said.
func (said *spokenJSON) compare(story *star.Story, text string) {
	heard := rehearse.Hear(text)
	for _, part := range star.Parts() {
		section := story.Section(part)
		if section.Blank() {
			continue
		}
		for _, sentence := range section.Prose.Sentences {
			words := section.Prose.Slice(sentence.Range)
			if heard.Share(words) < leastSaid {
				at := story.Position(section.Span(sentence.Range).Start)
				said.LeftOut = append(said.LeftOut, leftOutJSON{part.String(), at.Line, strings.Join(strings.Fields(words), " ")})
			}
		}
	}
	said.compareFigures(story, text)
}

func (said *spokenJSON) compareFigures(story *star.Story, text string) {
	heard := map[float64]bool{}
	t := prose.Analyze(text)
	for _, n := range t.Numbers {
		heard[n.Value] = true
	}
	lines := ledger.Of(story).Lines()
	for i := range lines {
		l := &lines[i]
		if told := l.Field != ledger.Title && l.Field != ledger.Opening && l.Field != ledger.Anchors && l.Field != ledger.Followups; told && !heard[l.Value] {
			heard[l.Value] = true
			said.Figures = append(said.Figures, leftOutJSON{string(l.Field), l.From.Line, l.Text})
		}
	}
}

func spokenText(s streams, said *spokenJSON, look look) error {
	p := newPage(s.out, look)
	how := "at the rate of star.yaml"
	if said.Measured {
		how = "measured"
	}
	p.Printf("%s  %s, %s at %d words a minute (%s)\n", p.Paint(cells.Bold, cells.Clean(said.Story)), cells.Plural(said.Words, "word", "words"), said.band.verdict(int(said.Minutes*60+0.5)), said.Rate, how)
	for _, f := range said.Findings {
		p.paragraph("- ", cells.Clean(f.Message+"; "+f.Help))
		p.Printf("  %s\n", p.Paint(cells.Dim, cells.Shorten(cells.Clean(strings.Join(strings.Fields(f.Quote), " ")), p.width-2)))
	}
	p.leftOut("figures left out", said.Figures)
	p.leftOut("left out", said.LeftOut)
	if len(said.Findings)+len(said.Figures)+len(said.LeftOut) == 0 {
		p.Printf("all of the story was said, and nothing was in its way\n")
	}
	if said.average > 0 {
		p.paragraph("", fmt.Sprintf("your rate over all transcripts: %d words a minute; in star.yaml: speaking: {words_per_minute: %d}", said.average, said.average))
	}
	return p.Flush()
}

func (p *page) leftOut(what string, list []leftOutJSON) {
	if len(list) == 0 {
		return
	}
	p.Printf("%s\n", p.Paint(cells.Bold, what))
	for _, l := range list {
		p.Printf("  %-9s %4d  %s\n", l.Section, l.Line, cells.Shorten(cells.Clean(l.Text), p.width-18))
	}
}
