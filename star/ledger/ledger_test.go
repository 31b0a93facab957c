package ledger

import (
	"slices"
	"strings"
	"testing"

	"starbank/star"
)

// TestOrder holds that neither the order of the keys in the file nor that of two
// figures in a comparison matters.
func TestOrder(t *testing.T) {
	for _, test := range contradictions {
		if got := strings.Join(conflictsOf(storyOf(test.b, test.a)), "; "); got != test.want {
			t.Errorf("conflicts of %q and %q = %q, want %q", test.b, test.a, got, test.want)
		}
		l := Of(storyOf(test.a, test.b))
		for i := range l.Entries {
			for j := range l.Entries {
				a, b := &l.Entries[i], &l.Entries[j]
				if sameThing(a, b) != sameThing(b, a) || a.measure.agrees(&b.measure) != b.measure.agrees(&a.measure) || l.sameChange(i, j) != l.sameChange(j, i) {
					t.Errorf("%q and %q are compared one way and another", l.Text(a), l.Text(b))
				}
			}
		}
	}
}

func TestEntries(t *testing.T) {
	tests := []struct{ text, want string }{ // figure, role, and what it speaks of
		{"result: I cut AWS costs by 20 %.", "20 %/by/AWS costs"},
		{"result: The suite went from 50 to 12 minutes within five weeks.", "50/before/suite 12 minutes/after/suite five weeks/state/suite"},
		{"situation: We had 15 different security tools that failed.", "15 different security tools/state/different security tools"},
		{"situation: Time from alert to block was 9 minutes.", "9 minutes/state/Time from alert to block"},
		{"situation: The contract was worth $2 million a year.", "$2 million/state/contract"},
		{"result: A 20% reduction in API response times.", "20%/by/API response times"},
		{"result: Customer retention rate of 94%.", "94%/state/Customer retention rate"},
		{"result: Sign-ins take 180 ms now instead of 420.", "180 ms/after/Sign-ins 420/before/Sign-ins"},
		{"result: Alert volume fell by 87% (from 10,000 to 1,300 per week).", "87%/by/Alert volume 10,000/before/Alert volume 1,300/after/Alert volume"},
		{"result: Two weeks later 3 of the 12 teams had moved.", "Two weeks/when/ 3/part/ 12 teams/state/teams"},
		{"action: I asked another 4 teams and hoped for 9 days.", "4 teams/part/teams 9 days/aim/"},
		{"action: It would cost 40 euros.", "40 euros/supposed/"},
		{"result: Within 2-3 weeks we had 9 new customers.", "2-3 weeks/state/ 9 new customers/part/new customers"},
		{"result: Satisfaction improved from 2.3/5 to 4.2/5.", "2.3/5/before/Satisfaction 4.2/5/after/Satisfaction"},
		{"situation: It was 2024, at eleven, on port 443; version 1.2.3 of `x 7`, one day of 24/7 and a zero-day.", ""},
		{"situation: I ran an incident desk of seven people.", "seven people/state/people"},
		{"situation: A launch waited nine working days, in 4 sprints and for half an hour.", "nine working days/state/launch 4 sprints/state/ half/part/"},
		{"situation: 1) A. 2) B. We saw (3) C.", "3/state/"},
		{"situation: A\n  broken  team of 8\n  good engineers.", "8 good engineers/state/good engineers"},
	}
	for _, test := range tests {
		l := Of(storyOf(test.text))
		var got []string
		for i := range l.Entries {
			e := &l.Entries[i]
			got = append(got, l.Text(e)+"/"+e.Role.String()+"/"+l.SpeaksOf(e))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("entries of %q = %q\nwant %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

// TestSpans holds that a figure is found in the file as it was written, in each
// place that holds figures.
func TestSpans(t *testing.T) {
	source := "---\ntitle: \"Moved 12 services\"\nsituation: >\n  We had 14\n  services.\nopening: 'It''s 3 weeks'\nanchors: [a, 40 %]\n" +
		"followups:\n  - ask: Why 9 days?\n    answer: \"Tab\\there: 8 days\"\n---\n## Result\n\nWe saved $2M.\n"
	story := star.Parse("a.md", []byte(source))
	l := Of(story)
	var got []string
	for i := range l.Entries {
		e := &l.Entries[i]
		got = append(got, string(e.Field)+"="+strings.ReplaceAll(story.Quote(l.Span(e)), "\n", "|"))
		if l.Section(e) == nil != (e.Field == Title || e.Field == Opening || e.Field == Anchors || e.Field == Followups) {
			t.Errorf("section of a figure of %s: %v", e.Field, l.Section(e))
		}
	}
	want := []string{"title=12 services", "situation=14|  services", "result=$2M", "opening=3 weeks", "anchors=40 %", "followups=9 days", `followups="Tab\there: 8 days"`}
	if !slices.Equal(got, want) {
		t.Errorf("figures = %q\nwant %q", got, want)
	}
}

func TestBacking(t *testing.T) {
	l := Of(storyOf("result: The download had stopped at 71 %, after 9 minutes, 200 rows and 4 teams of 5 engineers.",
		"followup: The logs show 71 % of the file, about 9 minutes and 200 hosts. Of the engineers I asked all 5, and 4."))
	var got []int
	for i := range l.Entries {
		got = append(got, len(l.Backing(&l.Entries[i])))
	}
	if want := []int{1, 1, 0, 0, 1}; !slices.Equal(got[:5], want) || slices.Max(got[5:]) > 0 {
		t.Errorf("backing = %v, want %v", got, want)
	}
}

func FuzzConflicts(f *testing.F) {
	for _, test := range contradictions {
		f.Add(strings.TrimPrefix(test.a, "situation: "), strings.TrimPrefix(test.b, "result: "))
	}
	for _, test := range differences {
		f.Add(strings.TrimPrefix(test.a, "situation: "), strings.TrimPrefix(test.b, "result: "))
	}
	f.Add("From 2-3/5 of 4 of 5 of 6/7 to (8", "a 50%–60 % of of of the 3")
	f.Fuzz(func(t *testing.T, a, b string) {
		story := star.Parse("a.md", []byte("# "+a+"\n\n## Situation\n\n"+a+"\n\n## Result\n\n"+b+"\n"))
		l := Of(story)
		for i := range l.Entries {
			e := &l.Entries[i]
			for _, span := range []star.Span{l.Span(e), l.Sentence(e)} {
				if span.Start < 0 || span.End < span.Start || span.End > len(story.Source) {
					t.Fatalf("span %v of %q is not in the file", span, l.Text(e))
				}
			}
			l.SpeaksOf(e)
			l.Backing(e)
		}
		for _, c := range l.Conflicts() {
			if c.Odd == c.Other || c.Odd.measure.agrees(&c.Other.measure) {
				t.Errorf("%q contradicts %q", l.Text(c.Odd), l.Text(c.Other))
			}
		}
	})
}
