package changes

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"starbank/star/revision"
)

// CriticMarkup writes the newer text of each story whole, with the changes marked
// as CriticMarkup has them: {--cut--}, {++added++}, and {>>comments<<} for what was
// moved. Marks that the story itself holds are broken by a backslash.
func CriticMarkup(w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	for i, s := range d.Stories {
		if i > 0 {
			fmt.Fprint(out, "\n")
		}
		fmt.Fprintf(out, "# %s\n", critic.escape(s.ID))
		for _, f := range s.Review.Difference.Fields {
			fmt.Fprintf(out, "\n%s: %s\n", critic.escape(f.Key), critic.field(f))
		}
		for _, section := range s.Review.Difference.Sections {
			fmt.Fprintf(out, "\n## %s\n\n", section.Name)
			critic.paragraphs(out, paragraphs(section.Ops))
		}
	}
	return out.Flush()
}

var critic = markup{
	escape: strings.NewReplacer("{", `{\`, "}", `\}`).Replace,
	marks:  [...][2]string{kept: {"", ""}, cut: {"{--", "--}"}, added: {"{++", "++}"}, movedAway: {"{--", "--}"}, movedHere: {"{++", "++}"}},
	note:   "{>>%s<<}",
}

// markup is how a format marks words.
type markup struct {
	escape func(string) string
	marks  [movedHere + 1][2]string
	note   string // of fmt, for where words were moved to or from
}

// pieces marks pieces in a row.
func (m *markup) pieces(pieces []piece) string {
	var b strings.Builder
	for i, piece := range pieces {
		if i > 0 && !piece.glued {
			b.WriteByte(' ')
		}
		mark := m.marks[piece.fate]
		b.WriteString(mark[0] + m.escape(piece.text) + mark[1])
		if piece.note != "" {
			fmt.Fprintf(&b, m.note, piece.note)
		}
	}
	return b.String()
}

// field marks the items of a field.
func (m *markup) field(f revision.Field) string {
	var items []string
	for _, item := range f.Items {
		for _, paragraph := range paragraphs(item.Ops) {
			items = append(items, m.pieces(paragraph.pieces))
		}
	}
	return strings.Join(items, ", ")
}

// paragraphs writes each with its marker; steps stand together.
func (m *markup) paragraphs(out io.Writer, all []paragraph) {
	for i, p := range all {
		if i > 0 && (p.marker == "" || all[i-1].marker == "") {
			fmt.Fprintln(out)
		}
		marker := p.marker
		if marker != "" {
			marker += " "
		}
		fmt.Fprintf(out, "%s%s\n", marker, m.pieces(p.pieces))
	}
}
