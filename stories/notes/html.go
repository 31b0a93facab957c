package notes

import (
	"html"
	"regexp"
	"strings"
	"sync"
)

// tag finds an element of HTML that notes are written with.
var tag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)</?(?:details|summary|ul|ol|li|b|strong|i|em|u|br|p|div|span|table|thead|tbody|tr|td|th|h[1-6]|a|img|font|center|sub|sup)(?:\s[^<>]*)?/?>`)
})

// elements turns the elements of a line into the marks of Markdown, and breaks the
// line where they do.
func elements(raw string) []string {
	if !strings.Contains(raw, "<") {
		return []string{raw}
	}
	found := tag().MatchString(raw)
	if !found {
		return []string{raw}
	}
	text := tag().ReplaceAllStringFunc(raw, markOf)
	var parts []string
	for part := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(part) != "" {
			parts = append(parts, html.UnescapeString(part))
		}
	}
	return parts
}

// markOf returns what stands for an element.
func markOf(element string) string {
	closing := strings.HasPrefix(element, "</")
	name := strings.ToLower(strings.Trim(element, "</> "))
	name, _, _ = strings.Cut(name, " ")
	switch name {
	case "b", "strong":
		return "**"
	case "li":
		if closing {
			return "\n"
		}
		return "\n- "
	case "summary", "h1", "h2", "h3", "h4", "h5", "h6":
		if closing {
			return "\n"
		}
		return "\n#### "
	case "br", "p", "details", "ul", "ol", "div", "tr", "table", "thead", "tbody":
		return "\n"
	case "td", "th":
		return " "
	}
	return ""
}
