package changes

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/report"
	"starbank/star/report/cells"
	"starbank/star/revision"
)

// Markdown writes a review of the changes to paste into a pull request: the
// judgement of each revision, then the sections that changed, with what went
// struck out and what came in bold.
func Markdown(w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "**star**: %s, %s to %s\n", cells.Plural(len(d.Stories), "story changed", "stories changed"), d.Sides[0], d.Sides[1])
	for i := range d.Stories {
		markdownStory(out, &d.Stories[i], d)
	}
	return out.Flush()
}

var markdown = markup{
	escape: report.EscapeMarkdown,
	marks:  [...][2]string{kept: {"", ""}, cut: {"~~", "~~"}, added: {"**", "**"}, movedAway: {"~~", "~~"}, movedHere: {"*", "*"}},
	note:   " (%s)",
}

func markdownStory(out io.Writer, s *Story, d Document) {
	fmt.Fprintf(out, "\n### %s\n\n", markdown.escape(s.ID))
	for _, line := range judgementLines(s, d.Rate) {
		fmt.Fprintf(out, "- %s\n", markdown.escape(line))
	}
	for _, f := range s.Review.Difference.Fields {
		fmt.Fprintf(out, "- %s: %s\n", markdown.escape(f.Key), markdown.field(f))
	}
	if d.Detail == Judgement {
		return
	}
	for i := range s.Review.Difference.Sections {
		section := &s.Review.Difference.Sections[i]
		if section.Change == revision.Unchanged {
			continue
		}
		fmt.Fprintf(out, "\n**%s** (%s)\n\n", section.Name, markdown.escape(what(section)))
		if section.Change&(revision.Changed|revision.Added|revision.Removed) != 0 {
			markdown.paragraphs(out, changedOnly(paragraphs(section.Ops), d.Whole))
		}
	}
}

// changedOnly leaves out paragraphs that did not change.
func changedOnly(all []paragraph, whole bool) []paragraph {
	var left []paragraph
	for _, p := range all {
		if whole || p.changed() {
			left = append(left, p)
		}
	}
	return left
}

// judgementLines is the judgement a line each, as text.
func judgementLines(s *Story, rate int) []string {
	var b strings.Builder
	p := newPen(&b, Document{Width: 1 << 20, Rate: rate})
	p.judgement(s)
	p.Flush()
	var lines []string
	for line := range strings.Lines(b.String()) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}
