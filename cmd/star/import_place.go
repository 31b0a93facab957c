package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"starbank/star"
	"starbank/stories"
	"starbank/stories/notes"
)

// known is what the target folder holds already.
type known struct {
	paths map[string]bool   // of its files
	texts map[string]string // the path of a story by its words
	from  map[string]string // and by the notes that it was made of
}

func knownIn(folder string) (known, error) {
	k := known{map[string]bool{}, map[string]string{}, map[string]string{}}
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return k, nil
	}
	files, troubles := stories.List(folder)
	if len(files) == 0 && len(troubles) > 0 {
		return k, troubles[0]
	}
	for _, file := range files {
		k.paths[filepath.Clean(file)] = true
		source, err := stories.ReadFile(file)
		if err != nil {
			continue // it is not overwritten, whatever it holds
		}
		story := star.Parse(file, source)
		k.texts[wordsOf(textsOf(story))] = file
		if from := story.Field("source"); from != "" {
			k.from[from] = file
		}
	}
	return k, nil
}

func textsOf(story *star.Story) (texts [5]string) {
	for _, part := range star.Parts() {
		if section := story.Section(part); section != nil {
			texts[part] = section.Text
		}
	}
	return texts
}

func wordsOf(texts [5]string) string {
	return strings.Join(strings.Fields(strings.Join(texts[:], " ")), " ")
}

// place gives each story its file, a name that nothing has yet, or says which story
// it is already.
func (run *importing) place() {
	for i := range run.found {
		p := &run.found[i]
		words := wordsOf(p.Sections)
		if p.there = run.known.texts[words]; p.there == "" {
			p.there = run.known.from[p.From(p.from)]
		}
		if p.there != "" {
			continue
		}
		p.path = run.free(notes.ID(p.Title))
		run.known.paths[p.path], run.known.texts[words] = true, p.path
	}
}

// free returns a path with an id that no file has, on file systems that know small
// and capital letters apart or not.
func (run *importing) free(id string) string {
	for n := 1; ; n++ {
		name := id
		if n > 1 {
			name = fmt.Sprintf("%s-%d", id, n)
		}
		path := filepath.Join(run.folder, name+".md")
		if _, err := os.Lstat(path); !run.known.paths[path] && errors.Is(err, fs.ErrNotExist) {
			return path
		}
	}
}

// write writes the stories that are new.
func (run *importing) write() (troubles []stories.Trouble) {
	if err := os.MkdirAll(run.folder, 0o755); err != nil {
		return []stories.Trouble{{Path: run.folder, Err: errors.Unwrap(err)}}
	}
	for i := range run.found {
		p := &run.found[i]
		if p.there != "" {
			continue
		}
		source, err := p.Compose(p.from)
		if err == nil {
			err = stories.Create(p.path, source)
		}
		if err != nil {
			troubles = append(troubles, stories.Trouble{Path: p.From(p.from), Err: err})
			p.path = ""
		}
	}
	return troubles
}
