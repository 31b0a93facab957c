package main

import (
	"errors"
	"io"
	"os"
	"syscall"

	"starbank/cmd/star/internal/term"
)

// paged lets write fill a pager where somebody reads a terminal, else the output.
func paged(s streams, direct bool, write func(io.Writer) error) error {
	pager := term.Pager(s.out, os.LookupEnv)
	if direct || pager == nil {
		return write(s.out)
	}
	in, err := pager.StdinPipe()
	if err != nil {
		return write(s.out)
	}
	if err := pager.Start(); err != nil {
		return write(s.out)
	}
	failed := write(in)
	in.Close()
	if err := pager.Wait(); err != nil && failed == nil {
		return err
	}
	if errors.Is(failed, syscall.EPIPE) {
		return nil // the reader had seen enough
	}
	return failed
}
