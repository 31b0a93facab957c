// Package rules holds the rules of star, one file each, and their list.
//
// To add one, write a file with a [lint.Rule], put it into [All], and run the
// tests: they hold its documentation, examples and fixture against the code.
package rules

import (
	"sync"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/prose"
)

// All lists every rule in the order of their ids.
var All = []*lint.Rule{
	FileUnreadable, NotAStory, FrontMatterUnclosed, FrontMatterInvalid, ValueCut, FrontMatterLate, KeyRepeated, KeyMisspelled,
	ValueType, PrincipleUnknown, DateInvalid, StatusUnknown, SectionRepeated, PlaceholderLeft, StoryEmpty, HeadingMalformed,
	InvisibleCharacter, PrincipleMisspelled, ignoreInvalid, lint.IgnoreUnused,
	SectionMissing, SituationThin, TaskThin, ActionThin, ResultThin, SectionOrder, SituationLong, ActionShare, ResultShort,
	ResultLong, StoryShort, StoryLong, HeadlineMissing, ParagraphLong, TaskNotOwn,
	ResultNoMetric, ResultNoBaseline, ResultNoTimeframe, ResultNoEffect, VagueQuantifier, PraiseOnly, FiguresDisagree,
	FiguresCrowded, LessonMissing, LessonEmpty, ResultOpen, ResultOfCompany, FigureContradicted,
	ActionWe, ActionFewSteps, ActionPassive, ActionByOthers, ActionNoReason, WeakVerbs, HabitTold, Hypothetical,
	ActionPresent, NoObstacle, NoOtherPerson, Jargon,
	Hedges, Fillers, SentenceLong, AcronymUndefined, Buzzwords, SelfDescription, PrincipleNamed, Blame, EmployerComplaint, Absolutes,
	ApologeticOpener, Readability,
	NameGiven, CodeName, SecretFound, MoneyNamed, FlawUnpublished, DoNotClaim,
	FailureNoLoss, FailureNotOwned, FailureNoImpact, FailureNoRecovery, FailureNoChange,
	PrincipleUnproven, PrincipleWeak, PrincipleUndeclared, PrincipleContradicted, PrincipleMustMissing, PrinciplesMany,
	ScopeBelowLevel, AmbiguityUnseen,
}

// told returns the section of a part when it says something, else nil.
func told(p *lint.Pass, part star.Part) *star.Section {
	if section := p.Story.Section(part); !section.Blank() {
		return section
	}
	return nil
}

// parts returns those of the given parts that say something.
func parts(p *lint.Pass, wanted ...star.Part) []*star.Section {
	var sections []*star.Section
	for _, part := range wanted {
		if section := told(p, part); section != nil {
			sections = append(sections, section)
		}
	}
	return sections
}

// list builds the phrases of a rule on first use.
func list(patterns ...string) func() *prose.Phrases {
	return sync.OnceValue(func() *prose.Phrases { return prose.NewPhrases(patterns...) })
}

// hasMetric reports whether a sentence holds a figure that measures something.
func hasMetric(t *prose.Text, sentence int) bool {
	for _, n := range t.Numbers {
		if n.Sentence == sentence && n.Metric() {
			return true
		}
	}
	return false
}

// problems makes the check of a rule that passes on what Parse reported.
func problems(kinds ...star.Kind) func(*lint.Pass) {
	return func(p *lint.Pass) {
		for _, problem := range p.Story.Problems {
			for _, kind := range kinds {
				if problem.Kind == kind {
					p.Report(lint.Finding{Span: problem.Span, Message: problem.Message, Help: problem.Help, Related: related(problem), Fix: fix(problem.Help, problem.Edits...)})
				}
			}
		}
	}
}

// fix returns a mend, or nil where there are no edits.
func fix(title string, edits ...star.Edit) *lint.Fix {
	if len(edits) == 0 {
		return nil
	}
	return &lint.Fix{Title: title, Edits: edits}
}

func related(problem star.Problem) []lint.Related {
	if problem.Related.Empty() {
		return nil
	}
	return []lint.Related{{Span: problem.Related, Message: "given first here"}}
}
