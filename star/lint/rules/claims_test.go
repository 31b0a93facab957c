package rules

import (
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// claimsMade are lines of do_not_claim, each with sentences that make the claim and
// sentences that do not, however near they come.
var claimsMade = []struct {
	claim      string
	made, fine []string
}{
	{"that no customer was affected",
		[]string{"No customer was affected.", "No customers were affected by it.", "Customers were not affected.", "We moved it without affecting a single customer.", "Customers were unaffected.", "Not one customer was affected.",
			"Nobody lost data, and no customer was affected.", "I made sure that no customer was affected.", "The change went out, zero customers were affected.", "None of our customers was affected.", "It affected no customer."},
		[]string{"I can not say that no customer was affected.", "I can not say, even today, that no customer was affected.", "Some customers were affected.", "12 customers were affected.", "Three customers who were affected got a refund.", "I asked whether no customer was affected.",
			"I wanted a switch by which no customer would be affected.", "No release was late, and the customers who were affected got a refund.", "I do not know if no customer was affected.", "My manager wrote that no customer was affected.", "She said \"no customer was affected\".", "So that no customer is affected, I waited.",
			"Was no customer affected?", "It is not proven that no customer was affected.", "No customer complained.", "No test was affected."}},
	{"saved $2 million",
		[]string{"I saved $2 million.", "We saved 2 million dollars that year.", "My change saved the company $2,000,000.", "It was my tool, saving $2M.", "Saved $2M in licences."},
		[]string{"I saved $20,000.", "The company saved $2 million.", "I spent $2 million.", "I did not save $2 million.", "I saved 2 million rows.", "My manager wanted to save $2 million."}},
	{"40 % savings",
		[]string{"It brought savings of 40 %.", "I saved 40 percent.", "We saved 40% of the licences."},
		[]string{"I saved 14 %.", "40 % of the users came.", "We saved 40 hours.", "We could have saved 40 %."}},
	{"that I led the migration",
		[]string{"I led the migration.", "In May I was asked and led the migration.", "The migration, which I led, took a year.", "I had led the whole migration.", "- Led the migration of 40 reports"},
		[]string{"My manager led the migration.", "The lead of the migration asked me.", "I was part of the migration.", "I did not lead the migration.", "The team led the migration, and I wrote the tests."}},
	{"led the migration",
		[]string{"I led the migration."},
		[]string{"A colleague led the migration."}},
	{"that it was my idea",
		[]string{"It was my idea.", "I said that this was my idea."},
		[]string{"I had an idea.", "It was her idea.", "It was not my idea.", "My idea of it was another."}},
	{"that I built it alone",
		[]string{"I built it alone.", "I built it by myself.", "I had single-handedly built it."},
		[]string{"I built it with two others.", "I did not build it alone.", "I was alone.", "I built it."}},
	{"an outage of two hours",
		[]string{"The outage took 2 hours.", "It was an outage of 120 minutes."},
		[]string{"The outage took 3 hours.", "The meeting took two hours."}},
	{"that all 213 certificates were moved",
		[]string{"I moved all 213 certificates.", "All 213 certificates were moved."},
		[]string{"I moved 212 of 213 certificates.", "213 certificates were to be moved.", "All certificates were moved."}},
	{"99.9 % uptime",
		[]string{"It has had an uptime of 99.9 %."},
		[]string{"It has had an uptime of 99 %.", "99.9 % of the users stayed."}},
	{"reduction of the error rate by half",
		[]string{"I reduced the error rate by half."},
		[]string{"I doubled the error rate.", "I read of errors."}},
	{"$2 million",
		[]string{"It cost $2 million.", "The two million dollars were saved."},
		[]string{"It cost $3 million.", "It has 2 million rows."}},
	{"that customers were unaffected",
		[]string{"Customers were not affected.", "Customers were unaffected.", "No customer was affected."},
		[]string{"Customers were affected.", "I can not say that customers were unaffected."}},
	{"that everybody was happy with it",
		[]string{"Everyone was happy with it."},
		[]string{"Everyone was unhappy with it.", "Not everyone was happy with it.", "The team was happy with it."}},
	{"the exact revenue of the shop",
		[]string{"I knew the exact revenue of the shop."},
		[]string{"The revenue of the shop grew.", "I do not know the exact revenue of the shop."}},
	{"that the deadline was met",
		[]string{"We met the deadline.", "The deadline was met by all."},
		[]string{"My task was to keep the team calm, and to meet the deadline.", "I was tasked with the deadlines, and we met.", "I tried to meet the deadline.", "I met him before the deadline."}},
	{"customer satisfaction increased",
		[]string{"Customer satisfaction increased.", "It brought an increase in customer satisfaction."},
		[]string{"Customer satisfaction surveys were bad, and we saw an increase in tickets."}},
	{"that quality improved",
		[]string{"The quality improved.", "I was able to improve the quality."},
		[]string{"I mentored tutors to improve the quality.", "I wanted a rule that improved the quality."}},
	{"that it scaled",
		[]string{"The platform scaled well."},
		[]string{"I saw it at scale.", "I had to scale it.", "Scaling it was hard."}},
	{"that the system is secure",
		[]string{"The system was secure by May."},
		[]string{"The security team had nine systems.", "The system raised security alerts."}},
	{"100 % coverage",
		[]string{"The tests reached a coverage of 100 %."},
		[]string{"It has 100 % parity; it raised the coverage by 8 %."}},
	{"that nobody noticed",
		[]string{"Nobody noticed."},
		[]string{"I did not notice the alarm.", "Somebody noticed."}},
	{"that it was", nil, []string{"It was good.", "That it was."}},
}

// claiming returns what is said of a sentence in a story with a list of one claim.
func claiming(claim, sentence string) []lint.Diagnostic {
	text := linttest.Overlay("do_not_claim:\n  - \"" + claim + "\"\nlesson: |\n  Since then I wait.\n\n  " + sentence + "\n")
	return lint.Run(star.Parse("x.md", []byte(text)), []*lint.Rule{DoNotClaim}, lint.Config{}).Diagnostics
}

func TestClaims(t *testing.T) {
	for _, test := range claimsMade {
		for _, sentence := range test.made {
			found := claiming(test.claim, sentence)
			if len(found) != 1 {
				t.Errorf("%q makes %q: %d findings", sentence, test.claim, len(found))
				continue
			}
			if related := found[0].Related; len(related) != 1 || !strings.Contains(found[0].Story.Quote(related[0].Span), test.claim) {
				t.Errorf("%q: related is %+v", sentence, related)
			}
		}
		for _, sentence := range test.fine {
			for _, d := range claiming(test.claim, sentence) {
				t.Errorf("%q does not make %q: %s", sentence, test.claim, d.Message)
			}
		}
	}
}

// TestClaimQuoted holds that the finding quotes what is claimed, with what denies it.
func TestClaimQuoted(t *testing.T) {
	for sentence, want := range map[string]string{
		"We waited, and no customers were affected by it.": "no customers were affected",
		"Customers were not affected.":                     "Customers were not affected",
		"It affected not a single customer.":               "affected not a single customer",
	} {
		found := claiming("that no customer was affected", sentence)
		if len(found) != 1 || found[0].Story.Quote(found[0].Span) != want {
			t.Errorf("%q: %+v, want %q", sentence, found, want)
		}
	}
}

// TestClaimedBeside holds that the title, the opening, the anchors and the answers
// claim, and that questions, notes and the list do not.
func TestClaimedBeside(t *testing.T) {
	text := "---\ntitle: Saved $2M\nopening: In May I saved $2M.\nanchors: [the key, \"$2M\"]\nfollowups:\n  - ask: Was it $2M?\n    answer: Yes, it was $2M.\ndo_not_claim: [$2M]\n---\n\nNotes: $2M.\n"
	var lines []int
	for _, d := range lint.Run(star.Parse("x.md", []byte(text)), []*lint.Rule{DoNotClaim}, lint.Config{}).Diagnostics {
		lines = append(lines, d.Story.Position(d.Span.Start).Line)
		if got := d.Story.Quote(d.Span); !strings.Contains(got, "$2M") || len(got) > 5 {
			t.Errorf("%q is quoted", got)
		}
	}
	if len(lines) != 4 || lines[0] != 2 || lines[1] != 3 || lines[2] != 4 || lines[3] != 7 {
		t.Errorf("found on lines %v", lines)
	}
}
