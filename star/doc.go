// Package star reads one interview story: a Markdown file whose Situation,
// Task, Action and Result stand in YAML front matter or under headings.
//
// Start with [Parse]. It accepts any bytes and never fails: what is wrong with
// a file comes back as [Problem] values with a place, and what can be read
// of the rest is read all the same.
//
// Every piece of a [Story] knows where it stands in the file as a [Span] of
// bytes; [Story.Position] turns an offset into a line and a column.
package star
