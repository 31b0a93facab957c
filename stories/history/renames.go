package history

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"hash/maphash"
	"path"
	"slices"

	"starbank/stories"
)

// alike is the share of text that a file must have in common with one of another
// name to be the same story renamed: that of git.
const alike = 0.5

// mostPairs bounds how many pairs of a file that went and a file that came are
// compared by their text, as git does. Beyond it, those of one file name are.
const mostPairs = 1000 * 1000

// sketch is what of a text is compared: the hashes of its pairs of neighbouring
// words, sorted. Lines would be a poor measure for prose: one may be a paragraph.
type sketch []uint64

var seed = maphash.MakeSeed()

func sketchOf(content []byte) sketch {
	var s sketch
	last := uint64(0)
	for word := range bytes.FieldsSeq(content) {
		next := maphash.Bytes(seed, word)
		s = append(s, last*31+next)
		last = next
	}
	slices.Sort(s)
	return s
}

// likeness returns which share of the longer of two texts the other has, from 0
// to 1.
func likeness(a, b sketch) float64 {
	longer := max(len(a), len(b))
	if float64(min(len(a), len(b))) < alike*float64(longer) || longer == 0 {
		return 0 // or too little, which is the same to all who ask
	}
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return float64(shared) / float64(longer)
}

// renaming is a file that went and one that came, which are the same story.
type renaming struct{ from, to blob }

// exact takes out of files that went and that came those with the same content;
// of several, those of one file name first.
func exact(gone, come []blob) (renamed []renaming, stillGone, stillCome []blob) {
	for _, key := range []func(blob) string{
		func(b blob) string { return b.id + path.Base(b.path) },
		func(b blob) string { return b.id },
	} {
		byKey := map[string][]blob{}
		for _, from := range gone {
			byKey[key(from)] = append(byKey[key(from)], from)
		}
		come = slices.DeleteFunc(slices.Clone(come), func(to blob) bool {
			same := byKey[key(to)]
			if len(same) > 0 {
				renamed = append(renamed, renaming{same[0], to})
				byKey[key(to)] = same[1:]
			}
			return len(same) > 0
		})
		gone = without(gone, renamed)
	}
	return renamed, gone, come
}

// without returns the files that went and are not known to be renamed.
func without(gone []blob, renamed []renaming) []blob {
	taken := map[blob]bool{}
	for _, r := range renamed {
		taken[r.from] = true
	}
	return slices.DeleteFunc(slices.Clone(gone), func(b blob) bool { return taken[b] })
}

// similar pairs files that went with files that came by their text: those of one
// file name first, and the most alike before the others.
func similar(gone, come []blob, sketches map[string]sketch) []renaming {
	type pair struct {
		renaming
		share float64
		name  bool // is the same
	}
	var pairs []pair
	for _, from := range gone {
		for _, to := range come {
			name := path.Base(from.path) == path.Base(to.path)
			if !name && len(gone)*len(come) > mostPairs {
				continue
			}
			if share := likeness(sketches[from.id], sketches[to.id]); share >= alike {
				pairs = append(pairs, pair{renaming{from, to}, share, name})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if a.name != b.name {
			return map[bool]int{true: -1, false: 1}[a.name]
		}
		return cmp.Compare(b.share, a.share)
	})
	taken := map[blob]bool{}
	var renamed []renaming
	for _, p := range pairs {
		if !taken[p.from] && !taken[p.to] {
			taken[p.from], taken[p.to] = true, true
			renamed = append(renamed, p.renaming)
		}
	}
	return renamed
}

// sketch adds the sketches of blobs that are not known yet. What a partial clone
// lacks is left out, so that a renamed file with edits is not seen as such.
func (r *Repo) sketch(ctx context.Context, sketches map[string]sketch, blobs []blob) error {
	var ids []string
	for _, b := range blobs {
		if _, known := sketches[b.id]; known {
			continue
		}
		if sketches[b.id] = nil; b.work == "" {
			ids = append(ids, b.id)
		} else if content, err := stories.ReadFile(b.work); err == nil {
			sketches[b.id] = sketchOf(content)
		}
	}
	i := 0
	for found, err := range r.objects.ask(ctx, ids) {
		switch {
		case errors.Is(err, ErrNotFetched):
			return nil
		case err == nil:
			sketches[ids[i]] = sketchOf(found.content)
		case !errors.Is(err, errAbsent):
			return err
		}
		i++
	}
	return nil
}

// renames finds among files that went and that came those that are the same story.
func (r *Repo) renames(ctx context.Context, gone, come []blob, sketches map[string]sketch) (renamed []renaming, stillGone, stillCome []blob, err error) {
	renamed, gone, come = exact(gone, come)
	if len(gone) == 0 || len(come) == 0 {
		return renamed, gone, come, nil
	}
	if err := r.sketch(ctx, sketches, slices.Concat(gone, come)); err != nil {
		return renamed, gone, come, err
	}
	more := similar(gone, come, sketches)
	taken := map[blob]bool{}
	for _, pair := range more {
		taken[pair.to] = true
	}
	come = slices.DeleteFunc(come, func(b blob) bool { return taken[b] })
	return append(renamed, more...), without(gone, more), come, nil
}
