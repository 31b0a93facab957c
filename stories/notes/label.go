package notes

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"starbank/star"
)

// label is the mark of a section at the start of a line.
type label struct {
	part star.Part
	rest string // what stands behind it on the line
	weak bool   // in words that are common in any text; it begins no story
}

// others are labels that the story file has no use for, and notes have.
var others = map[string]star.Part{
	"activity": star.Action, "activities": star.Action, "troubleshooting": star.Action, "solution": star.Action, "action taken": star.Action, "actions taken": star.Action,
	"resolution": star.Result, "final result": star.Result, "issue": star.Situation,
	"key learning": star.Lesson, "key learnings": star.Lesson, "key lesson": star.Lesson, "key takeaway": star.Lesson, "key takeaways": star.Lesson,
	"interview takeaway": star.Lesson, "what i would do differently": star.Lesson, "what i'd do differently": star.Lesson, "learned": star.Lesson,
}

// plainly are the words that mark a section without any emphasis.
var plainly = map[string]bool{"situation": true, "task": true, "tasks": true, "action": true, "actions": true, "result": true, "results": true, "activity": true,
	"learning": true, "learnings": true, "lesson": true, "lessons learned": true, "outcome": true, "reflection": true, "problem": true, "context": true,
	"background": true, "challenge": true, "issue": true, "troubleshooting": true, "resolution": true, "takeaway": true, "key learning": true, "key takeaway": true, "impact": true,
	"s": true, "t": true, "a": true, "r": true, "l": true}

var (
	lettered = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^[(\[]\s*([STARLstarl])\s*[)\]]\s*[:：.\-–—]?\s*(.*)$`)
	})
)

// longestLabel is how many bytes a label without emphasis has at most.
const longestLabel = 30

// labelOf reads the label at the start of a line.
func labelOf(l line) (label, bool) {
	text := strings.TrimSpace(l.plain)
	if text != "" && text[0] >= utf8.RuneSelf {
		text = strings.TrimSpace(strings.TrimLeft(text, "👉➡✅🔹🔸🟢📌⭐ "))
	}
	if text == "" || l.table {
		return label{}, false
	}
	if l.heading > 0 {
		return headingLabel(text)
	}
	switch text[0] {
	case '(', '[':
		if m := lettered().FindStringSubmatch(text); m != nil {
			return named(m[1], m[2])
		}
	case '*', '_', '=':
		if inner, rest, is := cutEmphasis(text); is {
			return emphasizedLabel(inner, rest)
		}
	}
	return plainLabel(text)
}

// plainLabel reads a label without emphasis: before a colon, or alone on its line.
func plainLabel(text string) (label, bool) {
	if i := strings.IndexAny(text[:min(len(text), longestLabel+len("："))], ":："); i > 0 && i <= longestLabel {
		word := strings.TrimSpace(text[:i])
		if plainly[strings.ToLower(word)] && (len(word) > 1 || word == strings.ToUpper(word)) {
			return named(word, strings.TrimLeft(text[i:], ":： "))
		}
		return label{}, false
	}
	if len(text) > longestLabel {
		return label{}, false
	}
	if word := strings.ToLower(text); plainly[word] && len(word) > 1 && unicode.IsUpper([]rune(text)[0]) {
		return named(text, "") // alone on its line
	}
	return label{}, false
}

// headingLabel reads a heading of a few words.
func headingLabel(text string) (label, bool) {
	before, rest, _ := strings.Cut(bare(text), ":")
	if len(strings.Fields(before)) > 4 {
		return label{}, false
	}
	return named(before, rest)
}

// The marks of emphasis, and how many bytes stand between two at most in a label.
var emphases = []string{"**", "__", "==", "*"}

const longestEmphasized = 60

// cutEmphasis parts a text behind the few words in bold or the like with which it
// begins.
func cutEmphasis(text string) (inner, rest string, is bool) {
	mark := func(text string) int {
		for _, mark := range emphases {
			if strings.HasPrefix(text, mark) {
				return len(mark)
			}
		}
		return 0
	}
	from := mark(text)
	end := strings.IndexAny(text[from:min(len(text), from+longestEmphasized)], "*_=")
	if from == 0 || end <= 0 {
		return "", "", false
	}
	inner, rest = strings.TrimSpace(text[from:from+end]), text[from+end:]
	closer := mark(rest)
	return inner, strings.TrimSpace(rest[closer:]), inner != "" && closer > 0
}

// emphasizedLabel reads "**Situation**: x", "**Situation:** x", "**S** — x". In
// "**S**ituation" the letter is part of a word, as in explanations of STAR.
func emphasizedLabel(inner, rest string) (label, bool) {
	if rest != "" && unicode.IsLetter([]rune(rest)[0]) && len([]rune(strings.TrimSpace(inner))) == 1 {
		return label{}, false
	}
	closed := strings.TrimRight(inner, ":：. ") != inner
	trimmed := strings.TrimLeft(rest, ":：.-–— ")
	if !closed && rest != "" && trimmed == rest {
		return label{}, false // words in bold, and the sentence goes on
	}
	return named(inner, trimmed)
}

// named returns the label that a word means.
func named(word, rest string) (label, bool) {
	key := strings.ToLower(strings.Trim(bare(word), ":：. "))
	if part, is := others[key]; is {
		return label{part, rest, part == star.Situation}, true
	}
	part, is := star.PartOf(key)
	if !is || len(strings.Fields(key)) > 3 {
		return label{}, false
	}
	if len(key) == 1 && !strings.Contains("starl", key) {
		return label{}, false
	}
	return label{part, strings.TrimSpace(rest), weak(key)}, true
}

// weak reports a label that stands in many texts that are no stories.
func weak(key string) bool {
	switch key {
	case "situation", "s", "context", "background", "problem", "task", "t":
		return false
	}
	return true
}

// inline finds the letters of sections inside a paragraph: "(S) ... (T) ...".
var inline = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[(（]\s*([STARLstarl])\s*[)）]`) })

// pieces cuts a line at the letters in it, when there are several.
func pieces(text string) []string {
	if strings.IndexByte(text, ')') < 0 && !strings.Contains(text, "）") {
		return []string{text}
	}
	marks := inline().FindAllStringIndex(text, -1)
	if len(marks) == 0 || len(marks) == 1 && marks[0][0] == 0 {
		return []string{text}
	}
	var cut []string
	from := 0
	for _, mark := range marks {
		if mark[0] > from {
			cut = append(cut, strings.TrimSpace(text[from:mark[0]]))
		}
		from = mark[0]
	}
	return append(cut, strings.TrimSpace(text[from:]))
}
