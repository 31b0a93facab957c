package rules

import (
	"slices"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
)

var ofFailure = []*lint.Rule{FailureNoLoss, FailureNotOwned, FailureNoImpact, FailureNoRecovery, FailureNoChange}

// failuresTold are stories as people tell them, with the rules that they raise.
// Those without a heading of their own begin with a key of the front matter.
var failuresTold = []struct{ name, story, raises string }{
	{"a whole one", "tags: [failure]\nsituation: In May 2024 I was on call for the checkout of a shop.\ntask: I had to keep it up over a holiday weekend.\naction: I pushed a change of the tax table on Friday without a second pair of eyes, and every order with a voucher failed for 50 minutes. I rolled it back, told the head of sales before she called, and wrote to the 212 customers the next day.\nresult: We lost 41 orders. Since then no table goes out on a Friday, and the check that I added has caught two more.\n", ""},
	{"owned in notes", "tags: [failure]\nsituation: Busy in a meeting one week and missed the report for the sales team.\naction: Sent it the same evening. Apologised to the four leads. Wrote a script that sends it.\nresult: Nobody has waited for it since.\n", ""},
	{"owned as we failed because I", "tags: [failure]\nsituation: Our team at a bank had to move 40 reports by March.\naction: We failed the date because I had trusted the numbers of last year. I went to the three departments, told them the new date and cut the scope.\nresult: All 40 were moved in May. Now I count before I promise.\n", ""},
	{"owned in what came of it", "tags: [failure]\nsituation: I moved the builds of 12 teams onto one shared machine. But this made every release wait for the slowest.\naction: Two releases came out late. I split it up again and asked each team what it needed.\nresult: The wait went from 3 hours to 20 minutes. I have since tried such a move with one team first.\n", ""},
	{"owned by leaving undone", "tags: [failure]\nsituation: In 2023 I led the move of our mail to another provider.\naction: I did not ask the night shift. Their scanner could send no mail for two days. I set the old server up again and sat down with their lead.\nresult: It took a week longer. Every move now starts with a list of who is at work when.\n", ""},
	{"owned as my decision", "tags: [failure]\nsituation: It was my decision to hire him after one interview. He left us after six weeks.\naction: I told my manager what I had skipped, took over his two customers and reopened the search with three interviews.\nresult: The second hire has been with us for two years. I no longer decide alone.\n", ""},
	{"a metric that fell", "tags: [failure]\nsituation: After my redesign of the sign-up page, conversion was worse for three weeks.\naction: I had left out the test with users, so I took the old page back and interviewed nine people who had given up.\nresult: Sign-ups came back to 31 %. I test with five people before anything goes out.\n", ""},
	{"owned at the end", "tags: [failure]\nsituation: A regional hospital lost its schedule for a day when our update deleted 900 entries.\ntask: The update was on me.\naction: I restored the entries from the copy of the night and called each ward.\nresult: 14 entries could not be saved. Before every update I now try the way back.\n", ""},
	{"no blame and no loss words beyond one", "tags: [failure]\nsituation: I promised a partner a date without asking my team.\naction: The date passed and the partner complained to our director. I called him, said that the promise was mine and agreed on a new date with the team.\nresult: We delivered four weeks after it. I promise nothing now before the team has seen it.\n", ""},
	{"a course project", "tags: [failure]\nsituation: In my first semester we built an airline booking system in Java, three students.\ntask: I took the class design, since I was the only one who had programmed before.\naction: I hardly talked to the two others, and they could not use my classes. I realized that it was my mistake. I spent two days going through the code with them and we kept a shared document.\nresult: We handed it in on time. Whenever I work with others I ask for their view first.\n", ""},

	{"humblebrag", "tags: [failure]\nsituation: I am a perfectionist, and in 2024 I led the dashboard of our sales team.\naction: I stayed every evening to polish it and asked ten people for their view. I cared too much about each chart.\nresult: It was finished two days early and the director used it in front of the board. I learned to let go sooner.\n", "STAR601 STAR605"},
	{"a success in disguise", "tags: [failure]\nsituation: I was asked to speed up a report for our finance team.\naction: My first idea was good, and my second was even better. I built it within a week and showed it to finance.\nresult: The report takes 3 minutes and before it took 40. Since then I build the second idea first.\n", "STAR601"},
	{"nothing lost, by its own words", "tags: [failure]\nsituation: I was on call for our shop in May.\naction: I saw an alarm and looked at it with a colleague. I wrote down what we saw. No customer was lost and there was no outage.\nresult: It was a calm night. I now write such a note every time.\n", "STAR601"},

	{"the vendor's", "tags: [failure]\nsituation: Our shop had a launch in May, and the vendor missed the date by three weeks.\naction: The project manager escalated it. They delivered a broken build, and the launch failed. We agreed on a new date with them.\nresult: The launch was in July. The contract now has a penalty.\n", "STAR602"},
	{"the team's", "tags: [failure]\nsituation: We had to move 40 reports by March.\naction: The team lost two weeks with a tool that did not work. We missed the date, told the departments and moved the rest in May.\nresult: All 40 were moved. We now count before we promise.\n", "STAR602"},
	{"noticed, not made", "tags: [failure]\nsituation: The old team had misconfigured the backups of a clinic, and 900 entries were lost.\naction: I noticed that the copies were broken. I restored what was there and told the wards.\nresult: Since then the copies are tried every month.\n", "STAR602"},
	{"fate", "tags: [failure]\nsituation: The market turned in 2023 and our product failed. Twelve customers left us.\naction: Management cancelled the project. The team was moved to other work.\nresult: It was a sad end. Today such projects get a smaller budget.\n", "STAR602"},

	{"of no size", "tags: [failure]\nsituation: I changed the configuration of the gateway and broke it.\naction: I noticed the mistake soon. I reverted the change and looked for the reason.\nresult: It worked again. I now try each change in a copy before.\n", "STAR603"},
	{"of no size, with figures elsewhere", "tags: [failure]\nsituation: In 2024 I had three projects on my desk.\naction: I forgot to renew the certificate of the wiki. The page was down. I renewed it by hand.\nresult: I wrote a script that lists what expires. It runs every week.\n", "STAR603"},

	{"left as it was", "tags: [failure]\nsituation: I estimated the new checkout at five weeks without the team.\naction: I built the pages first and left the payment for the end. It was harder than I thought, and we missed the sales day of the year, which cost the company about $200,000.\nresult: The new checkout came a month later. I now add a third to every estimate.\n", "STAR604"},
	{"a lesson is no recovery", "tags: [failure]\nsituation: I was the trainer of nine volunteers.\naction: I prepared it like a lecture, and half of them left after the second evening. It was my mistake to talk for an hour.\nresult: Four volunteers stayed to the end.\nlesson: I asked nobody what they needed. Today I begin with a question round.\n", "STAR604"},

	{"nothing learned", "tags: [failure]\nsituation: I sent the prices of one customer to another.\naction: I called both within the hour, told my manager and apologised to the customer in person.\nresult: They remained our customers, but the renewal of $40,000 was lost.\n", "STAR605"},
	{"a platitude", "tags: [failure]\nsituation: I gave the wrong date to 300 students.\naction: I wrote to all of them the same day and offered a second exam.\nresult: Eleven of them took it.\nlesson: I learned that communication is important.\n", "STAR605"},

	{"asked for", "question: Tell me about a time you failed.\nsituation: Our shop had a launch in May, and the vendor missed the date by three weeks.\naction: They delivered a broken build, and the launch failed.\nresult: The launch was in July.\n", "STAR602 STAR604 STAR605"},
	{"by its title", "title: My biggest mistake as a lead\nsituation: Our shop had a launch in May.\naction: I put one person on it, and we missed the date by three weeks. I told the director and put a second person on it.\nresult: The launch was in July.\n", "STAR605"},
	{"plainly told", "situation: In May I ran the launch of a shop with two colleagues.\naction: I made a mistake with the dates, and it went out three weeks late. I should have asked the warehouse. I told the director and we agreed on July.\nresult: The launch was in July.\n", "STAR605"},

	// Told in words that no list has, and whole or not.
	{"plain words, on a ward", "tags: [failure]\nsituation: In my second year as a ward nurse I gave a patient the evening dose of a blood thinner twice.\ntask: I was in charge of the medicine round for eleven patients.\naction: I noticed the second signature an hour later and called the doctor on duty at once. We took blood every four hours. I sat with the patient and his wife and said what had happened. I filled in the incident form myself.\nresult: He went home two days later than planned, without harm. The ward now uses a second colour for doses that were moved.\nlesson: I do not start a round without the chart of the shift before.\n", ""},
	{"plain words, a customer lost", "tags: [failure]\nsituation: In 2023 I had a customer worth a fifth of my target, and I stopped calling him in spring because he always renewed.\ntask: My target was 1.2 million.\naction: In September he wrote that he had signed with somebody else. I drove there the next day, not to win him back but to hear why. He said that nobody had shown him the new version.\nresult: I ended the year at 81 percent of target. I made a list of the nine customers who had not heard from me for a quarter and visited all of them; two had offers from others on the desk and stayed.\nlesson: Each customer has a date in my calendar, whether he needs something or not.\n", ""},
	{"plain words, invoices", "tags: [failure]\nsituation: I merged a refactoring of our date helper on a Thursday evening. Tests were green.\naction: On Friday the invoices of 1,800 shops carried tomorrow's date. I saw it in the support channel, turned the flag off and wrote a script that reissued them. I joined the support desk for the day and answered the angry mails.\nresult: All invoices were right by Saturday noon; 14 shops had already paid twice and got their money back on Monday.\nlesson: The test data had only one time zone. It has four today.\n", ""},
	{"plain words, a team split", "tags: [failure]\nsituation: I split my team of eight into two without asking anybody, since I thought it was obvious.\naction: Two engineers asked for a transfer within a month. I had a talk with each of the eight. Six said that they had found out from a slide. I apologised in the team meeting and asked them to draw the split themselves.\nresult: One of the two stayed. The split they drew was another one, and it still stands after a year.\nlesson: What concerns people they hear from me, in person, before it is decided.\n", ""},
	{"plain words, a figure", "tags: [failure]\nsituation: In my internship I presented a model with 94 percent accuracy to the whole department.\naction: A colleague asked about the test set. I had left duplicates in both sets. I said that I did not know and would check, and in the evening I sent everybody the true figure, 71 percent, and why.\nresult: My manager forwarded the mail to the next interns as an example. The model did not go live.\nlesson: Splits come first, by user and not by row.\n", ""},
	{"plain words, a club", "tags: [failure]\nsituation: I was the climbing instructor of a youth group and let two 14-year-olds belay each other after one lesson.\naction: One of them let go for a second and the other slid two metres. Nobody was hurt. I stopped the evening, sat down with both and their parents, and said that the decision had been mine and too early. I reported it to the club.\nresult: Both stayed in the group. The club now asks for three signed lessons.\nlesson: When I feel that kids are ready I wait one more lesson.\n", ""},
	{"plain words, a board", "tags: [failure]\nsituation: As a junior analyst I told the board that churn was falling. It was the holiday effect.\naction: In February the numbers jumped back. I asked for five minutes in the next meeting and showed both curves on one page, with my first one in grey.\nresult: They had already cut the retention budget by a third. It was restored in April.\nlesson: No trend of mine is younger than thirteen months.\n", ""},
	{"plain words, mails unread", "tags: [failure]\nsituation: I ignored three mails from a night-shift worker about the noise of a machine, since maintenance had said it was normal.\naction: In June the bearing broke and the line stopped for two shifts. I went to see him, thanked him and said that I had read his mails and done nothing. I asked maintenance to teach me to listen.\nresult: The stop cost 18,000 euros.\nlesson: A mail from the night gets an answer by noon.\n", ""},
	{"a start-up of others", "tags: [failure]\nsituation: Our startup had a launch in October.\naction: Marketing promised features that did not exist. The CTO left two weeks before. The agency sent the wrong build and the launch failed.\nresult: The company lost its biggest customer.\nlesson: Startups are chaotic.\n", "STAR602 STAR604"},
	{"worked so hard", "tags: [failure]\nsituation: I led a team of five for a reporting project.\naction: I worked so hard that I did not take a holiday for a year. I checked every slide three times.\nresult: The project was a big success and the client congratulated us.\nlesson: I learned to delegate more.\n", "STAR601 STAR605"},
	{"attention to detail", "tags: [failure]\nsituation: I forgot to renew the insurance of our club bus.\naction: A parent noticed before a trip of 30 children. I called the insurer and got a cover for the same day. I told the parents.\nresult: The trip began two hours late.\nlesson: I learned that attention to detail is very important.\n", "STAR605"},
	{"only a wish", "tags: [failure]\nsituation: I was sure about the new layout of our shop and skipped the test.\naction: I moved the milk to the back and the sweets to the door. Regular customers complained.\nresult: Sales dropped by 8 percent.\nlesson: Today I would ask first.\n", "STAR604"},
	{"a talk", "tags: [failure]\nsituation: I gave a talk at a meetup and my demo crashed in front of 80 people.\naction: I had not tried it on the projector. I told a joke, showed screenshots and answered questions for ten minutes.\nresult: The feedback was mixed, 3.1 of 5.\n", "STAR605"},

	// What only sounds like a failure is none.
	{"one slip in a success", "situation: The export of payroll had failed quietly for weeks.\naction: I read the code over a weekend, repaired it and put it on our list. I made a mistake in the first version, which a colleague saw. It now runs each night.\nresult: 1,200 people were paid on time.\n", ""},
	{"a failure of others", "situation: The vendor's mistake locked 300 people out, and two earlier fixes had failed.\naction: I traced it to one table, wrote to the vendor and worked with them through the night.\nresult: All 300 were back at seven.\n", ""},
	{"a view given up", "situation: I thought that the cause was the network.\naction: I was wrong, and I was wrong about the fix as well: two analysts showed me that it was the disk.\nresult: The reports came 3 times faster.\n", ""},
	{"a title of repairs", "title: Cut failed builds by half\nsituation: One build in three failed.\naction: I timed the tests, split the suite and moved the tables.\nresult: 12 of 300 fail today.\n", ""},
	{"a question about others", "question: Tell me about a time somebody else made an error and how you reacted.\nsituation: A colleague sent a wrong price list.\naction: I called the customers with her.\nresult: Nobody left.\n", ""},
	{"denied", "situation: The outage was not my mistake, and it was not my fault that it lasted.\naction: I called the vendor and moved the traffic.\nresult: It ended after an hour.\n", ""},
	{"nothing written yet", "tags: [failure]\nsituation: |\n", ""},
}

func TestFailures(t *testing.T) {
	for _, test := range failuresTold {
		t.Run(test.name, func(t *testing.T) {
			var raised []string
			for _, d := range lint.Run(star.Parse("failure.md", []byte("---\n"+test.story+"---\n")), ofFailure, lint.Config{}).Diagnostics {
				raised = append(raised, d.Rule.ID)
			}
			slices.Sort(raised)
			if got := strings.Join(raised, " "); got != test.raises {
				t.Errorf("raises %q, want %q\n%s", got, test.raises, test.story)
			}
		})
	}
}
