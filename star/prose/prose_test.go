package prose

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"stops", "I left. Then I ran! Why? Because.", "I left.|Then I ran!|Why?|Because."},
		{"abbreviations", "We met Mr. Smith, e.g. at 3.5 p.m. today. Then we left.", "We met Mr. Smith, e.g. at 3.5 p.m. today.|Then we left."},
		{"decimals, files and versions", "Use Node.js in main.go. It is v1.2.3. Done.", "Use Node.js in main.go.|It is v1.2.3.|Done."},
		{"list items", "- one item\n- two items\n  go on\n\nA text hard\nwrapped.", "one item|two items\n  go on|A text hard\nwrapped."},
		{"numbered steps", "1. I cut\n2) I ran\n10. I sat", "I cut|I ran|I sat"},
		{"other bullets", "• I cut\n→ I ran\n– I sat", "I cut|I ran|I sat"},
		{"headings and tables", "# Head\nText.\n| a | b |\n| c | d |", "Head|Text.|a | b|c | d"},
		{"full-width stops", "我。你！", "我。|你！"},
		{"ellipsis goes on", "I waited... and left. Gone.", "I waited... and left.|Gone."},
		{"CRLF", "I cut.\r\nI ran.\r\n", "I cut.|I ran."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := Analyze(test.text)
			var got []string
			for _, s := range text.Sentences {
				got = append(got, text.Slice(s.Range))
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("sentences = %q, want %q", strings.Join(got, "|"), test.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ name, text, want string }{ // ^ marks a quoted word, _ an opaque one
		{"case and apostrophes", "I’m on-call; DON'T", "i'm on-call don't"},
		{"emphasis", "**bold** _it_ ~~gone~~ ==hi==", "bold it gone hi"},
		{"code and URLs", "`go run x` and https://a.b/c?d=1, done", "_ and _ done"},
		{"links and images", "[text](http://a.b) ![pic](c.png)", "text"},
		{"images", "see ![a slow\nquery](c.png \"We saw it\"), ![[plan.png]] and ![open", "see and open"},
		{"an image in a link", "[![we failed](badge.svg)](http://a.b) done", "done"},
		{"tags and comments", "<b>x</b> <!-- we did -->y<br/>", "x y"},
		{"less than", "a < b and 5 <6", "a b and 5 6"},
		{"fences", "```\nwe did\n```\nafter\n~~~\nwe\n~~~", "after"},
		{"marks of sources", "It held.[2][^13] See a[1] and [2](x) and [3].", "it held see a and 2 and 3"},
		{"fences in a nested list", "- a\n      ```\n      we did\n      ```\n\t~~~\n\twe\n\t~~~", "a"},
		{"quotes", `He said "we did". I left`, "he said we^ did^ i left"},
		{"typographic quotes", "“we did” and I", "we^ did^ and i"},
		{"a quote never closed", `He said "we did. I left`, "he said we did i left"},
		{"an answer in quotation marks", `> *"` + strings.Repeat("I checked it ", 14) + `."*`, strings.TrimSpace(strings.Repeat("i checked it ", 14))},
		{"a long answer that quotes", `"We" ` + strings.Repeat("checked it ", 21) + `"too"`, "we^ " + strings.Repeat("checked it ", 21) + "too^"},
		{"an open comment", "a <!-- b", "a b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, w := range Analyze(test.text).Words {
				spelling := w.Text
				if spelling == "" {
					spelling = "_"
				}
				if w.Quoted {
					spelling += "^"
				}
				got = append(got, spelling)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("words = %q, want %q", strings.Join(got, " "), test.want)
			}
		})
	}
}

