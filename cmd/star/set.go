package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/term"
	"starbank/star"
	"starbank/star/report/cells"
	"starbank/stories"
)

const setLong = `Change keys of the front matter of a story: title, principles, date, role,
project, tags, status, opening. A value may hold blanks; principles and tags are
lists with commas. An empty value takes the key away. Nothing else of the file
is touched: comments, order and line ends stay.

Exit status: 0 done; 2 the work could not be done.`

const setExample = `  star set leaked-key status=ready date=2025-03
  star set leaked-key principles="dive deep, earn trust"
  star set leaked-key project=`

// settable are the keys that star set knows, and whether they are lists.
var settable = map[string]bool{"title": false, "principles": true, "date": false, "role": false, "project": false, "tags": true, "status": false, "opening": false}

func newSet(s streams) *cobra.Command {
	var config string
	cmd := &cobra.Command{
		Use: "set STORY KEY=VALUE...", Short: "Change the title, date, status and other keys of a story", GroupID: "write",
		Long: setLong, Example: setExample, Args: cobra.MinimumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := openChange(s, config, args[0])
			if err != nil {
				return err
			}
			for _, pair := range args[1:] {
				if err := c.set(pair); err != nil {
					return err
				}
			}
			return c.write()
		},
	}
	cmd.Flags().StringVar(&config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	return cmd
}

const tagLong = `Put tags on a story, or with --remove take them off. Without tags, print those
it has. The tags failure, conflict and feedback mean something to the checks.

Exit status: 0 done; 2 the work could not be done.`

const tagExample = `  star tag leaked-key incident failure
  star tag leaked-key --remove incident`

func newTag(s streams) *cobra.Command {
	var config string
	var remove []string
	cmd := &cobra.Command{
		Use: "tag STORY [TAG...]", Short: "Put tags on a story", GroupID: "write",
		Long: tagLong, Example: tagExample, Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := openChange(s, config, args[0])
			if err != nil {
				return err
			}
			return c.tag(args[1:], remove)
		},
	}
	cmd.Flags().StringSliceVar(&remove, "remove", nil, "take these `TAGS` off")
	cmd.Flags().StringVar(&config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	return cmd
}

const addLong = `Put a text at the end of a section, or make the section. The text is what
stands behind the name of the section, else standard input, else, on a terminal,
what you write in $EDITOR.

Exit status: 0 done; 2 the work could not be done.`

const addExample = `  star add leaked-key result "By May, two other teams had done the same."
  star add leaked-key action < step.txt
  star add leaked-key lesson`

func newAdd(s streams) *cobra.Command {
	var config string
	cmd := &cobra.Command{
		Use: "add STORY SECTION [TEXT...]", Short: "Put a text at the end of a section", GroupID: "write",
		Long: addLong, Example: addExample, Args: cobra.MinimumNArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := openChange(s, config, args[0])
			if err != nil {
				return err
			}
			part, known := star.PartOf(args[1])
			if !known {
				return unknownWord("section", args[1], []string{"situation", "task", "action", "result", "lesson"})
			}
			text, err := c.text(args[2:])
			if err != nil {
				return err
			}
			return c.add(part, text)
		},
	}
	cmd.Flags().StringVar(&config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	return cmd
}

// storyEdit is a story that is being changed.
type storyEdit struct {
	*reading
	streams
	path   string
	before []byte
	story  *star.Story
	said   []string
}

// openChange reads the one story that a name means.
func openChange(s streams, config, name string) (*storyEdit, error) {
	r, err := openReading(s, config)
	if err != nil {
		return nil, err
	}
	files, troubles, err := r.stories([]string{name})
	switch {
	case err != nil:
		return nil, err
	case len(troubles) > 0:
		return nil, troubles[0]
	case len(files) != 1 || files[0] == stdinPath:
		return nil, fmt.Errorf("%s is not one story", name)
	}
	source, err := stories.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	return &storyEdit{reading: r, streams: s, path: files[0], before: source, story: star.Parse(files[0], source)}, nil
}

// carry carries edits out in memory.
func (c *storyEdit) carry(edits []star.Edit, meant func(*star.Story) bool, said string) error {
	source, err := c.story.Carry(edits, meant)
	if err != nil {
		return fmt.Errorf("%s: %s: %w", cells.Clean(c.path), said, err)
	}
	c.story, c.said = star.Parse(c.path, source), append(c.said, said)
	return nil
}

