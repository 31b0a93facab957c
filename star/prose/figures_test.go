package prose

import (
	"fmt"
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	tests := []struct{ text, want string }{ // figure, bound and rate, where there are any
		{"over 200 users, nearly 3 %, 30+ hours, up to 9 teams, ~4 GB and <5 s", "200 users> 3 %~ 30+ hours> 9 teams< 4 GB~ 5 s<"},
		{"at least 20 hosts, at most 30 hosts, more than 4 %, fewer than 5 teams, dozens of teams", "20 hosts> 30 hosts< 4 %> 5 teams< dozens~"},
		{"40 alerts a week and $2M annually", "40 alerts/week $2M/year"},
		{"$100K+/year, 5 hours/week, 60+/week alerts", "$100K>/year 5 hours/week 60>/week"},
		{"30+ hours of manual work weekly", "30+ hours>/week"},
		{"from 60 to 22 pages a month", "60/month 22 pages/month"},
		{"each 2 GB, 3 teams each, in waves of four countries", "2 GB/each 3 teams/each four countries/each"},
		{"our 45 engineers use it daily", "45 engineers"},
		{"2-3 weeks, 20–30%, 4 to 5 teams, 48–72 hours", "2-3 weeks..3 20–30%..30 4 to 5 teams..5 48–72 hours..72"},
		{"2.3/5 and 12/14 teams", "2.3/5 12/14"},
		{"12 operations engineers, 60 product teams, 15 to 4, decreased", "12 operations engineers 60 product teams 15 4"},
		{"within a week, a week off, 40 a week, a night shift. One day I slept", "a week< 40/week"},
	}
	for _, test := range tests {
		text := Analyze(test.text)
		var got []string
		for _, f := range text.Figures() {
			s := text.Slice(f.Range) + map[Bound]string{About: "~", AtLeast: ">", AtMost: "<"}[f.Bound]
			if f.Per != "" {
				s += "/" + f.Per
			}
			if f.High != f.Value {
				s += fmt.Sprintf("..%g", f.High)
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("Figures(%q) = %q\nwant %q", test.text, strings.Join(got, " "), test.want)
		}
	}
}

func TestFiguresRole(t *testing.T) {
	tests := map[string]string{
		"the suite took 50 minutes": "state", "from 50 to 12 minutes": "before after", "by 20 %": "state", "I cut it by 20 %": "by",
		"it grew to 40 teams": "after", "3 of 12 teams": "part state", "the remaining 9 teams": "part", "another 4 teams": "part",
		"my goal was 15 minutes": "aim", "two weeks later": "when", "it could take 9 days": "supposed", "9 hosts instead of 14 hosts": "state supposed",
		"20 % faster": "by", "a 20 % drop": "by", "four pages long": "part", `he said "9 days" then`: "supposed", `"9 days"`: "state",
		"half of them": "part", "the industry has 13 % turnover": "supposed",
		"we kept 94 % (industry average of such shops: 72 %)": "state supposed", "the goal: 15 minutes": "aim",
	}
	for text, want := range tests {
		var got []string
		for _, f := range Analyze(text).Figures() {
			got = append(got, f.Role.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("roles of %q = %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}