func TestPersons(t *testing.T) {
	tests := []struct {
		text  string
		i, we int
	}{
		{"I told my lead what I'd found myself.", 4, 0},
		{"We cut our wait; it let us sleep.", 0, 3},
		{"The API is in some game, the time came.", 0, 0},
		{`He said "we did it" and left.`, 0, 0},
		{"Phase I of the US plan", 0, 0},
		{"Phase I was done when I went from Engineer I to Engineer II.", 1, 0},
		{"As the senior security engineer, I had to decide.", 1, 0},
		{"As a Software Engineer I had to decide. In this phase I built it.", 2, 0},
		{"I was the only engineer. I asked the analyst; I wrote it down.", 3, 0},
		{"`I` and <!-- we --> nothing", 0, 0},
		{"I’ve asked us.", 1, 1},
	}
	for _, test := range tests {
		if i, we := Analyze(test.text).Persons(); i != test.i || we != test.we {
			t.Errorf("Persons(%q) = %d, %d; want %d, %d", test.text, i, we, test.i, test.we)
		}
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct{ text, want string }{ // text, kind and value; ! marks a metric
		{"1.2M users and 3k rows", "1.2M users/count/1.2e+06! 3k rows/count/3000!"},
		{"$1.2M saved, €40k, 40 USD", "$1.2M/money/1.2e+06! €40k/money/40000! 40 USD/money/40!"},
		{"$3 million", "$3 million/money/3e+06!"},
		{"from 40\n  % to 30\n\n%", "40\n  %/percent/40! 30/count/30!"},
		{"30 percent, 3 per cent, 40 %", "30 percent/percent/30! 3 per cent/percent/3! 40 %/percent/40!"},
		{"20–30% or 20-30 minutes", "20–30%/percent/20! 20-30 minutes/duration/20!"},
		{"p99 of 800ms, 4h and two weeks", "p99/id/0 800ms/duration/800! 4h/duration/4! two weeks/duration/2!"},
		{"9 out of 10 teams", "9/ratio/9! 10 teams/count/10!"},
		{"a third of it, two thirds, halved", "third/ratio/0.333333! two thirds/ratio/0.666667! halved/ratio/0.5!"},
		{"3x, 10X, tenfold, 4 times", "3x/ratio/3! 10X/ratio/10! tenfold/ratio/10! 4 times/ratio/4!"},
		{"March 2024, 2024-03-05, in 2023, Q3 2024, 5 March", "2024/date/2024 2024-03-05/date/2024 2023/date/2023 Q3/date/0 2024/date/2024 5/date/5"},
		{"at 9:30 or 3 am", "9:30/date/9 3/date/3"},
		{"2000 users in 2020", "2000 users/count/2000! 2020/date/2020"},
		{"OAuth 2, HTTP 500, P1, level 5, top 10, 24/7, S3", "2/id/2 500/id/500 P1/id/0 5/id/5 10/id/10 24/id/24 7/id/7 S3/id/0"},
		{"ticket #4711, issue #12 and #7", "4711/id/4711 12/id/12 7/id/7"},
		{"a 404 page, HTTP 500, a 500 error, 502s", "404/id/404 500/id/500 500/id/500 502s/id/502"},
		{"500 errors, 404 errors and 404 users", "500 errors/count/500! 404/id/404 404 users/count/404!"},
		{"# 40 users\n#41", "40 users/count/40! 41/id/41"},
		{"one person in one week", "one person/count/1 one week/duration/1!"},
		{"zero incidents and no complaint", "zero incidents/count/0!"},
		{"sixty-five people, two hundred users", "sixty-five people/count/65! two hundred users/count/200!"},
		{"version 1.2.3 on the 2nd try", "1.2.3/version/0 2nd/ordinal/2"},
		{"a 15-minute call, a 4-person team", "15-minute/duration/15! 4-person/count/4!"},
		{"AES-256 and COVID-19", ""},
		{"from 2 TB to 100 GB", "2 TB/count/2! 100 GB/count/100!"},
		{"a second vendor within a day", "a day/duration/1!"},
		{"from 15 to 4, decreased", "15/count/15! 4/count/4!"},
		{"nine working days, a four-hour outage, 3 a month", "nine working days/duration/9! four-hour/duration/4! 3/count/3!"},
		{"a quarter of it in a quarter", "a quarter/ratio/0.25! a quarter/duration/1!"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			text := Analyze(test.text)
			var got []string
			for _, n := range text.Numbers {
				s := fmt.Sprintf("%s/%v/%.6g", text.Slice(n.Range), n.Kind, n.Value)
				if n.Metric() {
					s += "!"
				}
				got = append(got, s)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("numbers = %s\nwant %s", strings.Join(got, " "), test.want)
			}
		})
	}
}

