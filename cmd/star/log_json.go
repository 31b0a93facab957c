package main

import (
	"encoding/json"
	"io"
	"time"

	"starbank/cmd/star/internal/changes"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/review"
	"starbank/stories/history"
)

// logJSON is what star log --format json writes of a story.
type logJSON struct {
	Version   int            `json:"version"`
	ID        string         `json:"id"`
	Path      string         `json:"path"`
	Title     string         `json:"title"`
	Names     []string       `json:"names"`   // paths that it had, the newest first
	Removed   bool           `json:"removed"` // it is none of the stories any more
	Cut       bool           `json:"cut"`     // older revisions are missing: the repository is shallow
	Revisions []revisionJSON `json:"revisions"`
}

type revisionJSON struct {
	Commit  *string `json:"commit"` // null for what is not committed, as are date, author and subject
	Date    *string `json:"date"`
	Author  *string `json:"author"`
	Subject *string `json:"subject"`
	Path    string  `json:"path"` // "" where the story was removed
	Status  string  `json:"status"`
	*versionJSON
	Changes    []string `json:"changes"` // what changed most, in words
	Fixed      int      `json:"fixed"`
	New        int      `json:"new"`
	Error      string   `json:"error,omitempty"`
	Difference any      `json:"difference,omitempty"` // a story of star diff, with --patch
}

// versionJSON is what was true of a version.
type versionJSON struct {
	Readiness int                    `json:"readiness"`
	Findings  int                    `json:"findings"`
	Words     int                    `json:"words"`
	Sections  map[string]sectionJSON `json:"sections"`
}

type sectionJSON struct {
	State anatomy.State `json:"state"`
	Words int           `json:"words"`
}

func (l *storyLog) json(w io.Writer, patch bool, rate int) error {
	doc := logJSON{Version: 1, ID: l.id, Path: l.path(), Title: l.title, Names: l.names(), Removed: l.Gone, Cut: l.Cut(), Revisions: []revisionJSON{}}
	for i := range l.entries {
		made := l.entries[i].json()
		if patch && l.entries[i].change.Review != nil {
			made.Difference = changes.StoryJSON(&l.entries[i].change, rate)
		}
		doc.Revisions = append(doc.Revisions, made)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(doc)
}

func (e *logEntry) json() revisionJSON {
	out := revisionJSON{Path: e.File.Path, Status: e.Status.String(), versionJSON: versionOf(e.version), Changes: []string{}}
	if !e.work {
		date := e.Time.Format(time.RFC3339)
		out.Commit, out.Date, out.Author, out.Subject = &e.Commit, &date, &e.Author, &e.Subject
	}
	if e.failed != nil {
		out.Error = e.failed.Error()
	}
	if r := e.change.Review; r != nil {
		out.Fixed, out.New = len(r.Fixed), len(r.Brought)
		if e.Status != history.Cut {
			out.Changes = append(out.Changes, e.change.Brief()...)
		}
	}
	return out
}

// versionOf returns nil of a version that is not there.
func versionOf(v *review.Version) *versionJSON {
	if v == nil {
		return nil
	}
	out := &versionJSON{v.Readiness.Score, len(v.Findings), v.Anatomy.Words, map[string]sectionJSON{}}
	for _, part := range star.Parts() {
		section := v.Anatomy.Sections[part]
		out.Sections[part.String()] = sectionJSON{section.State, section.Words}
	}
	return out
}
