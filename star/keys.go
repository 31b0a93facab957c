package star

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// reader takes the value of one key over into a story.
type reader struct {
	story *Story
	text  *yamlText
	field Field
}

// keys says how each known key is read. Labels of sections are known besides.
var keys = map[string]func(reader, *yaml.Node){
	"title":        func(r reader, n *yaml.Node) { r.story.Title = r.scalar(n) },
	"principles":   func(r reader, n *yaml.Node) { r.story.Principles = r.list(n) },
	"date":         func(r reader, n *yaml.Node) { r.story.Date = r.scalar(n) },
	"role":         func(r reader, n *yaml.Node) { r.story.Role = r.scalar(n) },
	"project":      func(r reader, n *yaml.Node) { r.story.Project = r.scalar(n) },
	"tags":         func(r reader, n *yaml.Node) { r.story.Tags = r.words(n) },
	"status":       func(r reader, n *yaml.Node) { r.story.Status = r.scalar(n) },
	"opening":      func(r reader, n *yaml.Node) { r.story.Opening = r.scalar(n) },
	"anchors":      func(r reader, n *yaml.Node) { r.story.Anchors = r.list(n) },
	"do_not_claim": func(r reader, n *yaml.Node) { r.story.DoNotClaim = r.list(n) },
	"followups":    reader.followups,
	"ignore":       reader.ignores,
}

// KnownKeys lists the keys that mean something to the program, the names of
// the sections included, in the order in which a story is written.
func KnownKeys() []string {
	return []string{"title", "principles", "date", "role", "project", "tags", "status", "situation", "task", "action",
		"result", "lesson", "followups", "opening", "anchors", "do_not_claim", "ignore", "source", "question"}
}

// Known reports whether a key of the front matter means something to the
// program: one of KnownKeys or another label of a section.
func Known(key string) bool {
	_, label := keyPart(key)
	_, known := keys[key]
	return known || label || key == "source" || key == "question"
}

func (r reader) read(value *yaml.Node) {
	if read, ok := keys[r.field.Key]; ok {
		read(r, value)
	} else if part, ok := keyPart(r.field.Key); ok {
		r.section(part, value)
	}
}

// scalar reads a text; anything else is reported and left out.
func (r reader) scalar(node *yaml.Node) Value {
	if node.Kind == yaml.ScalarNode {
		r.findCut(node)
		if node.Tag == "!!null" {
			return Value{Span: r.text.span(node)}
		}
		return Value{strings.TrimSpace(node.Value), r.text.span(node)}
	}
	help := "write it as one text"
	if brackets := r.story.Quote(r.text.span(node)); strings.HasPrefix(brackets, "[") || strings.HasPrefix(brackets, "{") {
		help = fmt.Sprintf("put the value in quotes: %s: \"...\"", r.field.Key)
	}
	r.wrong(node, "a text", help)
	return Value{}
}

func (r reader) wrong(node *yaml.Node, want, help string) {
	have := map[yaml.Kind]string{yaml.MappingNode: "keys with values", yaml.SequenceNode: "a list", yaml.ScalarNode: "a text"}
	r.story.report(Problem{Kind: WrongType, Span: r.text.span(node), Help: help,
		Message: fmt.Sprintf("%s is %s; it wants %s", r.field.Key, have[node.Kind], want)})
}

// list reads a list of texts; a single text is a list of one.
func (r reader) list(node *yaml.Node) []Value {
	items := []*yaml.Node{node}
	if node.Kind == yaml.SequenceNode {
		items = node.Content
	}
	var values []Value
	for _, item := range items {
		if value := r.scalar(item); value.Given() {
			values = append(values, value)
		}
	}
	return values
}

// words reads a list of tags; in a single text they stand between commas.
func (r reader) words(node *yaml.Node) []Value {
	values := r.list(node)
	if node.Kind != yaml.ScalarNode || len(values) == 0 {
		return values
	}
	var words []Value
	for word := range strings.SplitSeq(values[0].Text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, Value{word, values[0].Span})
		}
	}
	return words
}

