package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/report/cells"
	"starbank/stories"
)

// mended is what became of a story that was mended.
type mended struct {
	path          string
	before, after []byte
	found         []lint.Diagnostic // what was mended or set aside
	err           error
}

// mend changes a story without writing it.
type mend func(*star.Story) ([]byte, []lint.Diagnostic, error)

// chooseMend reports flags that ask for nothing or for two things. The reason of
// an ignore becomes one line.
func (o *checkOptions) chooseMend(ignore bool) error {
	o.ignoreReason = strings.Join(strings.Fields(o.ignoreReason), " ")
	switch {
	case ignore && o.ignoreReason == "":
		return errors.New("--add-ignore wants a reason; for example --add-ignore 'told before the rule was known'")
	case ignore && o.fix:
		return errors.New("--fix and --add-ignore do different things; run one after the other")
	}
	return nil
}

// mends returns how the flags ask to change stories, or nil.
func (p *checkPlan) mends() mend {
	switch {
	case p.options.ignoreReason != "":
		return p.setAside
	case p.options.fix || p.options.diff:
		return func(story *star.Story) ([]byte, []lint.Diagnostic, error) {
			source, found := lint.Mend(story, p.ruleset, p.lint)
			return source, found, nil
		}
	}
	return nil
}

// setAside writes an ignore for each finding that is shown. What keeps a file
// from being read as meant cannot be set aside.
func (p *checkPlan) setAside(story *star.Story) ([]byte, []lint.Diagnostic, error) {
	found := slices.DeleteFunc(lint.Run(story, p.ruleset, p.lint).Diagnostics, func(d lint.Diagnostic) bool {
		return d.Severity < p.show || strings.HasPrefix(d.Rule.ID, "STAR0")
	})
	if len(found) == 0 {
		return story.Source, nil, nil
	}
	var names []string
	for _, d := range found {
		if !slices.Contains(names, d.Rule.Name) {
			names = append(names, d.Rule.Name)
		}
	}
	edits, err := story.AddIgnores(names, p.options.ignoreReason)
	if err != nil {
		return story.Source, nil, err
	}
	source, err := star.Apply(story.Source, edits)
	if err == nil && !story.Keeps(star.Parse(story.Path, source), edits) {
		err = star.ErrNoPlace
	}
	return source, found, err
}

// change mends the files and, unless only the differences are wanted, writes
// them. It returns how many findings and files it was about.
func (p *checkPlan) change(s streams, files []string, how mend) (findings, changed int, troubles []stories.Trouble) {
	if slices.Contains(files, stdinPath) {
		return 0, 0, []stories.Trouble{{Path: stdinPath, Err: errors.New("standard input cannot be mended; name a file")}}
	}
	results, troubles := eachStory(p.reading, files, func(story *star.Story) mended {
		m := mended{path: story.Path, before: story.Source}
		m.after, m.found, m.err = how(story)
		if len(m.found) == 0 {
			m.before, m.after = nil, nil
		}
		return m
	})
	for _, m := range results {
		if m.err == nil && len(m.found) > 0 {
			m.err = p.apply(s.out, m)
		}
		switch {
		case m.err != nil:
			troubles = append(troubles, stories.Trouble{Path: m.path, Err: m.err})
		case len(m.found) > 0:
			findings, changed = findings+len(m.found), changed+1
		}
	}
	return findings, changed, troubles
}

// apply writes a mended story, or how it differs.
func (p *checkPlan) apply(w io.Writer, m mended) error {
	if !p.options.diff {
		err := stories.Replace(m.path, m.before, m.after)
		if trouble, ok := err.(stories.Trouble); ok {
			return trouble.Err
		}
		return err
	}
	return writeDiff(w, m.path, m.before, m.after)
}

// writeDiff writes how a changed file differs, as git does.
func writeDiff(w io.Writer, path string, before, after []byte) error {
	for line := range strings.Lines(string(diff.Diff("a/"+path, before, "b/"+path, after))) {
		if strings.HasPrefix(line, "diff ") {
			continue
		}
		if _, err := fmt.Fprintln(w, cells.Clean(strings.TrimRight(line, "\r\n"))); err != nil {
			return err
		}
	}
	return nil
}

// sayChanged says on the error stream what was changed.
func (p *checkPlan) sayChanged(s streams, findings, changed int) {
	verb := map[bool]string{true: "set aside", false: "mended"}[p.options.ignoreReason != ""]
	if p.options.diff {
		verb = "would be " + verb
	}
	fmt.Fprintf(s.err, "star: %s %s in %s\n", cells.Plural(findings, "finding", "findings"), verb, cells.Plural(changed, "story", "stories"))
}
