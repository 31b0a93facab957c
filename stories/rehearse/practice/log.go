package practice

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"
)

// File is the name of the log, beside star.yaml.
const File = "practice.jsonl"

// Rating says how an answer went.
type Rating int

// The ratings in rising order, as FSRS counts them.
const (
	Again Rating = iota + 1 // it did not come, or not as an answer
	Hard                    // it came with gaps
	Good                    // it came
	Easy                    // it came without effort
)

var ratingNames = [...]string{Again: "again", Hard: "hard", Good: "good", Easy: "easy"}

// String returns the name of the rating.
func (r Rating) String() string {
	if r < Again || r > Easy {
		return "none"
	}
	return ratingNames[r]
}

// Answer is one answer that was rated.
type Answer struct {
	Time     time.Time `json:"time"` // in UTC, to the second
	Round    string    `json:"round"`
	Item     string    `json:"item"` // the id of the story, or of a question that wants no story
	Question string    `json:"question,omitempty"`
	Rating   Rating    `json:"rating,omitempty"`  // none of a transcript
	Seconds  int       `json:"seconds,omitempty"` // that it took to say
	Words    int       `json:"words,omitempty"`   // that were said, where a transcript was given
}

// Mistake is a line of a log that cannot be read.
type Mistake struct {
	Line   int
	Reason string
}

// Error returns "LINE: reason".
func (m Mistake) Error() string { return fmt.Sprintf("%d: %s", m.Line, m.Reason) }

// Read reads a log: the answers by their time, each once, however often and in which
// order a merge has left them. A last line that was never finished is left out. Lines
// that cannot be read are returned beside the others; a file that is not there holds
// none.
func Read(path string) (answers []Answer, mistakes []Mistake, err error) {
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	answers, mistakes = parse(source)
	return answers, mistakes, nil
}

func parse(source []byte) (answers []Answer, mistakes []Mistake) {
	number := 0
	for line := range bytes.Lines(source) {
		number++
		text := bytes.TrimSpace(line)
		if len(text) == 0 {
			continue
		}
		answer, err := parseLine(text)
		switch {
		case err == nil:
			answers = append(answers, answer)
		case line[len(line)-1] == '\n':
			mistakes = append(mistakes, Mistake{number, err.Error()})
		}
	}
	slices.SortStableFunc(answers, func(a, b Answer) int { return a.Time.Compare(b.Time) })
	return slices.Compact(answers), mistakes
}

func parseLine(text []byte) (a Answer, err error) {
	if err := json.Unmarshal(text, &a); err != nil {
		return a, errors.New("is no answer as star practice writes it")
	}
	a.Time = a.Time.UTC().Truncate(time.Second)
	switch {
	case a.Time.IsZero():
		return a, errors.New("has no time")
	case a.Item == "":
		return a, errors.New("has no item")
	case (a.Rating < Again || a.Rating > Easy) && (a.Rating != 0 || a.Words == 0):
		return a, fmt.Errorf("has the rating %d; want 1 to 4", a.Rating)
	}
	return a, nil
}

// Append adds an answer to a log, which need not be there yet, as one line in one
// write that is on the disk when it returns.
func Append(path string, a Answer) (err error) {
	a.Time = a.Time.UTC().Truncate(time.Second)
	line, err := json.Marshal(a)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if unfinished(file) {
		line = append([]byte{'\n'}, line...)
	}
	if _, err := file.Write(append(line, '\n')); err != nil {
		return err
	}
	return file.Sync()
}

// unfinished reports whether the last line of a file has no end.
func unfinished(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || info.Size() == 0 {
		return false
	}
	last := make([]byte, 1)
	_, err = file.ReadAt(last, info.Size()-1)
	return err == nil && last[0] != '\n'
}
