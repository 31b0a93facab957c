package revision

import "strings"

// Change is what happened to a section, a field or an item, as a set: a section
// may be renamed and changed at once.
type Change uint16

// What can happen. Changed is about words; all others leave the words alone.
const (
	Changed   Change = 1 << iota // other words
	Added                        // not there before
	Removed                      // not there any more
	Renamed                      // under another label
	Moved                        // from the front matter to the body or back
	Reordered                    // among the other sections, or the items of a list
	Split                        // the text of one section stands in several
	Merged                       // the text of several sections stands in one
	Reflowed                     // other line breaks, list markers or quotation marks around the same words

	Unchanged Change = 0
)

var changeNames = [...]string{"changed", "added", "removed", "renamed", "moved", "reordered", "split", "merged", "reflowed"}

// Has reports whether all of what happened is in c.
func (c Change) Has(what Change) bool { return c&what == what }

// Names lists what happened, the change of words first; nothing for Unchanged.
func (c Change) Names() []string {
	var names []string
	for i, name := range changeNames {
		if c&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return names
}

// String returns the names with commas between them, or "unchanged".
func (c Change) String() string {
	if c == Unchanged {
		return "unchanged"
	}
	return strings.Join(c.Names(), ", ")
}
