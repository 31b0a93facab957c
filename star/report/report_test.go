package report

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/lint"
	"starbank/star/readiness"
	"starbank/star/report/cells"
)

var update = flag.Bool("update", false, "rewrite golden files")

var (
	rule    = &lint.Rule{ID: "STAR205", Name: "vague-quantifier"}
	foreign = &lint.Rule{ID: "STAR002", Name: "not-a-story", Final: true}
)

// marked is a story with one diagnostic: about the first words of the source
// between « and »; the others are related places. Without marks, it is clean.
type marked struct {
	path, source  string
	severity      lint.Severity
	message, help string
	rule          *lint.Rule
}

func (m marked) result() lint.Result {
	source, spans := unmark(m.source)
	story := star.Parse(m.path, []byte(source))
	result := judged(story)
	if len(spans) == 0 {
		return result
	}
	d := lint.Diagnostic{Rule: m.rule, Severity: m.severity, Story: story, Section: "result", Span: spans[0], Message: m.message, Help: m.help}
	if d.Rule == nil {
		d.Rule = rule
	}
	for _, span := range spans[1:] {
		d.Related = append(d.Related, lint.Related{Span: span, Message: "and here"})
	}
	result.Diagnostics = []lint.Diagnostic{d}
	return result
}

// judged is a story without findings.
func judged(story *star.Story) lint.Result {
	a := anatomy.Of(story)
	return lint.Result{Story: story, Anatomy: a, Readiness: readiness.Of(a, evidence.Of(story, principles.Builtin()), nil)}
}

// unmark takes the marks out of a source and returns what they enclosed.
func unmark(source string) (string, []star.Span) {
	var plain strings.Builder
	var spans []star.Span
	for _, r := range source {
		switch r {
		case '«':
			spans = append(spans, star.Span{Start: plain.Len()})
		case '»':
			spans[len(spans)-1].End = plain.Len()
		default:
			plain.WriteRune(r)
		}
	}
	return plain.String(), spans
}

const sound = "# A sound one\n\n## Situation\nIn 2024 our team lost two hours a day.\n## Task\nI had to cut that by May.\n" +
	"## Action\nI timed it, split it, and told them, because it hurt.\n## Result\nIt went from 50 to 12 minutes within a week.\n"

var long = strings.Repeat("I told each of the leads what was left of it. ", 30)

