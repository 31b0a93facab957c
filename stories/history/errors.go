package history

import (
	"errors"
	"fmt"
)

// What keeps versions from being read. The errors of this package are one line
// each and wrap one of these where a caller may want to do without history.
var (
	ErrNoGit        = errors.New("versions of stories are read by git, and there is no git on the PATH")
	ErrNoRepository = errors.New("in no git repository, so there are no versions")
	ErrNotTrusted   = errors.New("in a repository of another user, which git does not read")
	ErrNoCommits    = errors.New("there is no commit yet")
	ErrDamaged      = errors.New("git cannot read the commits here; git fsck says what is damaged")
	ErrNoRevision   = errors.New("no such revision")
	ErrNoVersion    = errors.New("no such version of a story")
	ErrNoAncestor   = errors.New("no common ancestor")
	ErrNotFetched   = errors.New("this partial clone lacks the version; git fetch --refetch --no-filter brings all of them")
	ErrConflict     = errors.New("a conflict is not resolved")
	ErrEncoded      = errors.New("git stores it in another form")
)

// Unavailable reports whether an error says that there is no history at all: no
// git, no repository, none that git trusts, or no commit.
func Unavailable(err error) bool {
	for _, none := range []error{ErrNoGit, ErrNoRepository, ErrNotTrusted, ErrNoCommits} {
		if errors.Is(err, none) {
			return true
		}
	}
	return false
}

// revisionError says that a revision, as the user wrote it, could not be resolved.
type revisionError struct{ revision, reason string }

func (e revisionError) Error() string {
	if e.reason == "" {
		return fmt.Sprintf("%v %q", ErrNoRevision, e.revision)
	}
	return fmt.Sprintf("%v %q: %s", ErrNoRevision, e.revision, e.reason)
}

func (e revisionError) Unwrap() error { return ErrNoRevision }