func TestChanges(t *testing.T) {
	tests := []struct{ text, want string }{
		{"cut from 40 to 12 minutes", "40>12 minutes"},
		{"p99 went from 800 ms down to 120 ms", "800 ms>120 ms"},
		{"errors: 40% -> 12%", "40%>12%"},
		{"9 instead of 14 hosts", "14 hosts>9"},
		{"it was 9 and is now 3", "9>3"},
		{"reduced the wait of 9 to 3 days", "9>3 days"},
		{"down from 40", "40>"},
		{"went from 4 seconds to not possible", "4 seconds>"},
		{"40 people and 12 hosts", ""},
		{"from 2019 to 2023", ""},
		{"5 Champions were promoted to senior roles, and 2 joined", ""},
	}
	for _, test := range tests {
		text := Analyze(test.text)
		var got []string
		for _, c := range text.Changes() {
			pair := text.Slice(text.Numbers[c.From].Range) + ">"
			if c.To >= 0 {
				pair += text.Slice(text.Numbers[c.To].Range)
			}
			got = append(got, pair)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Changes(%q) = %q, want %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

func TestClauses(t *testing.T) {
	tests := []struct{ text, want string }{ // person and verb; - negated, ~ not past, + carried
		{"I traced it, rewrote the parser and shipped it.", "I:traced I:rewrote+ I:shipped+"},
		{"Built a tool. Measured the time; cut it.", "_:built _:measured _:cut"},
		{"Checked logs ➔ Found errors ➔ Replaced it", "_:checked _:found _:replaced"},
		{"I then quickly rewrote the test.", "I:rewrote"},
		{"I spoke openly, provided a plan, and quickly shared it.", "I:spoke I:provided+ I:shared+"},
		{"I did not ask him.", "I:ask-"},
		{"I did a test, I did three of it and I did see it.", "I:did I:did I:see"},
		{"I think so.", "I:think~"},
		{"The failed job was restarted.", ""},
		{"Fixed by the vendor.", ""},
		{"Based on this, I chose X.", "I:chose"},
		{"We agreed, and they built it.", "We:agreed"},
		{`"We did it", he said. I left.`, "I:left"},
		{"I had been asked to fix it.", "I:asked"},
		{"I built browser-based and fast tools.", "I:built"},
		{"- Then rebuilt it\n- Re-routed the cables", "_:rebuilt _:re-routed"},
	}
	for _, test := range tests {
		text := Analyze(test.text)
		var got []string
		for _, c := range text.Clauses() {
			s := map[Person]string{I: "I:", We: "We:", Elided: "_:"}[c.Person] + text.Words[c.Verb].Text
			for mark, is := range map[string]bool{"-": c.Negated, "~": !c.Past, "+": c.Carried} {
				if is {
					s += mark
				}
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Clauses(%q) = %q, want %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

func TestPhrases(t *testing.T) {
	phrases := NewPhrases("down from", "delay*", "on-call", "down", "a lot", "in the process of")
	tests := []struct{ text, want string }{
		{"Down from 9, then down.", "Down from|down"},
		{"It was delayed: the delay, relay", "delayed|delay"},
		{"on call, oncall, on-call", "on call|oncall|on-call"},
		{"That is a. Lot of it", ""},
		{`He said "a lot" of it`, ""},
		{"in the process; in the process of it", "in the process of"},
	}
	for _, test := range tests {
		text := Analyze(test.text)
		var got []string
		for _, m := range phrases.Find(text) {
			got = append(got, text.Slice(m.Range))
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("Find(%q) = %q, want %q", test.text, strings.Join(got, "|"), test.want)
		}
		if phrases.Has(text) != (test.want != "") {
			t.Errorf("Has(%q) = %v", test.text, phrases.Has(text))
		}
	}
}

func TestDistance(t *testing.T) {
	for pair, want := range map[[2]string]int{{"", ""}: 0, {"title", "tilte"}: 1, {"tag", "tags"}: 1, {"status", "stauts"}: 1, {"a", "xyz"}: 3, {"abcd", "efgh"}: 4, {"date", "data"}: 1, {"ab", "ba"}: 1, {"a!", "A"}: 2} {
		if got := Distance(pair[0], pair[1]); got != want {
			t.Errorf("Distance(%q) = %d, want %d", pair, got, want)
		}
		for slips := range 4 {
			if got := Within(pair[0], pair[1], slips); got != (want <= slips) {
				t.Errorf("Within(%q, %d) = %v", pair, slips, got)
			}
		}
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{"I cut it from 40 to 12 %. \"We\" left.", "- a\n- `b\n\n<!--", "1. x|y\n# z\n```", "“a” $1.2M 3x-4 a/b 24/7 \u00a0é世", "\r\n>\n>>- a"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := Analyze(source)
		if fmt.Sprint(text) != fmt.Sprint(Analyze(source)) {
			t.Error("two runs differ")
		}
		last := 0
		for _, w := range text.Words {
			if w.Start < last || w.End <= w.Start || w.End > len(source) || w.Sentence >= len(text.Sentences) {
				t.Fatalf("word %+v of %d bytes behind %d", w, len(source), last)
			}
			last = w.End
			if s := text.Sentences[w.Sentence]; w.Start < s.Start || w.End > s.End {
				t.Errorf("word %+v lies outside its sentence %+v", w, s)
			}
			if utf8.ValidString(source) && w.Text != "" && !strings.EqualFold(strings.ReplaceAll(text.Slice(w.Range), "’", "'"), w.Text) && strings.ToLower(text.Slice(w.Range)) != strings.ReplaceAll(w.Text, "'", "’") {
				t.Logf("word %q is spelled %q", text.Slice(w.Range), w.Text)
			}
		}
		for _, s := range text.Sentences {
			if p := text.Paragraphs[s.Paragraph]; s.First >= s.Last || s.Start < p.Start || s.End > p.End {
				t.Errorf("sentence %+v in paragraph %+v", s, p)
			}
		}
		for _, n := range text.Numbers {
			if n.Start < 0 || n.End <= n.Start || n.End > len(source) || n.Last <= n.First || n.Last > len(text.Words) {
				t.Errorf("number %+v", n)
			}
		}
		for _, c := range text.Clauses() {
			if c.Start < 0 || c.End < c.Start || c.End > len(source) || c.Verb < 0 || c.Verb >= len(text.Words) {
				t.Errorf("clause %+v", c)
			}
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat("I traced the slow queries to our new index because the p99 went from 120 ms to 800 ms, and told \"the owner\" about it. ", 26)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Analyze(text)
	}
}

func ExampleAnalyze() {
	text := Analyze("I cut the wait from 40 to 12 minutes and told the customers.")
	for _, clause := range text.Clauses() {
		fmt.Println(text.Words[clause.Verb].Text)
	}
	change := text.Changes()[0]
	fmt.Println(text.Numbers[change.From].Value, "to", text.Numbers[change.To].Value)
	// Output:
	// cut
	// told
	// 40 to 12
}
