package stories

import (
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/evidence"
)

// TestDiffer holds which figures of two stories must agree, and where the finding
// says they stand.
func TestDiffer(t *testing.T) {
	tests := []struct {
		name, a, b string // keys of the front matter
		want       string
	}{
		{"a change told twice", "project: fraud\nresult: Losses went from $9 million a year to $1.7 million.",
			"project: Fraud\nresult: I brought losses from $9 million a year to $1.2 million.",
			`a has "$1.7 million" (line 3) and b has "$1.2 million" (line 3) for one thing (Losses)`},
		{"a change told twice, years apart", "project: fraud\ndate: 2022\nresult: Losses went from $9 million to $1.7 million.",
			"project: fraud\ndate: 2024\nresult: I brought losses from $9 million to $1.2 million.",
			`a has "$1.7 million" (line 4) and b has "$1.2 million" (line 4) for one thing (Losses)`},
		{"how many there were", "project: login\nsituation: We ran 12 services.", "project: login\nsituation: Our 14 services were old.",
			`a has "12 services" (line 3) and b has "14 services" (line 3) for one thing (services)`},
		{"how many there were a year later", "project: login\ndate: 2023\nsituation: We ran 12 services.", "project: login\ndate: 2024-02\nsituation: We ran 14 services.", ""},
		{"one team", "project: login\nsituation: I led a team of 8 engineers.", "project: login\nsituation: We were a team of 6 engineers.",
			`a has "8 engineers" (line 3) and b has "6 engineers" (line 3) for one thing (engineers)`},
		{"what was measured", "project: login\nsituation: The sign-in error rate was 3 %.", "project: login\nsituation: The sign-in error rate was 5 %.",
			`a has "3 %" (line 3) and b has "5 %" (line 3) for one thing (sign-in error rate)`},
		{"two projects", "project: login\nsituation: We ran 12 services.", "project: search\nsituation: We ran 14 services.", ""},
		{"no project", "situation: We ran 12 services.", "situation: We ran 14 services.", ""},
		{"given by both", "project: login\nsituation: We ran 12 services, of which 4 services were mine.", "project: login\nsituation: Our 4 services were old.", ""},
		{"two efforts", "project: login\nresult: I cut manual effort by 40 %.", "project: login\nresult: I cut manual effort by 70 %.", ""},
		{"two acts", "project: login\naction: I asked 12 customers.", "project: login\naction: I asked 7 customers.", ""},
		{"what was to be done", "project: login\ntask: I had to deliver with 12 engineers.", "project: login\nsituation: We were 30 engineers.", ""},
		{"rounded", "project: login\nsituation: We had 410,000 users.", "project: login\nsituation: We had 412,000 users.", ""},
	}
	set := pair(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var profiles []Profile
			for id, keys := range map[string]string{"a": test.a, "b": test.b} {
				profiles = append(profiles, ProfileOf(evidence.Of(star.Parse(id+".md", []byte("---\n"+keys+"\n---\n")), set), set))
			}
			var got []string
			for _, f := range Cover(profiles, set, Target{StoriesPerPrinciple: 1}, today).Findings {
				if f.Rule.ID == "STAR808" {
					got = append(got, f.Message)
					if len(f.Places) != 2 || f.Places[0].From.Column >= f.Places[0].To.Column || f.Places[0].Story == f.Places[1].Story {
						t.Errorf("places = %v", f.Places)
					}
				}
			}
			if strings.Join(got, "; ") != test.want {
				t.Errorf("findings = %q, want %q", got, test.want)
			}
		})
	}
}
