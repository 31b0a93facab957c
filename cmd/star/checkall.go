package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"starbank/star"
	"starbank/star/lint"
	"starbank/stories"
)

// checkAll checks files side by side and returns the results in their order,
// together with the files that could not be read.
func (p *checkPlan) checkAll(stdin io.Reader, files []string) ([]lint.Result, []stories.Trouble) {
	results := make([]lint.Result, len(files))
	failures := make([]error, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				results[i], failures[i] = p.checkFile(stdin, files[i])
			}
		})
	}
	workers.Wait()
	var troubles []stories.Trouble
	var read []lint.Result
	for i, err := range failures {
		if err != nil {
			troubles = append(troubles, stories.Trouble{Path: files[i], Err: err})
			continue
		}
		read = append(read, results[i])
	}
	return read, troubles
}

func (p *checkPlan) checkFile(stdin io.Reader, path string) (result lint.Result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("internal error: %v; please report it with the file", fault)
		}
	}()
	source, err := p.source(stdin, &path)
	if err != nil {
		return result, err
	}
	result = lint.Run(star.Parse(path, source), p.ruleset, p.lint)
	result.Diagnostics = slices.DeleteFunc(result.Diagnostics, func(d lint.Diagnostic) bool { return d.Severity < p.show })
	return settle(result), nil
}

// source reads a file, or standard input under the name given for it.
func (p *checkPlan) source(stdin io.Reader, path *string) ([]byte, error) {
	if *path == stdinPath {
		*path = p.stdinName
		return io.ReadAll(io.LimitReader(stdin, star.MaxSize+1))
	}
	source, err := stories.ReadFile(*path)
	if trouble, ok := err.(stories.Trouble); ok {
		return nil, trouble.Err
	}
	return source, err
}

// settle lets go of all of a story that no report needs, so that a large bank
// does not stay in memory.
func settle(result lint.Result) lint.Result {
	var spans []star.Span
	for _, d := range result.Diagnostics {
		spans = append(spans, d.Span)
		for _, related := range d.Related {
			spans = append(spans, related.Span)
		}
	}
	excerpt := result.Story.Excerpt(spans...)
	result.Story.Release()
	result.Story = excerpt
	result.Diagnostics = slices.Clone(result.Diagnostics)
	for i := range result.Diagnostics {
		result.Diagnostics[i].Story = result.Story
	}
	result.Anatomy.Steps = nil
	return result
}