// shared is what every format is shown.
var shared = []struct {
	name    string
	options Report
	stories []marked
}{
	{"none", Report{}, nil},
	{"clean", Report{}, []marked{{path: "sound.md", source: sound}}},
	{"one", Report{}, []marked{{path: "stories/patch.md", source: "## Result\nIt got «significantly» faster.\n", severity: lint.Warning,
		message: `"significantly" stands in place of a figure`, help: "say how much"}}},
	{"no help", Report{}, []marked{{path: "caf\xe9.md", source: "## Result\n«It»\n", severity: lint.Info, message: "it"}}},
	{"two", Report{}, []marked{
		{path: "sound.md", source: sound},
		{path: "a path/with blanks.md", source: "## Result\nIt got «better».\n", severity: lint.Error, message: "better than what", help: "say what it was before"}}},
	{"wide", Report{}, []marked{{path: "世界/故事.md", source: "## Result\n世界 got 👩‍💻 «大幅» better, café 🎉🎉.\n", severity: lint.Warning,
		message: "大幅 is no figure", help: "say how much: 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅 大幅"}}},
	{"long line", Report{}, []marked{
		{path: "a-start.md", source: "## Action\n«I told» each of them. " + long + "\n", severity: lint.Info, message: "start"},
		{path: "b-middle.md", source: "## Action\n" + long + "«I told» all. " + long + "\n", severity: lint.Info, message: "middle"},
		{path: "c-end.md", source: "## Action\n" + long + "I «told» all.\n", severity: lint.Info, message: "end"},
		{path: "d-all.md", source: "## Action\n«" + long + "»\n", severity: lint.Info, message: "all"}}},
	{"long word", Report{}, []marked{{path: "p.md", source: "## Action\nhttps://example.com/" + strings.Repeat("path/", 40) + "«x»\n", severity: lint.Info,
		message: "link", help: "see https://example.com/" + strings.Repeat("path/", 30) + " for more"}}},
	{"tab", Report{}, []marked{{path: "tab.md", source: "## Action\n\tI\tcut\t«it»\tdown\n", severity: lint.Info, message: "cut"}}},
	{"several lines", Report{}, []marked{{path: "lines.md", source: "## Action\nI «cut it.\n\nThen I told» them.\n", severity: lint.Info, message: "two"}}},
	{"line end", Report{}, []marked{{path: "end.md", source: "## Action\r\nI cut it.«»\r\n", severity: lint.Info, message: "nothing behind"}}},
	{"related", Report{}, []marked{{path: "we.md", severity: lint.Error, message: "six",
		source: "## Action\n«We» cut it. «We\n  told» them. «We» did. «We» are. «" + strings.Repeat("We went. ", 9) + "» «We» end.\n"}}},
	{"hostile", Report{}, []marked{{path: "a\x1b[2J\xff\u202e.md", source: "## Result\n\x1b[31mIt \u2066«got\x07»\u2069 better.\n## Action\n«\u202eI\x9b»\n", severity: lint.Error,
		message: "\x1b]0;owned\x07 \u202egot", help: "\x1b[1mno\u2028w \U000e0041"}}},
	{"empty file", Report{}, []marked{{path: "empty.md", source: "«»", severity: lint.Error, message: "file is not laid out as a story", rule: foreign}}},
	{"one foreign", Report{}, []marked{{path: "notes.md", source: "«# Notes»\n", severity: lint.Error, message: "file is not laid out as a story", help: "mark the sections", rule: foreign}}},
	{"foreign", Report{}, []marked{
		{path: "a.md", source: "«# A»\n", severity: lint.Error, message: "file is not laid out as a story", help: "mark the sections", rule: foreign},
		{path: "b.md", source: "«# B»\n", severity: lint.Error, message: "file holds several stories", help: "move each", rule: foreign},
		{path: "c.md", source: "«# C»\n", severity: lint.Error, message: "file is not laid out as a story", help: "mark the sections", rule: foreign}}},
	{"quiet", Report{Quiet: true}, []marked{{path: "patch.md", source: "## Result\nIt got «better».\n", severity: lint.Warning, message: "better"}, {path: "sound.md", source: sound}}},
	{"colour", Report{Colour: true}, []marked{
		{path: "a.md", source: "## Result\nIt got «better» and «better».\n", severity: lint.Warning, message: "better", help: "say how much"},
		{path: "b.md", source: "## Result\nIt got «worse».\n", severity: lint.Error, message: "worse"},
		{path: "sound.md", source: sound}}},
	{"long message", Report{}, []marked{{path: "a.md", source: "## Result\nIt got «better».\n", severity: lint.Warning, message: "result is thin: it does not give a figure, a baseline or a time frame, nor anything else"},
		{path: "b.md", source: "## Result\nIt got «better».\n", severity: lint.Info, message: "result is thin: it does not give a figure, a baseline"}}},
	{"narrow", Report{Width: 40}, []marked{{path: "a-story-with-quite-a-long-name-that-does-not-fit-anywhere.md", severity: lint.Warning,
		source: "## Result\nThe process became «significantly» better for everybody who used it.\n", message: "better than what it was before", help: "say how much, how many or how long, and what it was before"}}},
	{"broad", Report{Width: 110}, []marked{{path: "a.md", severity: lint.Warning,
		source: "## Result\nThe process became «significantly» better for everybody who used it.\n", message: "better than what it was before", help: "say how much, how many or how long, and what it was before"}}},
	{"long id", Report{Width: 110}, []marked{{path: "a-story-with-quite-a-long-name-that-does-not-fit-anywhere.md", source: sound}}},
	{"many", Report{}, many()},
}

// many is more than is shown with its line, in more stories than are listed.
func many() (stories []marked) {
	for i := range maxFrames + 3 {
		stories = append(stories, marked{path: fmt.Sprintf("s%02d.md", i), source: "## Result\nIt got «better».\n", severity: lint.Warning, message: "better"},
			marked{path: fmt.Sprintf("s%02d-sound.md", i), source: sound})
	}
	return stories
}

func results(stories []marked) []lint.Result {
	var results []lint.Result
	for _, story := range stories {
		results = append(results, story.result())
	}
	return results
}

func TestFormats(t *testing.T) {
	for _, test := range shared {
		for _, name := range Names() {
			t.Run(name+"/"+test.name, func(t *testing.T) {
				r := test.options
				r.Results, r.WordsPerMinute = results(test.stories), 140
				if r.Width == 0 {
					r.Width = 80
				}
				var got bytes.Buffer
				if err := writing(name)(&got, r); err != nil {
					t.Fatal(err)
				}
				golden(t, filepath.Join("testdata", name, strings.ReplaceAll(test.name, " ", "-")+".golden"), got.Bytes())
			})
		}
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, got, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s", diff.Diff(path, want, "got", got))
	}
}

