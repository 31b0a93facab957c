package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"starbank/principles"
	"starbank/star"
	"starbank/star/lint"
	"starbank/stories"
)

// reading is the bank, if there is one, and the principles that a command
// reads stories by.
type reading struct {
	stdin     io.Reader
	stdinName string        // the path to report for standard input
	settings  string        // the path of star.yaml, "" without a bank
	bank      *stories.Bank // nil without one
	config    stories.Config
	set       *principles.Set
	setPath   string            // the file that the set comes from, "" for the builtin one
	setSource []byte            // of that file, as it was read
	texts     map[string][]byte // what to read in place of files, by path
}

// openReading opens the bank of the working folder or, where config names a
// star.yaml, that one.
func openReading(s streams, config string) (*reading, error) {
	r := &reading{stdin: s.in, stdinName: "stdin.md", settings: config, config: stories.DefaultConfig(), set: principles.Builtin()}
	var err error
	if config != "" {
		r.bank, err = stories.Open(config)
	} else if r.bank, err = stories.Find("."); errors.Is(err, stories.ErrNoBank) {
		return r, nil
	}
	if err != nil {
		return nil, err
	}
	r.config = r.bank.Config
	if r.settings == "" {
		r.settings = filepath.Join(r.bank.Root, stories.Settings)
	}
	return r, r.openSet()
}

// builtinSet is the value of principles in star.yaml that means Amazon's.
const builtinSet = "amazon"

func (r *reading) openSet() error {
	if r.config.Principles == builtinSet {
		return nil
	}
	r.setPath = r.config.Principles
	if !filepath.IsAbs(r.setPath) {
		r.setPath = filepath.Join(r.bank.Root, r.setPath)
	}
	var err error
	if r.setSource, err = stories.ReadFile(r.setPath); err != nil {
		return fmt.Errorf("%s: principles: %w", r.settings, err)
	}
	if r.set, err = principles.Parse(bytes.NewReader(r.setSource)); err != nil {
		return fmt.Errorf("%s:%w", relative(r.setPath), err)
	}
	return nil
}

// questions returns the questions of the program, with those that star.yaml adds.
func (r *reading) questions() (*principles.Questions, error) {
	all := principles.BuiltinQuestions()
	if r.config.Questions == "" {
		return all, nil
	}
	path := r.config.Questions
	if !filepath.IsAbs(path) {
		path = filepath.Join(r.bank.Root, path)
	}
	source, err := stories.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: questions: %w", r.settings, err)
	}
	own, err := principles.ParseQuestions(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("%s:%w", relative(path), err)
	}
	return all.With(own), nil
}

// checking returns what star.yaml says about checking.
func (r *reading) checking() (lint.Config, error) {
	speaking := r.config.Speaking
	config := lint.Config{Severities: map[string]lint.Severity{}, Principles: r.set, WordsPerMinute: speaking.WordsPerMinute, Minutes: speaking.Minutes, Known: r.config.Check.Known,
		Allow: r.config.Allow, Deny: r.config.Deny}
	if r.config.Target.LevelGiven {
		config.Level = r.config.Target.Level
	}
	for _, setting := range r.config.Check.Rules {
		if stories.LookupRule(setting.Rule) != nil {
			continue // of the bank: star coverage heeds it
		}
		rule, err := findRule(setting.Rule)
		if err != nil {
			return config, fmt.Errorf("%s:%d: %w", r.settings, setting.Line, err)
		}
		var level lint.Severity
		if err := level.UnmarshalText([]byte(setting.Severity)); err != nil {
			return config, err
		}
		config.Severities[rule.ID] = level
	}
	return config, nil
}

// source reads a file, or standard input under the name given for it.
func (r *reading) source(path *string) ([]byte, error) {
	if *path == stdinPath {
		*path = r.stdinName
		return io.ReadAll(io.LimitReader(r.stdin, star.MaxSize+1))
	}
	if text, is := r.texts[*path]; is {
		return text, nil
	}
	source, err := stories.ReadFile(*path)
	if trouble, ok := err.(stories.Trouble); ok {
		return nil, trouble.Err
	}
	return source, err
}

// eachStory reads files side by side and returns what f makes of each, in their
// order, together with the files that could not be read. f must keep nothing of
// the story that it does not return in what it makes.
func eachStory[T any](r *reading, files []string, f func(*star.Story) T) ([]T, []stories.Trouble) {
	made := make([]T, len(files))
	failures := make([]error, len(files))
	sideBySide(len(files), func(i int) { made[i], failures[i] = oneStory(r, files[i], f) })
	var troubles []stories.Trouble
	read := made[:0]
	for i, err := range failures {
		if err != nil {
			troubles = append(troubles, stories.Trouble{Path: files[i], Err: err})
			continue
		}
		read = append(read, made[i])
	}
	return read, troubles
}

// sideBySide calls f with the numbers below n, as many at once as there are cores.
func sideBySide(n int, f func(i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	workers.Wait()
}

func oneStory[T any](r *reading, path string, f func(*star.Story) T) (made T, err error) {
	defer caught(&err)
	source, err := r.source(&path)
	if err != nil {
		return made, err
	}
	return f(star.Parse(path, source)), nil
}

// caught makes an error of a panic, when it is deferred.
func caught(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("internal error: %v; please report it with the file", fault)
	}
}
