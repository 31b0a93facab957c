// Package changes writes what revisions of stories changed and what they gained
// and lost, for people and for programs. [Formats] lists the formats.
//
// Whatever a format, words that went and words that came are told apart by marks
// and never by colour alone.
package changes

import (
	"io"
	"slices"

	"starbank/star/review"
)

// Status says what became of a story between two versions.
type Status string

// What can become of a story.
const (
	Added     Status = "added"
	Removed   Status = "removed"
	Renamed   Status = "renamed" // and perhaps changed
	Changed   Status = "changed"
	Unchanged Status = "unchanged" // but for white space and the like
)

// Story is a story that differs between two sides.
type Story struct {
	ID       string
	From, To string // paths; "" on the side where it is not
	Status   Status
	Review   *review.Review
}

// Document is what is to be written.
type Document struct {
	Stories []Story
	Sides   [2]string // what is compared, in words
	Rate    int       // words a minute
	Width   int       // columns
	Colour  bool
	Whole   bool // the text that did not change too
	Detail  Detail
	Bare    bool // without the line that names each story; for people
}

// Detail says how much of a change is written for people.
type Detail uint8

// The details.
const (
	Text      Detail = iota // the judgement and the words
	Judgement               // the judgement alone
	Stat                    // a line a story
	Columns                 // the judgement, and the words side by side
)

// Format writes a document. It returns the first error of the writer.
type Format struct {
	Name    string // for flags
	Readers string // who reads it
	Write   func(io.Writer, Document) error
}

// formats is the one list of formats.
var formats = []Format{
	{"criticmarkup", "editors that know CriticMarkup", CriticMarkup},
	{"html", "a browser: one page that needs nothing else", HTML},
	{"json", "programs", JSON},
	{"markdown", "a pull request, to paste", Markdown},
	{"text", "people", Plain},
}

// Formats lists the formats in alphabetical order.
func Formats() []Format { return slices.Clone(formats) }

// Lookup returns the format of a name, or nil.
func Lookup(name string) *Format {
	for i := range formats {
		if formats[i].Name == name {
			return &formats[i]
		}
	}
	return nil
}

// Names lists the names of the formats.
func Names() (names []string) {
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}
