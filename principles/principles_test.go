package principles

import (
	"slices"
	"strings"
	"testing"
)

func TestBuiltin(t *testing.T) {
	var names []string
	for _, p := range Builtin().Principles {
		names = append(names, p.Name)
	}
	want := []string{"Customer Obsession", "Ownership", "Invent and Simplify", "Are Right, A Lot", "Learn and Be Curious",
		"Hire and Develop the Best", "Insist on the Highest Standards", "Think Big", "Bias for Action", "Frugality",
		"Earn Trust", "Dive Deep", "Have Backbone; Disagree and Commit", "Deliver Results",
		"Strive to be Earth's Best Employer", "Success and Scale Bring Broad Responsibility"}
	if !slices.Equal(names, want) {
		t.Errorf("names = %q, want %q", names, want)
	}
}

func TestResolve(t *testing.T) {
	tests := []struct {
		name  string
		items string // separated by " | "
		want  string // a leading ? marks a misspelling, "-" no principle
	}{
		{"ids", "ownership | dive-deep", "ownership dive-deep"},
		{"abbreviations", "LBC | D&C | co", "learn-and-be-curious have-backbone-disagree-and-commit customer-obsession"},
		{"a comma in the name", "Are Right, A Lot", "are-right-a-lot"},
		{"a list in one text", "Are Right, A Lot, Have Backbone, Dive Deep", "are-right-a-lot have-backbone-disagree-and-commit dive-deep"},
		{"a name cut by YAML", "Are Right | A Lot | Ownership", "are-right-a-lot ownership"},
		{"a semicolon in the name", "Have Backbone; Disagree and Commit; Frugality", "have-backbone-disagree-and-commit frugality"},
		{"an apostrophe", "Strive to be Earth’s Best Employer", "strive-to-be-earths-best-employer"},
		{"ampersand", "Invent & Simplify | Hire & Develop", "invent-and-simplify hire-and-develop-the-best"},
		{"decorated", "Have Backbone, Disagree, Fully Commit ✔", "have-backbone-disagree-and-commit"},
		{"other wording", "deliver result | dive deeply | Entrust | Be right, a lot", "deliver-results dive-deep earn-trust are-right-a-lot"},
		{"misspelled", "Customer Obession | Onwership | Ownsership", "?customer-obsession ?ownership ?ownership"},
		{"high standards", "Insist of high standards | Insist on Highest Standards", "insist-on-the-highest-standards insist-on-the-highest-standards"},
		{"no principle", "Navigate Ambiguity | cost", "- -"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, r := range Builtin().Resolve(strings.Split(test.items, " | ")) {
				switch {
				case r.ID == "":
					got = append(got, "-")
				case r.Exact:
					got = append(got, r.ID)
				default:
					got = append(got, "?"+r.ID)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("Resolve(%q) = %q, want %q", test.items, got, test.want)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"customer obsesion focus": "customer-obsession", "Highest Standard": "insist-on-the-highest-standards", "xyzzy plugh": ""} {
		got := ""
		if p := Builtin().Nearest(word); p != nil {
			got = p.ID
		}
		if got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
