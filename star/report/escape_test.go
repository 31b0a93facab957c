package report

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafehtml "github.com/yuin/goldmark/renderer/html"

	"starbank/star/report/cells"
)

func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                         "plain",
		"":                              "",
		" a\nb ":                        " a b ",
		" ":                             " ",
		"*a* _b_ `c` [d](e) | f":        `\*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) \| f`,
		"<script>&@me":                  `&lt;script\>&amp;@&#8203;me`,
		"#1, !2, a @ b, x@y.z":          `\#&#8203;1, \!&#8203;2, a @ b, x@&#8203;y.z`,
		"1. I cut it":                   `1\. I cut it`,
		"12) I":                         `12\) I`,
		"- [ ] a":                       `\- \[ \] a`,
		"2025":                          `2025`,
		"from $5 to 10:30:00 (half-way": "from <span>$</span>5 to 10:30:00 (half-way",
		"https://a.b www.c.d :tada: ok": "https:&#8203;//a.b www&#8203;.c.d :&#8203;tada: ok",
	} {
		if got := EscapeMarkdown(text); got != want {
			t.Errorf("EscapeMarkdown(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestHighlight(t *testing.T) {
	for _, test := range []struct{ before, words, after, want string }{
		{"  It got ", "better", " then", "It got <b>better</b> then"},
		{"C", "#1 ", "x", `C<b>\#&#8203;1</b> x`},
		{"a", " b", "", "a <b>b</b>"},
		{"end", "", "", "end"},
		{"", "- a", "", `<b>\- a</b>`},
	} {
		if got := Highlight(test.before, test.words, test.after); got != test.want {
			t.Errorf("Highlight(%q, %q, %q) = %q, want %q", test.before, test.words, test.after, got, test.want)
		}
	}
}

var (
	page = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(unsafehtml.WithUnsafe()))

	// reference is what services look for in a finished page.
	reference = regexp.MustCompile(`@\w|[#!]\d|\w://|www\.`)
)

// FuzzEscapeMarkdown holds that an escaped text is plain wherever it stands, and
// says what it said.
func FuzzEscapeMarkdown(f *testing.F) {
	for _, text := range []string{"1. a", "+ a", "- [x] a", "---", "===", "# a", "> a", "    a", "\ta", "~~a~~", "```", "a | b", "| - |", "[a]: b", "[a][b]", "![a](b)",
		"<a@b.c>", "<b>", "<!-- a", "&lt;", "a\\", "http://a.b", "www.a.b", "a@b.cd", "@a", "#1", "a__b__", "$a$", "xmpp:a@b.c", "\x00\x1b[0m\u202e", "a  \nb", "*a*b", "1) 2. 3"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := cells.Clean(strings.Join(strings.Fields(text), " "))
		if want == "" || strings.Contains(want, breaker) {
			return
		}
		for _, place := range []struct{ before, behind, opening, closing string }{
			{"", "", "<p>", "</p>\n"},
			{"  > ", "", "<blockquote>\n<p>", "</p>\n</blockquote>\n"},
			{"### ", "", "<h3>", "</h3>\n"},
			{"- x <b>", "</b> x", "<ul>\n<li>x <b>", "</b> x</li>\n</ul>\n"},
			{"| x |\n|---|\n| ", " |", "<table>\n<thead>\n<tr>\n<th>x</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>", "</td>\n</tr>\n</tbody>\n</table>\n"},
		} {
			var out bytes.Buffer
			if err := page.Convert([]byte(place.before+EscapeMarkdown(text)+place.behind+"\n"), &out); err != nil {
				t.Fatal(err)
			}
			got, opened := strings.CutPrefix(out.String(), place.opening)
			got, closed := strings.CutSuffix(got, place.closing)
			got = strings.NewReplacer("<span>", "", "</span>", "").Replace(got)
			if !opened || !closed || strings.ContainsRune(got, '<') {
				t.Fatalf("%q makes markup: %s", text, &out)
			}
			got = strings.Trim(html.UnescapeString(got), " ")
			if found := reference.FindString(got); found != "" {
				t.Errorf("%q refers: %q", text, found)
			}
			if got = strings.ReplaceAll(got, breaker, ""); got != want {
				t.Errorf("%q reads %q, want %q", text, got, want)
			}
		}
	})
}

func TestDisarm(t *testing.T) {
	for text, want := range map[string]string{"@me and #1 at a @ b": "@\u200bme and #\u200b1 at a @ b", "plain *text*": "plain *text*"} {
		if got := disarm(text); got != want {
			t.Errorf("disarm(%q) = %q, want %q", text, got, want)
		}
	}
}
