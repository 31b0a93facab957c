package prep

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// File is the name of the file, beside star.yaml, that holds what the candidate ticked.
const File = "prep.yaml"

// ParseTicks reads the file: a line "item: YYYY-MM-DD" for each item that is done. A
// mistake names its line.
func ParseTicks(source string) (map[string]string, error) {
	ticks := map[string]string{}
	for i, line := range strings.Split(source, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		item, day, _ := strings.Cut(line, ":")
		item, day = strings.TrimSpace(item), strings.TrimSpace(day)
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return nil, fmt.Errorf("%d: want an item with the day it was done, as in news: 2026-11-26", i+1)
		}
		if !slices.Contains(OwnItems(), item) {
			return nil, fmt.Errorf("%d: no item %q; known are %s", i+1, item, strings.Join(OwnItems(), ", "))
		}
		ticks[item] = day
	}
	return ticks, nil
}

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
