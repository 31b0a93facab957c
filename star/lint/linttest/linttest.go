// Package linttest tests rules the way they are used: on stories with the
// expected findings written beside the words they concern.
//
// [Overlay] makes a whole story of the smallest example of a rule; [Wants]
// reads the expectations of a fixture.
package linttest

import (
	"fmt"
	"regexp"
	"strings"

	"starbank/star"
	"starbank/star/lint"
)

// Sound is a story that raises nothing. Examples of rules are laid over it.
const Sound = `title: Brought a test suite from 50 to 12 minutes
principles: [dive-deep, deliver-results]
date: 2025-04
role: Security Engineer
project: release-checks
status: ready
situation: |
  In March 2025 our payment team at a small bank lost one release in three to a test suite that took 50 minutes. Two fixes for customers had already waited a week, and a partner launch was four weeks away.
task: |
  As the owner of the pipeline I had to bring the suite under 15 minutes before the launch without dropping a test that guards money.
action: |
  I timed every test and found that one in ten took most of the time. I split the suite into eight parts and ran them side by side, because the slow tests shared one database. A colleague who owned the ledger refused to give up his fixtures, so I rebuilt them with him and compared the results row by row. I moved the copies of the customer table into memory. I decided against a second vendor, since it cost more than idle machines, and wrote a page that names the guard for each test. I told the leads every Friday what was left.
result: |
  The suite went from 50 to 12 minutes within five weeks and the partner launched on time. Customers now get fixes on the day they are written; before, they waited a week.
lesson: |
  Since then I time a suite before I add to it.
`

// Overlay returns the file of an example: the example itself when it is a
// whole file, else Sound with the keys of the example in place of its own.
func Overlay(example string) string {
	if strings.HasPrefix(example, "---") || strings.HasPrefix(example, "#") || strings.HasPrefix(example, "\n") {
		return example
	}
	given := map[string]bool{}
	for _, chunk := range chunks(example) {
		given[key(chunk)] = true
	}
	var file strings.Builder
	file.WriteString("---\n")
	for _, chunk := range chunks(Sound) {
		if !given[key(chunk)] {
			file.WriteString(chunk)
			continue
		}
		for _, own := range chunks(example) {
			if key(own) == key(chunk) {
				file.WriteString(own)
			}
		}
	}
	for _, own := range chunks(example) {
		if !strings.Contains(Sound, "\n"+key(own)+":") && key(own) != "title" {
			file.WriteString(own)
		}
	}
	file.WriteString("---\n")
	return file.String()
}

// chunks cuts front matter before each line that is not indented.
func chunks(text string) []string {
	var found []string
	for line := range strings.Lines(strings.TrimSuffix(text, "\n") + "\n") {
		if line[0] != ' ' && line[0] != '\n' || len(found) == 0 {
			found = append(found, line)
			continue
		}
		found[len(found)-1] += line
	}
	return found
}

func key(chunk string) string {
	before, _, _ := strings.Cut(chunk, ":")
	return before
}

// want matches an expectation: # want "regexp" "regexp" at the end of a line
// of front matter, <!-- want "regexp" --> elsewhere.
var want = regexp.MustCompile(`(?:# want|<!-- want)((?: "(?:[^"\\]|\\.)*")+)(?: -->)?\s*$`)

var quoted = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)

// Wants returns the regular expressions that a fixture expects, by line.
func Wants(fixture string) (map[int][]*regexp.Regexp, error) {
	wants := map[int][]*regexp.Regexp{}
	number := 0
	for line := range strings.Lines(fixture) {
		number++
		match := want.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		for _, text := range quoted.FindAllStringSubmatch(match[1], -1) {
			pattern, err := regexp.Compile(text[1])
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
			wants[number] = append(wants[number], pattern)
		}
	}
	return wants, nil
}

// Compare checks a fixture with the findings of the rules given and returns
// what differs: findings nobody wants and expectations nobody meets.
func Compare(path, fixture string, rules []*lint.Rule, config lint.Config) ([]string, error) {
	wants, err := Wants(fixture)
	if err != nil {
		return nil, err
	}
	var differences []string
	for _, d := range lint.Run(star.Parse(path, []byte(fixture)), rules, config).Diagnostics {
		line := d.Story.Position(d.Span.Start).Line
		if !meet(wants, line, d.Rule.Name+": "+d.Message) {
			differences = append(differences, fmt.Sprintf("%s:%d: unexpected %s: %s", path, line, d.Rule.Name, d.Message))
		}
	}
	for line, patterns := range wants {
		for _, pattern := range patterns {
			differences = append(differences, fmt.Sprintf("%s:%d: nothing matches %q", path, line, pattern))
		}
	}
	return differences, nil
}

// meet strikes out the first expectation of a line that a message matches.
func meet(wants map[int][]*regexp.Regexp, line int, message string) bool {
	for i, pattern := range wants[line] {
		if pattern.MatchString(message) {
			wants[line] = append(wants[line][:i], wants[line][i+1:]...)
			return true
		}
	}
	return false
}
