package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/principles"
	"starbank/stories/rehearse"
)

const questionsLong = `List the questions of interviews: 244 of them, about the 16 principles, about
security, and technical ones with what each wants to see. WORDS keep those that
hold all of them, in any form ("disagreement" finds "disagreed"); the id of a
question shows it alone, with what is asked after it.

In a bank each question has the story beside it that answers it best. --open
keeps those that no story solidly answers. --to-ask lists questions for you to
ask.

Exit status: 0 listed; 1 no such question; 2 the work could not be done.`

const questionsExample = `  star questions --principle earn-trust
  star questions disagree manager
  star questions --open --level L5        # what is still to be written
  star questions --required               # the guide for security engineers
  star questions hb-01
  star questions --to-ask`

// questionsOptions are the flags of star questions.
type questionsOptions struct {
	common
	principle, kind, role, level, domain string
	required, open, toAsk                bool
}

// questionsFormat writes questions.
type questionsFormat struct {
	list  func(io.Writer, []asked, look) error
	toAsk func(io.Writer, []principles.Inquiry, look) error
}

var questionsFormats = map[string]questionsFormat{"text": {questionsText, inquiriesText}, "json": {questionsJSON, inquiriesJSON}}

func newQuestions(s streams) *cobra.Command {
	var o questionsOptions
	cmd := &cobra.Command{
		Use: "questions [WORD...]", Short: "List what interviewers ask, with your story for it", GroupID: "rehearse",
		Long: questionsLong, Example: questionsExample,
		RunE: func(_ *cobra.Command, args []string) error { return runQuestions(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.principle, "principle", "p", "", "only questions that probe this `PRINCIPLE`")
	flags.StringVar(&o.kind, "kind", "", "only questions of this `KIND`: behavioral, situational, habit or technical")
	flags.StringVar(&o.role, "role", "", "only questions for this `ROLE`: sec, sde, data, pm, tpm, sa or mgr")
	flags.StringVar(&o.level, "level", "", "only questions that are usual at this `LEVEL`: L4 to L7")
	flags.StringVar(&o.domain, "domain", "", "only questions of this `DOMAIN`, such as network-security")
	flags.BoolVar(&o.required, "required", false, "only those of the guide for security engineers")
	flags.BoolVar(&o.open, "open", false, "only those that no story solidly answers")
	flags.BoolVar(&o.toAsk, "to-ask", false, "list questions for you to ask the interviewer")
	o.add(cmd, "list", "json", "text")
	cmd.RegisterFlagCompletionFunc("principle", completePrinciples)
	complete(cmd, "kind", kinds()...)
	return cmd
}

func kinds() (names []string) {
	for _, kind := range principles.Kinds {
		names = append(names, string(kind))
	}
	return names
}

func runQuestions(s streams, o questionsOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.kind != "" && !slices.Contains(kinds(), o.kind) {
		return unknownWord("kind", o.kind, kinds())
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	all, err := r.questions()
	if err != nil {
		return err
	}
	format := questionsFormats[o.format]
	if o.toAsk {
		return format.toAsk(s.out, all.AskInterviewer, o.look(s.out))
	}
	keep, err := r.keepQuestion(o, args)
	if err != nil {
		return err
	}
	found, err := r.withStories(all, keep, o.open)
	if err != nil {
		return err
	}
	if len(found) == 1 {
		found[0].probes = probesOf(all, &found[0])
	}
	if err := format.list(s.out, found, o.look(s.out)); err != nil || len(found) > 0 {
		return err
	}
	return errFindings
}

// keepQuestion returns what the flags and the words keep.
func (r *reading) keepQuestion(o questionsOptions, words []string) (func(*principles.Question) bool, error) {
	id := ""
	if o.principle != "" {
		p, err := r.principle(o.principle)
		if err != nil {
			return nil, err
		}
		id = p.ID
	}
	return func(q *principles.Question) bool {
		return (id == "" || slices.Contains(q.Principles, id)) && (o.kind == "" || string(q.Kind) == o.kind) && (o.domain == "" || q.Domain == o.domain) &&
			(o.role == "" || slices.Contains(q.Roles, o.role) || slices.Contains(q.Roles, "any")) && (o.level == "" || slices.Contains(q.Levels, strings.ToUpper(o.level))) &&
			(!o.required || q.Required) && (len(words) == 1 && q.ID == strings.ToLower(words[0]) || rehearse.Mentions(q.Text, words))
	}, nil
}

// asked is a question with the story that answers it.
type asked struct {
	*principles.Question
	inBank bool             // there are stories to answer it
	story  *rehearse.Choice // nil where none does
	probes []string         // where the question is shown alone
}

// withStories returns the questions that are kept, each with the story that solidly
// answers it; of open ones only those without.
func (r *reading) withStories(all *principles.Questions, keep func(*principles.Question) bool, open bool) ([]asked, error) {
	if r.bank == nil && open {
		return nil, errors.New("--open compares with the stories of a bank; no star.yaml here or in a folder above")
	}
	asker, err := r.bankAsker()
	if err != nil {
		return nil, err
	}
	var found []asked
	for i := range all.Questions {
		q := asked{Question: &all.Questions[i], inBank: asker != nil}
		if !keep(q.Question) {
			continue
		}
		if asker != nil {
			if answer := asker.Ask(q.Text); answer.Fits() {
				q.story = &answer.Choices[0]
			}
		}
		if !open || q.story == nil && q.Kind != principles.Technical {
			found = append(found, q)
		}
	}
	return found, nil
}

// bankAsker returns an asker with the stories of the bank, nil without a bank. What
// cannot be read is left to star check.
func (r *reading) bankAsker() (*rehearse.Asker, error) {
	if r.bank == nil {
		return nil, nil
	}
	asker, _, err := r.asker()
	return asker, err
}

// probesOf returns what is asked after a question.
func probesOf(all *principles.Questions, q *asked) []string {
	if len(q.Principles) == 0 {
		return nil
	}
	return append(slices.Clone(all.Probes[q.Principles[0]]), all.GenericProbes[:3]...)
}
