package revision

import (
	"strings"

	"starbank/star"
	"starbank/star/prose"
)

// Field is a key of the front matter that changed, or the title.
type Field struct {
	Key    string
	Change Change
	Items  []Item // the value, or what is in the list, in the order of the new version
}

// Item is a value of a field. Of a followup and an ignore, the second value is
// the answer and the reason.
type Item struct {
	Change   Change
	Old, New []star.Value // none where it was added or removed
	Ops      []Op
}

// content is what a field holds in one version: a list of values, each of one
// text or two.
type content [][]star.Value

// known says how to get at the fields that a story knows; of others the text is
// taken as it is written.
var known = map[string]func(*star.Story) content{
	"date":         func(s *star.Story) content { return content{{s.Date}} },
	"role":         func(s *star.Story) content { return content{{s.Role}} },
	"project":      func(s *star.Story) content { return content{{s.Project}} },
	"status":       func(s *star.Story) content { return content{{s.Status}} },
	"opening":      func(s *star.Story) content { return content{{s.Opening}} },
	"principles":   func(s *star.Story) content { return singles(s.Principles) },
	"tags":         func(s *star.Story) content { return singles(s.Tags) },
	"anchors":      func(s *star.Story) content { return singles(s.Anchors) },
	"do_not_claim": func(s *star.Story) content { return singles(s.DoNotClaim) },
	"followups":    followups,
	"ignore":       ignores,
}

func singles(values []star.Value) content {
	c := make(content, len(values))
	for i := range values {
		c[i] = values[i : i+1]
	}
	return c
}

func followups(s *star.Story) content {
	var c content
	for _, f := range s.Followups {
		c = append(c, []star.Value{f.Ask, f.Answer})
	}
	return c
}

func ignores(s *star.Story) content {
	var c content
	for _, i := range s.Ignores {
		c = append(c, []star.Value{i.Rule, i.Reason})
	}
	return c
}

// named lists are of names, not of texts: an item is the same or another one.
var named = map[string]bool{"principles": true, "tags": true}

// fieldsOf lists the keys of a story with their contents, without the sections.
func fieldsOf(s *star.Story) (keys []string, of map[string]content) {
	of = map[string]content{}
	if s.Title.Given() {
		keys, of["title"] = append(keys, "title"), content{{s.Title}}
	}
	sections := map[star.Span]bool{}
	for _, section := range s.Sections {
		sections[section.LabelSpan] = true
	}
	for _, f := range s.Fields {
		if f.Key == "title" || sections[f.KeySpan] {
			continue
		}
		value := content{{star.Value{Text: unquoted(s.Quote(f.Value)), Span: f.Value}}}
		if read, is := known[f.Key]; is {
			value = read(s)
		}
		keys, of[f.Key] = append(keys, f.Key), value
	}
	return keys, of
}

// unquoted returns a scalar of one line without its quotation marks.
func unquoted(value string) string {
	value = strings.TrimSpace(value)
	if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] && !strings.ContainsAny(value, "\\\n") {
		return value[1 : n-1]
	}
	return value
}

// fields compares the front matter but for the sections.
func (c *comparer) fields(old, new *star.Story) []Field {
	oldKeys, olds := fieldsOf(old)
	newKeys, news := fieldsOf(new)
	var changed []Field
	for _, key := range append(newKeys, oldKeys...) {
		a, had := olds[key]
		b, has := news[key]
		delete(olds, key)
		delete(news, key)
		if !had && !has {
			continue // compared already
		}
		f := Field{Key: key, Items: c.items(a, b, old, new, named[key])}
		if f.Change = fieldChange(f.Items, a, b); key == "title" && had && has && old.FrontMatter.End <= old.Title.Span.Start != (new.FrontMatter.End <= new.Title.Span.Start) {
			f.Change |= Moved
		}
		if f.Change&^Reflowed != Unchanged {
			changed = append(changed, f)
		}
	}
	return changed
}

func fieldChange(items []Item, old, new content) Change {
	switch {
	case len(old) == 0 && len(new) == 0:
		return Unchanged
	case len(old) == 0:
		return Added
	case len(new) == 0:
		return Removed
	}
	facts := Unchanged
	for _, item := range items {
		if item.Change&(Added|Removed) != 0 {
			facts |= Changed
		} else {
			facts |= item.Change
		}
	}
	return facts
}

