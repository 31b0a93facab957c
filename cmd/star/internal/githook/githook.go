// Package githook puts lines into a hook of git and takes them out again, so that
// what a file held before is what it holds afterwards, to the byte.
package githook

import (
	"bytes"
	"errors"
	"path"
	"slices"
	"strings"
)

// The lines that the block stands between.
const (
	begin = "# >>> star >>> written by star hook install; star hook uninstall takes it out\n"
	end   = "# <<< star <<<\n"
)

// made is a hook that holds nothing but the block.
const made = "#!/bin/sh\n# made by star hook install\n"

// The reasons for which a file is left alone.
var (
	ErrNotShell = errors.New("is no shell script")
	ErrDamaged  = errors.New("lacks the last line of what star wrote")
)

// shells are the programs whose scripts the block can stand in.
var shells = []string{"sh", "bash", "dash", "ash", "ksh", "mksh", "zsh"}

// New returns a hook that runs lines and does nothing else.
func New(lines string) []byte { return []byte(made + begin + lines + end) }

// Install returns a hook with lines in it, in place of those that [Install] put
// there before. They run first, since a script may end at any place. Of a hook in
// another language it returns [ErrNotShell].
func Install(hook []byte, lines string) ([]byte, error) {
	rest, ours, err := Uninstall(hook)
	switch {
	case err != nil:
		return nil, err
	case ours:
		return New(lines), nil
	case !isShell(rest):
		return nil, ErrNotShell
	}
	block := begin + lines + end
	if !bytes.HasPrefix(rest, []byte("#!")) {
		return append([]byte(block), rest...), nil
	}
	at := bytes.IndexByte(rest, '\n') + 1
	if at == 0 { // nothing but the name of the shell: the line break goes when the block does
		return append(rest, "\n"+strings.TrimSuffix(block, "\n")...), nil
	}
	return slices.Concat(rest[:at], []byte(block), rest[at:]), nil
}

// Uninstall returns a hook without the lines that [Install] put into it, and whether
// the file is ours: one that [New] made, of which nothing is to be kept.
func Uninstall(hook []byte) (rest []byte, ours bool, err error) {
	from, to, err := find(hook)
	if err != nil || to == 0 {
		return hook, false, err
	}
	if from > 0 && hook[to-1] != '\n' {
		from-- // the line break that came with the block
	}
	rest = slices.Concat(hook[:from], hook[to:])
	return rest, string(rest) == made, nil
}

// Lines returns the lines that [Install] put into a hook, and whether there are
// any.
func Lines(hook []byte) (lines string, installed bool) {
	from, to, err := find(hook)
	if err != nil || to == 0 {
		return "", false
	}
	lines = strings.TrimPrefix(string(hook[from:to]), begin)
	return lines[:strings.LastIndex(lines, strings.TrimSuffix(end, "\n"))], true
}

// find returns where the block stands in a hook; to is 0 where it does not.
func find(hook []byte) (from, to int, err error) {
	from = bytes.Index(hook, []byte(begin))
	if from < 0 || from > 0 && hook[from-1] != '\n' {
		return 0, 0, nil
	}
	last := strings.TrimSuffix(end, "\n")
	length := bytes.Index(hook[from:], []byte("\n"+last))
	if length < 0 {
		return 0, 0, ErrDamaged
	}
	to = from + length + 1 + len(last)
	if to < len(hook) && hook[to] == '\n' {
		to++
	}
	return from, to, nil
}

// isShell reports whether git would have a shell run the hook: one that it names
// or, where it names no program, its own.
func isShell(hook []byte) bool {
	line, _, _ := strings.Cut(string(hook), "\n")
	command, named := strings.CutPrefix(line, "#!")
	if !named {
		return !bytes.ContainsRune(hook, 0)
	}
	for _, word := range strings.Fields(command) {
		name := path.Base(strings.ReplaceAll(word, `\`, "/"))
		if name != "env" && name != "busybox" && !strings.HasPrefix(word, "-") && !strings.Contains(word, "=") {
			return !strings.HasSuffix(line, "\r") && slices.Contains(shells, strings.TrimSuffix(name, ".exe"))
		}
	}
	return false
}
