package notes

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"starbank/principles"
)

// names finds principles in headings, tag lines and paths.
type names struct {
	set    *principles.Set
	begins map[string]bool // the first letters of the words of all names
}

func newNames(set *principles.Set) names {
	n := names{set, map[string]bool{}}
	for _, p := range set.Principles {
		for _, name := range append([]string{p.Name, p.Abbr}, p.Aliases...) {
			for word := range strings.FieldsSeq(strings.ToLower(name)) {
				n.begins[begin(word)] = true
			}
		}
	}
	return n
}

// begin returns the first two bytes of a word.
func begin(word string) string { return word[:min(len(word), 2)] }

// mayName reports whether a text of few words may name a principle: each principle
// is resolved by comparing all names letter by letter, which takes its time.
func (n names) mayName(text string) bool {
	alike, words := 0, 0
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if words++; n.begins[begin(word)] && !strings.HasPrefix(word, "stor") && len(word) > 1 {
			alike++
		}
	}
	return alike*2 >= words
}

// tagLine finds the lines that file a story under principles.
var tagLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:primary |secondary |main |amazon )?(?:lps?|leadership principles?|principles?|competenc(?:y|ies)|lps? covered|leadership principles? covered)(?: covered| demonstrated| shown)?\s*(?:\([^)]*\))?\s*[:：]\s*(.*)$`)
})

// tagged returns what a line files the story under, and whether it is such a line.
func (n names) tagged(text string) (ids []string, is bool) {
	if !hasColon(text) {
		return nil, false
	}
	m := tagLine().FindStringSubmatch(bare(text))
	if m == nil {
		return nil, false
	}
	rest := tagMarks.Replace(m[1])
	return n.list(strings.Split(strings.TrimSuffix(rest, "."), ".")[0]), true
}

// list resolves a list of names.
func (n names) list(text string) (ids []string) {
	for _, reference := range n.set.Resolve([]string{text}) {
		if reference.ID != "" && !slices.Contains(ids, reference.ID) {
			ids = append(ids, reference.ID)
		}
	}
	return ids
}

// inHeading resolves a heading that is the name of a principle, or has one before a
// colon or in parentheses, with whatever numbers and signs are around it.
func (n names) inHeading(text string) []string {
	text = undecorated(text)
	if ids := n.whole(text); len(ids) > 0 {
		return ids
	}
	for _, cut := range []string{":", "：", " - ", " – ", " — ", "("} {
		if before, after, found := strings.Cut(text, cut); found {
			if ids := n.whole(undecorated(before)); len(ids) > 0 {
				return ids
			}
			if cut == "(" || cut != ":" {
				if ids := n.whole(strings.Trim(after, "()（） ")); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

// whole resolves a text that is nothing but names.
func (n names) whole(text string) (ids []string) {
	if text == "" || len(text) > 120 || strings.HasSuffix(text, "?") || !n.mayName(text) {
		return nil
	}
	for _, reference := range n.set.Resolve([]string{joints.Replace(text)}) {
		if reference.ID == "" || !reference.Exact && len(reference.Text) < 6 {
			return nil
		}
		ids = append(ids, reference.ID)
	}
	return ids
}

// What stands between names, as commas.
var (
	tagMarks = strings.NewReplacer("(primary)", "", "(secondary)", "", "; touches", ",", " and ", ", ", "·", ",", "/", ",")
	joints   = strings.NewReplacer(" + ", ", ", " & ", " and ", "/", ", ")
)

// undecorated takes numbers, signs and emphasis off both ends of a heading.
func undecorated(text string) string {
	text = bare(text)
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.TrimRightFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(")?!）\"”", r) })
}

// inPath resolves the name of a file, else of its folder.
func (n names) inPath(path string) []string {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	for _, piece := range append(strings.Split(base, "__"), filepath.Base(filepath.Dir(path))) {
		piece = undecorated(strings.NewReplacer("_", " ", "-", " ").Replace(piece))
		if ids := n.whole(piece); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// asking are the words with which interviewers begin.
var asking = []string{"tell me", "describe", "give a", "give me", "give an", "walk me", "share a", "talk about", "have you", "how do", "how did", "how have", "how would",
	"what is", "what was", "what do", "what did", "what would", "what are", "when did", "when was", "when have", "who ", "why ", "can you", "could you", "do you", "did you", "recall", "think of"}

func asks(text string) bool {
	if text == "" {
		return false
	}
	text = strings.ToLower(text[:min(len(text), longestBegin)])
	return slices.ContainsFunc(asking, func(words string) bool { return strings.HasPrefix(text, words) })
}

// longestBegin is more than the longest of the words that are looked for at the start
// of a line.
const longestBegin = 40

var questionNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^(?:question|q)?\s*#?\d*\s*[.):：]\s*`) })

// isQuestion reports whether a text asks what an interviewer asks.
func isQuestion(text string) bool {
	if mark := strings.LastIndexByte(text, '?'); mark < 0 && !asks(undecorated(text)) && !strings.ContainsAny(text[:min(len(text), 14)], ".:)") {
		return false
	}
	text = undecorated(questionNumber().ReplaceAllString(bare(text), ""))
	words := len(strings.Fields(text))
	return strings.HasSuffix(strings.TrimRight(text, "\"”’' *)"), "?") && words < 60 || asks(text) && words < 45
}
