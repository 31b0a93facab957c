package history

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Side is where versions of stories stand: a commit, the index or the work tree.
// The zero Side is empty: what stands before the first commit.
type Side struct {
	kind   sideKind
	name   string // as the user wrote it
	commit string // its id; "" for the others
}

// sideKind is in the order of time: a side can be compared with the later ones.
type sideKind int

const (
	emptySide sideKind = iota
	commitSide
	indexSide
	workSide
)

// Index is what is staged for the next commit.
func Index() Side { return Side{kind: indexSide, name: "index"} }

// WorkTree is the files as they lie on the disk.
func WorkTree() Side { return Side{kind: workSide, name: "work tree"} }

// String returns a commit as the user wrote it, and words for the others.
func (s Side) String() string { return cmp.Or(s.name, "nothing") }

// Commit returns the id of the commit, or "" where the side is none.
func (s Side) Commit() string { return s.commit }

// Head is the name of the commit that the work tree began from.
const Head = "HEAD"

// Resolve finds the commit of a revision, written in any way that git knows. A
// revision that is not there, or none, wraps [ErrNoRevision]; HEAD of a
// repository without commits is [ErrNoCommits], and where git knows the commit and
// has it no more, [ErrDamaged].
func (r *Repo) Resolve(ctx context.Context, revision string) (Side, error) {
	if strings.TrimSpace(revision) == "" || strings.ContainsAny(revision, "\n\x00") {
		return Side{}, revisionError{revision, ""}
	}
	found, err := r.object(ctx, revision)
	if err == nil && found.kind == "tag" {
		found, err = r.object(ctx, found.id+"^{commit}")
	} else if errors.Is(err, errAbsent) { // or the beginning of several ids, of which one is a commit's
		found, err = r.object(ctx, revision+"^{commit}")
	}
	var failed *gitError
	switch {
	case err == nil && found.kind != "commit":
		return Side{}, revisionError{revision, "it is a " + found.kind + ", not a commit"}
	case err == nil:
		return Side{commitSide, revision, found.id}, nil
	case errors.As(err, &failed):
		return Side{}, revisionError{revision, failed.reason()}
	case !errors.Is(err, errAbsent):
		return Side{}, err
	}
	return Side{}, r.noRevision(ctx, revision)
}

// noRevision says why a revision is not there.
func (r *Repo) noRevision(ctx context.Context, revision string) error {
	if _, err := r.object(ctx, Head); errors.Is(err, errAbsent) {
		if _, err := r.git.run(ctx, "rev-parse", "--verify", "--quiet", Head); err == nil {
			return fmt.Errorf("%s: %w", r.folder, ErrDamaged)
		}
		return fmt.Errorf("%s: %w", r.folder, ErrNoCommits)
	}
	if r.shallow {
		return revisionError{revision, "the clone is shallow; git fetch --unshallow brings the older ones"}
	}
	return revisionError{revision, ""}
}

// Commit tells of the commit of a side who made it, when and what for. It names no
// files.
func (r *Repo) Commit(ctx context.Context, side Side) (Revision, error) {
	found, err := r.object(ctx, side.commit)
	if err != nil {
		return Revision{}, err
	}
	v := Revision{Commit: found.id}
	head, message, _ := strings.Cut(strings.ToValidUTF8(string(found.content), "\uFFFD"), "\n\n")
	for line := range strings.Lines(head) {
		if author, is := strings.CutPrefix(line, "author "); is {
			v.Author, v.Time = readAuthor(author)
		}
	}
	subject, _, _ := strings.Cut(strings.TrimLeft(message, "\n"), "\n\n")
	v.Subject = strings.Join(strings.Fields(subject), " ")
	return v, nil
}

// readAuthor reads "NAME <MAIL> SECONDS ZONE".
func readAuthor(line string) (name string, when time.Time) {
	name, rest, _ := strings.Cut(line, " <")
	_, date, _ := strings.Cut(rest, "> ")
	seconds, zone, _ := strings.Cut(strings.TrimSpace(date), " ")
	unix, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return name, time.Time{}
	}
	when = time.Unix(unix, 0).UTC()
	if at, err := time.Parse("-0700", zone); err == nil {
		when = when.In(at.Location())
	}
	return name, when
}

// object returns what git has under one name.
func (r *Repo) object(ctx context.Context, name string) (found object, err error) {
	for found, err = range r.objects.ask(ctx, []string{name}) {
	}
	return found, err
}

// Range reads what a user writes for two sides:
//
//	REV         the commit and the work tree
//	OLD..NEW    two commits
//	OLD...NEW   the commit at which NEW left OLD, and NEW
//
// A side left out is HEAD, as is an empty text.
func (r *Repo) Range(ctx context.Context, text string) (from, to Side, err error) {
	if text == "" {
		text = Head
	}
	left, right, is := strings.Cut(text, "..")
	if !is || strings.Contains(left, "{") || strings.Contains(left, ":/") { // where dots are those of a pattern
		if from, err = r.Resolve(ctx, text); err == nil || !is {
			return from, WorkTree(), err
		}
	}
	right, fork := strings.CutPrefix(right, ".")
	if from, err = r.Resolve(ctx, orHead(left)); err == nil {
		to, err = r.Resolve(ctx, orHead(right))
	}
	if err == nil && fork {
		from, err = r.forkPoint(ctx, from, to)
	}
	return from, to, err
}

func orHead(revision string) string {
	if revision == "" {
		return Head
	}
	return revision
}

// forkPoint returns the newest commit that two have in common.
func (r *Repo) forkPoint(ctx context.Context, a, b Side) (Side, error) {
	output, err := r.git.run(ctx, "merge-base", a.commit, b.commit)
	if exited(err, 1) {
		return Side{}, fmt.Errorf("%s and %s have %w", a, b, ErrNoAncestor)
	}
	if err != nil {
		return Side{}, err
	}
	commit := strings.TrimSpace(string(output))
	return Side{commitSide, commit, commit}, nil
}
