package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"starbank/star/lint"
	"starbank/star/lint/rules"
)

const explainLong = `Explain a rule: what it finds, why that matters to an interviewer, and a bad and
a good example. Without a rule, list them all.

An example shows the keys of a story's front matter that matter to the rule;
the rest of the story is sound.

Exit status: 0 explained; 2 there is no such rule.`

func newExplain() *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use: "explain [RULE]", Short: "Say what a rule finds and why", GroupID: "review", Args: arguments(0, 1, "one rule at most"),
		Long:    explainLong,
		Example: "  star explain                   # the list of rules\n  star explain result-no-metric  # or STAR201\n  star explain --all",
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.OutOrStdout(), args, all)
		},
		ValidArgsFunction: completeRules,
	}
	cmd.Flags().BoolVar(&all, "all", false, "explain every rule")
	return cmd
}

func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, rule := range rules.All {
		names = append(names, rule.Name+"\t"+rule.Title)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func runExplain(w io.Writer, args []string, all bool) error {
	out := bufio.NewWriter(w)
	defer out.Flush()
	switch {
	case all:
		for i, rule := range rules.All {
			if i > 0 {
				fmt.Fprintln(out)
			}
			explain(out, rule)
		}
	case len(args) == 0:
		listRules(out)
	default:
		rule, err := findRule(args[0])
		if err != nil {
			return err
		}
		explain(out, rule)
	}
	return out.Flush()
}

func listRules(w io.Writer) {
	for _, rule := range rules.All {
		fmt.Fprintf(w, "%s  %-22s %-8s %s\n", rule.ID, rule.Name, rule.Severity, rule.Title)
	}
}

func explain(w io.Writer, rule *lint.Rule) {
	fmt.Fprintf(w, "%s %s (%s, since %s)\n\n%s.\n%s", rule.ID, rule.Name, rule.Severity, rule.Since, sentence(rule.Title), fill("", rule.Why))
	fmt.Fprintf(w, "\nReported:\n\n%s\nNot reported:\n\n%s", indent(rule.Bad), indent(rule.Good))
}

func sentence(title string) string { return strings.ToUpper(title[:1]) + title[1:] }

// indent sets an example off and wraps its long lines.
func indent(example string) string {
	var b strings.Builder
	for line := range strings.Lines(strings.TrimRight(visible(example), "\n") + "\n") {
		b.WriteString(fill("    "+line[:len(line)-len(strings.TrimLeft(line, " "))], line))
	}
	return b.String()
}

// visible spells out the characters of an example that nobody would see.
func visible(example string) string {
	var b strings.Builder
	for _, r := range example {
		if r != '\n' && r != ' ' && (unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)) {
			fmt.Fprintf(&b, "<U+%04X>", r)
			continue
		}
		b.WriteRune(r)
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