// TestText holds what every report for people keeps to: its width, and that
// nothing of a story reaches the terminal as a command.
func TestText(t *testing.T) {
	for _, test := range shared {
		r := test.options
		r.Results, r.WordsPerMinute = results(test.stories), 140
		for _, width := range []int{40, 80, 110} {
			r.Width, r.Colour = width, false
			var out bytes.Buffer
			if err := Text(&out, r); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				line = strings.TrimSuffix(line, "\n")
				if line != cells.Clean(line) {
					t.Errorf("%s: not clean: %q", test.name, line)
				}
				if strings.HasSuffix(line, " ") {
					t.Errorf("%s: blank at the end of %q", test.name, line)
				}
				if cells.Width(line) > width && width >= 80 && !strings.Contains(line, "https://") {
					t.Errorf("%s: %d cells in a width of %d: %q", test.name, cells.Width(line), width, line)
				}
			}
		}
	}
}

// TestSince holds that the report of a part shows the part, what has become of it,
// and the totals of the whole.
func TestSince(t *testing.T) {
	whole := results([]marked{{path: "a.md", source: "## Result\nIt got «better».\n", severity: lint.Warning, message: "better"},
		{path: "b.md", source: "## Result\nIt got «worse».\n", severity: lint.Error, message: "worse"}, {path: "sound.md", source: sound}})
	const totals = "\n1 error, 1 warning and 0 suggestions in 3 stories; 1 clean\n"
	for _, test := range []struct {
		part  []lint.Result
		since *Since
		want  string
	}{
		{whole[:1], &Since{2, 1, -4}, "\n2 mended, 1 new; readiness -4" + totals},
		{whole[1:2], &Since{New: 3}, "\n3 new" + totals},
		{whole[2:], &Since{Mended: 1, Readiness: 9}, "\n1 mended; readiness +9" + totals},
		{whole[2:], &Since{}, "\nnothing mended, nothing new" + totals},
		{nil, nil, totals[1:]},
	} {
		var out bytes.Buffer
		if err := Text(&out, Report{Results: test.part, Whole: whole, Since: test.since, WordsPerMinute: 140, Width: 80}); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.HasSuffix(got, test.want) || len(test.part) == 0 && got != test.want {
			t.Errorf("%v of a part:\n%s\nwant at the end\n%s", test.since, got, test.want)
		}
		for _, result := range whole {
			part := slices.ContainsFunc(test.part, func(r lint.Result) bool { return r.Story == result.Story })
			if shown := strings.Contains(out.String(), "\n"+result.Story.ID+" "); shown != part {
				t.Errorf("%v of a part: %s is in the table: %v, want %v", test.since, result.Story.ID, shown, part)
			}
		}
	}
}

// TestTotals holds that the totals praise nobody beside a file that is no story.
func TestTotals(t *testing.T) {
	for _, test := range []struct {
		stories []marked
		want    string
	}{
		{[]marked{{path: "sound.md", source: sound}}, "in 1 story; nothing to report\n"},
		{[]marked{{path: "sound.md", source: sound}, {path: "notes.md", source: "«# Notes»\n", severity: lint.Error, rule: foreign}}, "in 1 story; 1 clean\n1 file is not laid out as a story\n"},
	} {
		var out bytes.Buffer
		if err := Text(&out, Report{Results: results(test.stories), WordsPerMinute: 140, Width: 80}); err != nil || !strings.HasSuffix(out.String(), test.want) {
			t.Errorf("%v, %s\nwant at the end\n%s", err, &out, test.want)
		}
	}
}

type full struct{ room int }

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriterErrors(t *testing.T) {
	r := Report{Results: results(many()), WordsPerMinute: 140, Width: 80}
	for _, name := range Names() {
		var whole bytes.Buffer
		if err := writing(name)(&whole, r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, room := range []int{0, 100, whole.Len() - 1} {
			if err := writing(name)(&full{room}, r); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v, want %v", name, room, err, errFull)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for _, name := range []string{"xml", "", "JSON"} {
		if _, known := Lookup(name); known {
			t.Errorf("the unknown format %q is found", name)
		}
	}
	if names := Names(); !slices.IsSorted(names) {
		t.Errorf("formats are not in order: %v", names)
	}
}

func writing(name string) Format {
	kind, _ := Lookup(name)
	return kind.Write
}