// items pairs the values of a field: equal ones first, then those of which the
// head is the same, then those alike.
func (c *comparer) items(old, new content, from, to *star.Story, named bool) []Item {
	m := matching{of: make([]int, len(new)), taken: make([]bool, len(old))}
	for i := range m.of {
		m.of[i] = nothing
	}
	m.match(old, new, whole)
	m.match(old, new, head)
	if !named {
		m.matchAlike(c, old, new)
	}
	return c.paired(old, new, m, from, to)
}

// matching says which old value each new one was, and which old ones are taken.
type matching struct {
	of    []int
	taken []bool
}

func whole(values []star.Value) string {
	key := ""
	for _, v := range values {
		key += v.Text + "\x00"
	}
	return key
}

func head(values []star.Value) string { return values[0].Text }

// match pairs values of one key in order.
func (m matching) match(old, new content, key func([]star.Value) string) {
	waiting := map[string][]int{}
	for o := range old {
		if !m.taken[o] {
			waiting[key(old[o])] = append(waiting[key(old[o])], o)
		}
	}
	for n := range new {
		if list := waiting[key(new[n])]; m.of[n] < 0 && len(list) > 0 {
			m.of[n], m.taken[list[0]] = list[0], true
			waiting[key(new[n])] = list[1:]
		}
	}
}

// mostItems is how many values of a list are searched for versions of each other.
const mostItems = 24

// matchAlike pairs what is left: a single value with a single one, else values
// that say much the same.
func (m matching) matchAlike(c *comparer, old, new content) {
	if len(old) == 1 && len(new) == 1 {
		m.of[0], m.taken[0] = 0, true
		return
	}
	if len(old) > mostItems || len(new) > mostItems {
		return
	}
	for n := range new {
		for o := range old {
			if m.of[n] < 0 && !m.taken[o] && c.alikeValues(old[o], new[n]) {
				m.of[n], m.taken[o] = o, true
			}
		}
	}
}

func (c *comparer) paired(old, new content, m matching, from, to *star.Story) []Item {
	var items []Item
	var kept []pair
	for n, o := range m.of {
		item := Item{Change: Added, New: new[n]}
		if o >= 0 {
			kept = append(kept, pair{old: o, new: n, common: 1, likeness: 1})
			item = Item{Change: Reordered, Old: old[o], New: new[n]}
		}
		items = append(items, item)
	}
	for _, p := range chain(kept, len(new)) {
		items[p.new].Change = Unchanged
	}
	for o := range old {
		if !m.taken[o] {
			items = append(items, Item{Change: Removed, Old: old[o]})
		}
	}
	for i := range items {
		items[i].Ops = c.between(items[i].Old, items[i].New, from, to)
		if items[i].Change&(Added|Removed) == 0 {
			items[i].Change |= textChange(items[i].Ops)
		}
	}
	return items
}

func (c *comparer) alikeValues(a, b []star.Value) bool {
	x, y := c.sideOfValues(a, nil), c.sideOfValues(b, nil)
	return c.compare(x.all(), y.all()).likeness >= alike
}

func (s *side) all() sentence {
	if len(s.units) == 0 {
		return sentence{}
	}
	return s.sentence(0, len(s.units))
}

// between returns the ops from one value to another.
func (c *comparer) between(old, new []star.Value, from, to *star.Story) []Op {
	g := &group{sides: [2]side{c.sideOfValues(old, from), c.sideOfValues(new, to)}}
	c.align(g)
	g.write(c)
	return g.ops
}

func (c *comparer) sideOfValues(values []star.Value, of *star.Story) side {
	var s side
	for _, v := range values {
		if v.Given() {
			c.read(&s, text{prose: prose.Analyze(v.Text), place: func(r prose.Range) star.Span { return within(v, of, r) }})
		}
	}
	return s
}

// within returns where a part of a value stands: the whole value where the file
// spells it otherwise.
func within(v star.Value, s *star.Story, r prose.Range) star.Span {
	if at := strings.Index(s.Quote(v.Span), v.Text); at >= 0 && at < 2 {
		return star.Span{Start: v.Span.Start + at + r.Start, End: v.Span.Start + at + r.End}
	}
	return v.Span
}
