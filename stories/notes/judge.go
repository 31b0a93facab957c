package notes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"starbank/star"
	"starbank/star/prose"
)

// The fewest words of a story whose sections are marked, or that is called one's own,
// and of another.
const (
	fewestMarked = 6
	fewestPlain  = 20
)

// judge parts stories from what only looks like one.
func judge(found []candidate) (stories []Story, skips []Skip) {
	seen := map[string]int{}
	for i := range found {
		c := &found[i]
		c.settle()
		body := c.body()
		reason := c.reason(body)
		if at, twice := seen[body]; reason == "" && twice {
			reason = "the same story stands in line " + itoa(at)
		}
		if reason != "" {
			if c.Marked || c.Words() >= fewestPlain {
				skips = append(skips, Skip{c.Line, c.End, c.Title, reason})
			}
			continue
		}
		seen[body] = c.Line
		stories = append(stories, c.Story)
	}
	return stories, skips
}

// settle joins the lines of each section.
func (c *candidate) settle() {
	for part, lines := range c.parts {
		c.Sections[part] = joined(lines)
	}
	c.Notes = joined(c.notes)
	c.Title = titleOf(&c.Story)
}

// body returns the words of the sections in small letters, a blank apart.
func (c *candidate) body() string {
	var body strings.Builder
	for _, section := range c.Sections {
		body.Grow(len(section) + 1)
		for word := range strings.FieldsSeq(section) {
			if body.Len() > 0 {
				body.WriteByte(' ')
			}
			body.WriteString(word)
		}
	}
	return strings.ToLower(body.String())
}

// told counts the sections that say something.
func (c *candidate) told() (n int) {
	for _, section := range c.Sections {
		if saysAnything(section) {
			n++
		}
	}
	return n
}

// reason says why a candidate with such a body is no story, or nothing.
func (c *candidate) reason(body string) string {
	words := c.Words()
	switch {
	case words == 0:
		return "its sections are empty"
	case holdsPlaceholder(body, words):
		return "a template to fill in"
	case c.Marked && explains(body, words):
		return "explains what the sections are for"
	case (c.Marked || c.own) && words < fewestMarked:
		return "too few words for a story"
	case c.told() == 1 && saysAnything(c.Sections[star.Lesson]):
		return "a lesson without a story"
	case c.told() == 1 && lists(strings.Join(c.Sections[:], "\n")):
		return "a list of questions or of advice"
	case c.told() < 2 && looksLikeCode(body):
		return "a piece of a program"
	case c.Marked || c.own && firstPerson(body):
		return ""
	case words < fewestPlain:
		return "too few words for a story"
	case !firstPerson(body):
		return "nobody tells it"
	case len(c.Principles) == 0 && !happened(c.Sections[star.Action]):
		return "tells of nothing that was done"
	}
	return ""
}

// happened reports whether the teller of a text did something once.
func happened(text string) bool {
	return slices.ContainsFunc(prose.Analyze(text).Clauses(), func(c prose.Clause) bool { return c.Past && !c.Negated })
}

