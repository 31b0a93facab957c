package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
	"starbank/principles"
	"starbank/star/lint"
	"starbank/star/lint/rules"
	"starbank/stories"
)

const explainLong = `Explain a rule: what it finds, why that matters to an interviewer, and a bad and
a good example. Or explain a principle: what it asks for, the parts of its
evidence with the question for each, what it is taken for, and the stories of
your own bank that prove it best. Without a name, list all rules and principles.

An example shows the keys of a story's front matter that matter to the rule;
the rest of the story is sound.

Exit status: 0 explained; 2 there is no such rule or principle.`

const explainExample = `  star explain                   # the lists
  star explain result-no-metric  # or STAR201
  star explain dive-deep         # or DD, or "Dive Deep"
  star explain --all             # every rule
  star explain --all >rules.md   # as Markdown`

func newExplain(s streams) *cobra.Command {
	all, format := false, ""
	cmd := &cobra.Command{
		Use: "explain [RULE|PRINCIPLE]", Short: "Say what a rule finds, or what a principle asks for", GroupID: "review",
		Args: arguments(0, 1, "one rule or principle at most"), Long: explainLong, Example: explainExample,
		RunE:              func(_ *cobra.Command, args []string) error { return runExplain(s, args, all, format) },
		ValidArgsFunction: completeRules,
	}
	cmd.Flags().BoolVar(&all, "all", false, "explain every rule")
	cmd.Flags().StringVarP(&format, "format", "f", format, "write --all in this `FORMAT`: markdown, text (default: text for a terminal, else markdown)")
	complete(cmd, "format", explainFormats...)
	return cmd
}

func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, rule := range rules.All {
		names = append(names, rule.Name+"\t"+rule.Title)
	}
	for _, rule := range stories.Rules {
		names = append(names, rule.Name+"\t"+rule.Title)
	}
	for _, p := range principles.Builtin().Principles {
		names = append(names, p.ID+"\t"+p.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

var explainFormats = []string{"markdown", "text"}

func runExplain(s streams, args []string, all bool, format string) error {
	out := bufio.NewWriter(s.out)
	defer out.Flush()
	if format == "" {
		format = map[bool]string{true: "text", false: "markdown"}[term.IsTerminal(s.out)]
	}
	switch {
	case !slices.Contains(explainFormats, format):
		return unknownWord("format", format, explainFormats)
	case all && len(args) > 0:
		return errors.New("star explain --all takes no name")
	case all && format == "markdown":
		writeReference(out)
	case all:
		explainAll(out)
	case len(args) == 0:
		listRules(out)
	default:
		return explainName(s, out, args[0])
	}
	return out.Flush()
}

func explainAll(w io.Writer) {
	for i, rule := range rules.All {
		if i > 0 {
			fmt.Fprintln(w)
		}
		explain(w, rule)
	}
	for _, rule := range stories.Rules {
		fmt.Fprintln(w)
		explainBank(w, rule)
	}
}

// explainName explains the rule or the principle of a name.
func explainName(s streams, out *bufio.Writer, name string) error {
	if rule := lint.Lookup(rules.All, name); rule != nil {
		explain(out, rule)
		return out.Flush()
	}
	if rule := stories.LookupRule(name); rule != nil {
		explainBank(out, rule)
		return out.Flush()
	}
	r, err := openReading(s, "")
	if err != nil {
		return err
	}
	p, err := r.principle(name)
	if err != nil {
		return unknownName(name)
	}
	return r.explainPrinciple(s.out, p)
}

// unknownName is the error for what is neither a rule nor a principle.
func unknownName(name string) error {
	known, _ := completeRules(nil, nil, "")
	for i := range known {
		known[i], _, _ = strings.Cut(known[i], "\t")
	}
	if near := stories.Suggest(name, known); near != "" {
		return fmt.Errorf("unknown rule or principle %q%s", name, near)
	}
	return fmt.Errorf("unknown rule or principle %q; star explain lists them", name)
}

func listRules(w io.Writer) {
	for _, rule := range rules.All {
		fmt.Fprintf(w, "%s  %-22s %-8s %s\n", rule.ID, rule.Name, rule.Severity, rule.Title)
	}
	for _, rule := range stories.Rules {
		fmt.Fprintf(w, "%s  %-22s %-8s %s\n", rule.ID, rule.Name, rule.Severity, rule.Title)
	}
	fmt.Fprintln(w)
	for _, p := range principles.Builtin().Principles {
		fmt.Fprintf(w, "%-4s  %-45s %s\n", p.Abbr, p.ID, p.Name)
	}
}

func explainBank(w io.Writer, rule *stories.Rule) {
	fmt.Fprintf(w, "%s %s (%s, of the bank)\n\n%s.\n%s", rule.ID, rule.Name, rule.Severity, sentence(rule.Title), fill("", rule.Why))
}

func explain(w io.Writer, rule *lint.Rule) {
	fmt.Fprintf(w, "%s %s (%s, since %s)\n\n%s.\n%s", rule.ID, rule.Name, rule.Severity, rule.Since, sentence(rule.Title), fill("", rule.Why))
	fmt.Fprintf(w, "\nReported:\n\n%s\nNot reported:\n\n%s", indent(rule.Bad), indent(rule.Good))
}

func sentence(title string) string { return strings.ToUpper(title[:1]) + title[1:] }

// indent sets an example off and wraps its long lines.
func indent(example string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(lint.Visible(example), "\n") + "\n") {
		b.WriteString(fill("    "+line[:len(line)-len(strings.TrimLeft(line, " "))], line))
	}
	return b.String()
}

// fill breaks a text into lines behind a margin.
func fill(margin, text string) string {
	var b strings.Builder
	line := margin
	for word := range strings.FieldsSeq(text) {
		if line != margin {
			word = " " + word
		}
		if utf8.RuneCountInString(line+word) > helpWidth && line != margin {
			b.WriteString(line + "\n")
			line, word = margin, word[1:]
		}
		line += word
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
	return b.String()
}
