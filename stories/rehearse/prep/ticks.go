package prep

import "strings"

// File is the name of the file, beside star.yaml, that holds what the candidate ticked:
// a line "item: YYYY-MM-DD" for each item that is done.
const File = "prep.yaml"

// Tick returns the source with an item done on a day, or not done where the day is "".
// Other lines stay as they are.
func Tick(source, item, day string) string {
	var lines []string
	for line := range strings.Lines(source) {
		if key, _, _ := strings.Cut(line, ":"); strings.TrimSpace(key) != item {
			lines = append(lines, strings.TrimRight(line, "\r\n"))
		}
	}
	if day != "" {
		lines = append(lines, item+": "+day)
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}