var (
	placeholder = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\[[^\]\[()]{2,60}\](?:[^(]|$)|_{3,}|\bx{2,}\b|<[^<>]{3,40}>`)
	})
	explaining = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`set the scene|background info|describe (?:the|your|what|a)|explain (?:what|exactly|your|the)|what you (?:had|did|were)|share (?:the|what) (?:outcome|result)|give (?:the )?(?:context|necessary details)|your (?:role|responsibility)|quantif|what (?:was|happened)|(?:detail|outline|clarify|highlight|emphasi[sz]e|share|explain|describe|provide|mention|quantify|discuss) (?:how you|your|outcomes|improvements|context|a conflict|any|what you)|说明|首先你|接着你|你需要`)
	})
)

// A text with a gap to fill in is a template if it has few words, or more gaps.
const (
	fewestOfTemplate = 80
	mostGaps         = 2
)

// holdsPlaceholder reports a text with gaps to fill in.
func holdsPlaceholder(body string, words int) bool {
	if !strings.ContainsAny(body, "[_<") && !strings.Contains(body, "xx") {
		return false
	}
	gaps := len(placeholder().FindAllStringIndex(body, mostGaps+1))
	return gaps > mostGaps || gaps > 0 && words < fewestOfTemplate
}

// looksLikeCode reports a text with the signs of a program.
func looksLikeCode(body string) bool {
	signs := 0
	for _, sign := range []string{";", "{", "}", "==", "()", "->"} {
		signs += strings.Count(body, sign)
	}
	return signs > 2
}

// explains reports a text about how to tell stories.
func explains(body string, words int) bool {
	if words >= 120 {
		return false
	}
	own := firstPerson(body)
	if own && !secondPerson(body) {
		return false
	}
	hits := len(explaining().FindAllStringIndex(body, 2))
	return hits >= 2 || hits >= 1 && words < 25 && !own
}

// lists reports a text whose lines are mostly questions, links or advice.
func lists(text string) bool {
	asked, all := 0, 0
	for line := range strings.Lines(text) {
		l := newLine(0, strings.TrimRight(line, "\n"))
		if l.blank() {
			continue
		}
		if all++; isQuestion(l.plain) || strings.HasPrefix(l.plain, "[") || l.table || !firstPerson(l.plain) && secondPerson(l.plain) {
			asked++
		}
	}
	return asked*2 > all
}

// joined trims blank lines at both ends, and the indentation that all lines share.
func joined(lines []string) string {
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	for len(lines) > 0 && blank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && blank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	indent := -1
	for i, l := range lines {
		if n := len(l) - len(strings.TrimLeft(l, " \t")); !blank(l) && (i > 0 || n > 0) && (indent < 0 || n < indent) {
			indent = n
		}
	}
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		n := min(max(indent, 0), len(l)-len(strings.TrimLeft(l, " \t")))
		if l = strings.TrimRight(l[n:], " \t"); blank(l) && len(out) > 0 && out[len(out)-1] == "" {
			continue
		}
		out = append(out, l)
	}
	return strings.Join(slices.Clip(out), "\n")
}

// How many words a sentence has that becomes the title of a story without one, and
// how many of a longer sentence do.
const (
	fewestTitleWords = 6
	mostTitleWords   = 10
	cutTitleWords    = 8
)

// titleOf returns the title that the notes give, without a number, else the question,
// else the first words.
func titleOf(s *Story) string {
	if title := storyNumber().ReplaceAllString(s.Title, ""); strings.TrimSpace(title) != "" {
		title = strings.Trim(strings.TrimSpace(title), "_*")
		if inner, is := strings.CutPrefix(title, "("); is && strings.IndexByte(inner, ')') == len(inner)-1 {
			title = strings.TrimSuffix(inner, ")")
		}
		return title
	}
	for _, part := range star.Parts() {
		text := bare(s.Sections[part])
		if strings.TrimSpace(text) != "" && (part == star.Situation || part == star.Action || s.Question == "") {
			return firstWords(text)
		}
	}
	return s.Question
}

// firstWords returns the first sentence of a text that says more than where it was,
// if it is short, else its first words up to one that can end a title.
func firstWords(text string) string {
	words := strings.Fields(text)
	sentence, rest := cutSentence(words)
	for len(sentence) < fewestTitleWords && len(rest) >= fewestTitleWords {
		sentence, rest = cutSentence(rest)
	}
	if n := cutTitleWords; len(sentence) > mostTitleWords {
		for n > 1 && slices.Contains(joining, strings.ToLower(sentence[n-1])) {
			n--
		}
		sentence = sentence[:n]
	}
	return strings.Trim(strings.Join(sentence, " "), " .,;:-")
}

// cutSentence parts words behind the first that ends a sentence.
func cutSentence(words []string) (sentence, rest []string) {
	end := slices.IndexFunc(words, func(word string) bool { return strings.ContainsAny(word[len(word)-1:], ".!?;:") }) + 1
	if end == 0 {
		end = len(words)
	}
	return words[:end], words[end:]
}

var storyNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:story|example|case|star example|scenario|answer)?\s*#?\d*\s*[:：.)\-–—]\s*`)
})

func itoa(n int) string { return strconv.Itoa(n) }
