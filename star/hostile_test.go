package star

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile lists files that hurt careless parsers. Each must be read within a
// second and leave every span inside the file.
var hostile = []struct {
	name   string
	source func() string
}{
	{"empty", raw("")},
	{"only a byte order mark", raw("\ufeff")},
	{"only blank lines", raw("\n\n \n\t\n")},
	{"only a fence", raw("---")},
	{"two fences without a line break", raw("---\n---")},
	{"fences without end", raw(strings.Repeat("---\n", 1000))},
	{"NUL bytes", raw("---\ntitle: a\x00b\n---\n")},
	{"invalid UTF-8", raw("## Action\ncaf\xe9 \xff\xfe\n")},
	{"a lone surrogate", raw("## Action\n\xed\xa0\x80\n")},
	{"an overlong encoding", raw("## Action\n\xc0\xaf\n")},
	{"a cut code point", raw("## Action\n\xe4\xb8")},
	{"UTF-16 little endian", raw("\xff\xfe#\x00 \x00S\x00")},
	{"UTF-16 big endian", raw("\xfe\xff\x00#\x00 \x00S")},
	{"lone carriage returns", raw("---\rtitle: a\r---\r## Action\rB\r")},
	{"mixed line breaks", raw("---\r\ntitle: a\naction: |\r\n  b\n  c\r\n---\n")},
	{"next line and separators", raw("---\ntitle: a\u0085b\nrole: c\u2028d\u2029e\n---\n")},
	{"next line in a block", raw("---\naction: |\n  a\u0085  b\n  c\n---\n")},
	{"a byte order mark in the middle", raw("---\ntitle: \ufeffa\n---\n\ufeff## Action\nb\n")},
	{"bidi overrides", raw("---\ntitle: \u202ea\u202c\naction: \u2066b\u2069\n---\n")},
	{"escape sequences", raw("## Action\n\x1b[31mred\x1b[0m \x07\n")},
	{"an alias bomb", raw("---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\naction: *c\n---\n")},
	{"an alias to itself", raw("---\naction: &a [*a]\n---\n")},
	{"a merge key", raw("---\na: &a {title: b}\n<<: *a\n---\n")},
	{"a tag", raw("---\ntitle: !!binary aGVsbG8=\naction: !custom b\n---\n")},
	{"a null key", raw("---\n? \n: a\n~: b\n---\n")},
	{"a key of a list", raw("---\n[a, b]: c\n{a: b}: c\n---\n")},
	{"two documents", raw("---\ntitle: a\n--- \nb\n...\n")},
	{"a directive", raw("---\n%YAML 9.9\ntitle: a\n---\n")},
	{"deep brackets", raw("---\naction: " + strings.Repeat("[", 20_000) + "\n---\n")},
	{"deep braces", raw("---\naction: " + strings.Repeat("{a: ", 5_000) + "\n---\n")},
	{"deep indentation", nested("---\n", "a:", 2_000, "---\n")},
	{"ten thousand keys", repeat("---\n", "k%d: v\n", 10_000, "---\n")},
	{"a hundred thousand keys", repeat("---\n", "k%d: v\n", 95_000, "---\n")},
	{"a list of a megabyte on one line", repeat("---\nanchors: [", "a%d, ", 110_000, "a]\n---\n")},
	{"one key ten thousand times", raw("---\n" + strings.Repeat("title: a\n", 10_000) + "---\n")},
	{"a key of a megabyte", raw("---\n" + strings.Repeat("k", 1<<20-20) + ": v\n---\n")},
	{"a line of a megabyte", raw("## Action\n" + strings.Repeat("I cut it. ", 104_000))},
	{"a megabyte of blanks", raw("## Action\n" + strings.Repeat(" ", 1<<20-20))},
	{"a megabyte of line breaks", raw("## Action\n" + strings.Repeat("\n", 1<<20-20))},
	{"a megabyte of open links", raw("## Action\n" + strings.Repeat("[a](", 1<<18-4))},
	{"a megabyte of backticks", raw("## Action\n" + strings.Repeat("` `` ", 1<<17))},
	{"a megabyte of stars", raw("## Action\n" + strings.Repeat("*a ", 1<<18))},
	{"a megabyte of quotes", raw("## Action\n" + strings.Repeat("\"a ", 1<<18))},
	{"a megabyte of brackets", raw("## Action\n" + strings.Repeat("<", 1<<20-20))},
	{"a megabyte of comments", raw("## Action\n" + strings.Repeat("<!-- ", 1<<17))},
	{"a megabyte of digits", raw("## Result\n" + strings.Repeat("1", 1<<20-20))},
	{"a megabyte of figures", raw("## Result\n" + strings.Repeat("from 1 to 2 % ", 1<<16))},
	{"a megabyte of commas", raw("## Result\n" + strings.Repeat("1,", 1<<19-20))},
	{"a megabyte of headings", raw(strings.Repeat("## Action\n", 100_000))},
	{"a megabyte of other headings", raw(strings.Repeat("# a\n", 1<<18))},
	{"a thousand nested lists", nested("## Action\n", "- a", 1_000, "")},
	{"a thousand list markers", raw("## Action\n" + strings.Repeat("- ", 1_000) + "a\n")},
	{"a thousand quotes", raw("## Action\n" + strings.Repeat("> ", 1_000) + "a\n")},
	{"many shallow lists", raw("## Action\n" + strings.Repeat("- - - - - - - - a\n", 50_000))},
	{"a table of a megabyte", raw("## Action\n" + strings.Repeat("| a ", 1<<18))},
	{"entities", raw("## Action\n" + strings.Repeat("&amp;&#0;&#x10FFFF;", 1_000))},
	{"a fence never closed", raw("```\n## Action\nI cut it.\n")},
	{"over a megabyte", raw(strings.Repeat("a", MaxSize+1))},
	{"link definitions", raw("## Action\n" + strings.Repeat("[a]: b\n", 10_000))},
}

func raw(s string) func() string { return func() string { return s } }

func nested(before, line string, depth int, after string) func() string {
	return func() string {
		var b strings.Builder
		b.WriteString(before)
		for i := range depth {
			b.WriteString(strings.Repeat(" ", 2*i) + line + "\n")
		}
		return b.String() + after
	}
}

func repeat(before, format string, times int, after string) func() string {
	return func() string {
		var b strings.Builder
		b.WriteString(before)
		for i := range times {
			fmt.Fprintf(&b, format, i)
		}
		return b.String() + after
	}
}

func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			start := time.Now()
			s := parse(h.source())
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("took %v", took) // a second on a quiet machine; the race detector takes five times as long
			} else if took > time.Second {
				t.Logf("took %v", took)
			}
			for _, p := range s.Problems {
				inside(t, s, p.Span)
			}
			for _, section := range s.Sections {
				inside(t, s, section.Content)
				for _, n := range section.Prose.Numbers {
					inside(t, s, section.Span(n.Range))
				}
			}
			inside(t, s, s.Anchor())
		})
	}
}
