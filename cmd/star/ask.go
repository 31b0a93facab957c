package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"starbank/principles"
	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
	"starbank/stories/rehearse"
)

const askLong = `Find the story that answers a question best, and say why: which principles the
question probes, which stories prove them and tell of what it asks for, the
words to build on, the line to open with, and what may well be asked next.

The principles of a question that star questions lists are known; those of any
other are read from its words. Stories that are retired are left out.

Exit status: 0 a story fits each question; 1 no story fits one of them; 2 the
work could not be done.`

const askExample = `  star ask "Tell me about a time you disagreed with your manager"
  star ask --from questions.txt          # a question a line
  star ask --format json "When did you fail?" | jq -r '.stories[0].id'`

// askOptions are the flags of star ask.
type askOptions struct {
	common
	from, company string
	top           int
}

func newAsk(s streams) *cobra.Command {
	var o askOptions
	cmd := &cobra.Command{
		Use: "ask QUESTION...", Short: "Find the story that answers a question", GroupID: "rehearse",
		Long: askLong, Example: askExample,
		RunE: func(_ *cobra.Command, args []string) error { return runAsk(s, o, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&o.from, "from", "", "read questions from this `FILE`, one a line; - is standard input")
	flags.StringVar(&o.company, "company", "", "rank stories lower that were told at this `COMPANY` (see star told)")
	flags.IntVarP(&o.top, "top", "n", 3, "show this `NUMBER` of stories")
	o.add(cmd, "answer", "json", "text")
	return cmd
}

func runAsk(s streams, o askOptions, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	if o.top < 1 {
		return fmt.Errorf("--top %d: want at least 1", o.top)
	}
	asked, err := o.questions(s.in, args)
	if err != nil {
		return err
	}
	r, err := openReading(s, o.config)
	if err != nil {
		return err
	}
	asker, troubles, err := r.asker()
	if err != nil {
		return err
	}
	told, err := r.told()
	if err != nil {
		return err
	}
	asker.Remember(told, o.company)
	var answers []rehearse.Answer
	for _, question := range asked {
		answers = append(answers, asker.Ask(question))
	}
	if o.format == "json" {
		err = askJSON(s.out, asker, answers, o.top)
	} else {
		err = askText(s.out, asker, answers, o)
	}
	return s.finish(cmp.Or(err, unanswered(answers)), troubles)
}

// unanswered is [errFindings] where no story fits a question that wants one.
func unanswered(answers []rehearse.Answer) error {
	for i := range answers {
		if !answers[i].Fits() && answers[i].Kind != principles.Technical {
			return errFindings
		}
	}
	return nil
}

// questions returns what is asked: all words of the command line are one question,
// the lines of a file one each.
func (o *askOptions) questions(in io.Reader, args []string) (asked []string, err error) {
	if question := strings.TrimSpace(strings.Join(args, " ")); question != "" {
		asked = append(asked, question)
	}
	if o.from != "" {
		lines, err := questionLines(o.from, in)
		if err != nil {
			return nil, err
		}
		asked = append(asked, lines...)
	}
	if len(asked) == 0 {
		return nil, errors.New(`no question; say it in quotation marks: star ask "Tell me about a time you failed"`)
	}
	return asked, nil
}

// questionLines reads a question a line; blank lines and those that begin with # are
// left out, and so are the marks of a list.
func questionLines(path string, in io.Reader) (asked []string, err error) {
	if path != stdinPath {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	lines := bufio.NewScanner(io.LimitReader(in, star.MaxSize))
	for lines.Scan() {
		line := strings.TrimSpace(strings.ToValidUTF8(lines.Text(), "\uFFFD"))
		if line = strings.TrimLeft(line, "-*•0123456789.) \t\ufeff"); line != "" && !strings.HasPrefix(line, "#") {
			asked = append(asked, line)
		}
	}
	return asked, lines.Err()
}

// asker reads the stories of the bank for questions, and some more files, which count
// even if they are retired.
func (r *reading) asker(with ...string) (*rehearse.Asker, []stories.Trouble, error) {
	config, err := r.checking()
	if err != nil {
		return nil, nil, err
	}
	all, err := r.questions()
	if err != nil {
		return nil, nil, err
	}
	files, troubles := r.files(nil)
	files = append(slices.DeleteFunc(files, func(file string) bool { return slices.Contains(with, file) }), with...)
	found, failed := eachStory(r, files, func(story *star.Story) *rehearse.Candidate {
		result := lint.Run(story, rules.All, config)
		return &rehearse.Candidate{Story: story, Anatomy: result.Anatomy, Evidence: result.Evidence, Readiness: result.Readiness}
	})
	asker := rehearse.NewAsker(r.set, all, time.Now())
	for _, candidate := range found {
		if slices.Contains(with, candidate.Story.Path) {
			asker.Take(candidate)
		} else {
			asker.Add(candidate)
		}
	}
	return asker, append(troubles, failed...), nil
}
