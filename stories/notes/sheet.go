package notes

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"starbank/principles"
	"starbank/star"
)

// ReadSheet finds the stories of a spreadsheet saved as CSV, or with tabs: a column
// a section, named in the first row, a story a row. Columns of other names become
// notes.
func ReadSheet(source []byte, comma rune, set *principles.Set) ([]Story, []Skip, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(source, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = comma, -1, true, true
	header, err := r.Read()
	if err != nil {
		return nil, nil, fmt.Errorf("no row of column names: %w", err)
	}
	columns, marked := columnsOf(header, newNames(set))
	if marked == 0 {
		return nil, nil, fmt.Errorf("no column is a section; the first row has %s", strings.Join(header, ", "))
	}
	var found []candidate
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		c := candidate{}
		c.Marked = true
		c.Line, _ = r.FieldPos(0)
		c.End = c.Line + strings.Count(strings.Join(row, ""), "\n")
		for i, cell := range row {
			if i < len(columns) && strings.TrimSpace(cell) != "" {
				columns[i](&c, strings.TrimSpace(cell))
			}
		}
		found = append(found, c)
	}
	stories, skips := judge(found)
	return stories, skips, nil
}

// column takes a cell over into a story.
type column func(*candidate, string)

// columnsOf says what each column of a sheet is, and how many are sections.
func columnsOf(header []string, n names) (columns []column, sections int) {
	for _, name := range header {
		key := strings.ToLower(strings.Trim(bare(name), ": "))
		if mark, is := named(key, ""); is && (len(key) > 1 || name == strings.ToUpper(name)) {
			sections++
			columns = append(columns, func(c *candidate, cell string) { c.parts[mark.part] = append(c.parts[mark.part], cell) })
			continue
		}
		switch key {
		case "title", "story", "name", "headline":
			columns = append(columns, func(c *candidate, cell string) { c.Title = cell })
		case "question", "prompt":
			columns = append(columns, func(c *candidate, cell string) { c.Question = cell })
		case "principle", "principles", "lp", "lps", "leadership principle", "leadership principles", "competency", "value", "values":
			columns = append(columns, func(c *candidate, cell string) { c.Principles = append(c.Principles, n.list(cell)...) })
		default:
			columns = append(columns, func(c *candidate, cell string) { c.notes = append(c.notes, name+": "+cell) })
		}
	}
	return columns, sections
}

// document is what star import --format json writes, as far as it is read back.
type document struct {
	Version int `json:"version"`
	Stories []struct {
		Title      string            `json:"title"`
		Question   string            `json:"question"`
		Principles []string          `json:"principles"`
		Sections   map[string]string `json:"sections"`
		Notes      string            `json:"notes"`
	} `json:"stories"`
}

// ReadJSON finds the stories of a document that star import --format json wrote.
func ReadJSON(source []byte, set *principles.Set) ([]Story, []Skip, error) {
	var doc document
	if err := json.Unmarshal(source, &doc); err != nil {
		return nil, nil, err
	}
	if doc.Version != 1 || doc.Stories == nil {
		return nil, nil, errors.New("no document of star import --format json")
	}
	var found []candidate
	for _, s := range doc.Stories {
		c := candidate{}
		c.Marked, c.Title, c.Question, c.Line, c.End = true, s.Title, s.Question, 1, bytes.Count(source, []byte("\n"))+1
		c.Principles = newNames(set).list(strings.Join(s.Principles, ", "))
		for _, part := range star.Parts() {
			if text := s.Sections[part.String()]; text != "" {
				c.parts[part] = strings.Split(text, "\n")
			}
		}
		if s.Notes != "" {
			c.notes = strings.Split(s.Notes, "\n")
		}
		found = append(found, c)
	}
	stories, skips := judge(found)
	return stories, skips, nil
}
