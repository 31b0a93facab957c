package principles

import (
	"strings"
	"testing"

	"starbank/star/prose"
)

// TestNotFooled holds that texts without an event of the writer's own, however
// many names and wordings of principles they hold, prove none.
func TestNotFooled(t *testing.T) {
	tests := []struct{ name, text string }{
		{"names", strings.Join(names(Builtin()), ", ")},
		{"names as sentences", "I showed " + strings.Join(names(Builtin()), ". I showed ") + "."},
		{"names with a verb", "I demonstrated customer obsession, took ownership, dove deep and earned trust. I then delivered results with a bias for action and showed backbone."},
		{"one name again and again", strings.Repeat("I dove deep. ", 30)},
		{"a buzzword again and again", strings.Repeat("customer obsessed customer centric customer feedback ", 20)},
		{"praise of oneself", "I am customer obsessed and I dive deep. I take ownership, I have a bias for action and I deliver results. I think big, I insist on high standards and I earn trust wherever I go."},
		{"habits", "I always take ownership of problems nobody else wants. I always go to the root cause and I never stop at the symptom. I usually ask customers what they really need, and I always keep my promises."},
		{"habits told as past", "I always took ownership of what nobody owned. I always looked for the root cause and I usually asked customers what they really needed. I often disagreed with my manager and I always committed once it was decided."},
		{"wordings and commas", "customer feedback, root cause, disagreed and committed, nobody owned it, spare parts, two-way door, no budget, mentored, promoted, raised the bar, ahead of schedule, lessons learned, long-term"},
		{"wordings and commas behind a verb", "I did customer interviews, root cause, postmortem, disagreed with my manager, nobody owned it, two-way door, reversible, no budget, open source, mentored two juniors, promoted, code review, on time, under budget, burnout, carbon."},
		{"past tense and commas", "Disagreed with my director, mentored a junior, dug into the logs, found the root cause, reused spare machines, simplified the process, shipped on time, apologised to the customer, reduced on-call pages, cut carbon, wrote a vision document, learned Rust."},
		{"a definition", "Leaders begin with the customer and reason backwards from what the customer needs. They work hard to earn and to keep trust, and although they watch competitors they care most about customers."},
		{"a definition of another", "Owners look years ahead and do not give up long-term value for a quick win. They act for the whole company, beyond their own team, and never say that something is not their job."},
		{"what interviewers ask", "Tell me about a time when you disagreed with your manager. Describe how you found the root cause of a problem. Give an example of a decision you made without enough data. When did you last miss a deadline?"},
		{"a job advert", "You own services end to end, dig into logs to find the root cause and mentor junior engineers. You raise the bar in code reviews, talk to customers every week and deliver on time. We value frugality and bold ideas."},
		{"a job advert told as we", "We are looking for builders. We listen to customers, we move fast on reversible decisions, we disagree openly and then commit, and we hire and develop the best. We measure what we ship and we stay within our budget."},
		{"a plan", "I will interview customers and I will trace the root cause. I would disagree with my manager if the data said so. I will mentor two juniors, cut the budget in half and deliver before the deadline."},
		{"advice", "Talk to the customer before you build. Find the root cause with five whys. Disagree in private and commit in public. Decide quickly when the decision can be reversed, and write down what you learned."},
		{"what others did", "My manager interviewed customers and found the root cause. She disagreed with the director, mentored two juniors and delivered the project ahead of schedule. Her team saved 40,000 dollars and everyone was promoted."},
		{"a list of skills", "Root cause analysis. Customer interviews. Mentoring. Budgeting. Code review. Incident response. Roadmaps. Stakeholder management. A/B tests. Cost reduction. Onboarding. Data analysis. Negotiation."},
		{"opinions", "I think that customers matter most. I believe in ownership and in the long term. I know that trust is earned by honesty, and I like simple solutions. I want to hire people who are better than me."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, proof := range Builtin().Prove([]Passage{{Text: prose.Analyze(test.text)}}) {
				if proof.Strength > Weak {
					t.Errorf("%s is %v (%.2f)", proof.Principle.ID, proof.Strength, proof.Score)
				}
			}
		})
	}
}

func names(s *Set) (list []string) {
	for _, p := range s.Principles {
		list = append(list, p.Name)
	}
	return list
}

// TestWeakExamples holds that what the set itself calls weak is found weak.
func TestWeakExamples(t *testing.T) {
	for _, p := range Builtin().Principles {
		for _, proof := range Builtin().Prove([]Passage{{Text: prose.Analyze(p.Weak)}}) {
			if proof.Strength > Weak {
				t.Errorf("%q: %s is %v", p.Weak, proof.Principle.ID, proof.Strength)
			}
		}
	}
}

// TestLookAlikes holds that words which only begin like a wording speak for nothing
// more than a hint.
func TestLookAlikes(t *testing.T) {
	for text, id := range map[string]string{
		"I interviewed the candidate and chose a release candidate.":      "earn-trust",
		"I set up redundant servers and removed a redundant index.":       "strive-to-be-earths-best-employer",
		"I took stock of the inventory and chose the ideal size of it.":   "invent-and-simplify",
		"Of course I replaced the certificate of the server.":             "learn-and-be-curious",
		"I split the epic into user stories and recognized a bottleneck":  "customer-obsession",
		"I ran a stress test and read up on private equity.":              "strive-to-be-earths-best-employer",
		"The delays were caused by inefficient queries, an audit says.":   "dive-deep",
		"I enjoyed the conference, and I researched hotels near by it.":   "hire-and-develop-the-best",
		"I migrated the legacy system of a school to the new framework.":  "ownership",
		"I helped a school district and wrote to all of its students.":    "success-and-scale-bring-broad-responsibility",
		"I wrapped the log call and looked at one more SQL query.":        "dive-deep",
		"I was empathetic, and the job is empowering.":                    "strive-to-be-earths-best-employer",
		"I copied the files, and Docker was still experimental in ours.":  "invent-and-simplify",
		"The model forecasts warnings, and that was a simulation too.":    "are-right-a-lot",
		"The settings were stored, and the CI variables in a vault.":      "customer-obsession",
		"We put the CI variables into a vault and ran a thorough scan.":   "insist-on-the-highest-standards",
		"Not only did my team have more hands, it had more fun too.":      "ownership",
		"The Coordinator pings each worker every 5 seconds.":              "deliver-results",
		"Idle connections are closed, within the constraints of the pool": "frugality",
		"The role fits my vision and my career goals in this industry.":   "think-big",
		"It turned out that I had to wait, and I validated the form.":     "are-right-a-lot",
		"They gave positive feedback, and I have received good feedback":  "hire-and-develop-the-best",
	} {
		for _, proof := range Builtin().Prove([]Passage{{Text: prose.Analyze(text)}}) {
			if proof.Principle.ID == id && (proof.Elements() > 0 || proof.recognised()) {
				t.Errorf("%q speaks for %s by %+v", text, id, proof.Hits)
			}
		}
	}
}
