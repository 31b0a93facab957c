package notes

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"starbank/star/prose"
)

var (
	numbered = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:example|case|story|answer|scenario|situation)\s*#?\s*\d{1,2}\s*[:：.)]?\s*\S{0,40}$`)
	})
	ownWords = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^[*_]*(?:personal experience|my (?:own )?(?:story|answer|example|experience)|answer|sample answer)[*_]*\s*[:：][*_]*\s*(.*)$`)
	})
	first  = prose.NewWordSet("i my me we our us")
	second = prose.NewWordSet("you your yours")
)

// firstPerson reports a text that is told by somebody.
func firstPerson(text string) bool { return holdsAny(text, first) || strings.Contains(text, "我") }

// secondPerson reports a text that speaks to somebody.
func secondPerson(text string) bool { return holdsAny(text, second) }

// holdsAny reports whether a run of letters of a text is one of some words, in any case.
func holdsAny(text string, words *prose.WordSet) bool {
	for run := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(run) <= longestPerson && words.Holds(strings.ToLower(run)) {
			return true
		}
	}
	return false
}

// longestPerson is the length of the longest of these words.
const longestPerson = len("yours")

// defining are the words with which definitions of principles begin, and aside those
// with which remarks on a story do.
var (
	defining = []string{"leaders start", "leaders are", "leaders have", "leaders raise", "leaders do", "leaders respect", "leaders create", "leaders listen", "leaders operate",
		"leaders focus", "leaders deliver", "leaders work", "leaders never", "leaders with", "leaders expect", "leaders and", "thinking small", "speed matters",
		"accomplish more", "we started in a garage", "owners "}
	aside = []string{"also answers", "interview line", "metric discipline", "probe", "follow-up", "follow up", "followup", "if they ask", "pm skills", "skills this", "skills demonstrate",
		"why it works", "why this works", "red flags", "note:", "notes:", "tip:", "tips:", "coaching", "delivery:", "back to top", "⬆", "lps covered", "lps hit", "lp hit", "tags:", "keywords",
		"what this shows", "what this demonstrates", "interviewer", "key beats", "key points", "when to use", "framing rule", "anchor line", "causal chain", "talking points", "detection scope", "know it cold"}
)

// joining are words that lead to what follows them: no title ends in one.
var joining = strings.Fields("a an the and or but so that which who of to for from in on at by with as into after before because when while our my their his her its your this these is was were had has have be been i we it")

// beginsWith reports whether a line begins with one of some words, whatever marks
// stand before it.
func beginsWith(text string, words []string) bool {
	text = strings.TrimLeft(text, "*_#>[ \"“'‘⬆")
	if len(text) > longestBegin {
		text = text[:longestBegin]
	}
	text = strings.ToLower(text)
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(text, word) })
}

// definition reports a line that says what a principle means.
func definition(l line) bool { return beginsWith(l.plain, defining) }

// besides reports a line with which the remarks on a story begin.
func besides(l line) bool { return beginsWith(l.plain, aside) || listsSource(l.plain) }

// listsSource reports a line of a list of sources: "[1](https://...)", "[^2]: ...".
func listsSource(text string) bool {
	digits := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(text, "["), "^"), "0123456789")
	return strings.HasPrefix(text, "[") && len(digits) < len(text)-1 && (strings.HasPrefix(digits, "](http") || strings.HasPrefix(digits, "]: "))
}

// allBold reports a line that is nothing but words in bold.
func allBold(text string) bool {
	text = strings.TrimSpace(text)
	inner := strings.TrimSuffix(strings.TrimPrefix(text, "**"), "**")
	return len(inner) == len(text)-4 && inner != "" && !strings.Contains(inner, "**")
}

func shortLine(l line) bool { return len(strings.Fields(l.plain)) <= 7 }

// telling reports whether a heading says what a story is about.
func telling(text string) bool {
	plain := strings.ToLower(strings.TrimSpace(text))
	if numbered().MatchString(plain) {
		return false
	}
	for _, any := range []string{"star", "story", "stories", "answer", "example", "questions", "real-world", "definition", "behavioral", "behavioural", "leadership principle", "framework", "blueprint", "sample", "contents", "interview"} {
		if strings.HasPrefix(plain, any) && len(strings.Fields(plain)) < 5 && !strings.Contains(plain, ":") {
			return false
		}
	}
	return plain != ""
}