func (r reader) followups(node *yaml.Node) {
	if node.Kind != yaml.SequenceNode {
		if node.Tag != "!!null" {
			r.wrong(node, "a list of ask and answer", "write - ask: ... and below it   answer: ...")
		}
		return
	}
	for _, item := range node.Content {
		var followup Followup
		for i := 0; i+1 < len(item.Content); i += 2 {
			switch item.Content[i].Value {
			case "ask":
				followup.Ask = r.scalar(item.Content[i+1])
			case "answer":
				followup.Answer = r.scalar(item.Content[i+1])
			}
		}
		if item.Kind == yaml.ScalarNode {
			followup.Ask = r.scalar(item)
		}
		r.story.Followups = append(r.story.Followups, followup)
	}
}

// ignores reads "ignore: {rule: reason}"; in a plain list the reasons are
// missing, which a rule reports.
func (r reader) ignores(node *yaml.Node) {
	if node.Kind != yaml.MappingNode {
		for _, rule := range r.words(node) {
			r.story.Ignores = append(r.story.Ignores, Ignore{Rule: rule})
		}
		return
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		rule := Value{node.Content[i].Value, r.text.span(node.Content[i])}
		r.story.Ignores = append(r.story.Ignores, Ignore{Rule: rule, Reason: r.scalar(node.Content[i+1])})
	}
}

// section reads the text of a part; a list is one step an item.
func (r reader) section(part Part, node *yaml.Node) {
	label := Value{r.field.Key, r.field.KeySpan}
	var section *Section
	switch node.Kind {
	case yaml.ScalarNode:
		r.findCut(node)
		text := node.Value
		if node.Tag == "!!null" {
			text = ""
		}
		section = newSection(part, label, text, r.text.segments(node))
	case yaml.SequenceNode:
		text, segments := r.steps(node)
		section = newSection(part, label, text, segments)
	default:
		r.wrong(node, "a text or a list of steps", "put the text in a block: "+r.field.Key+": | and indent what follows")
		return
	}
	if section.Content.Empty() {
		section.Content = r.field.Value
	}
	r.story.Sections = append(r.story.Sections, section)
}

// steps joins the items of a list to a Markdown list.
func (r reader) steps(node *yaml.Node) (string, []segment) {
	var text strings.Builder
	var segments []segment
	for _, item := range node.Content {
		if item.Kind != yaml.ScalarNode {
			r.story.report(Problem{Kind: WrongType, Span: r.text.span(item),
				Message: "step is not read as a text", Help: "put the step in quotes: it holds a colon followed by a space"})
			continue
		}
		r.findCut(item)
		text.WriteString("- ")
		for _, s := range r.text.segments(item) {
			segments = append(segments, segment{s.text + text.Len(), s.file, s.n})
		}
		text.WriteString(strings.TrimSpace(item.Value))
		text.WriteByte('\n')
	}
	return text.String(), segments
}

// findCut reports a plain value behind which YAML drops the rest of the line
// as a comment: "title: C# and #1 team" is read as "C# and".
func (r reader) findCut(node *yaml.Node) {
	comment := node.LineComment
	if comment == "" || node.Style != 0 || node.Value == "" || strings.HasPrefix(comment, "# ") {
		return
	}
	span := r.text.span(node)
	r.story.report(Problem{Kind: Cut, Span: Span{span.End, min(span.End+1+len(comment), r.story.FrontMatter.End)},
		Message: fmt.Sprintf("%s ends at %q: YAML takes %q for a comment", r.field.Key, lastWord(node.Value), comment),
		Help:    "put the value in quotes", Edits: r.story.quoteLine(span.Start)})
}

// quoteLine returns the edit that puts quotation marks around the rest of a
// line, or nothing where a list goes on behind it.
func (s *Story) quoteLine(start int) []Edit {
	text, at := s.Line(s.Position(start).Line)
	whole := strings.TrimRight(text[start-at:], " \t")
	if strings.ContainsAny(whole[len(whole)-1:], ",]}") {
		return nil
	}
	return []Edit{{Span{start, start + len(whole)}, quoteYAML(whole)}}
}

// quoteYAML writes a text of one line as a double-quoted scalar.
func quoteYAML(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

func lastWord(text string) string {
	words := strings.Fields(text)
	return words[len(words)-1]
}
