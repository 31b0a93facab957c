package history

import (
	"context"
	"errors"
	"iter"

	"starbank/stories"
)

// Contents returns the contents of files in their order, one for each, of those
// too large to be stories as much as [stories.ReadFile] returns. A file that could
// not be had comes with a [stories.Trouble] and the others follow, unless git itself
// has failed: then the rest comes with the same reason. One version may be read many
// times; those of git are asked for at once, and come while the caller works.
func (r *Repo) Contents(ctx context.Context, files []File) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var ids []string
		for _, file := range files {
			if file.Blob != "" {
				ids = append(ids, file.Blob)
			}
		}
		next, stop := iter.Pull2(r.objects.ask(ctx, ids))
		defer stop()
		var failed error
		for _, file := range files {
			var content []byte
			err := failed
			switch {
			case file.Blob == "":
				content, err = stories.ReadFile(file.Path)
			case err == nil:
				content, err, failed = version(next())
			}
			if err != nil && file.Blob != "" {
				err = stories.Trouble{Path: file.Path, Err: err}
			}
			if !yield(content, err) {
				return
			}
		}
	}
}

// version returns the content of an object, why there is none, and why there will
// be no others.
func version(found object, err error, more bool) (content []byte, absent, failed error) {
	switch {
	case !more:
		return nil, errTruncated, errTruncated
	case errors.Is(err, errAbsent):
		return nil, ErrNoVersion, nil
	case err != nil:
		return nil, err, err
	}
	return found.content, plain(found.content), nil
}

// Content returns the content of one file.
func (r *Repo) Content(ctx context.Context, file File) (content []byte, err error) {
	for content, err = range r.Contents(ctx, []File{file}) {
	}
	return content, err
}
