package history

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"starbank/star"
)

// objects is a git cat-file, started by the first question, that runs from one to
// the next.
type objects struct {
	git    git
	brief  bool     // what objects are is asked for, and not what they hold
	run    *process // nil where none runs
	cancel context.CancelFunc
	in     io.WriteCloser
	out    *bufio.Reader
	last   string // what was answered last, of those who are asked briefly
	found  object
}

// object is what git has under a name.
type object struct {
	id, kind string
	content  []byte // of a blob, as much of it as Parse can tell from
}

// errAbsent says that git has nothing under a name.
var errAbsent = errors.New("is missing")

// start starts the process where it does not run. It outlives the question.
func (o *objects) start(ctx context.Context) (err error) {
	if o.run != nil {
		return nil
	}
	ctx, o.cancel = context.WithCancel(context.WithoutCancel(ctx))
	flags := []string{"--batch"}
	if o.brief {
		flags = []string{"--batch-command", "--buffer"} // since git 2.36
	}
	run := o.git.command(ctx, "cat-file", flags...)
	if o.in, err = run.StdinPipe(); err != nil {
		return err
	}
	out, err := run.StdoutPipe()
	if err != nil {
		return err
	}
	o.out = bufio.NewReaderSize(out, 1<<16)
	if err = run.Start(); err == nil {
		o.run = run
	}
	return err
}

// stop ends the process, in the middle of an answer if need be.
func (o *objects) stop() {
	if o.run != nil {
		o.cancel()
		o.in.Close()
		o.run.Wait()
		o.run = nil
	}
}

// fail returns why there is no answer. The next question starts a new process.
func (o *objects) fail(ctx context.Context, err error) error {
	if ctx.Err() != nil || !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		o.stop()
		return cmp.Or(ctx.Err(), err)
	}
	ended := o.run.end(ctx)
	o.stop()
	return cmp.Or(ended, err)
}

// ask returns the objects of names, in their order and one for each. A name that
// git has nothing for is [errAbsent]; after any other error nothing follows.
func (o *objects) ask(ctx context.Context, names []string) iter.Seq2[object, error] {
	return func(yield func(object, error) bool) {
		if len(names) == 0 {
			return
		}
		if err := cmp.Or(ctx.Err(), o.start(ctx)); err != nil {
			yield(object{}, err)
			return
		}
		defer context.AfterFunc(ctx, o.cancel)()
		go o.write(o.in, names)
		for i, name := range names {
			found, err := o.answer(name)
			if err != nil && !errors.Is(err, errAbsent) {
				yield(object{}, o.fail(ctx, err))
				return
			}
			if !yield(found, err) {
				if i+1 < len(names) {
					o.stop() // or the next question would get answers to this one
				}
				return
			}
		}
	}
}

// write asks for names. That the process has ended shows when it is read.
func (o *objects) write(w io.Writer, names []string) {
	buffer := bufio.NewWriter(w)
	for _, name := range names {
		if o.brief {
			buffer.WriteString("info ")
		}
		buffer.WriteString(name)
		buffer.WriteByte('\n')
	}
	if o.brief {
		buffer.WriteString("flush\n")
	}
	buffer.Flush()
}

// answer reads what is said of a name: "ID KIND SIZE", the content with a line break
// where it is asked for, or the name with what is wrong.
func (o *objects) answer(name string) (object, error) {
	said, err := o.out.ReadSlice('\n')
	if o.brief && o.found.id != "" && string(said) == o.last {
		return o.found, nil // a file seldom changes from one commit to the next
	}
	line := string(said)
	if err == bufio.ErrBufferFull {
		said, err := o.out.ReadString('\n')
		if line += said; err != nil {
			return object{}, err
		}
	} else if err != nil {
		return object{}, err
	}
	if wrong, is := strings.CutPrefix(line, name); is && (wrong == " missing\n" || wrong == " ambiguous\n") {
		return object{}, fmt.Errorf("%w (%s)", errAbsent, strings.TrimSpace(wrong))
	}
	o.last = line
	line = strings.TrimSuffix(line, "\n")
	fields := strings.Split(line, " ")
	if len(fields) != 3 {
		return object{}, fmt.Errorf("git cat-file: unexpected answer %q", line)
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return object{}, fmt.Errorf("git cat-file: unexpected answer %q", line)
	}
	found := object{id: fields[0], kind: fields[1]}
	if !o.brief {
		found.content, err = o.content(found.kind, size)
		return found, err
	}
	o.found = found
	return found, nil
}

// content reads what an object of a size holds, and the line break behind it.
func (o *objects) content(kind string, size int64) ([]byte, error) {
	wanted := size
	if kind == "blob" {
		wanted = min(size, star.MaxSize+1)
	}
	content := make([]byte, wanted)
	if _, err := io.ReadFull(o.out, content); err != nil {
		return nil, err
	}
	_, err := io.CopyN(io.Discard, o.out, size-wanted+1)
	return content, err
}

// The first bytes of contents that are not what the work tree holds.
var (
	encrypted = []byte("\x00GITCRYPT\x00")
	elsewhere = []byte("version https://git-lfs.github.com/spec/")
)

// plain reports content that filters of the repository have made, programs that
// are not run here.
func plain(content []byte) error {
	switch {
	case bytes.HasPrefix(content, encrypted):
		return fmt.Errorf("%w: encrypted by git-crypt", ErrEncoded)
	case bytes.HasPrefix(content, elsewhere):
		return fmt.Errorf("%w: a pointer of git-lfs", ErrEncoded)
	}
	return nil
}
