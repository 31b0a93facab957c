package history

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
)

// entry is a file that differs between two trees. A side without the file, or
// where it is no regular file, has no blob.
type entry struct {
	from, to blob
	conflict bool
}

// path returns where the file is, or was.
func (e entry) path() string { return cmp.Or(e.to.path, e.from.path) }

// blob is the content of a file, whose path is that within the repository. Of a
// file of the work tree, whose content git may not have, it says what it was called.
type blob struct{ path, id, work string }

// errTruncated says that git ended in the middle of an answer.
var errTruncated = errors.New("git: unexpected end of a list")

// readRaw reads a raw difference that ends each item with a NUL, up to its end or
// to an item that belongs to none, which it returns.
func readRaw(in *bufio.Reader, each func(entry)) (other string, err error) {
	for {
		item, err := in.ReadString(0)
		if errors.Is(err, io.EOF) && item == "" {
			return "", io.EOF
		}
		if err != nil {
			return "", errTruncated
		}
		fields, is := strings.CutPrefix(item[:len(item)-1], ":")
		if !is {
			return item[:len(item)-1], nil
		}
		name, err := in.ReadString(0)
		if err != nil {
			return "", errTruncated
		}
		found, err := readEntry(strings.Split(fields, " "), strings.TrimSuffix(name, "\x00"))
		if err != nil {
			return "", err
		}
		each(found)
	}
}

// readEntry reads "MODE MODE ID ID STATUS" of a file.
func readEntry(fields []string, name string) (e entry, err error) {
	if len(fields) != 5 {
		return e, fmt.Errorf("git: unexpected difference %q", fields)
	}
	if regular(fields[0]) {
		e.from = blob{path: name, id: fields[2]}
	}
	if regular(fields[1]) {
		e.to = blob{path: name, id: fields[3]}
	}
	if e.conflict = fields[4] == "U"; e.conflict {
		e.from.path = name // it may be on no side
	}
	return e, nil
}

// regular reports whether a mode is that of a file with content of its own.
func regular(mode string) bool { return strings.HasPrefix(mode, "100") }