// set takes in KEY=VALUE.
func (c *storyEdit) set(pair string) error {
	key, value, is := strings.Cut(pair, "=")
	list, known := settable[key]
	switch {
	case !is:
		return fmt.Errorf("%q is no KEY=VALUE", pair)
	case !known:
		return unknownWord("key", key, slices.Sorted(maps.Keys(settable)))
	case list:
		return c.setList(key, strings.Split(value, ","))
	}
	value = strings.TrimSpace(value)
	if key == "status" && value != "" && !slices.Contains([]string{star.Draft, star.Ready, star.Retired}, value) {
		return unknownWord("status", value, []string{star.Draft, star.Ready, star.Retired})
	}
	had := c.story.Field(key)
	return c.carry(c.story.Set(key, value), func(later *star.Story) bool { return (later.Field(key) == "") == (value == "") }, said(key, had, value))
}

// setList sets the principles, by any of their names, or the tags.
func (c *storyEdit) setList(key string, values []string) error {
	var kept []string
	for _, value := range values {
		if value = strings.TrimSpace(value); value != "" {
			kept = append(kept, value)
		}
	}
	if key == "principles" {
		ids, err := c.ids(kept)
		if err != nil {
			return err
		}
		kept = ids
	}
	had := c.story.Field(key)
	meant := func(later *star.Story) bool {
		has := later.Tags
		if key == "principles" {
			has = later.Principles
		}
		return slices.EqualFunc(has, kept, func(v star.Value, text string) bool { return v.Text == text })
	}
	return c.carry(c.story.SetList(key, kept), meant, said(key, had, "["+strings.Join(kept, ", ")+"]"))
}

// ids resolves the names of principles.
func (c *storyEdit) ids(names []string) (ids []string, err error) {
	if len(names) == 0 {
		return nil, nil
	}
	for _, reference := range c.reading.set.Resolve([]string{strings.Join(names, ", ")}) {
		if reference.ID == "" {
			return nil, fmt.Errorf("no principle is called %q", reference.Text)
		}
		ids = append(ids, reference.ID)
	}
	return ids, nil
}

func (c *storyEdit) tag(added, removed []string) error {
	var tags []string
	for _, tag := range c.story.Tags {
		tags = append(tags, tag.Text)
	}
	if len(added)+len(removed) == 0 {
		for _, tag := range tags {
			fmt.Fprintln(c.out, cells.Clean(tag))
		}
		return nil
	}
	for _, tag := range removed {
		if !slices.Contains(tags, tag) {
			return fmt.Errorf("%s has no tag %q", c.story.ID, tag)
		}
	}
	tags = slices.DeleteFunc(tags, func(tag string) bool { return slices.Contains(removed, tag) })
	for _, tag := range added {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	if err := c.setList("tags", tags); err != nil {
		return err
	}
	return c.write()
}

// text is what is to be added: the words given, standard input, or what is written in
// the editor.
func (c *storyEdit) text(words []string) (string, error) {
	if len(words) > 0 && !slices.Equal(words, []string{stdinPath}) {
		return strings.Join(words, " "), nil
	}
	if isTerminal(c.in) && term.IsTerminal(c.out) && len(words) == 0 {
		return editedText(c.streams, "")
	}
	text, err := io.ReadAll(io.LimitReader(c.in, star.MaxSize))
	return string(text), err
}

func (c *storyEdit) add(part star.Part, text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("nothing to add")
	}
	words := len(strings.Fields(text))
	has := func(later *star.Story) bool {
		section := later.Section(part)
		return section != nil && strings.HasSuffix(strings.Join(strings.Fields(section.Text), " "), strings.Join(strings.Fields(text), " "))
	}
	if err := c.carry(c.story.Add(part, text), has, fmt.Sprintf("%s: %s added", part, cells.Plural(words, "word", "words"))); err != nil {
		return err
	}
	return c.write()
}

func said(key, had, has string) string {
	if had == "" {
		had = "nothing"
	}
	if has == "" || has == "[]" {
		has = "nothing"
	}
	return fmt.Sprintf("%s: %s → %s", key, had, has)
}

// write writes the story, if anything changed, and says what did.
func (c *storyEdit) write() error {
	if string(c.story.Source) == string(c.before) {
		_, err := fmt.Fprintf(c.out, "%s is as it was\n", cells.Clean(c.path))
		return err
	}
	if err := stories.Replace(c.path, c.before, c.story.Source); err != nil {
		return err
	}
	for _, line := range c.said {
		if _, err := fmt.Fprintf(c.out, "%s: %s\n", cells.Clean(c.path), cells.Clean(line)); err != nil {
			return err
		}
	}
	return nil
}
